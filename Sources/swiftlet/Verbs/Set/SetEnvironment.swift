import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet set env`: changes or lists the environment of containers.
struct SetEnvironment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "env", abstract: "Change the environment of containers: `set env deploy/web A=1 B-`.")

  @OptionGroup var change: TemplateChange
  @Option(name: [.customShort("c"), .customLong("containers")], help: "Which containers; * for all.")
  var containers = "*"
  @Option(name: .long, help: "configmap/NAME or secret/NAME: a variable for each of its keys.") var from:
    String?
  @Option(name: .long, help: "With --from: only these keys.") var keys: String?
  @Option(name: .long, help: "With --from: put before each name.") var prefix = ""
  @Flag(name: .long, help: "Show the environment.") var list = false
  @Option(name: [.customShort("e"), .long], help: "NAME=VALUE; may be repeated.") var env: [String] = []
  @Argument(help: "TYPE/NAME ... NAME=VALUE ... NAME-") var arguments: [String] = []

  func run() async throws {
    let isChange = { (text: String) in text.contains("=") || text.hasSuffix("-") }
    let changes = arguments.filter(isChange) + env
    let subjects = arguments.filter { !isChange($0) }
    if list { return try await show(subjects) }
    if changes.isEmpty, from == nil { return }
    try await change.apply(subjects, "env updated") { session, object, pod in
      let variables = try changes.map(Self.variable) + (try await imported(session))
      let found = TemplateChange.containers(pod, containers, lists: ["containers"])
      if found.isEmpty {
        throw CommandError(
          "\(object.kind)/\(object.key.name) does not have any containers matching \"\(containers)\"")
      }
      return [
        "containers": .array(
          found.map { container in
            [
              "name": .string(container.name), "env": .array(variables),
              "$setElementOrder/env": Self.order(variables, in: container.name, of: pod),
            ]
          })
      ]
    }
  }

  /// What is there keeps its place, and what is new comes behind it.
  private static func order(_ variables: [JSON], in container: String, of pod: JSON) -> JSON {
    let present = pod["containers"]?.arrayValue?.first { $0["name"]?.stringValue == container }
    let removed = variables.filter { $0["$patch"] == "delete" }.map { $0["name"] }
    var names = (present?["env"]?.arrayValue ?? []).map { $0["name"] }.filter { !removed.contains($0) }
    for variable in variables where variable["$patch"] == nil && !names.contains(variable["name"]) {
      names.append(variable["name"])
    }
    return .array(names.map { ["name": $0 ?? .null] })
  }

  /// `A=1`, or `A-`, which takes the variable away.
  private static func variable(_ text: String) throws -> JSON {
    guard let equals = text.firstIndex(of: "=") else {
      return ["name": .string(String(text.dropLast())), "$patch": "delete"]
    }
    guard equals != text.startIndex else {
      throw CommandError("environment variables must be of the form key=value")
    }
    return [
      "name": .string(String(text[..<equals])), "value": .string(String(text[text.index(after: equals)...])),
      "valueFrom": nil,
    ]
  }

  /// Kubernetes: `kubectl set env --from`: names in capitals, with underscores for what a name may not have.
  private func imported(_ session: Session) async throws -> [JSON] {
    guard let from else { return [] }
    let named = try ResourceArguments([from], await session.mapper())
    guard let target = named.targets.first, let source = try await session.objects(target).first else {
      return []
    }
    let field: String
    switch source.kind {
    case "ConfigMap": field = "configMapKeyRef"
    case "Secret": field = "secretKeyRef"
    default: throw CommandError("unsupported resource specified in --from: \(source.kind)")
    }
    let wanted = keys.map { $0.split(separator: ",").map(String.init) }
    let present = (source.fields["data"]?.objectValue ?? [:]).sortedByKey().keys
    return present.filter { wanted?.contains($0) ?? true }.map { key in
      let name = String(
        (prefix + key).uppercased().map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" })
      if name != key { Terminal.writeError("Warning: key \(key) transferred to \(name)") }
      return [
        "name": .string(name), "value": nil,
        "valueFrom": .object([field: ["name": .string(source.key.name), "key": .string(key)]]),
      ]
    }
  }

  private func show(_ subjects: [String]) async throws {
    try await change.subjects.forEach(subjects) { _, _, object in
      let pod = try TemplateChange.podSpec(of: object)
      for container in pod["containers"]?.arrayValue ?? [] {
        Terminal.writeLine(
          "# \(object.kind) \(object.key.name), container \(container["name"]?.stringValue ?? "")")
        for variable in container["env"]?.arrayValue ?? [] { Terminal.writeLine(Self.line(variable)) }
      }
    }
  }

  private static func line(_ variable: JSON) -> String {
    let name = variable["name"]?.stringValue ?? ""
    guard let source = variable["valueFrom"] else { return "\(name)=\(variable["value"]?.stringValue ?? "")" }
    if let reference = source["configMapKeyRef"] {
      return "# \(name) from configmap \(text(reference, "name")), key \(text(reference, "key"))"
    }
    if let reference = source["secretKeyRef"] {
      return "# \(name) from secret \(text(reference, "name")), key \(text(reference, "key"))"
    }
    if let reference = source["fieldRef"] {
      return "# \(name) from field path \(text(reference, "fieldPath"))"
    }
    return "# \(name) from resource \(text(source["resourceFieldRef"] ?? .null, "resource"))"
  }

  private static func text(_ json: JSON, _ key: String) -> String { json[key]?.stringValue ?? "" }
}
