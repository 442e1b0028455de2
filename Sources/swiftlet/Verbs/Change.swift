import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet patch`: changes some fields of an object.
struct Patch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Change some fields of an object.")

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "TYPE NAME or TYPE/NAME") var arguments: [String]
  @Option(name: [.short, .long], help: "The patch, JSON or YAML.") var patch: String
  @Option(name: .long, help: "strategic, merge or json.") var type = "strategic"
  @Option(name: .long, help: "status, scale, ...") var subresource: String?
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @Option(name: [.short, .long], help: "name, json or yaml instead of a sentence.") var output: String?

  func run() async throws {
    guard let json = try YAML.parse(patch, file: "--patch").first?.value else {
      throw CommandError("unable to parse \"\(patch)\": it is empty")
    }
    let change: KubernetesClient.Patch
    switch type {
    case "strategic": change = .strategicMerge(json)
    case "merge": change = .merge(json)
    case "json": change = .json(json)
    default: throw CommandError("--type must be one of [json merge strategic], not \"\(type)\"")
    }
    try await ObjectChange(
      connection: connection, dryRun: dryRun, output: output, verb: "patched",
      unchangedVerb: "patched (no change)"
    )
    .apply(change, to: arguments, subresource: subresource, manager: "kubectl-patch")
  }
}

/// A patch sent to all objects that the arguments name, and what is said of each.
struct ObjectChange {
  let connection: ConnectionOptions
  var dryRun = DryRun.none
  var output: String?
  let verb: String
  /// Said of an object that has not changed, if that is worth telling.
  var unchangedVerb: String?
  var selector: String?
  var isForAll = false

  func apply(
    _ patch: KubernetesClient.Patch, to arguments: [String], subresource: String? = nil, manager: String
  ) async throws {
    try await forEach(arguments) { session, resource, object in
      try await send(patch, resource, object, subresource, manager, session)
    }
  }

  /// Runs `body` for each object that the arguments name.
  func forEach(
    _ arguments: [String], _ body: (Session, ResourceDefinition, DynamicObject) async throws -> Void
  ) async throws {
    try await connection.withSession { session in
      let named = try ResourceArguments(arguments, await session.mapper())
      guard named.hasNames || isForAll || selector != nil else {
        throw CommandError("resource(s) were provided, but no name was specified")
      }
      for target in named.targets {
        for object in try await session.objects(target, labelSelector: selector) {
          try await body(session, target.resource, object)
        }
      }
    }
  }

  func send(
    _ patch: KubernetesClient.Patch, _ resource: ResourceDefinition, _ object: DynamicObject,
    _ subresource: String?, _ manager: String, _ session: Session
  ) async throws {
    var result = object
    if dryRun != .client {
      result = try await session.client.patch(
        resource.groupVersionResource, object.key, subresource: subresource, patch: patch,
        options: WriteOptions(fieldManager: manager, isDryRun: dryRun == .server))
    }
    try say(result, isChanged: result.metadata.resourceVersion != object.metadata.resourceVersion)
  }

  func say(_ object: DynamicObject, isChanged: Bool) throws {
    if let output {
      Terminal.write(try ObjectPrinter(format: OutputFormat(output)).text([object], isSingle: true))
      return
    }
    let what = isChanged || dryRun != .none ? verb : unchangedVerb ?? verb
    Terminal.writeLine("\(ObjectPrinter.name(of: object)) \(what)\(dryRun.suffix)")
  }
}

/// The flags that `label` and `annotate` share, and their arguments: objects, then `key=value` and `key-`.
struct MetadataChangeOptions: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "TYPE NAME ... KEY=VALUE ... KEY-") var arguments: [String]
  @Flag(name: .long, help: "Change values that are there already.") var overwrite = false
  @Flag(name: .long, help: "All objects of the type.") var all = false
  @Option(name: [.customShort("l"), .long], help: "Label selector.") var selector: String?
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @Option(name: [.short, .long], help: "name, json or yaml instead of a sentence.") var output: String?

  func run(field: String, verb: (set: String, removed: String, unchanged: String), manager: String)
    async throws
  {
    let isChange = { (text: String) in text.contains("=") || text.hasSuffix("-") }
    let changes = arguments.drop { !isChange($0) }
    guard !changes.isEmpty, changes.allSatisfy(isChange) else {
      throw CommandError("at least one \(field.dropLast()) update is required")
    }
    var members = JSONObject()
    for change in changes {
      if let equals = change.firstIndex(of: "=") {
        members[String(change[..<equals])] = .string(String(change[change.index(after: equals)...]))
      } else {
        members[String(change.dropLast())] = .null
      }
    }
    let patch = KubernetesClient.Patch.merge(["metadata": [field: .object(members)]])
    let change = ObjectChange(
      connection: connection, dryRun: dryRun, output: output,
      verb: members.allSatisfy(\.value.isNull) && !overwrite ? verb.removed : verb.set,
      unchangedVerb: verb.unchanged,
      selector: selector, isForAll: all)
    try await change.forEach(arguments.prefix { !isChange($0) }.map { $0 }) { session, resource, object in
      try refuseOverwriting(members, field, object)
      tellMissing(members, field, object)
      try await change.send(patch, resource, object, nil, manager, session)
    }
  }

  private func tellMissing(_ members: JSONObject, _ field: String, _ object: DynamicObject) {
    let present = object.metadata.fields[map: field]
    for (key, value) in members where field == "labels" && value.isNull && present[key] == nil {
      Terminal.writeLine("label \"\(key)\" not found.")
    }
  }

  private func refuseOverwriting(_ members: JSONObject, _ field: String, _ object: DynamicObject) throws {
    guard !overwrite else { return }
    let present = object.metadata.fields[map: field]
    for (key, value) in members where !value.isNull {
      if let old = present[key], .string(old) != value {
        throw CommandError(
          "'\(key)' already has a value (\(old)), and --overwrite is false")
      }
    }
  }
}

/// `swiftlet label`.
struct Label: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Set or remove labels: KEY=VALUE, KEY-.")
  @OptionGroup var options: MetadataChangeOptions
  func run() async throws {
    try await options.run(
      field: "labels", verb: (set: "labeled", removed: "unlabeled", unchanged: "not labeled"),
      manager: "kubectl-label")

  }
}

/// `swiftlet annotate`.
struct Annotate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Set or remove annotations: KEY=VALUE, KEY-.")
  @OptionGroup var options: MetadataChangeOptions
  func run() async throws {
    try await options.run(
      field: "annotations", verb: (set: "annotated", removed: "annotated", unchanged: "annotated"),
      manager: "kubectl-annotate")
  }
}

/// `swiftlet scale`.
struct Scale: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Set the number of replicas.")
  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "TYPE NAME ... or TYPE/NAME ...") var arguments: [String]
  @Option(name: .long, help: "How many.") var replicas: Int
  @Option(name: .long, help: "Only if there are this many now.") var currentReplicas: Int?
  @Option(name: [.customShort("l"), .long], help: "Label selector.") var selector: String?
  @Flag(name: .long, help: "All objects of the type.") var all = false

  func run() async throws {
    let change = ObjectChange(connection: connection, verb: "scaled", selector: selector, isForAll: all)
    do { try await scale(change) } catch let error as StatusError {
      throw error.isNotFound ? CommandError("no objects passed to scale \(error.message)") : error
    }
  }

  private func scale(_ change: ObjectChange) async throws {
    try await change.forEach(arguments) { session, resource, object in
      let current = object.fields["spec"]?["replicas"]?.intValue
      if let currentReplicas, Int64(currentReplicas) != current {
        throw CommandError("Expected replicas to be \(currentReplicas), was \(current ?? 0)")
      }
      _ = try await session.client.patch(
        resource.groupVersionResource, object.key, subresource: "scale",
        patch: .merge(["spec": ["replicas": .int(Int64(replicas))]]),
        options: WriteOptions(fieldManager: "kubectl"))
      try change.say(object, isChanged: true)
    }
  }
}
