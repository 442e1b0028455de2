import APIMachinery
import KubernetesAPI
import Testing

@testable import swiftlet

@Suite struct RolloutProgressTests {
  private func deployment(
    updated: Int, total: Int, available: Int, observed: Int = 2, reason: String = "ReplicaSetUpdated"
  ) -> Deployment {
    Deployment {
      $0.metadata.name = "web"
      $0.metadata.generation = 2
      $0.spec.replicas = 3
      $0.status.observedGeneration = observed
      $0.status.updatedReplicas = updated
      $0.status.replicas = total
      $0.status.availableReplicas = available
      $0.status.conditions = [
        DeploymentCondition {
          $0.type = "Progressing"
          $0.status = "True"
          $0.reason = reason
        }
      ]
    }
  }

  @Test(arguments: [
    (
      1, 3, 3,
      "Waiting for deployment \"web\" rollout to finish: 1 out of 3 new replicas have been updated..."
    ),
    (3, 4, 3, "Waiting for deployment \"web\" rollout to finish: 1 old replicas are pending termination..."),
    (3, 3, 2, "Waiting for deployment \"web\" rollout to finish: 2 of 3 updated replicas are available..."),
    (3, 3, 3, "deployment \"web\" successfully rolled out"),
  ])
  func `each moment has kubectl's words`(updated: Int, total: Int, available: Int, text: String) throws {
    let progress = try RolloutProgress(deployment(updated: updated, total: total, available: available))
    #expect(progress.text == text)
    #expect(progress.isComplete == (available == 3 && total == 3 && updated == 3))
  }

  @Test func `a change that was not seen yet is waited for`() throws {
    let progress = try RolloutProgress(deployment(updated: 3, total: 3, available: 3, observed: 1))
    #expect(progress.text == "Waiting for deployment spec update to be observed...")
    #expect(!progress.isComplete)
  }

  @Test func `a passed deadline is an error`() throws {
    let stuck = deployment(updated: 1, total: 3, available: 3, reason: "ProgressDeadlineExceeded")
    let error = #expect(throws: CommandError.self) { try RolloutProgress(stuck) }
    #expect(error?.description == "deployment \"web\" exceeded its progress deadline")
  }
}
