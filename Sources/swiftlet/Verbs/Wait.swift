import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet wait`: waits for a condition of objects.
struct Wait: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Wait until objects meet a condition.")

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "TYPE NAME ... or TYPE/NAME ...") var arguments: [String] = []
  @OptionGroup var manifests: ManifestOptions
  @Option(name: .customLong("for"), help: "delete, create, condition=NAME[=VALUE] or jsonpath={...}[=VALUE]")
  var goal = ""
  @Option(name: [.customShort("l"), .long], help: "Label selector.") var selector: String?
  @Option(name: .long, help: "Field selector.") var fieldSelector: String?
  @Flag(name: .long, help: "All objects of the type.") var all = false
  @Flag(name: [.customShort("A"), .long], help: "All namespaces.") var allNamespaces = false
  @Option(name: .long, help: "How long to wait: 30s, 5m; 0 looks once, a negative one waits a week.")
  var timeout = "30s"
  @OptionGroup var print: PrintOptions

  func run() async throws {
    let goal = try ConditionWaiter.Goal(goal)
    var limit = try Duration(goDuration: timeout == "0" ? "0s" : timeout)
    if limit < .zero { limit = .seconds(7 * 86_400) }
    try await connection.withSession { session in
      let mapper = try await session.mapper()
      let named =
        manifests.areGiven
        ? try ResourceArguments(items: try await manifests.items(), mapper)
        : try ResourceArguments(arguments, mapper)
      guard named.hasNames || all || selector != nil || fieldSelector != nil else {
        throw CommandError("resource(s) were provided, but no name was specified")
      }
      var count = 0
      var live = LiveView()
      defer { live.clear() }
      for target in named.targets {
        for (key, uid) in try await subjects(target, goal, session) {
          count += 1
          live.paint(["waiting for \(self.goal) of \(target.resource.singular) \(key)"])
          try await ConditionWaiter(session: session, resource: target.resource, key: key)
            .wait(until: goal.of(uid: uid), timeout: limit)
          live.clear()
          try await say(target.resource, key, session)
        }
      }
      if count == 0, !goal.isDeletion { throw CommandError("no matching resources found") }
    }
  }

  private func say(_ resource: ResourceDefinition, _ key: ObjectKey, _ session: Session) async throws {
    let format = try print.format()
    if case .table = format {
      let group = resource.group.isEmpty ? "" : ".\(resource.group)"
      return Terminal.writeLine("\(resource.singular)\(group)/\(key.name) condition met")
    }
    let object = try await session.client.get(
      resource.groupVersionResource, key, subresource: nil, options: GetOptions())
    Terminal.write(try print.printer(format).text([object], isSingle: true))
  }

  /// The objects that are there now. One that is missing is an error, unless its creation or deletion is waited for.
  private func subjects(
    _ target: ResourceArguments.Target, _ goal: ConditionWaiter.Goal, _ session: Session
  ) async throws -> [(ObjectKey, uid: String?)] {
    if case .created = goal, !target.names.isEmpty {
      return target.names.map { (session.key(target, $0), nil) }
    }
    guard !target.names.isEmpty else {
      let objects = try await session.objects(
        target, labelSelector: selector, fieldSelector: fieldSelector, allNamespaces: allNamespaces)
      return objects.map { ($0.key, $0.metadata.uid) }
    }
    var found: [(ObjectKey, uid: String?)] = []
    for name in target.names {
      do {
        let one = ResourceArguments.Target(
          resource: target.resource, names: [name], namespace: target.namespace)
        found += try await session.objects(one).map { ($0.key, $0.metadata.uid) }
      } catch let error as StatusError {
        guard error.isNotFound, goal.isDeletion else { throw error }
      }
    }
    return found
  }
}
