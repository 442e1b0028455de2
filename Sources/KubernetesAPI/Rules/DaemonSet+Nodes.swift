public import APIMachinery

/// Whether a daemon pod belongs on a node.
public enum DaemonPlacement: Sendable, Hashable {
  /// It should be there.
  case runs
  /// None would be put there, but one that is there may stay.
  case mayStay
  /// None should be there.
  case staysAway
}

extension DaemonSet {
  /// Whether the set wants a pod on a node. Free room does not matter: where a pod should be and does not fit,
  /// it is made and waits.
  ///
  /// Kubernetes: `pkg/controller/daemon NodeShouldRunDaemonPod`: the node's name, the node selector, the required
  /// node affinity and the taints; a pod that is there leaves for a NoExecute taint only.
  public func placement(onNodeNamed name: String, labels: StringMap, taints: [Taint]) -> DaemonPlacement {
    let template = spec.template.spec
    if let wanted = template.nodeName, !wanted.isEmpty, wanted != name { return .staysAway }
    guard template.acceptsNode(named: name, labels: labels) else { return .staysAway }
    // What every daemon pod tolerates comes on top: most sets of a node's own software tolerate everything themselves.
    let effects = ["NoSchedule", "NoExecute"]
    if taints.isEmpty || template.firstUntolerated(of: taints, effects: effects) == nil { return .runs }
    let pod = template.toleratingAsDaemon()
    if pod.firstUntolerated(of: taints, effects: effects) == nil { return .runs }
    return pod.firstUntolerated(of: taints, effects: ["NoExecute"]) == nil ? .mayStay : .staysAway
  }

  public func placement(on node: Node) -> DaemonPlacement {
    placement(
      onNodeNamed: node.metadata.name ?? "", labels: node.metadata.labels, taints: node.spec.taints)
  }
}

extension PodSpec {
  /// The spec with the tolerations that every daemon pod has.
  ///
  /// Kubernetes: `pkg/controller/daemon/util AddOrUpdateDaemonPodTolerations`: a daemon pod stays on a node that is
  /// not ready or out of reach, and comes to one that is cordoned or under pressure.
  public func toleratingAsDaemon() -> PodSpec {
    var wanted = Self.daemonTolerations
    if hostNetwork == true {
      wanted.append(Self.toleration("node.kubernetes.io/network-unavailable", "NoSchedule"))
    }
    var all = tolerations
    for toleration in wanted {
      let place = all.firstIndex {
        $0.key == toleration.key && $0.effect == toleration.effect && $0.operator == toleration.operator
          && ($0.value ?? "").isEmpty
      }
      if let place { all[place] = toleration } else { all.append(toleration) }
    }
    var spec = self
    spec.tolerations = all
    return spec
  }

  private static let daemonTolerations: [Toleration] = [
    toleration("node.kubernetes.io/not-ready", "NoExecute"),
    toleration("node.kubernetes.io/unreachable", "NoExecute"),
    toleration("node.kubernetes.io/disk-pressure", "NoSchedule"),
    toleration("node.kubernetes.io/memory-pressure", "NoSchedule"),
    toleration("node.kubernetes.io/pid-pressure", "NoSchedule"),
    toleration("node.kubernetes.io/unschedulable", "NoSchedule"),
  ]

  private static func toleration(_ key: String, _ effect: String) -> Toleration {
    Toleration {
      $0.key = key
      $0.operator = "Exists"
      $0.effect = effect
    }
  }
}

extension Pod {
  /// Whether a DaemonSet controls the pod.
  public var isOfDaemonSet: Bool {
    guard let controller = metadata.controller else { return false }
    return controller.kind == DaemonSet.definition.kind && controller.apiVersion.hasPrefix("apps/")
  }
}
