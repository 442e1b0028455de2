import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet create token`: asks for a token of a service account.
struct CreateToken: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Ask for a token of a service account.")
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var print: PrintOptions
  @Option(name: .long, help: "How long the token is good for: 10m, 1h.") var duration: String?
  @Option(name: .long, help: "Who the token is for; may be repeated.") var audience: [String] = []
  @Option(name: .long, help: "Whose end is the end of the token: Node, Pod or Secret.")
  var boundObjectKind: String?
  @Option(name: .long, help: "The name of the object that the token is bound to.") var boundObjectName:
    String?
  @Option(name: .customLong("bound-object-uid"), help: "The UID of the object that the token is bound to.")
  var boundObjectUID: String?
  @Argument(help: "The service account.") var name: String

  func run() async throws {
    var spec: JSONObject = [:]
    guard !audience.contains("") else { throw CommandError("--audience must not be an empty string") }
    if !audience.isEmpty { spec["audiences"] = .array(audience.map { .string($0) }) }
    if let seconds = try seconds() { spec["expirationSeconds"] = .int(seconds) }
    if let reference = try boundObject() { spec["boundObjectRef"] = .object(reference) }
    let request = DynamicObject(fields: [
      "apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest", "spec": .object(spec),
    ])
    try await connection.withSession { session in
      let resource = try await session.mapper().resource(named: "serviceaccounts")
      let answer: DynamicObject
      do {
        answer = try await session.client.create(
          resource.groupVersionResource, session.key(resource, name), subresource: "token", object: request,
          options: .init())
      } catch let error as StatusError {
        throw CommandError("failed to create token: \(error.message)")
      }
      let format = try print.format()
      if case .table = format {
        return Terminal.writeLine(answer.fields["status"]?["token"]?.stringValue ?? "")
      }
      Terminal.write(try print.printer(format).text([answer], isSingle: true))
    }
  }

  /// `nil` when the server is to decide.
  private func seconds() throws -> Int64? {
    guard let duration else { return nil }
    let length = try Duration(goDuration: duration)
    guard length >= .zero else { throw CommandError("--duration must be greater than or equal to 0") }
    guard length.components.attoseconds == 0 else {
      throw CommandError("--duration cannot be expressed in units less than seconds")
    }
    return length == .zero ? nil : length.components.seconds
  }

  private func boundObject() throws -> JSONObject? {
    guard let kind = boundObjectKind, !kind.isEmpty else {
      for (flag, value) in [("name", boundObjectName), ("uid", boundObjectUID)] where value != nil {
        throw CommandError("--bound-object-\(flag) can only be set if --bound-object-kind is provided")
      }
      return nil
    }
    guard ["Node", "Pod", "Secret"].contains(kind) else {
      throw CommandError("supported --bound-object-kind values are Node, Pod, Secret")
    }
    guard let name = boundObjectName, !name.isEmpty else {
      throw CommandError("--bound-object-name is required if --bound-object-kind is provided")
    }
    var reference: JSONObject = ["kind": .string(kind), "apiVersion": "v1", "name": .string(name)]
    if let boundObjectUID { reference["uid"] = .string(boundObjectUID) }
    return reference
  }
}
