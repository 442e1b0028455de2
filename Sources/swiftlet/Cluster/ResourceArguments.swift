import APIMachinery

/// What the arguments of a command name: resources as a whole, or objects of them.
///
/// Kubernetes: `cli-runtime/resource Builder`: `pods`, `pods,svc`, `pod a b`, `pod/a svc/b`, `all`.
struct ResourceArguments: Sendable {
  /// One resource, and the names asked for; none means all of them.
  struct Target: Sendable {
    var resource: ResourceDefinition
    var names: [String]
    /// The namespace that a manifest gives; `nil` for the session's.
    var namespace: String?
  }

  let targets: [Target]
  /// What is wrong with those objects of the manifests that are not among the targets.
  private(set) var problems: [String] = []

  /// True when a single object was asked for by name: it is shown alone, not as a list.
  var isSingleObject: Bool { targets.count == 1 && targets[0].names.count == 1 }
  var hasNames: Bool { targets.contains { !$0.names.isEmpty } }

  init(targets: [Target]) { self.targets = targets }

  /// - Parameter verb: What is done to the objects, for the error when none is named.
  init(_ arguments: [String], _ mapper: ResourceMapper, verb: String = "") throws {
    guard let first = arguments.first else {
      throw CommandError(
        verb.isEmpty
          ? """
          You must provide one or more resources by argument or filename.
          Example resource specifications include:
             '-f rsrc.yaml'
             '--filename=rsrc.json'
             '<resource> <name>'
             '<resource>'
          """
          : "You must specify the type of resource to \(verb). Use \"swiftlet api-resources\" for a complete list of"
            + " supported resources.")
    }
    if arguments.contains(where: { $0.contains("/") }) {
      targets = try Self.slashed(arguments, mapper)
    } else {
      var targets: [Target] = []
      for name in first.split(separator: ",").map(String.init) {
        for resource in try mapper.resources(named: name) {
          targets.append(Target(resource: resource, names: Array(arguments.dropFirst())))
        }
      }
      self.targets = targets
    }
  }

  /// The objects that manifests describe.
  ///
  /// - Throws: ``CommandError`` when the server has the kind of none of them; that it lacks the kinds of some is told
  ///   by ``reportProblems()``.
  init(items: [ManifestReader.Item], _ mapper: ResourceMapper) throws {
    var targets: [Target] = []
    for item in items {
      do {
        targets.append(
          Target(
            resource: try mapper.resource(of: item), names: [item.object.metadata.name ?? ""],
            namespace: item.object.metadata.namespace))
      } catch let error as CommandError {
        problems.append(error.description)
      }
    }
    self.targets = targets
    if targets.isEmpty { try reportProblems() }
  }

  /// - Throws: ``CommandError`` with all that is wrong with objects of the manifests; nothing when all are fine.
  func reportProblems() throws {
    guard !problems.isEmpty else { return }
    throw CommandError(problems.joined(separator: "\n"), isPlain: problems.count > 1)
  }

  private static func slashed(_ arguments: [String], _ mapper: ResourceMapper) throws -> [Target] {
    try arguments.map { argument in
      let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1 else {
        throw CommandError(
          "there is no need to specify a resource type as a separate argument when passing arguments in resource/name"
            + " form (e.g. 'swiftlet get resource/<resource_name>' instead of 'swiftlet get resource"
            + " resource/<resource_name>'")
      }
      guard parts.count == 2 else {
        throw CommandError("arguments in resource/name form may not have more than one slash")
      }
      guard !parts[0].isEmpty, !parts[1].isEmpty else {
        throw CommandError("arguments in resource/name form must have a single resource and name")
      }
      return Target(resource: try mapper.resource(named: parts[0]), names: [parts[1]])
    }
  }
}
