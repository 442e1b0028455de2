import APIMachinery
import KubernetesAPI

extension Endpoint {
  /// What a Service's slice says about a pod.
  ///
  /// Kubernetes: `endpointslice/utils.go`, `podToEndpoint`. `serving` is whether the pod is ready, `ready` the
  /// same but never for a pod that is leaving.
  /// - Parameter zone: The zone of the pod's node.
  init(_ pod: Pod, of service: Service, addresses: [String], zone: String?) {
    let isServing = pod.isReady
    let isLeaving = pod.isTerminating
    let isPublished = service.spec.publishNotReadyAddresses == true
    self.init {
      $0.addresses = addresses
      $0.conditions = EndpointConditions {
        $0.ready = isPublished || (isServing && !isLeaving)
        $0.serving = isServing
        $0.terminating = isLeaving
      }
      if let hostname = pod.spec.hostname, pod.spec.subdomain == service.metadata.name {
        $0.hostname = hostname
      }
      $0.nodeName = pod.spec.nodeName
      $0.zone = zone
      $0.targetRef = ObjectReference {
        $0.kind = "Pod"
        $0.namespace = pod.metadata.namespace
        $0.name = pod.metadata.name
        $0.uid = pod.metadata.uid
      }
      if service.prefersCloseEndpoints, let zone {
        $0.hints = EndpointHints { $0.forZones = [ForZone { $0.name = zone }] }
      }
    }
  }
}

extension Service {
  /// Whether each endpoint is meant for clients in its own zone.
  var prefersCloseEndpoints: Bool {
    ["PreferClose", "PreferSameZone"].contains(spec.trafficDistribution ?? "")
  }

  /// The address types to keep slices of.
  var addressTypes: [String] {
    let families = spec.ipFamilies
    return families.isEmpty ? ["IPv4"] : families
  }
}

extension Pod {
  /// The pod's addresses of one family.
  func addresses(ofType type: String) -> [String] {
    let all = status.podIPs.map(\.ip)
    let known = all.isEmpty ? [status.podIP].compactMap { $0 } : all
    return known.filter { $0.contains(":") == (type == "IPv6") }
  }

  /// Whether the pod belongs into slices: it has an address and may serve again.
  ///
  /// Kubernetes: `ShouldPodBeInEndpoints`, including pods that are leaving.
  var isEndpoint: Bool { status.podIP != nil && !isOver }
}
