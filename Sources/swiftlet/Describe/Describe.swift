import APIMachinery
import ArgumentParser
import KubernetesClient

/// `swiftlet describe`: tells all about objects, their neighbours and their events.
struct Describe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the details of objects, with their events.",
    discussion:
      "Examples: `describe pod web-1`, `describe deploy/web`, `describe nodes`, `describe pods -l app=web`.")

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "TYPE [NAME_PREFIX ...] or TYPE/NAME ...") var arguments: [String] = []
  @OptionGroup var manifests: ManifestOptions
  @Flag(name: [.customShort("A"), .long], help: "All namespaces.") var allNamespaces = false
  @Option(name: [.customShort("l"), .long], help: "Label selector.") var selector: String?
  @Flag(name: .long, inversion: .prefixedNo, help: "Show the events too.") var showEvents = true

  func run() async throws {
    try await connection.withSession { session in
      let describer = ObjectDescriber(session: session, showsEvents: showEvents, now: RealTime.now)
      var texts: [String] = []
      for (resource, objects) in try await targets(session) {
        for object in objects { texts.append(try await describer.text(of: object, resource)) }
      }
      if texts.isEmpty { return sayEmpty(session) }
      Terminal.write(texts.joined(separator: "\n\n"))
    }
  }

  private func targets(_ session: Session) async throws -> [(ResourceDefinition, [DynamicObject])] {
    let mapper = try await session.mapper()
    let named =
      manifests.areGiven
      ? try ResourceArguments(items: try await manifests.items(), mapper)
      : try ResourceArguments(arguments, mapper, verb: "describe")
    var result: [(ResourceDefinition, [DynamicObject])] = []
    for target in named.targets {
      result.append((target.resource, try await objects(target, session)))
    }
    return result
  }

  private func objects(_ target: ResourceArguments.Target, _ session: Session) async throws -> [DynamicObject]
  {
    guard !target.names.isEmpty else {
      return try await session.objects(target, labelSelector: selector, allNamespaces: allNamespaces)
    }
    var found: [DynamicObject] = []
    for name in target.names { found += try await objects(target, named: name, session) }
    return found
  }

  /// The object of that name, or all whose names start with it.
  ///
  /// Kubernetes: `kubectl describe DescribeMatchingResources`.
  private func objects(
    _ target: ResourceArguments.Target, named name: String, _ session: Session
  ) async throws -> [DynamicObject] {
    var one = target
    one.names = [name]
    do {
      return try await session.objects(one)
    } catch let error as StatusError where error.isNotFound {
      one.names = []
      let all = try await session.objects(one)
      let matching = all.filter { $0.key.name.hasPrefix(name) }
      if matching.isEmpty { throw error }
      return matching
    }
  }

  private func sayEmpty(_ session: Session) {
    let place = allNamespaces ? "" : " in \(session.namespace) namespace."
    Terminal.writeError("No resources found\(place)")
  }
}
