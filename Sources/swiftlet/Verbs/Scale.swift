import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet scale`.
struct Scale: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Set the number of replicas.")

  @OptionGroup var subjects: SubjectOptions
  @Argument(help: "TYPE NAME ... or TYPE/NAME ...") var arguments: [String] = []
  @Option(name: .long, help: "How many.") var replicas: Int
  @Option(name: .long, help: "Only if there are this many now.") var currentReplicas: Int?
  @Option(name: .long, help: "Only if the object is of this version.") var resourceVersion: String?
  @Option(name: .long, help: "How long to wait until there are so many; 0 does not wait.") var timeout = "0s"
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @OptionGroup var print: PrintOptions

  func run() async throws {
    guard replicas >= 0 else {
      throw CommandError(
        "The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0")
    }
    do { try await scaleAll() } catch let error as StatusError {
      // Kubernetes: `kubectl scale` says so where the only object that is named is missing.
      let isAlone = subjects.selector == nil && !subjects.all && arguments.count { $0.contains("/") } < 2
      throw error.isNotFound && isAlone
        ? CommandError("no objects passed to scale \(error.message)") : error
    }
  }

  private func scaleAll() async throws {
    let limit = try Duration(goDuration: timeout == "0" ? "0s" : timeout)
    let change = ObjectChange(print: print, dryRun: dryRun, verb: "scaled", manager: "kubectl-scale")
    try await subjects.forEach(arguments) { session, resource, object in
      let current = object.fields["spec"]?["replicas"]?.intValue
      if let currentReplicas, Int64(currentReplicas) != current {
        throw CommandError("Expected replicas to be \(currentReplicas), was \(current ?? 0)")
      }
      if let resourceVersion, resourceVersion != object.metadata.resourceVersion {
        throw CommandError(
          "Expected resource version to be \(resourceVersion), was \(object.metadata.resourceVersion ?? "")")
      }
      if dryRun != .client { try await scale(object, resource, session) }
      try change.say(object, isChanged: true)
      if limit != .zero, dryRun == .none {
        let waiter = ConditionWaiter(session: session, resource: resource, key: object.key)
        let goal = ConditionWaiter.Goal.path(
          try JSONPath(template: "{.status.replicas}"), value: "\(replicas)")
        try await waiter.wait(until: goal, timeout: limit)
      }
    }
  }

  private func scale(_ object: DynamicObject, _ resource: ResourceDefinition, _ session: Session) async throws
  {
    _ = try await session.client.patch(
      resource.groupVersionResource, object.key, subresource: "scale",
      patch: .merge(["spec": ["replicas": .int(Int64(replicas))]]),
      options: WriteOptions(fieldManager: "kubectl-scale", isDryRun: dryRun == .server))
  }
}
