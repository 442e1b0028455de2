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
  init(items: [ManifestReader.Item], _ mapper: ResourceMapper) throws {
    targets = try items.map { item in
      let version = GroupVersion(apiVersion: item.object.apiVersion)
      let kind = GroupVersionKind(
        group: version?.group ?? "", version: version?.version ?? "", kind: item.object.kind)
      return Target(
        resource: try mapper.resource(for: kind), names: [item.object.metadata.name ?? ""],
        namespace: item.object.metadata.namespace)
    }
  }

  private static func slashed(_ arguments: [String], _ mapper: ResourceMapper) throws -> [Target] {
    try arguments.map { argument in
      let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw CommandError(
          """
          there is no need to specify a resource type as a separate argument when passing arguments in \
          resource/name form (e.g. 'swiftlet get resource/<resource_name>' instead of 'swiftlet get resource \
          resource/<resource_name>')
          """)
      }
      return Target(resource: try mapper.resource(named: parts[0]), names: [parts[1]])
    }
  }
}
