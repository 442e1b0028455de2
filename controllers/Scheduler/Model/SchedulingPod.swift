import APIMachinery
import KubernetesAPI

/// A pod as the scheduler sees it: what it asks for, worked out once.
final class SchedulingPod: Sendable {
  let key: ObjectKey
  let uid: String
  let pod: Pod
  let labels: StringMap
  let priority: Int
  let requests: ResourceAmounts
  /// The requests with defaults for missing ones: what scoring counts.
  let scoringRequests: ResourceAmounts
  let hostPorts: [HostPort]
  let requiredAffinity: [AffinityTerm]
  let requiredAntiAffinity: [AffinityTerm]
  let preferredAffinity: [WeightedTerm]
  let preferredAntiAffinity: [WeightedTerm]
  /// The claims of the pod's volumes.
  let claims: [ObjectKey]

  struct WeightedTerm: Sendable {
    let weight: Int
    let term: AffinityTerm
  }

  init(_ pod: Pod) {
    self.pod = pod
    key = pod.key
    let metadata = pod.metadata
    uid = metadata.uid ?? ""
    labels = metadata.labels
    let spec = pod.spec
    priority = spec.priority ?? 0
    requests = ResourceAmounts(requestsOf: spec)
    scoringRequests = ResourceAmounts(requestsOf: spec, defaults: .scoringDefaults)
    hostPorts = HostPort.all(of: spec)
    let affinity = spec.affinity
    let namespace = key.namespace
    func terms(_ list: [PodAffinityTerm]?) -> [AffinityTerm] {
      (list ?? []).map { AffinityTerm($0, namespace: namespace, podLabels: metadata.labels) }
    }
    func weighted(_ list: [WeightedPodAffinityTerm]?) -> [WeightedTerm] {
      (list ?? []).map {
        WeightedTerm(
          weight: $0.weight,
          term: AffinityTerm($0.podAffinityTerm, namespace: namespace, podLabels: metadata.labels))
      }
    }
    requiredAffinity = terms(affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution)
    requiredAntiAffinity = terms(affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution)
    preferredAffinity = weighted(affinity?.podAffinity?.preferredDuringSchedulingIgnoredDuringExecution)
    preferredAntiAffinity = weighted(
      affinity?.podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution)
    claims = pod.claimNames.map { ObjectKey(namespace: namespace, name: $0) }
  }

  /// A new version of a pod that asks for the same, so that nothing need be worked out again.
  init(_ pod: Pod, like known: SchedulingPod) {
    self.pod = pod
    key = known.key
    uid = known.uid
    labels = known.labels
    priority = known.priority
    requests = known.requests
    scoringRequests = known.scoringRequests
    hostPorts = known.hostPorts
    requiredAffinity = known.requiredAffinity
    requiredAntiAffinity = known.requiredAntiAffinity
    preferredAffinity = known.preferredAffinity
    preferredAntiAffinity = known.preferredAntiAffinity
    claims = known.claims
  }

  /// Whether `other` is the same pod and asks for the same, wherever it is.
  func isLike(_ other: Pod) -> Bool {
    let metadata = other.metadata
    return metadata.uid == uid && metadata.labels == labels
      && metadata.isBeingDeleted == pod.metadata.isBeingDeleted
      && Self.isSameButForNode(pod.spec.fields, other.spec.fields)
  }

  private static func isSameButForNode(_ left: JSONObject, _ right: JSONObject) -> Bool {
    func count(_ spec: JSONObject) -> Int { spec.count - (spec.contains("nodeName") ? 1 : 0) }
    return count(left) == count(right)
      && left.indices.allSatisfy { place in
        let (key, value) = left[place]
        return key == "nodeName" || right.value(of: key, near: place) == value
      }
  }

  var hasAffinityTerms: Bool {
    !(requiredAffinity.isEmpty && requiredAntiAffinity.isEmpty && preferredAffinity.isEmpty
      && preferredAntiAffinity.isEmpty)
  }
}

/// A port of the node that a container takes.
struct HostPort: Sendable, Hashable {
  let port: Int
  let transport: String
  let address: String

  /// Two host ports clash when port and protocol are the same and the addresses are, or one is every address.
  ///
  /// Kubernetes: `scheduler/framework HostPortInfo.CheckConflict`.
  func clashes(with other: HostPort) -> Bool {
    port == other.port && transport == other.transport
      && (address == other.address || address == "0.0.0.0" || other.address == "0.0.0.0")
  }

  /// The host ports of all containers, sidecars included. With `hostNetwork` the API has filled in the host ports.
  static func all(of spec: PodSpec) -> [HostPort] {
    var ports: [HostPort] = []
    let sidecars = spec.initContainers.filter { $0.restartPolicy == "Always" }
    for port in (spec.containers + sidecars).flatMap(\.ports) {
      guard let hostPort = port.hostPort, hostPort > 0 else { continue }
      let address = port.hostIP ?? ""
      ports.append(
        HostPort(
          port: hostPort, transport: port.protocol ?? "TCP", address: address.isEmpty ? "0.0.0.0" : address))
    }
    return ports
  }
}
