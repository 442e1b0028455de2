import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet auth`: who one is, and what one may do.
struct Auth: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show who you are and what you may do.", subcommands: [AuthCanI.self, AuthWhoAmI.self])
}

struct AuthCanI: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "can-i", abstract: "Ask whether something is allowed: `auth can-i create deployments`.")
  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "VERB, and TYPE, TYPE/NAME, TYPE NAME or a path such as /healthz") var arguments: [String] =
    []
  @Flag(name: .long, help: "Show all that is allowed.") var list = false
  @Flag(name: .long, help: "Leave the titles of the list out.") var noHeaders = false
  @Option(name: .long, help: "log, scale, ...") var subresource: String?
  @Flag(name: [.customShort("A"), .long], help: "In all namespaces.") var allNamespaces = false
  @Flag(name: [.short, .long], help: "Say nothing; the exit code is the answer.") var quiet = false

  private var verb: String { arguments[0] }
  private var subject: String { arguments[1] }
  private var name: String? { arguments.count > 2 ? arguments[2] : nil }

  func run() async throws {
    if list {
      guard arguments.isEmpty else { throw CommandError("list option must be specified with no arguments") }
      return try await showAll()
    }
    guard (2...3).contains(arguments.count) else {
      throw CommandError(
        "you must specify two arguments: verb resource or verb resource/resourceName.\n"
          + "See 'swiftlet auth can-i -h' for help and examples.")
    }
    try await ask()
  }

  private func showAll() async throws {
    try await connection.withSession { session in
      let body: JSON = [
        "apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectRulesReview",
        "spec": ["namespace": .string(session.namespace)],
      ]
      let answer = try await session.client.json(
        RawRequest(
          "POST", path: "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
          contentType: "application/json", body: body.serialized()))
      if answer["status"]?["incomplete"] == true {
        let problem = answer["status"]?["evaluationError"]?.stringValue ?? ""
        Terminal.writeError(
          "Warning: the list may be incomplete" + (problem.isEmpty ? "" : ": \(problem)"))
      }
      Terminal.write(AuthRules(answer["status"]).table(showsHeaders: !noHeaders))
    }
  }

  private func ask() async throws {
    try await connection.withSession { session in
      let spec: JSON =
        subject.hasPrefix("/")
        ? ["nonResourceAttributes": ["verb": .string(verb), "path": .string(subject)]]
        : ["resourceAttributes": .object(try await attributes(session))]
      let body: JSON = [
        "apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview", "spec": spec,
      ]
      let answer = try await session.client.json(
        RawRequest(
          "POST", path: "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
          contentType: "application/json",
          body: body.serialized()))
      let isAllowed = answer["status"]?["allowed"]?.boolValue ?? false
      if !quiet { Terminal.writeLine(isAllowed ? "yes" : Self.refusal(answer["status"])) }
      if !isAllowed { throw CommandError("", exitCode: 1) }
    }
  }

  private static func refusal(_ status: JSON?) -> String {
    guard let reason = status?["reason"]?.stringValue, !reason.isEmpty else { return "no" }
    return "no - \(reason)"
  }

  private func attributes(_ session: Session) async throws -> JSONObject {
    let parts = subject.split(separator: "/", maxSplits: 1).map(String.init)
    var attributes: JSONObject = ["verb": .string(verb)]
    if parts[0] == "*" {
      attributes["resource"] = "*"
      attributes["group"] = "*"
    } else if let resource = try? await session.mapper().resource(named: parts[0]) {
      attributes["group"] = .string(resource.group)
      attributes["resource"] = .string(resource.plural)
      if !resource.isNamespaced, !allNamespaces {
        Terminal.writeError(
          "Warning: resource '\(resource.plural)' is not namespace scoped\(Self.suffix(resource))\n")
      }
    } else {
      Terminal.writeError("Warning: the server doesn't have a resource type '\(parts[0])'\n")
      attributes["resource"] = .string(parts[0])
    }
    if let name = name ?? parts.dropFirst().first { attributes["name"] = .string(name) }
    if let subresource { attributes["subresource"] = .string(subresource) }
    if !allNamespaces { attributes["namespace"] = .string(session.namespace) }
    return attributes
  }

  private static func suffix(_ resource: ResourceDefinition) -> String {
    resource.group.isEmpty ? "" : " in group '\(resource.group)'"
  }
}

struct AuthWhoAmI: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whoami", abstract: "Show who the server takes you for.")
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var print: PrintOptions

  func run() async throws {
    let format = try print.format()
    try await connection.withSession { session in
      let body: JSON = ["apiVersion": "authentication.k8s.io/v1", "kind": "SelfSubjectReview"]
      let answer = try await session.client.json(
        RawRequest(
          "POST", path: "/apis/authentication.k8s.io/v1/selfsubjectreviews", contentType: "application/json",
          body: body.serialized()))
      if case .table = format { return Terminal.write(Self.table(answer["status"]?["userInfo"])) }
      let object = DynamicObject(fields: answer.objectValue ?? [:])
      Terminal.write(try print.printer(format).text([object], isSingle: true))
    }
  }

  private static func table(_ user: JSON?) -> String {
    var rows = [["ATTRIBUTE", "VALUE"], ["Username", user?["username"]?.stringValue ?? ""]]
    if let uid = user?["uid"]?.stringValue, !uid.isEmpty { rows.append(["UID", uid]) }
    let groups = user?["groups"]?.arrayValue?.compactMap(\.stringValue) ?? []
    if !groups.isEmpty { rows.append(["Groups", "[\(groups.joined(separator: " "))]"]) }
    for (key, value) in (user?["extra"]?.objectValue ?? [:]).sortedByKey() {
      let texts = value.arrayValue?.compactMap(\.stringValue) ?? []
      rows.append(["Extra: \(key)", "[\(texts.joined(separator: " "))]"])
    }
    return TextColumns.layOut(rows)
  }
}
