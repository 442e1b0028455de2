import APIMachinery
import ObjectStore
import VPCAddressing

extension APIService {
  /// What Kubernetes' plug-ins and EKS' webhook do to a pod when it is created.
  func admitPod(_ pod: inout JSONObject, _ served: ServedResource) throws(StatusError) {
    try admitLimits(&pod, served)
    try admitServiceAccount(&pod, served)
    admitFargate(&pod)
    try admitPriority(&pod, served)
    admitTolerations(&pod)
  }

  // MARK: Service accounts

  /// Gives the pod its service account and the volume with its token.
  ///
  /// Kubernetes: plug-in `ServiceAccount`.
  private func admitServiceAccount(_ pod: inout JSONObject, _ served: ServedResource) throws(StatusError) {
    let namespace = pod.metadataFields.string("namespace") ?? ""
    if pod.metadataFields.object("annotations")?.contains("kubernetes.io/config.mirror") == true { return }
    let spec = pod.object("spec") ?? JSONObject()
    let given = spec.string("serviceAccountName") ?? ""
    let name = given.isEmpty ? "default" : given
    let key = StoreKey(resource: "serviceaccounts", namespace: namespace, name: name)
    let account = store.get(key)
    if account == nil, options.requiresServiceAccounts {
      throw .forbidden(
        served.groupResource, name: pod.metadataFields.string("name") ?? "",
        "error looking up service account \(namespace)/\(name): serviceaccount \"\(name)\" not found")
    }
    let mounts =
      spec["automountServiceAccountToken"]?.boolValue
      ?? (account?.header.field("automountServiceAccountToken") != "false")
    let random = world.random
    pod.withObject("spec") { spec in
      spec["serviceAccountName"] = .string(name)
      spec["serviceAccount"] = .string(name)
      if spec["imagePullSecrets"] == nil, account?.header.field("imagePullSecrets") == "true",
        let secrets = account?.tree["imagePullSecrets"]
      {
        spec["imagePullSecrets"] = secrets
      }
      if mounts { TokenVolume.add(to: &spec, random) }
    }
  }

  // MARK: Priority

  /// Kubernetes: plug-in `Priority`.
  private func admitPriority(_ pod: inout JSONObject, _ served: ServedResource) throws(StatusError) {
    let spec = pod.object("spec") ?? JSONObject()
    var className = spec.string("priorityClassName") ?? ""
    var value: Int64 = 0
    var policy = "PreemptLowerPriority"
    if className.isEmpty {
      if let found = defaultPriorityClass() {
        className = found.key.name
        (value, policy) = Self.priority(of: found)
      }
    } else if let found = store.get(
      StoreKey(resource: "priorityclasses.scheduling.k8s.io", namespace: "", name: className))
    {
      (value, policy) = Self.priority(of: found)
    } else if let known = Self.systemPriorities[className] {
      value = known
    } else {
      throw .forbidden(
        served.groupResource, name: pod.metadataFields.string("name") ?? "",
        "no PriorityClass with name \(className) was found")
    }
    if let given = spec["priority"]?.intValue, given != value {
      throw .forbidden(
        served.groupResource, name: pod.metadataFields.string("name") ?? "",
        "the integer value of priority (\(given)) must not be provided in pod spec; priority admission controller "
          + "computed \(value) from the given PriorityClass name")
    }
    pod.withObject("spec") { spec in
      if !className.isEmpty { spec["priorityClassName"] = .string(className) }
      spec["priority"] = .int(value)
      if spec["preemptionPolicy"] == nil { spec["preemptionPolicy"] = .string(policy) }
    }
  }

  static let systemPriorities: [String: Int64] = [
    "system-node-critical": 2_000_001_000, "system-cluster-critical": 2_000_000_000,
  ]

  private static func priority(of stored: StoredObject) -> (Int64, String) {
    (
      stored.header.field("value").flatMap { Int64($0) } ?? 0,
      stored.header.field("preemptionPolicy") ?? "PreemptLowerPriority"
    )
  }

  /// Kubernetes: of several global defaults the one with the lowest value counts.
  private func defaultPriorityClass() -> StoredObject? {
    let page = try? store.list(resource: "priorityclasses.scheduling.k8s.io") {
      $0.header.field("globalDefault") == "true"
    }
    return page?.objects.min { Self.priority(of: $0).0 < Self.priority(of: $1).0 }
  }

  // MARK: Tolerations

  /// Kubernetes: plug-in `DefaultTolerationSeconds`.
  private func admitTolerations(_ pod: inout JSONObject) {
    pod.withObject("spec") { spec in
      var tolerations = spec.array("tolerations")
      for taint in ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"]
      where !tolerations.contains(where: { Self.tolerates($0, taint) }) {
        tolerations.append([
          "key": .string(taint), "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300,
        ])
      }
      spec["tolerations"] = .array(tolerations)
    }
  }

  private static func tolerates(_ toleration: JSON, _ taint: String) -> Bool {
    let key = toleration["key"]?.stringValue ?? ""
    let effect = toleration["effect"]?.stringValue ?? ""
    return (key == taint || key.isEmpty) && (effect == "NoExecute" || effect.isEmpty)
  }

  // MARK: Fargate

  /// Matches the pod with the Fargate profiles.
  ///
  /// EKS: Fargate, "matching": once, when the pod is created, by a webhook.
  private func admitFargate(_ pod: inout JSONObject) {
    let matchers = profiles.matchers(in: store)
    if matchers.isEmpty { return }
    let metadata = pod.metadataFields
    // EKS: Fargate runs no daemons; those of the namespace keep running on the instances.
    let isDaemon = metadata.array("ownerReferences").contains {
      $0["kind"] == "DaemonSet" && $0["controller"] == true
    }
    if isDaemon { return }
    let profile = FargateMatching.profile(
      among: matchers, namespace: metadata.string("namespace") ?? "",
      labels: Self.pairs(metadata.object("labels")),
      annotations: Self.pairs(metadata.object("annotations")))
    guard let profile else { return }
    pod.withObject("metadata") { metadata in
      metadata.withObject("labels") { $0[FargateMatching.profileLabel] = .string(profile) }
    }
    pod.withObject("spec") { spec in
      spec["schedulerName"] = .string(FargateMatching.schedulerName)
      spec["priorityClassName"] = .string(FargateMatching.priorityClassName)
      spec.removeValue("priority")
    }
  }

  private static func pairs(_ object: JSONObject?) -> [(key: String, value: String)] {
    (object ?? JSONObject()).compactMap { member in member.value.stringValue.map { (member.key, $0) } }
  }
}
