import APIMachinery
import KubernetesAPI

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describePod`.
  mutating func describe(_ pod: Pod) {
    let (spec, status) = (pod.spec, pod.status)
    field("Name", pod.metadata.name ?? "")
    field("Namespace", pod.metadata.namespace ?? "")
    if let priority = spec.priority { field("Priority", "\(priority)") }
    field("Priority Class Name", optional: spec.priorityClassName)
    field("Runtime Class Name", optional: spec.runtimeClassName)
    field("Service Account", optional: spec.serviceAccountName)
    field("Node", spec.nodeName.map { "\($0)/\(status.hostIP ?? "")" } ?? "<none>")
    field("Start Time", optional: status.startTime?.localText)
    labels("Labels", pod.metadata.labels)
    annotations("Annotations", pod.metadata.annotations)
    phase(of: pod)
    field("IP", status.podIP ?? "")
    addresses(status)
    controller(pod.metadata)
    field("NominatedNodeName", optional: status.nominatedNodeName)
    let environment = EnvironmentValues(pod)
    if !spec.initContainers.isEmpty {
      containers("Init Containers", spec.initContainers, status.initContainerStatuses, environment)
    }
    containers("Containers", spec.containers, status.containerStatuses, environment)
    gatesAndConditions(of: pod)
    volumes(spec.volumes)
    field("QoS Class", status.qosClass ?? "BestEffort")
    placement(spec)
  }

  private mutating func phase(of pod: Pod) {
    let status = pod.status
    let hasEnded = status.phase == "Failed" || status.phase == "Succeeded"
    if let deletion = pod.metadata.deletionTimestamp, !hasEnded {
      field("Status", "Terminating (lasts \(deletion.age(at: now)))")
      field("Termination Grace Period", "\(pod.metadata.deletionGracePeriodSeconds ?? 0)s")
    } else {
      field("Status", status.phase ?? "")
    }
    field("Reason", optional: status.reason)
    field("Message", optional: status.message)
    if let profile = pod.spec.securityContext?.seccompProfile {
      field("SeccompProfile", profile.type)
      if profile.type == "Localhost" { field("LocalhostProfile", profile.localhostProfile ?? "") }
    }
  }

  private mutating func addresses(_ status: PodStatus) {
    guard !status.podIPs.isEmpty else { return field("IPs", "<none>") }
    line("IPs:")
    for address in status.podIPs { field("IP", address.ip, level: 1) }
  }

  private mutating func gatesAndConditions(of pod: Pod) {
    let conditions = pod.status.conditions
    if !pod.spec.readinessGates.isEmpty {
      line("Readiness Gates:\n  Type\tStatus")
      for gate in pod.spec.readinessGates {
        let status = conditions.first { $0.type == gate.conditionType }?.status ?? "<none>"
        line("\(gate.conditionType) \t\(status) ", level: 1)
      }
    }
    guard !conditions.isEmpty else { return }
    line("Conditions:\n  Type\tStatus")
    for condition in conditions { line("\(condition.type) \t\(condition.status) ", level: 1) }
  }

  private mutating func placement(_ spec: PodSpec) {
    labels("Node-Selectors", spec.nodeSelector)
    list("Tolerations", Self.texts(of: spec.tolerations))
    spreading(spec.topologySpreadConstraints)
  }

  /// A pod template, as Deployments and ReplicaSets show it.
  mutating func template(_ template: PodTemplateSpec) {
    let spec = template.spec
    line("Pod Template:")
    labels("  Labels", template.metadata.labels)
    if !template.metadata.annotations.isEmpty { annotations("  Annotations", template.metadata.annotations) }
    field("  Service Account", optional: spec.serviceAccountName)
    if !spec.initContainers.isEmpty {
      containers("Init Containers", spec.initContainers, nil, nil, indent: "  ")
    }
    containers("Containers", spec.containers, nil, nil, indent: "  ")
    volumes(spec.volumes, indent: "  ")
    spreading(spec.topologySpreadConstraints, indent: "  ")
    field("  Priority Class Name", optional: spec.priorityClassName)
    labels("  Node-Selectors", spec.nodeSelector)
    list("  Tolerations", Self.texts(of: spec.tolerations))
  }
}

// MARK: - Tolerations and spreading

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe printTolerationsMultilineWithIndent`.
  static func texts(of tolerations: [Toleration]) -> [String] {
    tolerations.enumerated().sorted { left, right in
      let (a, b) = (left.element.key ?? "", right.element.key ?? "")
      return a == b ? left.offset < right.offset : a < b
    }.map { text(of: $0.element) }
  }

  private static func text(of toleration: Toleration) -> String {
    var text = toleration.key ?? ""
    if let value = toleration.value, !value.isEmpty { text += "=\(value)" }
    if let effect = toleration.effect, !effect.isEmpty { text += ":\(effect)" }
    if toleration.operator == "Exists", toleration.value?.isEmpty ?? true {
      text += text.isEmpty ? "op=Exists" : " op=Exists"
    }
    if let seconds = toleration.tolerationSeconds { text += " for \(seconds)s" }
    return text
  }

  mutating func spreading(_ constraints: [TopologySpreadConstraint], indent: String = "") {
    guard !constraints.isEmpty else { return }
    let texts = constraints.map { constraint in
      var text =
        "\(constraint.topologyKey):\(constraint.whenUnsatisfiable) when max skew \(constraint.maxSkew) is exceeded"
      if let selector = constraint.labelSelector { text += " for selector \(selector.text)" }
      return text
    }.sorted()
    list("\(indent)Topology Spread Constraints", texts)
  }
}

extension LabelSelector {
  /// `app=web,tier in (a,b)`, as `describe` shows selectors.
  var text: String {
    guard let selector = try? Selector(labelSelector: fields) else { return "<error>" }
    let text = selector.description
    return text.isEmpty ? "<none>" : text
  }
}
