import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet set`: changes one thing of the pods of an object.
struct SetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change the image, the environment or the resources of the pods of an object.",
    subcommands: [SetImage.self, SetEnvironment.self, SetResources.self, SetServiceAccount.self])
}

/// A change of the containers in the template of an object.
struct TemplateChange: ParsableArguments {
  @OptionGroup var subjects: SubjectOptions
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @Option(name: .long, help: "The name of the manager of the fields.") var fieldManager = "kubectl-set"
  @OptionGroup var print: PrintOptions

  /// Where the specification of the pods stands in an object of a kind.
  static func podPath(_ kind: String) -> [String] {
    switch kind {
    case "Pod": ["spec"]
    case "CronJob": ["spec", "jobTemplate", "spec", "template", "spec"]
    default: ["spec", "template", "spec"]
    }
  }

  static func podSpec(of object: DynamicObject) throws -> JSON {
    var value = JSON.object(object.fields)
    for name in podPath(object.kind) {
      guard let next = value[name] else {
        throw CommandError("the object is not a pod or does not have a pod template: \(object.kind)")
      }
      value = next
    }
    return value
  }

  /// Sends `change` of the pods' specification as a strategic merge patch; `nil` changes nothing.
  func apply(
    _ arguments: [String], _ verb: String,
    _ change: (Session, DynamicObject, JSON) async throws -> JSONObject?
  ) async throws {
    let sender = ObjectChange(print: print, dryRun: dryRun, verb: verb, manager: fieldManager)
    try await subjects.forEach(arguments) { session, resource, object in
      let pod = try Self.podSpec(of: object)
      guard let members = try await change(session, object, pod), !members.isEmpty else { return }
      var patch = JSON.object(members)
      for name in Self.podPath(object.kind).reversed() { patch = .object([name: patch]) }
      if dryRun == .client {
        return try sender.say(try merged(patch, object), isChanged: true)
      }
      let result = try await session.client.patch(
        resource.groupVersionResource, object.key, subresource: nil, patch: .strategicMerge(patch),
        options: WriteOptions(fieldManager: fieldManager, isDryRun: dryRun == .server))
      guard result.metadata.resourceVersion != object.metadata.resourceVersion || dryRun == .server else {
        return
      }
      try sender.say(result, isChanged: true)
    }
  }

  private func merged(_ patch: JSON, _ object: DynamicObject) throws -> DynamicObject {
    let version = GroupVersion(apiVersion: object.apiVersion)
    let kind = GroupVersionKind(
      group: version?.group ?? "", version: version?.version ?? "", kind: object.kind)
    guard let schema = KustomizeTransformations.catalog.kind(kind)?.schema else { return object }
    var compiler = SchemaCompiler()
    return DynamicObject(
      fields: try StrategicMergePatch.apply(
        patch.objectValue ?? [:], to: object.fields, type: compiler.compile(schema)))
  }

  /// The containers whose names match a pattern, `*` for all.
  ///
  /// - Throws: ``CommandError`` when a name that is no pattern matches none.
  static func containers(_ pod: JSON, _ pattern: String, lists: [String]) -> [(list: String, name: String)] {
    lists.flatMap { list in
      (pod[list]?.arrayValue ?? []).compactMap { container in
        guard let name = container["name"]?.stringValue, matches(name, pattern) else { return nil }
        return (list, name)
      }
    }
  }

  private static func matches(_ name: String, _ pattern: String) -> Bool {
    guard pattern.contains("*") else { return name == pattern }
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard name.hasPrefix(parts[0]), name.hasSuffix(parts[parts.count - 1]),
      name.count >= parts[0].count + parts[parts.count - 1].count
    else { return false }
    var rest = name.dropFirst(parts[0].count).dropLast(parts[parts.count - 1].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}

struct SetImage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "image", abstract: "Change the images of containers: `set image deploy/web app=nginx:2`.")
  @OptionGroup var change: TemplateChange
  @Argument(help: "TYPE/NAME ... CONTAINER=IMAGE ...") var arguments: [String] = []

  func run() async throws {
    let images = arguments.filter { $0.contains("=") }
    let subjects = arguments.filter { !$0.contains("=") }
    guard !images.isEmpty else { throw CommandError("at least one image update is required") }
    try await change.apply(subjects, "image updated") { _, object, pod in
      var lists = JSONObject()
      for text in images {
        let equals = text.firstIndex(of: "=") ?? text.endIndex
        let (name, image) = (String(text[..<equals]), String(text[text.index(after: equals)...]))
        let found = TemplateChange.containers(pod, name, lists: ["containers", "initContainers"])
        if found.isEmpty { throw CommandError("unable to find container named \"\(name)\"") }
        for container in found {
          let entry: JSON = ["name": .string(container.name), "image": .string(image)]
          lists[container.list] = .array((lists[container.list]?.arrayValue ?? []) + [entry])
        }
      }
      return lists
    }
  }
}

struct SetServiceAccount: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serviceaccount", abstract: "Change the service account of the pods.", aliases: ["sa"])
  @OptionGroup var change: TemplateChange
  @Argument(help: "TYPE NAME ACCOUNT or TYPE/NAME ACCOUNT") var arguments: [String] = []

  func run() async throws {
    guard arguments.count > 1, let account = arguments.last else {
      throw CommandError("serviceaccount is required")
    }
    try await change.apply(arguments.dropLast(), "serviceaccount updated") { _, _, _ in
      ["serviceAccountName": .string(account)]
    }
  }
}

struct SetResources: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resources", abstract: "Change the requests and limits of containers.")
  @OptionGroup var change: TemplateChange
  @Option(name: .long, help: "cpu=100m,memory=64Mi") var requests: String?
  @Option(name: .long, help: "cpu=200m,memory=128Mi") var limits: String?
  @Option(name: [.customShort("c"), .customLong("containers")], help: "Which containers; * for all.")
  var containers = "*"
  @Argument(help: "TYPE NAME or TYPE/NAME") var arguments: [String] = []

  func run() async throws {
    var resources = JSONObject()
    for (field, text) in [("requests", requests), ("limits", limits)] {
      guard let text else { continue }
      let amounts = try KeyValueList.parse(text, "resource")
      for (name, amount) in amounts where Quantity(json: amount) == nil {
        throw CommandError("invalid quantity for \(name): \(amount.stringValue ?? "")")
      }
      resources[field] = .object(amounts)
    }
    guard !resources.isEmpty else {
      throw CommandError(
        "you must specify an update to requests or limits (in the form of --requests/--limits)")
    }
    try await change.apply(arguments, "resource requirements updated") { _, _, pod in
      let found = TemplateChange.containers(pod, containers, lists: ["containers", "initContainers"])
      if found.isEmpty { throw CommandError("unable to find container named \(containers)") }
      let chosen = found.filter { $0.list == "containers" || containers != "*" }
      var lists = JSONObject()
      for container in chosen {
        let entry: JSON = ["name": .string(container.name), "resources": .object(resources)]
        lists[container.list] = .array((lists[container.list]?.arrayValue ?? []) + [entry])
      }
      return lists
    }
  }
}
