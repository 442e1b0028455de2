import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// Who the pods of a set are.
///
/// Kubernetes: `pkg/controller/statefulset/stateful_set_utils.go`.
extension StatefulSet {
  static let podNameLabel = "statefulset.kubernetes.io/pod-name"
  static let podIndexLabel = "apps.kubernetes.io/pod-index"

  var isOrdered: Bool { spec.podManagementPolicy != "Parallel" }
  var isRollingUpdate: Bool { spec.updateStrategy?.type ?? "RollingUpdate" == "RollingUpdate" }

  /// The numbers of the pods that should be there.
  var ordinals: Range<Int> {
    let start = spec.ordinals?.start ?? 0
    return start..<(start + max(0, spec.replicas ?? 1))
  }

  /// Pods with a lower number are left at the current revision.
  var partitionEnd: Int { ordinals.lowerBound + (spec.updateStrategy?.rollingUpdate?.partition ?? 0) }

  /// How many pods a rolling update may take away at a time; percentages of the replicas are rounded up. `nil` when the
  /// set does not say: then it is one after the other.
  var maxUnavailable: Int? {
    guard let wanted = spec.updateStrategy?.rollingUpdate?.maxUnavailable else { return nil }
    return max(1, wanted.scaled(of: spec.replicas ?? 1, rounding: .up) ?? 1)
  }

  func podName(_ ordinal: Int) -> String { "\(metadata.name ?? "")-\(ordinal)" }

  /// The number of a pod of this set; `nil` for a pod with another kind of name.
  func ordinal(of pod: Pod) -> Int? {
    let prefix = "\(metadata.name ?? "")-"
    guard let name = pod.metadata.name, name.hasPrefix(prefix) else { return nil }
    guard let ordinal = Int(name.dropFirst(prefix.count)), podName(ordinal) == name else { return nil }
    return ordinal
  }

  func claimKey(_ template: PersistentVolumeClaim, _ ordinal: Int) -> ObjectKey {
    ObjectKey(
      namespace: metadata.namespace ?? "", name: "\(template.metadata.name ?? "")-\(podName(ordinal))")
  }

  /// The pod of a number, made of the template of a revision.
  func pod(_ ordinal: Int, _ revision: ControllerRevision) -> Pod {
    let template = revision.template ?? spec.template
    return Pod {
      $0.metadata.name = podName(ordinal)
      $0.metadata.namespace = metadata.namespace
      $0.metadata.labels = template.metadata.labels
      $0.metadata.annotations = template.metadata.annotations
      $0.metadata.finalizers = template.metadata.finalizers
      $0.metadata.ownerReferences = [OwnerReference(controller: self)]
      $0.metadata.labels[RevisionHistory.label] = revision.metadata.name ?? ""
      $0.spec = template.spec
      $0.spec.hostname = podName(ordinal)
      if let service = spec.serviceName, !service.isEmpty { $0.spec.subdomain = service }
      setIdentity(of: &$0, ordinal)
    }
  }

  /// Sets what ties a pod to its number: labels and claims. Volumes of the template give way to claims of the same
  /// name.
  private func setIdentity(of pod: inout Pod, _ ordinal: Int) {
    pod.metadata.labels[Self.podNameLabel] = podName(ordinal)
    pod.metadata.labels[Self.podIndexLabel] = "\(ordinal)"
    let templates = spec.volumeClaimTemplates
    let names = templates.compactMap(\.metadata.name)
    let claims = templates.map { template in
      Volume {
        $0.name = template.metadata.name ?? ""
        $0.persistentVolumeClaim = PersistentVolumeClaimVolumeSource {
          $0.claimName = claimKey(template, ordinal).name
        }
      }
    }
    pod.spec.volumes = claims + pod.spec.volumes.filter { !names.contains($0.name) }
  }

  /// The labels that tell who a pod is, where they are not on it; `nil` when they are.
  func missingLabels(of pod: Pod, _ ordinal: Int) -> StringMap? {
    var labels = pod.metadata.labels
    labels[Self.podNameLabel] = podName(ordinal)
    labels[Self.podIndexLabel] = "\(ordinal)"
    return labels == pod.metadata.labels ? nil : labels
  }

  /// The claim that a template makes for a pod.
  func claim(_ template: PersistentVolumeClaim, _ ordinal: Int) -> PersistentVolumeClaim {
    let key = claimKey(template, ordinal)
    return PersistentVolumeClaim {
      $0.metadata.name = key.name
      $0.metadata.namespace = key.namespace
      $0.metadata.labels = template.metadata.labels
      $0.metadata.labels.merge(spec.selector.matchLabels)
      $0.metadata.annotations = template.metadata.annotations
      $0.metadata.finalizers = template.metadata.finalizers
      $0.spec = template.spec
    }
  }

  /// The present state as its revision keeps it.
  var revisionState: RevisionHistory.State {
    var template = spec.template.fields
    template["$patch"] = "replace"
    return RevisionHistory.State(
      data: ["spec": ["template": .object(template)]], labels: spec.template.metadata.labels,
      annotations: metadata.annotations, hashLabel: "controller.kubernetes.io/hash")
  }
}

extension ControllerRevision {
  /// The pod template that the revision keeps.
  var template: PodTemplateSpec? {
    guard var template = data?["spec"]?["template"]?.objectValue else { return nil }
    template["$patch"] = nil
    return PodTemplateSpec(fields: template)
  }
}

extension Pod {
  func isOfRevision(_ name: String?) -> Bool { metadata.labels[RevisionHistory.label] == name }

  func isAvailable(after minReadySeconds: Int, now: Timestamp) -> Bool {
    guard status.phase == "Running", isReady else { return false }
    return minReadySeconds == 0 || availableAt(minReadySeconds: minReadySeconds).map { $0 <= now } ?? false
  }
}
