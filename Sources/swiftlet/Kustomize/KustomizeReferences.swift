import APIMachinery

/// Makes references follow the names that prefixes, suffixes and hashes changed.
///
/// Kubernetes: kustomize's `builtinpluginconsts` `nameReference`.
enum KustomizeReferences {
  /// Fields that hold the name of an object of a kind.
  private struct Rule {
    /// The kind that is referred to.
    var kind: String
    /// Below the specification of a pod, wherever an object has one.
    var inPods: [String] = []
    /// By the kind of the referring object.
    var others: [(kind: String, path: String)] = []
  }

  private static let containers = ["containers", "initContainers", "ephemeralContainers"]

  private static func environment(_ key: String, _ all: String) -> [String] {
    containers.flatMap { ["\($0)/env/valueFrom/\(key)/name", "\($0)/envFrom/\(all)/name"] }
  }

  private static let rules: [Rule] = [
    Rule(
      kind: "ConfigMap",
      inPods: ["volumes/configMap/name", "volumes/projected/sources/configMap/name"]
        + environment("configMapKeyRef", "configMapRef"),
      others: [("Node", "spec/configSource/configMap/name")]),
    Rule(
      kind: "Secret",
      inPods: [
        "volumes/secret/secretName", "volumes/projected/sources/secret/name", "imagePullSecrets/name",
        "volumes/csi/nodePublishSecretRef/name",
      ] + environment("secretKeyRef", "secretRef"),
      others: [
        ("ServiceAccount", "imagePullSecrets/name"), ("ServiceAccount", "secrets/name"),
        ("Ingress", "spec/tls/secretName"), ("PersistentVolume", "spec/csi/nodePublishSecretRef/name"),
      ]),
    Rule(
      kind: "Service",
      others: [
        ("StatefulSet", "spec/serviceName"), ("Ingress", "spec/rules/http/paths/backend/service/name"),
        ("Ingress", "spec/defaultBackend/service/name"), ("APIService", "spec/service/name"),
      ]),
    Rule(
      kind: "ServiceAccount", inPods: ["serviceAccountName", "serviceAccount"],
      others: [("RoleBinding", "subjects/name"), ("ClusterRoleBinding", "subjects/name")]),
    Rule(kind: "PersistentVolumeClaim", inPods: ["volumes/persistentVolumeClaim/claimName"]),
    Rule(kind: "PersistentVolume", others: [("PersistentVolumeClaim", "spec/volumeName")]),
    Rule(
      kind: "StorageClass",
      others: [
        ("PersistentVolume", "spec/storageClassName"), ("PersistentVolumeClaim", "spec/storageClassName"),
        ("StatefulSet", "spec/volumeClaimTemplates/spec/storageClassName"),
      ]),
    Rule(kind: "PriorityClass", inPods: ["priorityClassName"]),
    Rule(kind: "Role", others: [("RoleBinding", "roleRef/name")]),
    Rule(
      kind: "ClusterRole", others: [("RoleBinding", "roleRef/name"), ("ClusterRoleBinding", "roleRef/name")]),
    Rule(kind: "Deployment", others: [("HorizontalPodAutoscaler", "spec/scaleTargetRef/name")]),
    Rule(kind: "StatefulSet", others: [("HorizontalPodAutoscaler", "spec/scaleTargetRef/name")]),
    Rule(kind: "ReplicaSet", others: [("HorizontalPodAutoscaler", "spec/scaleTargetRef/name")]),
    // The kinds of EKS refer to each other by `xRef: {from: {name: ...}}`.
    Rule(
      kind: "Cluster",
      others: [("NodeGroup", "spec/clusterRef/from/name"), ("FargateProfile", "spec/clusterRef/from/name")]),
    Rule(
      kind: "VPC", others: [("Subnet", "spec/vpcRef/from/name"), ("SecurityGroup", "spec/vpcRef/from/name")]),
    Rule(
      kind: "Subnet",
      others: [
        ("Cluster", "spec/resourcesVPCConfig/subnetRefs/from/name"),
        ("NodeGroup", "spec/subnetRefs/from/name"),
        ("FargateProfile", "spec/subnetRefs/from/name"),
      ]),
  ]

  /// Where an object of a kind keeps the specification of its pods.
  private static func podPath(_ kind: String) -> String? {
    switch kind {
    case "Pod": "spec"
    case "CronJob": "spec/jobTemplate/spec/template/spec"
    case "PodTemplate": "template/spec"
    case "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job", "ReplicationController":
      "spec/template/spec"
    default: nil
    }
  }

  static func rewrite(_ set: inout KustomizeSet) {
    for index in set.resources.indices {
      var object = set.resources[index].object
      for rule in rules {
        let candidates = set.resources.filter { $0.object.kind == rule.kind && $0.names.count > 1 }
        guard !candidates.isEmpty else { continue }
        for path in paths(rule, object.kind) {
          object.visit(path) { value in
            guard let name = value.stringValue,
              let found = best(candidates, named: name, for: set.resources[index])
            else { return }
            value = .string(found.object.key.name)
          }
        }
      }
      set.resources[index].object = object
    }
  }

  private static func paths(_ rule: Rule, _ kind: String) -> [String] {
    let inPods = podPath(kind).map { pod in rule.inPods.map { "\(pod)/\($0)" } } ?? []
    return inPods + rule.others.filter { $0.kind == kind }.map(\.path)
  }

  /// Of several objects that had the name the one that shares the most folders with the referring one.
  private static func best(
    _ candidates: [KustomizeResource], named name: String, for referrer: KustomizeResource
  ) -> KustomizeResource? {
    let namespace = referrer.object.key.namespace
    let known = candidates.filter { candidate in
      candidate.isKnown(as: name)
        && (candidate.object.key.namespace == namespace || candidate.object.key.namespace.isEmpty
          || namespace.isEmpty)
    }
    return known.max { shared($0, referrer) < shared($1, referrer) }
  }

  private static func shared(_ left: KustomizeResource, _ right: KustomizeResource) -> Int {
    left.folders.filter { right.folders.contains($0) }.count
  }
}
