import APIMachinery
import EKSAPI
import Foundation
import KubernetesAPI
import Testing

@testable import swiftlet

@Suite struct DescriptionTests {
  private static let now = Timestamp(rfc3339: "2026-03-01T12:10:00Z") ?? .empty

  init() {
    setenv("TZ", "UTC", 1)
    tzset()
  }

  private func object<Kind: Resource>(_ yaml: String) throws -> Kind {
    let document = try #require(try YAML.parse(yaml).first)
    return Kind(fields: try #require(document.value.objectValue))
  }

  private func text(_ write: (inout DescriptionText) throws -> Void) rethrows -> String {
    var text = DescriptionText(now: Self.now)
    try write(&text)
    return text.text
  }

  @Test func `a pod is described with its containers and events`() throws {
    let pod: Pod = try object(Self.pod)
    let event: Event = try object(Self.event)
    try Snapshot.expect(
      text {
        $0.describe(pod)
        $0.events([event])
      }, "pod")
  }

  @Test func `a deployment is described with its ReplicaSets`() throws {
    let deployment: Deployment = try object(Self.deployment)
    let sets = ["old", "new"].map { name in
      ReplicaSet {
        $0.metadata.name = "web-\(name)"
        $0.metadata.uid = name
        $0.spec.replicas = name == "new" ? 2 : 0
        $0.status.replicas = name == "new" ? 2 : 0
        $0.spec.template = deployment.spec.template
        $0.spec.template.metadata.labels["pod-template-hash"] = name
        if name == "old" { $0.spec.template.spec.priorityClassName = "low" }
      }
    }
    try Snapshot.expect(
      text {
        $0.describe(deployment, replicaSets: sets)
        $0.events([])
      }, "deployment")
  }

  @Test func `a node is described with what its pods use`() throws {
    let node: Node = try object(Self.node)
    let pod: Pod = try object(Self.pod)
    let lease = Lease { $0.spec.holderIdentity = "ip-10-0-1-7.ec2.internal" }
    try Snapshot.expect(text { $0.describe(node, lease: lease, pods: [pod]) }, "node")
  }

  @Test func `a service is described with its endpoints`() throws {
    let service: Service = try object(Self.service)
    let slice = EndpointSlice {
      $0.addressType = "IPv4"
      $0.ports = [
        EndpointSlicePort {
          $0.name = "http"
          $0.port = 8080
        }
      ]
      $0.endpoints = (1...5).map { number in
        Endpoint {
          $0.addresses = ["10.0.1.\(number)"]
          if number == 1 { $0.conditions = EndpointConditions { $0.ready = false } }
        }
      }
    }
    try Snapshot.expect(text { $0.describe(service, slices: [slice]) }, "service")
    try Snapshot.expect(text { $0.describe(slice) }, "endpointslice")
  }

  @Test func `a node group is described with its nodes`() throws {
    let group: NodeGroup = try object(Self.nodeGroup)
    let node: Node = try object(Self.node)
    try Snapshot.expect(text { $0.describe(group, nodes: [node]) }, "nodegroup")
  }

  @Test func `any other object is described by its fields`() throws {
    let object = DynamicObject(fields: [
      "apiVersion": "example.com/v1", "kind": "Thing",
      "metadata": [
        "name": "t", "namespace": "default", "uid": "u-1", "creationTimestamp": "2026-03-01T12:00:00Z",
        "managedFields": [["manager": "x"]],
      ],
      "spec": [
        "podCIDR": "10.0.0.0/24", "items": [["name": "a", "size": 1], ["name": "b"]], "flags": ["x", "y"],
      ],
      "status": ["isReady": true],
    ])
    try Snapshot.expect(text { $0.describe(object) }, "generic")
  }

  @Test(arguments: [
    ("resourceVersion", "Resource Version"), ("uid", "UID"), ("podCIDR", "Pod CIDR"),
    ("apiVersion", "API Version"),
    ("availableIPAddressCount", "Available IP Address Count"), ("a.b/c", "a.b/c"), ("ipv4", "ipv4"),
  ])
  func `labels are made of field names`(field: String, label: String) {
    #expect(FieldLabel.text(for: field) == label)
  }
}

// MARK: - Objects

extension DescriptionTests {
  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web-1
      namespace: shop
      labels: {app: web, tier: front}
      annotations: {note: "two\\nlines", short: text}
      creationTimestamp: 2026-03-01T12:00:00Z
      ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: "1", controller: true}]
    spec:
      nodeName: ip-10-0-1-7.ec2.internal
      serviceAccountName: default
      priority: 0
      nodeSelector: {disk: ssd}
      tolerations:
      - {key: node.kubernetes.io/not-ready, operator: Exists, effect: NoExecute, tolerationSeconds: 300}
      - {operator: Exists}
      initContainers:
      - {name: init, image: "busybox:1", command: [sh, -c, "echo a\\necho b"]}
      containers:
      - name: app
        image: nginx:1.29
        args: [--flag]
        ports: [{containerPort: 80, protocol: TCP}, {containerPort: 443, hostPort: 8443}]
        resources: {limits: {memory: 128Mi}, requests: {cpu: 250m, memory: 64Mi}}
        livenessProbe:
          httpGet: {path: /healthz, port: 80, scheme: HTTP}
          periodSeconds: 10
          timeoutSeconds: 1
          successThreshold: 1
          failureThreshold: 3
        readinessProbe: {exec: {command: [cat, /ready]}, periodSeconds: 5}
        env:
        - {name: PLAIN, value: "1"}
        - {name: IP, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: status.podIP}}}
        - {name: CPU, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}
        - {name: KEY, valueFrom: {secretKeyRef: {name: s, key: k}}}
        envFrom: [{configMapRef: {name: settings}}]
        volumeMounts:
        - {name: data, mountPath: /data, subPath: x}
        - {name: config, mountPath: /config, readOnly: true}
      volumes:
      - {name: data, emptyDir: {sizeLimit: 1Gi}}
      - {name: config, configMap: {name: settings}}
    status:
      phase: Running
      hostIP: 10.0.1.7
      podIP: 10.0.1.20
      podIPs: [{ip: 10.0.1.20}]
      qosClass: Burstable
      startTime: 2026-03-01T12:00:01Z
      conditions: [{type: Ready, status: "True"}]
      initContainerStatuses:
      - name: init
        image: busybox:1
        imageID: ""
        ready: true
        restartCount: 0
        state: {terminated: {exitCode: 0, reason: Completed, startedAt: 2026-03-01T12:00:02Z, finishedAt: 2026-03-01T12:00:03Z}}
      containerStatuses:
      - name: app
        containerID: containerd://1
        image: nginx:1.29
        imageID: sha256:1
        ready: true
        restartCount: 1
        state: {running: {startedAt: 2026-03-01T12:01:00Z}}
        lastState: {terminated: {exitCode: 137, reason: OOMKilled, startedAt: 2026-03-01T12:00:04Z, finishedAt: 2026-03-01T12:00:50Z}}
    """

  private static let event = """
    apiVersion: v1
    kind: Event
    metadata: {name: e, namespace: shop}
    type: Warning
    reason: BackOff
    message: " Back-off restarting failed container \\n"
    count: 3
    firstTimestamp: 2026-03-01T12:00:00Z
    lastTimestamp: 2026-03-01T12:08:00Z
    source: {component: kubelet}
    involvedObject: {kind: Pod, name: web-1}
    """

  private static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop, creationTimestamp: 2026-03-01T12:00:00Z}
    spec:
      replicas: 2
      selector: {matchLabels: {app: web}, matchExpressions: [{key: tier, operator: In, values: [a, b]}]}
      strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%, maxUnavailable: 1}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers: [{name: app, image: "nginx:1.29"}]
          topologySpreadConstraints:
          - {topologyKey: zone, whenUnsatisfiable: DoNotSchedule, maxSkew: 1, labelSelector: {matchLabels: {app: web}}}
    status:
      replicas: 2
      updatedReplicas: 2
      availableReplicas: 1
      unavailableReplicas: 1
      conditions: [{type: Available, status: "False", reason: MinimumReplicasUnavailable}]
    """

  private static let node = """
    apiVersion: v1
    kind: Node
    metadata:
      name: ip-10-0-1-7.ec2.internal
      creationTimestamp: 2026-03-01T11:00:00Z
      labels:
        node.kubernetes.io/instance-type: m5.large
        topology.kubernetes.io/zone: us-west-2a
        node-role.kubernetes.io/worker: ""
    spec:
      providerID: aws:///us-west-2a/i-1
      taints: [{key: spot, value: "true", effect: NoSchedule}, {key: gpu, effect: NoExecute}]
    status:
      addresses: [{type: InternalIP, address: 10.0.1.7}]
      capacity: {cpu: "2", memory: 8Gi, pods: "29", nvidia.com/gpu: "1"}
      allocatable: {cpu: 1930m, memory: 7Gi, pods: "29", nvidia.com/gpu: "1"}
      conditions:
      - {type: Ready, status: "True", lastHeartbeatTime: 2026-03-01T12:09:00Z, lastTransitionTime: 2026-03-01T11:00:30Z, reason: KubeletReady, message: kubelet is ready}
      nodeInfo: {kubeletVersion: v1.36.0, operatingSystem: linux, architecture: amd64, osImage: Amazon Linux 2023}
    """

  private static let service = """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec:
      type: NodePort
      selector: {tier: front, app: web}
      clusterIP: 172.20.0.10
      clusterIPs: [172.20.0.10]
      ipFamilies: [IPv4]
      ipFamilyPolicy: SingleStack
      ports: [{name: http, port: 80, targetPort: web, nodePort: 30080, protocol: TCP}]
      sessionAffinity: None
      internalTrafficPolicy: Cluster
    """

  private static let nodeGroup = """
    apiVersion: eks.services.k8s.aws/v1alpha1
    kind: NodeGroup
    metadata: {name: shop-workers, namespace: default}
    spec:
      name: workers
      clusterRef: {from: {name: shop}}
      instanceTypes: [m5.large, m5a.large]
      capacityType: SPOT
      scalingConfig: {minSize: 1, maxSize: 4, desiredSize: 2}
      subnetRefs: [{from: {name: a}}, {from: {name: b}}]
      labels: {role: worker}
      taints: [{key: spot, value: "true", effect: NO_SCHEDULE}]
      updateConfig: {maxUnavailable: 1}
    status:
      status: ACTIVE
      health: {issues: [{code: InsufficientFreeAddresses, message: no addresses, resourceIDs: [subnet-1]}]}
    """
}
