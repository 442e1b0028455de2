import APIMachinery
import KubernetesAPI
import Testing

@testable import swiftlet

@Suite struct RolloutSetTests {
  private func daemons(updated: Int, available: Int, observed: Int = 2, type: String = "RollingUpdate")
    -> DaemonSet
  {
    DaemonSet {
      $0.metadata.name = "log"
      $0.metadata.generation = 2
      $0.spec.updateStrategy = DaemonSetUpdateStrategy { $0.type = type }
      $0.status.observedGeneration = observed
      $0.status.desiredNumberScheduled = 3
      $0.status.updatedNumberScheduled = updated
      $0.status.numberAvailable = available
    }
  }

  @Test(arguments: [
    (
      1, 3, 2,
      "Waiting for daemon set \"log\" rollout to finish: 1 out of 3 new pods have been updated..."
    ),
    (3, 2, 2, "Waiting for daemon set \"log\" rollout to finish: 2 of 3 updated pods are available..."),
    (3, 3, 2, "daemon set \"log\" successfully rolled out"),
    (3, 3, 1, "Waiting for daemon set spec update to be observed..."),
  ])
  func `a daemon set's roll-out has kubectl's words`(
    updated: Int, available: Int, observed: Int, text: String
  ) throws {
    let progress = try RolloutProgress(daemons(updated: updated, available: available, observed: observed))
    #expect(progress.text == text)
    #expect(progress.isComplete == text.hasSuffix("rolled out"))
  }

  @Test func `pods that are updated by hand cannot be followed`() {
    let error = #expect(throws: CommandError.self) {
      try RolloutProgress(daemons(updated: 1, available: 1, type: "OnDelete"))
    }
    #expect(error?.description == "rollout status is only available for RollingUpdate strategy type")
  }

  private func stateful(ready: Int, updated: Int, partition: Int? = 0) -> StatefulSet {
    StatefulSet {
      $0.metadata.name = "db"
      $0.metadata.generation = 1
      $0.spec.replicas = 3
      $0.spec.updateStrategy = StatefulSetUpdateStrategy {
        $0.type = "RollingUpdate"
        $0.rollingUpdate = partition.map { end in RollingUpdateStatefulSetStrategy { $0.partition = end } }
      }
      $0.status.observedGeneration = 1
      $0.status.readyReplicas = ready
      $0.status.updatedReplicas = updated
      $0.status.currentReplicas = 3 - updated
      $0.status.currentRevision = "db-1"
      $0.status.updateRevision = "db-2"
    }
  }

  @Test(arguments: [
    (1, 3, 0, "Waiting for 2 pods to be ready..."),
    (3, 1, 1, "Waiting for partitioned roll out to finish: 1 out of 2 new pods have been updated..."),
    (3, 2, 1, "partitioned roll out complete: 2 new pods have been updated..."),
    (3, 2, nil, "waiting for statefulset rolling update to complete 2 pods at revision db-2..."),
  ])
  func `a stateful set's roll-out has kubectl's words`(
    ready: Int, updated: Int, partition: Int?, text: String
  ) throws {
    let progress = try RolloutProgress(stateful(ready: ready, updated: updated, partition: partition))
    #expect(progress.text == text)
    #expect(progress.isComplete == text.hasPrefix("partitioned roll out complete"))
  }
}
