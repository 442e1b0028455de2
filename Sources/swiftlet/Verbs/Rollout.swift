import APIMachinery
import ArgumentParser
import KubernetesAPI
import KubernetesClient

/// `swiftlet rollout`: looks at and steers the roll-out of a Deployment, DaemonSet or StatefulSet.
struct Rollout: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at and steer a roll-out.",
    subcommands: [
      RolloutStatus.self, RolloutHistory.self, RolloutUndo.self, RolloutRestart.self, RolloutPause.self,
      RolloutResume.self,
    ])
}

/// The workloads that a roll-out command is about.
struct RolloutTarget: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var manifests: ManifestOptions
  @Argument(help: "TYPE NAME or TYPE/NAME of deployments, daemonsets and statefulsets")
  var arguments: [String] = []
  @Option(name: [.customShort("l"), .long], help: "The ones with these labels.") var selector: String?

  func withWorkloads(_ body: (Session, any RolloutWorkload) async throws -> Void) async throws {
    guard !arguments.isEmpty || manifests.areGiven else {
      throw CommandError("required resource not specified")
    }
    try await connection.withSession { session in
      let mapper = try await session.mapper()
      let named =
        manifests.areGiven
        ? try ResourceArguments(items: try await manifests.items(), mapper)
        : try ResourceArguments(arguments, mapper)
      var count = 0
      for target in named.targets {
        let kind = try Self.kind(of: target.resource)
        for workload in try await workloads(kind, target, session) {
          try await body(session, workload)
          count += 1
        }
      }
      if count == 0 { Terminal.writeError("No resources found in \(session.namespace) namespace.") }
    }
  }

  private static func kind(of resource: ResourceDefinition) throws -> any RolloutWorkload.Type {
    let kinds: [any RolloutWorkload.Type] = [Deployment.self, DaemonSet.self, StatefulSet.self]
    guard let kind = kinds.first(where: { $0.definition.groupResource == resource.groupResource }) else {
      throw CommandError("no roll-out is known for \(resource.groupResource)")
    }
    return kind
  }

  /// Those named; all of the kind when none is.
  private func workloads<Kind: RolloutWorkload>(
    _ kind: Kind.Type, _ target: ResourceArguments.Target, _ session: Session
  ) async throws -> [any RolloutWorkload] {
    guard !target.names.isEmpty else {
      let options = ListOptions(labelSelector: selector)
      return try await session.client.list(kind, namespace: session.namespace, options: options).items
    }
    var workloads: [any RolloutWorkload] = []
    for name in target.names {
      workloads.append(try await session.client.get(kind, session.key(target, name)))
    }
    return workloads
  }

  /// Changes the workloads, and says so.
  func patch(_ verb: String, _ patch: (any RolloutWorkload) throws -> JSON) async throws {
    try await withWorkloads { session, workload in
      try await Self.write(.strategicMerge(try patch(workload)), to: workload, session)
      Terminal.writeLine("\(workload.title) \(verb)")
    }
  }

  static func write<Kind: RolloutWorkload>(
    _ patch: KubernetesClient.Patch, to workload: Kind, _ session: Session, isDryRun: Bool = false
  ) async throws {
    try await session.client.patch(
      Kind.self, workload.key, patch,
      options: WriteOptions(fieldManager: "kubectl-rollout", isDryRun: isDryRun))
  }
}

struct RolloutStatus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Follow a roll-out until it is complete.")
  @OptionGroup var target: RolloutTarget
  @Flag(name: [.short, .long], inversion: .prefixedNo, help: "Wait until the end.") var watch = true
  @Option(name: .long, help: "How long to wait; 0 waits on.") var timeout = "0s"
  @Option(name: .long, help: "Fail when the running revision is another one; 0 takes any.") var revision = 0

  func run() async throws {
    let limit = try Duration(goDuration: timeout == "0" ? "0s" : timeout)
    guard revision >= 0 else { throw CommandError("revision must be a positive integer: \(revision)") }
    try await target.withWorkloads { session, workload in
      try check(workload)
      guard watch else {
        Terminal.writeLine(try workload.progress().text)
        return
      }
      try await Self.follow(workload, session, timeout: limit == .zero ? nil : limit)
    }
  }

  /// Kubernetes: `kubectl rollout status --revision`, which Deployments alone know.
  private func check(_ workload: any RolloutWorkload) throws {
    guard revision > 0, let deployment = workload as? Deployment else { return }
    let running = deployment.metadata.annotations[RevisionHistory.annotation] ?? "0"
    guard running != "\(revision)" else { return }
    throw CommandError(
      "desired revision (\(revision)) is different from the running revision (\(running))")
  }

  private static func follow<Kind: RolloutWorkload>(
    _ workload: Kind, _ session: Session, timeout: Duration?
  ) async throws {
    try await RolloutFollower<Kind>(session: session, key: workload.key).follow(timeout: timeout)
  }
}

