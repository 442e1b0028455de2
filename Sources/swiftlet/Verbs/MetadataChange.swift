import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// The flags that `label` and `annotate` share, and their arguments: objects, then `key=value` and `key-`.
struct MetadataChangeOptions: ParsableArguments {
  @OptionGroup var subjects: SubjectOptions
  @Argument(help: "TYPE NAME ... KEY=VALUE ... KEY-") var arguments: [String] = []
  @Flag(name: .long, help: "Change values that are there already.") var overwrite = false
  @Flag(name: .long, help: "Show what there is.") var list = false
  @Option(name: .long, help: "Change the object only if it is of this version.") var resourceVersion: String?
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @Option(name: .long, help: "The name of the manager of the fields.") var fieldManager: String?
  @OptionGroup var print: PrintOptions

  /// The words of one of the two commands.
  struct Words {
    /// `labels` or `annotations`.
    var field: String
    var set: String
    var removed: String
    var unchanged: String
    var manager: String
  }

  func run(_ words: Words) async throws {
    let isChange = { (text: String) in text.contains("=") || text.hasSuffix("-") }
    let changes = arguments.drop { !isChange($0) }
    guard !changes.isEmpty || list, changes.allSatisfy(isChange) else {
      throw CommandError("at least one \(words.field.dropLast()) update is required")
    }
    let members = try Self.members(changes, words)
    let change = ObjectChange(
      print: print, dryRun: dryRun,
      verb: members.allSatisfy(\.value.isNull) && !overwrite ? words.removed : words.set,
      unchangedVerb: words.unchanged, manager: fieldManager ?? words.manager)
    var listings: [(heading: String, lines: [String])] = []
    try await subjects.forEach(arguments.prefix { !isChange($0) }.map { $0 }) { session, resource, object in
      var object = object
      if !members.isEmpty {
        try check(members, words, object)
        tellMissing(members, words, object)
        let changed = try await change.send(
          .merge(patch(members, words)), to: object, of: resource, session,
          isChanged: alters(members, words, object), isSilent: list)
        object = changed
      }
      if list { listings.append(Self.listing(object, words)) }
    }
    for listing in listings {
      if listings.count > 1 { Terminal.writeLine(listing.heading) }
      for line in listing.lines { Terminal.writeLine(listings.count > 1 ? " \(line)" : line) }
    }
  }

  private static func members(_ changes: ArraySlice<String>, _ words: Words) throws -> JSONObject {
    var members = JSONObject()
    for change in changes {
      let equals = change.firstIndex(of: "=")
      let key = equals.map { String(change[..<$0]) } ?? String(change.dropLast())
      if members.contains(key) {
        throw CommandError("can not both modify and remove a \(words.field.dropLast()) in the same command")
      }
      members[key] = equals.map { .string(String(change[change.index(after: $0)...])) } ?? .null
      try check(key, members[key]?.stringValue ?? "", words)
    }
    return members
  }

  /// Kubernetes: `kubectl label`: a value that no label may have is refused before any object is changed.
  private static func check(_ key: String, _ value: String, _ words: Words) throws {
    guard words.field == "labels", let problem = NameRules.labelValue(value).first else { return }
    throw CommandError("invalid label value: \"\(key)=\(value)\": \(problem)")
  }

  private func alters(_ members: JSONObject, _ words: Words, _ object: DynamicObject) -> Bool {
    let present = object.metadata.fields[map: words.field]
    return members.contains { key, value in present[key] != value.stringValue }
  }

  private func patch(_ members: JSONObject, _ words: Words) -> JSON {
    var metadata: JSONObject = [words.field: .object(members)]
    if let resourceVersion { metadata["resourceVersion"] = .string(resourceVersion) }
    return ["metadata": .object(metadata)]
  }

  /// Kubernetes: `kubectl label --list`.
  private static func listing(
    _ object: DynamicObject, _ words: Words
  ) -> (heading: String, lines: [String]) {
    let group = GroupVersion(apiVersion: object.apiVersion)?.group ?? ""
    return (
      "Listing \(words.field) for \(object.kind).\(group)/\(object.key.name):",
      object.metadata.fields[map: words.field].sortedTexts
    )
  }

  private func tellMissing(_ members: JSONObject, _ words: Words, _ object: DynamicObject) {
    let present = object.metadata.fields[map: words.field]
    for (key, value) in members where words.field == "labels" && value.isNull && present[key] == nil {
      Terminal.writeLine("label \"\(key)\" not found.")
    }
  }

  private func check(_ members: JSONObject, _ words: Words, _ object: DynamicObject) throws {
    guard !overwrite else { return }
    let present = object.metadata.fields[map: words.field]
    for (key, value) in members where !value.isNull {
      if let old = present[key], .string(old) != value {
        throw CommandError(
          words.field == "labels"
            ? "'\(key)' already has a value (\(old)), and --overwrite is false"
            : "--overwrite is false but found the following declared annotation(s): '\(key)' already has a value"
              + " (\(old))")
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
      .init(
        field: "labels", set: "labeled", removed: "unlabeled", unchanged: "not labeled",
        manager: "kubectl-label"))
  }
}

/// `swiftlet annotate`.
struct Annotate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Set or remove annotations: KEY=VALUE, KEY-.")
  @OptionGroup var options: MetadataChangeOptions

  func run() async throws {
    try await options.run(
      .init(
        field: "annotations", set: "annotated", removed: "annotated", unchanged: "annotated",
        manager: "kubectl-annotate"))
  }
}
