import APIMachinery
import ArgumentParser
import KubernetesAPI
import KubernetesClient
import RemoteClient

/// `swiftlet drain`: takes the pods off nodes.
struct Drain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Cordon nodes and evict their pods, as disruption budgets allow.")

  @OptionGroup var nodes: NodeArguments
  @OptionGroup var options: DrainOptions

  func run() async throws {
    let limit = try options.limit
    try await nodes.connection.withSession { session in
      let list = try await nodes.nodes(session, "drain")
      let cordon = NodeCordon(session: session, dryRun: nodes.dryRun)
      for node in list { try await cordon.set(true, on: node) }
      var failures: [(node: String, error: CommandError)] = []
      for node in list {
        do {
          try await NodeDrain(session: session, options: options, dryRun: nodes.dryRun, limit: limit)
            .drain(node.key.name)
          Terminal.writeLine("node/\(node.key.name) drained\(nodes.dryRun.suffix)")
        } catch let error as CommandError {
          Terminal.writeError(
            "error: unable to drain node \"\(node.key.name)\" due to error: \(error), continuing command...")
          failures.append((node.key.name, error))
        }
      }
      try Self.report(failures)
    }
  }

  private static func report(_ failures: [(node: String, error: CommandError)]) throws {
    guard !failures.isEmpty else { return }
    Terminal.writeError("There are pending nodes to be drained:")
    for failure in failures { Terminal.writeError(" \(failure.node)") }
    throw CommandError(failures.map { "\($0.error)" }.joined(separator: "\n"), isPlain: true)
  }
}

/// Which pods may be taken off, and how.
struct DrainOptions: ParsableArguments {
  @Flag(name: .long, help: "Leave the pods of DaemonSets where they are.") var ignoreDaemonsets = false
  @Flag(name: .long, help: "Take off pods with emptyDir volumes too; their data is lost.")
  var deleteEmptydirData = false
  @Flag(name: .long, help: "Take off pods too that nothing will replace.") var force = false
  @Flag(name: .long, help: "Delete the pods; disruption budgets are not asked.") var disableEviction = false
  @Option(name: .long, parsing: .unconditional, help: "Seconds given to each pod; -1 is the pod's own.")
  var gracePeriod = -1
  @Option(name: .long, help: "How long to go on trying: 30s, 5m; 0 is without end.") var timeout = "0s"
  @Option(name: .long, help: "Only the pods with these labels.") var podSelector: String?

  /// `nil` is without end.
  var limit: Duration? {
    get throws {
      let limit = try Duration(goDuration: timeout)
      return limit == .zero ? nil : limit
    }
  }
}

/// Takes the pods off one node.
///
/// Kubernetes: `kubectl/pkg/drain Helper`.
struct NodeDrain: Sendable {
  let session: Session
  let options: DrainOptions
  let dryRun: DryRun
  let limit: Duration?

  /// - Throws: ``CommandError`` when pods may not be taken off, or the time is over.
  func drain(_ node: String) async throws {
    let list = ListOptions(labelSelector: options.podSelector, fieldSelector: "spec.nodeName=\(node)")
    let pods = try await session.client.list(Pod.self, options: list).items
    let judged = DrainJudgement(pods, options)
    if !judged.errors.isEmpty { throw CommandError(judged.errors.joined(separator: ", ")) }
    for warning in judged.warnings { Terminal.writeError("Warning: \(warning)") }
    try await evict(judged.chosen)
  }