struct RolloutHistory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "history", abstract: "List the revisions.")
  @OptionGroup var target: RolloutTarget
  @Option(name: .long, help: "Show one revision's template.") var revision: Int?

  func run() async throws {
    try await target.withWorkloads { session, workload in
      let revisions = try await workload.revisions(session)
      if let revision {
        guard let entry = revisions.first(where: { $0.number == revision }) else {
          throw CommandError("unable to find the specified revision")
        }
        Terminal.writeLine("\(workload.title) with revision #\(revision)")
        var text = DescriptionText(now: RealTime.now)
        text.template(entry.labelledTemplate)
        Terminal.write(text.rawText + "\n")
        return
      }
      Terminal.writeLine("\(workload.title) ")
      let rows = revisions.map { [String($0.number), $0.changeCause ?? "<none>"] }
      Terminal.write(
        TabWriter(padding: 2).layOut(
          (["REVISION\tCHANGE-CAUSE"] + rows.map { $0.joined(separator: "\t") }).joined(separator: "\n")
            + "\n") + "\n")
    }
  }
}

struct RolloutUndo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Go back to an earlier revision.")
  @OptionGroup var target: RolloutTarget
  @Option(name: .long, help: "The revision to go back to; 0 is the one before.") var toRevision = 0
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none

  func run() async throws {
    try await target.withWorkloads { session, workload in
      let history = try await workload.revisions(session)
      let wanted = toRevision == 0 ? history.dropLast().last : history.first { $0.number == toRevision }
      guard let wanted else { throw CommandError(missing(in: workload)) }
      if workload.isPaused {
        throw CommandError(
          "you cannot rollback a paused deployment; resume it first with 'swiftlet rollout resume' and try again"
        )
      }
      if wanted.template.fields == workload.template.fields {
        Terminal.writeLine(
          "\(workload.title) skipped rollback (current template already matches revision \(wanted.number))")
        return
      }
      if dryRun != .client {
        try await RolloutTarget.write(wanted.patch, to: workload, session, isDryRun: dryRun == .server)
      }
      Terminal.writeLine("\(workload.title) rolled back\(dryRun.suffix)")
    }
  }

  private func missing(in workload: any RolloutWorkload) -> String {
    if toRevision != 0 { return "unable to find specified revision \(toRevision) in history" }
    return workload is Deployment
      ? "no rollout history found for deployment \"\(workload.key.name)\""
      : "no last revision to roll back to"
  }
}

struct RolloutRestart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "restart", abstract: "Replace all pods.")
  @OptionGroup var target: RolloutTarget

  func run() async throws {
    try await target.patch("restarted") { workload in
      if workload.isPaused {
        throw CommandError(
          "\(workload.subject) can't restart paused deployment (run rollout resume first)")
      }
      let now = RealTime.now.rfc3339
      return [
        "spec": [
          "template": ["metadata": ["annotations": ["kubectl.kubernetes.io/restartedAt": .string(now)]]]
        ]
      ]
    }
  }
}

struct RolloutPause: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "pause", abstract: "Hold a roll-out.")
  @OptionGroup var target: RolloutTarget

  func run() async throws {
    try await target.patch("paused") { workload in
      guard workload is Deployment else { throw CommandError("\(workload.subject) pausing is not supported") }
      if workload.isPaused { throw CommandError("\(workload.subject) is already paused") }
      return ["spec": ["paused": true]]
    }
  }
}

struct RolloutResume: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with a paused roll-out.")
  @OptionGroup var target: RolloutTarget

  func run() async throws {
    try await target.patch("resumed") { workload in
      guard workload is Deployment else {
        throw CommandError("\(workload.subject) resuming is not supported")
      }
      if !workload.isPaused { throw CommandError("\(workload.subject) is not paused") }
      return ["spec": ["paused": .null]]
    }
  }
}
