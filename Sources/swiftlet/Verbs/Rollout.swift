import APIMachinery
import ArgumentParser
import KubernetesAPI
import KubernetesClient

/// `swiftlet rollout`: looks at and steers the roll-out of a Deployment.
struct Rollout: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at and steer the roll-out of a Deployment.",
    subcommands: [
      RolloutStatus.self, RolloutHistory.self, RolloutUndo.self, RolloutRestart.self, RolloutPause.self,
      RolloutResume.self,
    ])
}

/// The Deployment that a roll-out command is about.
struct RolloutTarget: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "deployment NAME or deployment/NAME") var arguments: [String] = []

  func withDeployment(_ body: (Session, Deployment) async throws -> Void) async throws {
    guard !arguments.isEmpty else { throw CommandError("required resource not specified") }
    try await connection.withSession { session in
      let named = try ResourceArguments(arguments, await session.mapper())
      guard named.hasNames else { throw CommandError("required resource not specified") }
      for target in named.targets {
        guard target.resource.groupResource == Deployment.definition.groupResource else {
          throw CommandError("no roll-out is known for \(target.resource.groupResource)")
        }
        for name in target.names {
          try await body(session, session.client.get(Deployment.self, session.key(target.resource, name)))
        }
      }
    }
  }

  /// Changes the Deployment by a merge patch, and says so.
  func patch(_ verb: String, _ patch: (Deployment) throws -> JSON) async throws {
    try await withDeployment { session, deployment in
      let change = try patch(deployment)
      try await session.client.patch(
        Deployment.self, deployment.key, .strategicMerge(change),
        options: WriteOptions(fieldManager: "kubectl-rollout"))
      Terminal.writeLine("deployment.apps/\(deployment.key.name) \(verb)")
    }
  }
}

struct RolloutStatus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Follow a roll-out until it is complete.")
  @OptionGroup var target: RolloutTarget
  @Flag(name: [.short, .long], inversion: .prefixedNo, help: "Wait until the end.") var watch = true
  @Option(name: .long, help: "How long to wait; 0 waits on.") var timeout = "0s"

  func run() async throws {
    let limit = try Duration(goDuration: timeout == "0" ? "0s" : timeout)
    try await target.withDeployment { session, deployment in
      let follower = RolloutFollower(session: session, key: deployment.key)
      guard watch else {
        Terminal.writeLine(try RolloutProgress(deployment).text)
        return
      }
      try await follower.follow(timeout: limit == .zero ? nil : limit)
    }
  }
}

/// What can be said of a roll-out at a moment.
///
/// Kubernetes: `kubectl/pkg/polymorphichelpers DeploymentStatusViewer`.
struct RolloutProgress {
  let text: String
  let isComplete: Bool
  /// The same in numbers, for a live view.
  let bars: [String]

  /// - Throws: ``CommandError`` when the Deployment has exceeded its progress deadline.
  init(_ deployment: Deployment) throws {
    let name = deployment.metadata.name ?? ""
    let (spec, status) = (deployment.spec, deployment.status)
    let wanted = spec.replicas ?? 1
    let updated = status.updatedReplicas ?? 0
    let total = status.replicas ?? 0
    let available = status.availableReplicas ?? 0
    bars = [
      "\(LiveView.bar(updated, of: wanted)) \(updated)/\(wanted) updated",
      "\(LiveView.bar(available, of: wanted)) \(available)/\(wanted) available, \(total) in all",
    ]
    func waiting(_ what: String) -> String {
      "Waiting for deployment \"\(name)\" rollout to finish: \(what)..."
    }
    guard (deployment.metadata.generation ?? 0) <= (status.observedGeneration ?? 0) else {
      (text, isComplete) = ("Waiting for deployment spec update to be observed...", false)
      return
    }
    let progressing = status.conditions.first { $0.type == "Progressing" }
    if progressing?.reason == "ProgressDeadlineExceeded" {
      throw CommandError("deployment \"\(name)\" exceeded its progress deadline")
    }
    if updated < wanted {
      (text, isComplete) = (waiting("\(updated) out of \(wanted) new replicas have been updated"), false)
    } else if total > updated {
      (text, isComplete) = (waiting("\(total - updated) old replicas are pending termination"), false)
    } else if available < updated {
      (text, isComplete) = (waiting("\(available) of \(updated) updated replicas are available"), false)
    } else {
      (text, isComplete) = ("deployment \"\(name)\" successfully rolled out", true)
    }
  }
}

struct RolloutHistory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "history", abstract: "List the revisions.")
  @OptionGroup var target: RolloutTarget
  @Option(name: .long, help: "Show one revision's template.") var revision: Int?

  func run() async throws {
    try await target.withDeployment { session, deployment in
      let history = try await RevisionHistory(deployment, session)
      if let revision {
        guard let entry = history.revisions.first(where: { $0.number == revision }) else {
          throw CommandError("unable to find the specified revision")
        }
        Terminal.writeLine("deployment.apps/\(deployment.key.name) with revision #\(revision)")
        var text = DescriptionText(now: RealTime.now)
        text.template(entry.replicaSet.spec.template)
        Terminal.write(text.rawText + "\n")
        return
      }
      Terminal.writeLine("deployment.apps/\(deployment.key.name) ")
      let rows = history.revisions.map {
        [String($0.number), $0.replicaSet.metadata.annotations["kubernetes.io/change-cause"] ?? "<none>"]
      }
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

  func run() async throws {
    try await target.withDeployment { session, deployment in
      let history = try await RevisionHistory(deployment, session).revisions
      let wanted = toRevision == 0 ? history.dropLast().last : history.first { $0.number == toRevision }
      guard let wanted else {
        throw CommandError(
          toRevision == 0
            ? "no rollout history found for deployment \"\(deployment.key.name)\""
            : "unable to find specified revision \(toRevision) in history")
      }
      if deployment.spec.paused == true {
        throw CommandError(
          "you cannot rollback a paused deployment; resume it first with 'swiftlet rollout resume' and try again"
        )
      }
      let template = RevisionHistory.template(of: wanted.replicaSet)
      if template == deployment.spec.template.fields {
        Terminal.writeLine(
          "deployment.apps/\(deployment.key.name) skipped rollback (current template already matches revision "
            + "\(wanted.number))")
        return
      }
      try await session.client.patch(
        Deployment.self, deployment.key,
        .json([["op": "replace", "path": "/spec/template", "value": .object(template)]]),
        options: WriteOptions(fieldManager: "kubectl-rollout"))
      Terminal.writeLine("deployment.apps/\(deployment.key.name) rolled back")
    }
  }
}

struct RolloutRestart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "restart", abstract: "Replace all pods.")
  @OptionGroup var target: RolloutTarget

  func run() async throws {
    try await target.patch("restarted") { deployment in
      if deployment.spec.paused == true {
        throw CommandError("can't restart paused deployment (run rollout resume first)")
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
    try await target.patch("paused") { deployment in
      if deployment.spec.paused == true {
        throw CommandError("deployments.apps \"\(deployment.key.name)\" is already paused")
      }
      return ["spec": ["paused": true]]
    }
  }
}

struct RolloutResume: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with a paused roll-out.")
  @OptionGroup var target: RolloutTarget

  func run() async throws {
    try await target.patch("resumed") { deployment in
      if deployment.spec.paused != true {
        throw CommandError("deployments.apps \"\(deployment.key.name)\" is not paused")
      }
      return ["spec": ["paused": .null]]
    }
  }
}