  private func evict(_ pods: [Pod]) async throws {
    let deadline = limit.map { ContinuousClock.now + $0 }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for pod in pods { group.addTask { try await evict(pod, until: deadline) } }
      try await group.waitForAll()
    }
  }

  private func evict(_ pod: Pod, until deadline: ContinuousClock.Instant?) async throws {
    let verb = options.disableEviction ? "deleting" : "evicting"
    repeat {
      Terminal.writeLine("\(verb) pod \(pod.key)\(dryRun.suffix)")
      if dryRun == .client { return }
      if try await request(pod) { break }
      try await pause(.seconds(5), pod, until: deadline)
    } while true
    if dryRun == .server { return }
    while try await isThere(pod) { try await pause(.milliseconds(250), pod, until: deadline) }
    Terminal.writeLine("pod/\(pod.key.name) \(options.disableEviction ? "deleted" : "evicted")")
  }

  /// - Throws: ``CommandError`` when the time is over before the pause is.
  private func pause(_ duration: Duration, _ pod: Pod, until deadline: ContinuousClock.Instant?) async throws
  {
    let end = ContinuousClock.now + duration
    guard let deadline, end > deadline, let limit else { return try await Task.sleep(for: duration) }
    try await Task.sleep(until: deadline)
    throw CommandError(
      "error when evicting pods/\"\(pod.key.name)\" -n \"\(pod.key.namespace)\":"
        + " global timeout reached: \(limit.goDescription)")
  }

  /// Asks for the eviction once; `false` when a disruption budget is against it for now.
  private func request(_ pod: Pod) async throws -> Bool {
    do {
      if options.disableEviction {
        try await session.client.delete(Pod.self, pod.key, options: deletion)
      } else {
        try await postEviction(of: pod)
      }
      return true
    } catch let error as StatusError where error.isNotFound {
      return true
    } catch let error as StatusError where error.isTooManyRequests {
      Terminal.writeError(
        "error when evicting pods/\"\(pod.key.name)\" -n \"\(pod.key.namespace)\" (will retry after 5s):"
          + " \(error.message)")
      return false
    } catch let error as StatusError {
      throw CommandError(
        "error when evicting pods/\"\(pod.key.name)\" -n \"\(pod.key.namespace)\": \(error.message)")
    }
  }

  private var deletion: DeleteOptions {
    DeleteOptions(
      gracePeriodSeconds: options.gracePeriod >= 0 ? options.gracePeriod : nil, isDryRun: dryRun == .server)
  }

  /// The client tries an answer of 429 again by itself when it names a delay, so the request goes out as it is.
  private func postEviction(of pod: Pod) async throws {
    var fields: JSONObject = [
      "apiVersion": "policy/v1", "kind": "Eviction",
      "metadata": ["name": .string(pod.key.name), "namespace": .string(pod.key.namespace)],
    ]
    var deletion = JSONObject()
    if options.gracePeriod >= 0 { deletion["gracePeriodSeconds"] = .int(Int64(options.gracePeriod)) }
    if dryRun == .server { deletion["dryRun"] = ["All"] }
    if !deletion.isEmpty { fields["deleteOptions"] = .object(deletion) }
    _ = try await session.client.create(
      Pod.definition.groupVersionResource, pod.key, subresource: "eviction",
      object: DynamicObject(fields: fields), options: WriteOptions(isDryRun: dryRun == .server))
  }

  private func isThere(_ pod: Pod) async throws -> Bool {
    let found = try await session.client.find(Pod.self, pod.key)
    return found?.metadata.uid == pod.metadata.uid
  }
}

/// Which pods of a node are taken off, which stay, and which must not be touched.
///
/// Kubernetes: `kubectl/pkg/drain makeFilters`.
struct DrainJudgement {
  private(set) var chosen: [Pod] = []
  private(set) var warnings: [String] = []
  private(set) var errors: [String] = []

  init(_ pods: [Pod], _ options: DrainOptions) {
    var reasons: [(text: String, isError: Bool, pods: [String])] = []
    func note(_ text: String, isError: Bool, _ pod: Pod) {
      if let index = reasons.firstIndex(where: { $0.text == text }) {
        reasons[index].pods.append("\(pod.key)")
      } else {
        reasons.append((text, isError, ["\(pod.key)"]))
      }
    }
    for pod in pods.sorted(by: { $0.key < $1.key }) {
      switch Self.verdict(on: pod, options) {
      case .take: chosen.append(pod)
      case .leave: continue
      case .warn(let text, let isTaken):
        note(text, isError: false, pod)
        if isTaken { chosen.append(pod) }
      case .refuse(let text): note(text, isError: true, pod)
      }
    }
    let texts = { (isError: Bool) in
      reasons.filter { $0.isError == isError }.map { "\($0.text): \($0.pods.joined(separator: ", "))" }
    }
    warnings = texts(false)
    errors = texts(true)
  }

  private enum Verdict {
    case take, leave
    case warn(String, isTaken: Bool)
    case refuse(String)
  }

  private static func verdict(on pod: Pod, _ options: DrainOptions) -> Verdict {
    let hasEnded = pod.status.phase == "Succeeded" || pod.status.phase == "Failed"
    if pod.metadata.annotations["kubernetes.io/config.mirror"] != nil { return .leave }
    let owner = pod.metadata.controller
    if owner?.kind == "DaemonSet", !hasEnded {
      return options.ignoreDaemonsets
        ? .warn("ignoring DaemonSet-managed Pods", isTaken: false)
        : .refuse("cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore)")
    }
    if hasEnded { return .take }
    if pod.spec.volumes.contains(where: { $0.emptyDir != nil }) {
      return options.deleteEmptydirData
        ? .warn("deleting Pods with local storage", isTaken: true)
        : .refuse("cannot delete Pods with local storage (use --delete-emptydir-data to override)")
    }
    if owner == nil {
      return options.force
        ? .warn("deleting Pods that declare no controller", isTaken: true)
        : .refuse("cannot delete Pods that declare no controller (use --force to override)")
    }
    return .take
  }
}
