import APIMachinery
import ControllerRuntime
import ControllerTesting
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// The loops of what lies below and beside the pods: networks, machines, volumes, definitions.
extension ClusterStories {
  private static func key(_ name: String) -> ObjectKey { ObjectKey(namespace: "default", name: name) }

  private static func gone<Kind: Resource>(
    _ kind: Kind.Type, _ key: ObjectKey, in cluster: SimulatedCluster
  ) async throws {
    try await tolerating(.notFound) { try await cluster.client.delete(kind, key) }
    try await cluster.eventually("the end of \(Kind.definition.kind) \(key)", within: .seconds(3600)) {
      try await cluster.client.find(kind, key) == nil
    }
  }

  // MARK: Definitions

  static let definitions = LoopStory(
    name: "definitions", tested: ["customresourcecleanup"],
    // It says what becomes of the objects; the API writes the rest of the status.
    detectors: .all.without(.statusWithoutObservedGeneration),
    body: { cluster in
      let cups = GroupVersionResource(group: "example.com", version: "v1", resource: "cups")
      let definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: cups.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {plural: cups, kind: Cup}
          versions:
          - name: v1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object}}}}
        """
      func cup(_ name: String, finalizers: String = "") -> String {
        "{apiVersion: example.com/v1, kind: Cup, metadata: {name: \(name), finalizers: [\(finalizers)]}}"
      }
      let client: any Client = cluster.client
      for _ in 0..<2 {
        try await cluster.apply(definition)
        try await cluster.apply(cup("a"))
        try await cluster.apply(cup("b", finalizers: "example.com/wash"))
        let key = ObjectKey(name: "cups.example.com")
        try await cluster.client.delete(CustomResourceDefinition.self, key)
        try await cluster.eventually("the cup that is to be washed alone", within: .seconds(3600)) {
          try await client.list(cups, namespace: nil, options: ListOptions()).items.count == 1
        }
        _ = try await client.patch(
          cups, Self.key("b"), subresource: nil, patch: .merge(["metadata": ["finalizers": nil]]),
          options: WriteOptions())
        try await cluster.eventually("the end of the definition", within: .seconds(3600)) {
          try await cluster.client.find(CustomResourceDefinition.self, key) == nil
        }
        try await cluster.eventually("that no cups are served", within: .seconds(60)) {
          do throws(StatusError) {
            _ = try await client.list(cups, namespace: nil, options: ListOptions())
            return false
          } catch {
            return error.isNotFound
          }
        }
      }
    })

  // MARK: Networks

  static let ground = LoopStory(
    name: "ground", tested: ["vpc", "subnet", "security-group", "eks-cluster"], others: ["garbagecollector"],
    surroundings: { [] },
    body: { cluster in
      for _ in 0..<2 {
        try await cluster.apply(ground(nodes: 0, image: "1", replicas: 0))
        try await cluster.eventually("an active cluster", within: .seconds(3600), step: .seconds(5)) {
          try await cluster.client.get(EKSAPI.Cluster.self, key("main")).status.status == "ACTIVE"
        }
        try await cluster.eventually("a subnet with an identifier", within: .seconds(3600)) {
          try await cluster.client.get(Subnet.self, key("a")).status.subnetID?.isEmpty == false
        }
        try await gone(Deployment.self, key("web"), in: cluster)
        try await gone(NodeGroup.self, key("workers"), in: cluster)
        try await gone(EKSAPI.Cluster.self, key("main"), in: cluster)
        try await gone(Subnet.self, key("a"), in: cluster)
        try await gone(VPC.self, key("net"), in: cluster)
      }
    })

  // MARK: Machines

  static let lostNode = LoopStory(
    name: "lost-node",
    tested: ["nodelifecycle", "nodetaint", "tainteviction", "podgc", "nodeheartbeat"], others: cluster,
    // How many interfaces a node keeps in reserve follows from which of the pods came to it.
    ignoring: [
      "networkinterfaces.ec2.services.k8s.aws default/eni-*",
      "subnets.ec2.services.k8s.aws status.availableIPAddressCount",
    ], surroundings: { [] },
    body: { cluster in
      try await cluster.apply(ground(nodes: 2, image: "1", replicas: 4))
      try await ready(pods: 4, nodes: 2, in: cluster)
      let instances = try await cluster.list(Instance.self)
      guard let lost = instances.first else { throw Wrong("there is no instance") }
      try await cluster.client.delete(Instance.self, lost.key)
      try await cluster.eventually("another instance", within: .seconds(3600), step: .seconds(5)) {
        let names = try await cluster.list(Instance.self).map(\.key)
        return !names.contains(lost.key) && names.count == 2
      }
      try await ready(pods: 4, nodes: 2, in: cluster)
      try await cluster.advance(by: .seconds(120))
    })

  static let autoscaling = LoopStory(
    name: "autoscaling", tested: ["cluster-autoscaler"], others: cluster,
    // A clock that jumps ahead makes nodes late that are on their way, and lets the group rest.
    ignoring: [
      "nodegroups.eks.services.k8s.aws metadata.annotations.'cluster-autoscaler.kubernetes.io/backoff'",
      "nodegroups.eks.services.k8s.aws metadata.annotations.'cluster-autoscaler.kubernetes.io/last-scale-up'",
    ], surroundings: { [] },
    body: { cluster in
      func apply(_ replicas: Int) async throws {
        try await cluster.apply(
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: web}
          spec:
            replicas: \(replicas)
            selector: {matchLabels: {app: web}}
            template:
              metadata: {labels: {app: web}}
              spec: {containers: [{name: web, image: "web:1", resources: {requests: {cpu: 500m}}}]}
          """)
      }
      try await cluster.apply(ground(nodes: 1, image: "1", replicas: 0))
      try await apply(6)
      try await ready(pods: 6, nodes: 2, in: cluster)
      try await apply(1)
      // One node may also be left because another was lost, and will come back.
      try await cluster.eventually("a group of one", within: .seconds(3600), step: .seconds(5)) {
        try await cluster.client.get(NodeGroup.self, key("workers")).spec.scalingConfig?.desiredSize == 1
      }
      try await ready(pods: 1, nodes: 1, in: cluster)
    })

  static let fargate = LoopStory(
    name: "fargate", tested: ["fargate", "fargate-profile"], others: cluster,
    // The status of a pod is the kubelet's; others write a condition.
    detectors: .all.without(.statusWithoutObservedGeneration), surroundings: { [] },
    body: { cluster in
      try await cluster.apply(ground(nodes: 0, image: "1", replicas: 0))
      try await cluster.apply(
        """
        apiVersion: eks.services.k8s.aws/v1alpha1
        kind: FargateProfile
        metadata: {name: all}
        spec:
          name: all
          clusterRef: {from: {name: main}}
          podExecutionRoleARN: arn:aws:iam::111122223333:role/fargate
          subnetRefs: [{from: {name: a}}]
          selectors: [{namespace: default}]
        """)
      try await cluster.eventually("an active profile", within: .seconds(3600), step: .seconds(5)) {
        try await cluster.client.get(FargateProfile.self, key("all")).status.status == "ACTIVE"
      }
      for replicas in [2, 1, 0] {
        try await cluster.apply(ground(nodes: 0, image: "1", replicas: replicas))
        try await ready(pods: replicas, nodes: replicas, in: cluster)
      }
      try await gone(FargateProfile.self, key("all"), in: cluster)
      try await cluster.eventually("no interface", within: .seconds(3600), step: .seconds(5)) {
        try await cluster.count(NetworkInterface.self) == 0
      }
    })

  // MARK: Volumes

  private static let volumeLoops: Set<String> = [
    "persistentvolume-binder", "persistentvolume", "pvc-protection", "pv-protection", "csi-node",
    "ebs-provisioner", "ebs-deleter", "ebs-attacher", "attachdetach", "ebs-resizer",
  ]

  static let volumes = LoopStory(
    name: "volumes", tested: volumeLoops, others: cluster.union(["statefulset"]), surroundings: { [] },
    body: { cluster in
      func apply(_ replicas: Int) async throws {
        try await cluster.apply(
          """
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: {name: db}
          spec:
            replicas: \(replicas)
            serviceName: db
            selector: {matchLabels: {app: db}}
            template:
              metadata: {labels: {app: db}}
              spec:
                containers:
                - {name: db, image: "db:1", volumeMounts: [{name: data, mountPath: /data}]}
            volumeClaimTemplates:
            - metadata: {name: data}
              spec:
                accessModes: [ReadWriteOnce]
                storageClassName: gp3
                resources: {requests: {storage: 10Gi}}
          """)
      }
      let claim = key("data-db-0")
      try await cluster.apply(ground(nodes: 1, image: "1", replicas: 0))
      try await apply(1)
      try await ready(pods: 1, nodes: 1, in: cluster)
      try await cluster.client.patch(
        PersistentVolumeClaim.self, claim,
        .merge(["spec": ["resources": ["requests": ["storage": "20Gi"]]]]))
      try await cluster.eventually("a larger volume", within: .seconds(3600), step: .seconds(5)) {
        try await cluster.client.get(PersistentVolumeClaim.self, claim).status.capacity["storage"]
          == Quantity("20Gi")
      }
      try await apply(0)
      try await ready(pods: 0, nodes: 1, in: cluster)
      try await gone(PersistentVolumeClaim.self, claim, in: cluster)
      try await cluster.eventually("no volumes", within: .seconds(3600), step: .seconds(5)) {
        let volumes = try await cluster.count(PersistentVolume.self)
        let attachments = try await cluster.count(VolumeAttachment.self)
        return volumes + attachments == 0
      }
    })
}
