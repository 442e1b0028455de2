import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient

/// The loops that make pods, and those that clean up after them.
enum WorkloadStories {
  static let all = [
    deployment, recreate, collection, ends, daemons, statefulSet, job, indexedJob, failingJob, cronJob,
    service,
    budget, scheduling, quota,
  ]

  private static let key = ObjectKey(namespace: "default", name: "web")

  // MARK: Deployments

  private static func deployment(_ image: String, replicas: Int, strategy: String = "RollingUpdate") -> String
  {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replicas: \(replicas)
      strategy: {type: \(strategy)}
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: web, image: "web:\(image)", ports: [{containerPort: 80}]}]}
    """
  }

  private static func rolledOut(_ replicas: Int, in cluster: SimulatedCluster) async throws {
    try await cluster.eventually("\(replicas) available replicas", within: .seconds(3600)) {
      let deployment = try await cluster.client.get(Deployment.self, key)
      let status = deployment.status
      return status.observedGeneration == deployment.metadata.generation
        && status.updatedReplicas ?? 0 == replicas
        && status.replicas ?? 0 == replicas && status.availableReplicas ?? 0 == replicas
    }
  }

  private static func gone(in cluster: SimulatedCluster) async throws {
    try await cluster.eventually("the end of all", within: .seconds(3600)) {
      let sets = try await cluster.count(ReplicaSet.self)
      let pods = try await cluster.count(Pod.self)
      return sets + pods == 0
    }
  }

  private static func rollout(_ strategy: String) -> @Sendable (SimulatedCluster) async throws -> Void {
    { cluster in
      try await cluster.apply(deployment("1", replicas: 3, strategy: strategy))
      try await rolledOut(3, in: cluster)
      try await cluster.apply(deployment("2", replicas: 3, strategy: strategy))
      try await rolledOut(3, in: cluster)
      try await cluster.apply(deployment("2", replicas: 1, strategy: strategy))
      try await rolledOut(1, in: cluster)
      try await cluster.advance(by: .seconds(20))
    }
  }

  static let deployment = LoopStory(
    name: "deployment", tested: ["deployment", "replicaset"], others: ["garbagecollector"],
    ignoring: ["deployments.apps status.conditions[].message"],
    body: rollout("RollingUpdate"))

  static let recreate = LoopStory(
    name: "recreate", tested: ["deployment", "replicaset"], others: ["garbagecollector"],
    // Kubernetes: `SetDeploymentCondition` keeps the message while status and reason are the same, so that it names the
    // ReplicaSet before when the loop did not see the rollout in between.
    ignoring: ["deployments.apps status.conditions[].message"],
    body: rollout("Recreate"))

  static let collection = LoopStory(
    name: "collection", tested: ["garbagecollector"], others: ["deployment", "replicaset"],
    // The Deployment's loop may make a ReplicaSet once more before it hears of the Deployment's end, which is then taken,
    // too.
    checks: .finalState,
    body: { cluster in
      for policy in [PropagationPolicy.background, .foreground] {
        try await cluster.apply(deployment("1", replicas: 2))
        try await rolledOut(2, in: cluster)
        try await cluster.client.delete(
          Deployment.self, key, options: DeleteOptions(propagationPolicy: policy))
        try await gone(in: cluster)
      }
    })

  /// Owners that go, under the eyes of loops that may not see it at once.
  static let ends = LoopStory(
    name: "ends", tested: ["deployment", "replicaset", "daemonset", "statefulset"],
    others: ["garbagecollector"],
    // What a past view of an owner brings back is collected once more.
    checks: .finalState,
    body: { cluster in
      func workload(_ kind: String) -> String {
        """
        apiVersion: apps/v1
        kind: \(kind)
        metadata: {name: \(kind.lowercased())}
        spec:
          selector: {matchLabels: {app: \(kind)}}
          template:
            metadata: {labels: {app: \(kind)}}
            spec: {containers: [{name: web, image: "web:1"}]}
        """
      }
      let kinds = ["Deployment", "ReplicaSet", "DaemonSet", "StatefulSet"]
      try await cluster.apply("{apiVersion: v1, kind: Node, metadata: {name: a}}")
      for _ in 0..<2 {
        for kind in kinds { try await cluster.apply(workload(kind)) }
        try await cluster.eventually("a pod of each", within: .seconds(3600)) {
          let pods = try await cluster.list(Pod.self).filter { $0.status.phase == "Running" }
          return Set(pods.compactMap { $0.metadata.labels["app"] }) == Set(kinds)
        }
        for kind in kinds { try await cluster.delete(workload(kind)) }
        try await cluster.eventually("the end of all", within: .seconds(3600)) {
          let pods = try await cluster.count(Pod.self)
          let sets = try await cluster.count(ReplicaSet.self)
          return try await pods + sets + cluster.count(ControllerRevision.self) == 0
        }
      }
    })

  // MARK: Daemons and jobs

  static let daemons = LoopStory(
    name: "daemons", tested: ["daemonset"], others: ["garbagecollector"],
    body: { cluster in
      for name in ["a", "b", "c"] {
        try await cluster.apply("{apiVersion: v1, kind: Node, metadata: {name: \(name)}}")
      }
      func apply(_ image: String) async throws {
        try await cluster.apply(
          """
          apiVersion: apps/v1
          kind: DaemonSet
          metadata: {name: web}
          spec:
            selector: {matchLabels: {app: web}}
            template:
              metadata: {labels: {app: web}}
              spec: {containers: [{name: web, image: "web:\(image)"}]}
          """)
      }
      func running(_ count: Int) async throws {
        try await cluster.eventually("\(count) daemons", within: .seconds(3600)) {
          let set = try await cluster.client.get(DaemonSet.self, key)
          return set.status.observedGeneration == set.metadata.generation
            && set.status.updatedNumberScheduled ?? 0 == count && set.status.numberAvailable ?? 0 == count
            && set.status.desiredNumberScheduled == count
        }
      }
      try await apply("1")
      try await running(3)
      try await apply("2")
      try await running(3)
      try await cluster.client.delete(Node.self, ObjectKey(name: "b"))
      try await running(2)
      try await cluster.advance(by: .seconds(20))
    })

  static let statefulSet = LoopStory(
    name: "stateful", tested: ["statefulset"], others: ["garbagecollector"],
    body: { cluster in
      func apply(_ image: String, replicas: Int) async throws {
        try await cluster.apply(
          """
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: {name: web}
          spec:
            replicas: \(replicas)
            serviceName: web
            selector: {matchLabels: {app: web}}
            template:
              metadata: {labels: {app: web}}
              spec: {containers: [{name: web, image: "web:\(image)"}]}
            volumeClaimTemplates:
            - metadata: {name: data}
              spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
          """)
      }
      func running(_ count: Int) async throws {
        try await cluster.eventually("\(count) members", within: .seconds(3600)) {
          let set = try await cluster.client.get(StatefulSet.self, key)
          let pods = try await cluster.count(Pod.self)
          return set.status.observedGeneration == set.metadata.generation
            && set.status.replicas == count && set.status.readyReplicas ?? 0 == count && pods == count
            && set.status.currentRevision == set.status.updateRevision
        }
      }
      try await apply("1", replicas: 3)
      try await running(3)
      try await apply("2", replicas: 3)
      try await running(3)
      try await apply("2", replicas: 1)
      try await running(1)
      try await cluster.advance(by: .seconds(20))
    })

  private static func job(_ spec: String, ends: String) -> String {
    """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: web}
    spec:
      \(spec)
      template:
        metadata: {labels: {ends: \(ends)}}
        spec: {restartPolicy: Never, containers: [{name: web, image: "web:1"}]}
    """
  }

  private static func ended(_ condition: String, in cluster: SimulatedCluster) async throws {
    try await cluster.eventually("a job that is \(condition)", within: .seconds(3600)) {
      try await cluster.client.get(Job.self, key).status.conditions.isConditionTrue(condition)
    }
  }

  static let job = LoopStory(
    name: "job", tested: ["job"], others: ["garbagecollector"],
    body: { cluster in
      try await cluster.apply(job("{completions: 4, parallelism: 2}".flow, ends: "well"))
      try await ended("Complete", in: cluster)
      let status = try await cluster.client.get(Job.self, key).status
      guard status.succeeded == 4, status.failed ?? 0 == 0 else {
        throw Wrong("counts \(status.fields.json)")
      }
    })

  static let indexedJob = LoopStory(
    name: "indexed-job", tested: ["job", "ttl-after-finished"], others: ["garbagecollector"],
    body: { cluster in
      try await cluster.apply(
        job(
          "{completions: 3, parallelism: 3, completionMode: Indexed, ttlSecondsAfterFinished: 30}".flow,
          ends: "well"))
      try await cluster.eventually("the end of the job", within: .seconds(3600)) {
        let jobs = try await cluster.count(Job.self)
        let pods = try await cluster.count(Pod.self)
        return jobs + pods == 0
      }
    })

  static let failingJob = LoopStory(
    name: "failing-job", tested: ["job"], others: ["garbagecollector"],
    faults: FaultSet.all.subtracting(.clockJumps),
    body: { cluster in
      try await cluster.apply(job("{completions: 2, parallelism: 1, backoffLimit: 1}".flow, ends: "badly"))
      try await ended("Failed", in: cluster)
      let status = try await cluster.client.get(Job.self, key).status
      guard status.failed == 2, status.succeeded ?? 0 == 0 else {
        throw Wrong("counts \(status.fields.json)")
      }
    })

  static let cronJob = LoopStory(
    name: "cronjob", tested: ["cronjob"], others: ["job", "garbagecollector"],
    faults: FaultSet.all.subtracting(.clockJumps),
    body: { cluster in
      func apply(suspend: Bool) async throws {
        try await cluster.apply(
          """
          apiVersion: batch/v1
          kind: CronJob
          metadata: {name: web}
          spec:
            schedule: "*/10 * * * *"
            suspend: \(suspend)
            concurrencyPolicy: Forbid
            successfulJobsHistoryLimit: 1
            jobTemplate:
              spec:
                template:
                  metadata: {labels: {ends: well}}
                  spec: {restartPolicy: Never, containers: [{name: web, image: "web:1"}]}
          """)
      }
      try await apply(suspend: false)
      try await cluster.advance(by: .seconds(1500))
      try await apply(suspend: true)
      try await cluster.advance(by: .seconds(600))
      let jobs = try await cluster.list(Job.self)
      guard jobs.count == 1, jobs[0].status.succeeded == 1 else { throw Wrong("\(jobs.count) jobs") }
    })

  // MARK: Placement

  private static func addNode(_ name: String, pods: Int, in cluster: SimulatedCluster) async throws {
    try await cluster.apply("{apiVersion: v1, kind: Node, metadata: {name: \(name)}}")
    let room: JSON = ["cpu": "4", "memory": "8Gi", "pods": .string(String(pods))]
    try await cluster.client.patch(
      Node.self, ObjectKey(name: name),
      .merge([
        "status": [
          "capacity": room, "allocatable": room, "conditions": [["type": "Ready", "status": "True"]],
        ]
      ]), subresource: "status")
  }

  static let scheduling = LoopStory(
    name: "scheduling", tested: ["scheduler"], others: ["deployment", "replicaset", "garbagecollector"],
    // A scheduler that begins with a past view binds more to a node than it can take, in Kubernetes too: the kubelet
    // refuses what is too much.
    faults: FaultSet.all.subtracting(.staleViews), ignoring: ["pods spec.nodeName"],
    // The status of a pod is the kubelet's; others write a condition.
    detectors: .all.without(.statusWithoutObservedGeneration),
    body: { cluster in
      func placed(_ count: Int, pending: Int) async throws {
        try await cluster.eventually("\(count) pods on nodes", within: .seconds(3600)) {
          let pods = try await cluster.list(Pod.self)
          var loads: [String: Int] = [:]
          for pod in pods { if let node = pod.spec.nodeName { loads[node, default: 0] += 1 } }
          guard loads.values.allSatisfy({ $0 <= 3 }) else {
            throw Wrong("of 3 each: \(loads.sorted { $0.key < $1.key })")
          }
          let bound = pods.count { $0.spec.nodeName != nil }
          return bound == count && pods.count - bound == pending
        }
      }
      for name in ["a", "b"] { try await addNode(name, pods: 3, in: cluster) }
      try await cluster.apply(deployment("1", replicas: 4))
      try await placed(4, pending: 0)
      try await cluster.apply(deployment("1", replicas: 8))
      try await placed(6, pending: 2)
      try await addNode("c", pods: 3, in: cluster)
      try await placed(8, pending: 0)
      try await cluster.advance(by: .seconds(20))
    })

  // MARK: Services and budgets

  private static func slices(in cluster: SimulatedCluster) async throws -> [EndpointSlice] {
    try await cluster.list(EndpointSlice.self).filter {
      $0.metadata.labels["kubernetes.io/service-name"] == "web"
    }
  }

  static let service = LoopStory(
    name: "service", tested: ["endpointslice"], others: ["deployment", "replicaset", "garbagecollector"],
    body: { cluster in
      try await cluster.apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """)
      try await cluster.apply(deployment("1", replicas: 2))
      try await rolledOut(2, in: cluster)
      try await cluster.apply(deployment("2", replicas: 3))
      try await rolledOut(3, in: cluster)
      try await cluster.eventually("three endpoints", within: .seconds(3600)) {
        let ready = try await Set(cluster.list(Pod.self).compactMap(\.status.podIP))
        let slices = try await slices(in: cluster)
        let listed = slices.flatMap(\.endpoints).filter { $0.conditions?.ready == true }.flatMap(\.addresses)
        return Set(listed) == ready && listed.count == 3
      }
      try await cluster.client.delete(Service.self, key)
      try await cluster.eventually("no slices", within: .seconds(3600)) {
        try await slices(in: cluster).isEmpty
      }
    })

  static let budget = LoopStory(
    name: "budget", tested: ["disruption"], others: ["deployment", "replicaset", "garbagecollector"],
    body: { cluster in
      try await cluster.apply(
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web}
        spec: {minAvailable: 2, selector: {matchLabels: {app: web}}}
        """)
      func allowing(_ count: Int) async throws {
        try await cluster.eventually("\(count) disruptions", within: .seconds(3600)) {
          let budget = try await cluster.client.get(PodDisruptionBudget.self, key)
          return budget.status.disruptionsAllowed == count
            && budget.status.observedGeneration == budget.metadata.generation
        }
      }
      try await cluster.apply(deployment("1", replicas: 3))
      try await rolledOut(3, in: cluster)
      try await allowing(1)
      try await cluster.apply(deployment("1", replicas: 5))
      try await rolledOut(5, in: cluster)
      try await allowing(3)
      try await cluster.apply(deployment("1", replicas: 1))
      try await rolledOut(1, in: cluster)
      try await allowing(0)
    })

  // MARK: Quotas

  static let quota = LoopStory(
    name: "quota", tested: ["resourcequota"], others: ["deployment", "replicaset", "garbagecollector"],
    body: { cluster in
      try await cluster.apply(
        "{apiVersion: v1, kind: ResourceQuota, metadata: {name: team}, spec: {hard: {pods: 4, count/deployments.apps: 2}}}"
      )
      try await cluster.eventually(ResourceQuota.self, ObjectKey(namespace: "default", name: "team")) {
        $0.status.used["pods"] == .zero
      }
      for replicas in [3, 1] {
        try await cluster.apply(deployment("1", replicas: replicas))
        try await rolledOut(replicas, in: cluster)
        try await cluster.eventually(ResourceQuota.self, ObjectKey(namespace: "default", name: "team")) {
          $0.status.used["pods"] == Quantity(Int64(replicas))
        }
      }
    })
}

/// Something that came out wrong.
struct Wrong: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension String {
  /// The fields of a flow mapping, one a line, as part of a block of two spaces.
  fileprivate var flow: String {
    dropFirst().dropLast().split(separator: ", ").joined(separator: "\n  ")
  }
}
