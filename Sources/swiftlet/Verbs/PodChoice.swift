import APIMachinery
import KubernetesAPI
import KubernetesClient

/// Finds the pods that a command means.
struct PodChoice {
  let session: Session

  /// The pod of that name, the best one of `deployment/web`, or all with the labels.
  func pods(_ name: String?, selector: String?) async throws -> [Pod] {
    guard let name else {
      let options = ListOptions(labelSelector: selector)
      return try await session.client.list(Pod.self, namespace: session.namespace, options: options).items
    }
    guard name.contains("/") else {
      return [try await pod(named: name)]
    }
    let named = try ResourceArguments([name], await session.mapper())
    guard let target = named.targets.first, let owner = try await owner(target) else { return [] }
    if target.resource.groupResource == Pod.definition.groupResource { return [owner.view()] }
    return [try await pod(of: owner, name)]
  }

  private func owner(_ target: ResourceArguments.Target) async throws -> DynamicObject? {
    do { return try await session.objects(target).first } catch let error as StatusError {
      guard error.isNotFound else { throw error }
      throw CommandError(
        "error from server (NotFound): \(error.message) in namespace \"\(session.namespace)\"")
    }
  }

  private func pod(named name: String) async throws -> Pod {
    let key = ObjectKey(namespace: session.namespace, name: name)
    guard let pod = try await session.client.find(Pod.self, key) else {
      throw CommandError(
        "error from server (NotFound): pods \"\(name)\" not found in namespace \"\(session.namespace)\"")
    }
    return pod
  }

  /// Kubernetes: `kubectl/pkg/polymorphichelpers GetFirstPod`: the pod that most likely has something to say.
  private func pod(of owner: DynamicObject, _ name: String) async throws -> Pod {
    let spec = owner.fields["spec"]?["selector"]?.objectValue
    let isService = owner.kind == "Service"
    guard let spec, !spec.isEmpty else {
      throw CommandError("cannot get the logs from \(owner.kind): selector not supported")
    }
    let selector = isService ? Selector(StringMap(fields: spec)) : try Selector(labelSelector: spec)
    let list = try await session.client.list(
      Pod.self, namespace: owner.key.namespace, options: ListOptions(labelSelector: selector.description))
    guard let best = LogPriority.best(of: list.items) else {
      throw CommandError("timed out waiting for the condition")
    }
    if list.items.count > 1 {
      Terminal.writeError("Found \(list.items.count) pods, using pod/\(best.key.name)")
    }
    return best
  }
}

/// How likely a pod has something to say; the smallest comes first.
///
/// Kubernetes: `kubectl/pkg/util/podutils`, `ByLogging.Less`: the first key that differs decides.
struct LogPriority: Comparable {
  /// The keys, each smaller for the pod to prefer.
  private let keys: [Int64]

  init(_ pod: Pod) {
    let hasNode = pod.spec.nodeName?.isEmpty == false
    let phase: Int64 = ["Unknown": 1, "Pending": 2][pod.status.phase ?? ""] ?? 0
    // An unknown moment counts as the latest.
    func key(_ moment: Timestamp?) -> Int64 { moment?.nanosecondsSince1970 ?? .max }
    func restarts(_ containers: [ContainerStatus]) -> Int { containers.map(\.restartCount).max() ?? 0 }
    let sidecars = Set(pod.spec.initContainers.filter { $0.restartPolicy == "Always" }.map(\.name))
    keys = [
      hasNode ? 0 : 1, phase, pod.isReady ? 0 : 1, pod.isReady ? key(pod.readySince) : 0,
      Int64(-restarts(pod.status.containerStatuses)),
      Int64(-restarts(pod.status.initContainerStatuses.filter { sidecars.contains($0.name) })),
      key(pod.metadata.creationTimestamp),
    ]
  }

  /// The pod to ask first; of equal ones the first. `nil` if there is none.
  static func best(of pods: [Pod]) -> Pod? { pods.min { LogPriority($0) < LogPriority($1) } }

  static func < (left: LogPriority, right: LogPriority) -> Bool {
    left.keys.lexicographicallyPrecedes(right.keys)
  }
}
