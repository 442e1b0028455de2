import APIMachinery
import KubernetesAPI
import KubernetesClient
import PodLifecycleController
import Testing

@Suite struct JobLoopTests {
  private static let key = ObjectKey(namespace: "shop", name: "work")

  @Test(arguments: [(nil, 1), ("stays", nil)] as [(String?, Int?)])
  func `containers of jobs end well unless they are told to stay`(run: String?, succeeded: Int?) throws {
    let status = try withCluster { cluster in
      try await cluster.client.create(someJob(run))
      try await cluster.advance(30)
      return try await cluster.client.get(Job.self, Self.key).status
    }
    #expect(status.succeeded == succeeded && status.active == (run == nil ? nil : 1))
  }

  @Test func `a job runs until its completions are reached`() throws {
    let (job, pods, events) = try withCluster { cluster in
      try await cluster.client.create(
        someJob("exit 0 after 5s") {
          $0.spec.completions = 5; $0.spec.parallelism = 2
        })
      try await cluster.advance(2)
      let early = try await cluster.client.get(Job.self, Self.key)
      #expect(early.status.active == 2 && early.status.ready == 2 && early.status.startTime != nil)
      try await cluster.advance(30)
      return (
        try await cluster.client.get(Job.self, Self.key), try await cluster.pods(),
        try await cluster.events("Job")
      )
    }
    #expect(job.status.succeeded == 5 && job.status.active == nil && job.status.failed == nil)
    #expect(job.states == ["Complete=True CompletionsReached", "SuccessCriteriaMet=True CompletionsReached"])
    #expect(job.status.completionTime != nil)
    #expect(job.status.uncountedTerminatedPods?.fields.isEmpty ?? true)
    #expect(pods.count == 5 && pods.allSatisfy { $0.metadata.finalizers.isEmpty })
    #expect(events.contains("Completed: Job completed"))
    #expect(events.filter { $0.hasPrefix("SuccessfulCreate") }.count == 5)
  }

  @Test func `the server gives a job its selector and its labels`() throws {
    let (job, pod) = try withCluster { cluster in
      let job = try await cluster.client.create(someJob("exit 0"))
      try await cluster.advance(1)
      return (job, try #require(try await cluster.pods().first))
    }
    let uid = try #require(job.metadata.uid)
    #expect(job.spec.selector?.matchLabels == ["batch.kubernetes.io/controller-uid": uid])
    #expect(pod.metadata.labels["job-name"] == "work" && pod.metadata.labels["controller-uid"] == uid)
    #expect(job.spec.backoffLimit == 6 && job.spec.completions == 1 && job.spec.parallelism == 1)
  }

  @Test func `failed pods are replaced after a growing wait, up to the limit`() throws {
    let (counts, job, events) = try withCluster { cluster in
      try await cluster.client.create(someJob("exit 3") { $0.spec.backoffLimit = 3 })
      var counts: [Int] = []
      for seconds in [5, 10, 20, 40] {
        try await cluster.advance(seconds)
        counts.append(try await cluster.pods().count)
      }
      return (counts, try await cluster.client.get(Job.self, Self.key), try await cluster.events("Job"))
    }
    // At 0 s, then 10, 20 and 40 s after the failure before.
    #expect(counts == [1, 2, 3, 4])
    #expect(job.status.failed == 4 && job.status.completionTime == nil)
    #expect(job.states == ["Failed=True BackoffLimitExceeded", "FailureTarget=True BackoffLimitExceeded"])
    #expect(events.contains("BackoffLimitExceeded: Job has reached the specified backoff limit"))
  }

  @Test func `containers that are restarted in place count too`() throws {
    let job = try withCluster { cluster in
      try await cluster.client.create(
        someJob("exit 1 after 1s") {
          $0.spec.backoffLimit = 2
          $0.spec.template.spec.restartPolicy = "OnFailure"
        })
      try await cluster.advance(120)
      return try await cluster.client.get(Job.self, Self.key)
    }
    #expect(job.states.first == "Failed=True BackoffLimitExceeded")
  }

  @Test func `each index of an indexed job ends well once`() throws {
    let (job, pods) = try withCluster { cluster in
      try await cluster.client.create(
        someJob("exit 0 after 2s") {
          $0.spec.completionMode = "Indexed"
          $0.spec.completions = 4
          $0.spec.parallelism = 3
        })
      try await cluster.advance(20)
      return (try await cluster.client.get(Job.self, Self.key), try await cluster.pods())
    }
    #expect(job.status.completedIndexes == "0-3" && job.status.succeeded == 4)
    let indexes = pods.compactMap { $0.metadata.labels["batch.kubernetes.io/job-completion-index"] }.sorted()
    #expect(indexes == ["0", "1", "2", "3"])
    let first = try #require(pods.first { $0.metadata.name?.hasPrefix("work-0-") ?? false })
    #expect(first.spec.hostname == "work-0")
    #expect(
      first.spec.containers[0].env.first?.valueFrom?.fieldRef?.fieldPath
        == "metadata.labels['batch.kubernetes.io/job-completion-index']")
  }

