import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet delete`: deletes objects and waits until they are gone.
struct Delete: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Delete objects by file, by name or by label.")

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "TYPE NAME ... or TYPE/NAME ...") var arguments: [String] = []
  @OptionGroup var manifests: ManifestOptions
  @Option(name: [.customShort("l"), .long], help: "Label selector.") var selector: String?
  @Option(name: .long, help: "Field selector.") var fieldSelector: String?
  @Flag(name: .long, help: "All objects of the type.") var all = false
  @Flag(name: [.customShort("A"), .long], help: "All namespaces.") var allNamespaces = false
  @Option(name: .long, help: "Seconds given to a pod to end; 0 with --force ends it at once.")
  var gracePeriod: Int?
  @Flag(name: .long, help: "With --grace-period=0: do not wait for the node's word.") var force = false
  @Flag(name: .long, help: "At once: a grace period of one second.") var now = false
  @Option(name: .long, help: "background, foreground or orphan.") var cascade: String?
  @Flag(name: .long, inversion: .prefixedNo, help: "Wait until the objects are gone.") var wait = true
  @Option(name: .long, help: "How long to wait: 30s, 5m; 0 waits on.") var timeout = "0s"
  @Flag(name: .long, help: "A missing object is no error.") var ignoreNotFound = false
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @Option(name: [.short, .long], help: "name instead of a sentence.") var output: String?
  @Option(name: .long, help: "Send the deletion to a path.") var raw: String?

  func run() async throws {
    guard [nil, "name"].contains(output) else {
      throw CommandError("unexpected -o output mode: \(output ?? ""). We only support '-o name'")
    }
    if let raw { return try await delete(path: raw) }
    let options = try options()
    let limit = try Duration(goDuration: timeout == "0" ? "0s" : timeout)
    try await connection.withSession { session in
      var failures = 0
      var deleted: [(resource: ResourceDefinition, object: DynamicObject)] = []
      let targets = try await self.targets(session)
      if force, options.gracePeriodSeconds == 0 {
        Terminal.writeError(
          "Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated."
            + " The resource may continue to run on the cluster indefinitely.")
      }
      for target in targets {
        do {
          deleted.append((target.resource, try await delete(target.resource, target.key, options, session)))
        } catch let error as StatusError {
          if error.isNotFound, ignoreNotFound { continue }
          failures += 1
          let told = target.file.map { error.when("deleting", $0) } ?? error
          Terminal.writeError(told.commandLineText)
        }
      }
      if wait, dryRun == .none { try await waitUntilGone(deleted, limit, session) }
      if deleted.isEmpty, targets.isEmpty, !manifests.areGiven { Terminal.writeLine("No resources found") }
      if failures > 0 { throw CommandError("", exitCode: 1) }
    }
  }

  private func delete(path: String) async throws {
    try await connection.withSession { session in
      let response = try await session.client.send(
        RawRequest("DELETE", path: path, accept: "application/json"))
      Terminal.write(String(decoding: response.body, as: UTF8.self))
    }
  }

  private func options() throws -> DeleteOptions {
    var options = DeleteOptions(gracePeriodSeconds: now ? 1 : gracePeriod, isDryRun: dryRun == .server)
    if force, gracePeriod == nil { options.gracePeriodSeconds = 0 }
    switch cascade {
    case nil, "background", "true": options.propagationPolicy = .background
    case "foreground": options.propagationPolicy = .foreground
    case "orphan", "false": options.propagationPolicy = .orphan
    case let other?:
      throw CommandError(
        "invalid cascade value (\(other)). Must be \"background\", \"foreground\", or \"orphan\"")
    }
    return options
  }

  /// One object to delete, and the file that names it.
  private typealias Target = (resource: ResourceDefinition, key: ObjectKey, file: String?)

  private func targets(_ session: Session) async throws -> [Target] {
    if manifests.areGiven {
      var result: [Target] = []
      for item in try await manifests.items() {
        let target = try await ObjectTarget(item, session)
        result.append((target.resource, target.key, item.file))
      }
      return result
    }
    let named = try ResourceArguments(arguments, await session.mapper())
    guard named.hasNames || all || selector != nil || fieldSelector != nil else {
      throw CommandError("resource(s) were provided, but no name was specified")
    }
    var result: [Target] = []
    for target in named.targets {
      if target.names.isEmpty {
        let objects = try await session.objects(
          target, labelSelector: selector, fieldSelector: fieldSelector, allNamespaces: allNamespaces)
        result += objects.map { (target.resource, $0.key, nil) }
      } else {
        result += target.names.map { (target.resource, session.key(target, $0), nil) }
      }
    }
    return result
  }

  private func delete(
    _ resource: ResourceDefinition, _ key: ObjectKey, _ options: DeleteOptions, _ session: Session
  ) async throws -> DynamicObject {
    var object = DynamicObject(fields: [:])
    if dryRun != .client {
      object = try await session.client.delete(resource.groupVersionResource, key, options: options)
    }
    object.metadata.name = key.name
    object.metadata.namespace = key.namespace.isEmpty ? nil : key.namespace
    let name = resource.group.isEmpty ? resource.singular : "\(resource.singular).\(resource.group)"
    let verb = options.gracePeriodSeconds == 0 && force ? "force deleted" : "deleted"
    Terminal.writeLine(
      output == "name" ? "\(name)/\(key.name)" : "\(name) \"\(key.name)\" \(verb)\(dryRun.suffix)")
    return object
  }

  private func waitUntilGone(
    _ deleted: [(resource: ResourceDefinition, object: DynamicObject)], _ limit: Duration, _ session: Session
  ) async throws {
    var live = LiveView()
    defer { live.clear() }
    for (position, (resource, object)) in deleted.enumerated() {
      let (done, total) = (position, deleted.count)
      live.paint(["\(LiveView.bar(done, of: total)) \(done)/\(total) gone, waiting for \(object.key)"])
      let waiter = ConditionWaiter(session: session, resource: resource, key: object.key)
      try await waiter.wait(until: .deleted(uid: object.metadata.uid), timeout: limit == .zero ? nil : limit)
    }
  }
}
