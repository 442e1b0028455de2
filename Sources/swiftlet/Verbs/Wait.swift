import APIMachinery
import ArgumentParser

/// `swiftlet wait`: waits for a condition of objects.
struct Wait: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Wait until objects meet a condition.")

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "TYPE NAME ... or TYPE/NAME ...") var arguments: [String]
  @Option(name: .customLong("for"), help: "delete, create, condition=NAME[=VALUE] or jsonpath={...}[=VALUE]")
  var goal: String
  @Option(name: [.customShort("l"), .long], help: "Label selector.") var selector: String?
  @Flag(name: .long, help: "All objects of the type.") var all = false
  @Flag(name: [.customShort("A"), .long], help: "All namespaces.") var allNamespaces = false
  @Option(name: .long, help: "How long to wait: 30s, 5m; 0 looks once, a negative one waits a week.")
  var timeout = "30s"

  func run() async throws {
    let goal = try ConditionWaiter.Goal(goal)
    var limit = try Duration(goDuration: timeout == "0" ? "0s" : timeout)
    if limit < .zero { limit = .seconds(7 * 86_400) }
    try await connection.withSession { session in
      let named = try ResourceArguments(arguments, await session.mapper())
      guard named.hasNames || all || selector != nil else {
        throw CommandError("resource(s) were provided, but no name was specified")
      }
      for target in named.targets {
        var keys = target.names.map { session.key(target.resource, $0) }
        if keys.isEmpty {
          keys = try await session.objects(target, labelSelector: selector, allNamespaces: allNamespaces).map(
            \.key)
        }
        if keys.isEmpty { throw CommandError("no matching resources found") }
        for key in keys {
          try await ConditionWaiter(session: session, resource: target.resource, key: key)
            .wait(until: goal, timeout: limit)
          let group = target.resource.group.isEmpty ? "" : ".\(target.resource.group)"
          let what = self.goal == "delete" ? "deleted" : "condition met"
          Terminal.writeLine("\(target.resource.singular)\(group)/\(key.name) \(what)")
        }
      }
    }
  }
}