  @Test func `an index that fails too often is given up, and the others go on`() throws {
    let (job, created) = try withCluster { cluster in
      try await cluster.client.create(
        someJob("exit 7") {
          $0.spec.completionMode = "Indexed"
          $0.spec.completions = 2
          $0.spec.parallelism = 2
          $0.spec.backoffLimitPerIndex = 1
        })
      try await cluster.advance(60)
      return (
        try await cluster.client.get(Job.self, Self.key),
        try await cluster.pods().compactMap {
          $0.metadata.annotations["batch.kubernetes.io/job-index-failure-count"]
        }
      )
    }
    #expect(job.status.failedIndexes == "0,1" && job.status.failed == 4)
    #expect(job.states.first == "Failed=True FailedIndexes")
    #expect(created.sorted() == ["0", "0", "1", "1"])
  }

  @Test func `a policy ends the job on one exit code and does not count another`() throws {
    @Sendable func policy(_ action: String) -> PodFailurePolicy {
      PodFailurePolicy {
        $0.rules = [
          PodFailurePolicyRule {
            $0.action = action
            $0.onExitCodes = PodFailurePolicyOnExitCodesRequirement {
              $0.operator = "In"
              $0.values = [42]
            }
          }
        ]
      }
    }
    let (fatal, ignored) = try withCluster { cluster in
      try await cluster.client.create(someJob("exit 42") { $0.spec.podFailurePolicy = policy("FailJob") })
      try await cluster.client.create(
        someJob("exit 42", name: "other") {
          $0.spec.podFailurePolicy = policy("Ignore")
          $0.spec.backoffLimit = 0
        })
      try await cluster.advance(5)
      return (
        try await cluster.client.get(Job.self, Self.key),
        try await cluster.client.get(Job.self, ObjectKey(namespace: "shop", name: "other"))
      )
    }
    let condition = try #require(fatal.status.conditions.first { $0.type == "Failed" })
    #expect(condition.reason == "PodFailurePolicy")
    #expect(
      condition.message?.hasSuffix("failed with exit code 42 matching FailJob rule at index 0") ?? false)
    #expect(condition.message?.hasPrefix("Container main for pod shop/work-") ?? false)
    #expect(ignored.status.failed == nil && ignored.states.isEmpty)
  }

  @Test func `a success policy ends the job before all indexes are done`() throws {
    let (job, left) = try withCluster(TestClusterOptions(latencies: ContainerLatencies(scale: 1))) {
      cluster in
      try await cluster.client.create(
        someJob("exit 0 after 300s") {
          $0.spec.completionMode = "Indexed"
          $0.spec.completions = 3
          $0.spec.parallelism = 3
          $0.spec.successPolicy = SuccessPolicy {
            $0.rules = [SuccessPolicyRule { $0.succeededIndexes = "0" }]
          }
        })
      try await cluster.advance(10)
      let leader = try #require(
        try await cluster.pods().first { $0.metadata.name?.hasPrefix("work-0-") ?? false })
      try await cluster.client.patch(
        Pod.self, leader.key,
        .merge(["metadata": ["annotations": ["swiftlet.dev/run.main": "exit 0 after 12s"]]]))
      try await cluster.advance(90)
      return (
        try await cluster.client.get(Job.self, Self.key),
        try await cluster.pods().filter { !$0.isTerminating && !$0.isOver }.count
      )
    }
    #expect(job.states.first == "Complete=True SuccessPolicy" && job.status.completedIndexes == "0")
    #expect(left == 0)
  }

  @Test func `a deadline ends the pods and the job`() throws {
    let (job, pods) = try withCluster { cluster in
      try await cluster.client.create(someJob("exit 0 after 1000s") { $0.spec.activeDeadlineSeconds = 30 })
      try await cluster.advance(29)
      #expect(try await cluster.pods().count == 1)
      try await cluster.advance(60)
      return (try await cluster.client.get(Job.self, Self.key), try await cluster.pods())
    }
    #expect(job.states == ["Failed=True DeadlineExceeded", "FailureTarget=True DeadlineExceeded"])
    #expect(pods.isEmpty && job.status.terminating == 0)
  }

  @Test func `a suspended job has no pods, and starts anew when it is resumed`() throws {
    let (during, after, events) = try withCluster { cluster in
      try await cluster.client.create(someJob("exit 0 after 50s") { $0.spec.suspend = true })
      try await cluster.advance(10)
      let during = try await cluster.client.get(Job.self, Self.key)
      #expect(try await cluster.pods().isEmpty)
      try await cluster.change(Job.self, "work") { $0.spec.suspend = false }
      try await cluster.advance(5)
      return (during, try await cluster.client.get(Job.self, Self.key), try await cluster.events("Job"))
    }
    #expect(during.states == ["Suspended=True JobSuspended"] && during.status.startTime == nil)
    #expect(after.states == ["Suspended=False JobResumed"] && after.status.active == 1)
    #expect(events.contains("Suspended: Job suspended") && events.contains("Resumed: Job resumed"))
  }

  @Test func `a finished job goes when its time is over, with its pods`() throws {
    let (before, after) = try withCluster { cluster in
      try await cluster.client.create(someJob("exit 0 after 1s") { $0.spec.ttlSecondsAfterFinished = 60 })
      try await cluster.advance(55)
      let before = try await cluster.pods().count
      try await cluster.advance(30)
      return (before, try await cluster.pods().count + cluster.client.list(Job.self).items.count)
    }
    #expect(before == 1 && after == 0)
  }

  @Test func `a pod that somebody deletes counts as failed and is replaced`() throws {
    let job = try withCluster { cluster in
      try await cluster.client.create(someJob("exit 0 after 60s, stops after 5s"))
      try await cluster.advance(5)
      let pod = try #require(try await cluster.pods().first)
      try await cluster.client.delete(Pod.self, pod.key)
      try await cluster.advance(30)
      let present = try await cluster.pods()
      #expect(present.count == 1 && present[0].metadata.name != pod.metadata.name)
      return try await cluster.client.get(Job.self, Self.key)
    }
    #expect(job.status.failed == 1 && job.status.active == 1)
  }

  @Test func `a deleted job lets its pods go`() throws {
    let left = try withCluster { cluster in
      try await cluster.client.create(someJob("exit 0 after 600s") { $0.spec.parallelism = 3 })
      try await cluster.advance(5)
      try await cluster.client.delete(
        Job.self, Self.key, options: DeleteOptions(propagationPolicy: .background))
      try await cluster.advance(60)
      return try await cluster.pods().count
    }
    #expect(left == 0)
  }

  @Test(arguments: 1...24)
  func `each pod is counted once though the loops die after some writes`(writes: Int) throws {
    let job = try withClusterThatDies(afterWrites: writes) { client in
      try await client.create(
        someJob("exit 0 after 1s") {
          $0.spec.completions = 3
          $0.spec.parallelism = 2
        })
    } _: { cluster in
      try await cluster.client.get(Job.self, Self.key)
    }
    #expect(job.status.succeeded == 3 && job.status.failed == nil)
    #expect(job.states.first == "Complete=True CompletionsReached")
  }
}

extension Job {
  /// The conditions as `Type=Status Reason`, in the order of their text.
  fileprivate var states: [String] {
    status.conditions.map { "\($0.type)=\($0.status) \($0.reason ?? "")" }.sorted()
  }
}

/// A job whose container does what `run` says, or what containers of jobs do when nobody says.
func someJob(_ run: String? = nil, name: String = "work", _ fill: (inout Job) -> Void = { _ in }) -> Job {
  Job {
    $0.metadata.name = name
    $0.metadata.namespace = "shop"
    if let run { $0.spec.template.metadata.annotations = ["swiftlet.dev/run.main": run] }
    $0.spec.template.spec.restartPolicy = "Never"
    $0.spec.template.spec.containers = [
      Container {
        $0.name = "main"
        $0.image = "busybox:1"
      }
    ]
    fill(&$0)
  }
}
