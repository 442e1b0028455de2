import ControllerTesting
import Testing

/// What was found once stays mended: the plans of `docs/Swiftlet.docc/track-record.md`.
@Suite struct MendedTests {
  struct Finding: Sendable, CustomStringConvertible {
    let story: LoopStory
    let plan: FaultPlan

    var description: String { "\(story): \(plan)" }
  }

  static let findings = [
    Finding(
      story: WorkloadStories.daemons,
      plan: FaultPlan(seed: 3, [.travelBack(afterEvent: 12, toEvent: 4, lasting: .seconds(20))])),
    Finding(
      story: WorkloadStories.recreate,
      plan: FaultPlan(seed: 10, [.travelBack(afterEvent: 46, toEvent: 2, lasting: .seconds(20))])),
    Finding(
      story: WorkloadStories.job,
      plan: FaultPlan(seed: 3, [.travelBack(afterEvent: 18, toEvent: 10, lasting: .seconds(2))])),
    Finding(
      story: WorkloadStories.job,
      plan: FaultPlan(seed: 8, [.travelBack(afterEvent: 18, toEvent: 9, lasting: .seconds(20))])),
    Finding(
      story: WorkloadStories.job,
      plan: FaultPlan(seed: 38, [.travelBack(afterEvent: 7, toEvent: 0, lasting: .seconds(1))])),
    Finding(story: WorkloadStories.job, plan: FaultPlan(seed: 43, [.loseResponse(write: 5)])),
    Finding(
      story: WorkloadStories.failingJob,
      plan: FaultPlan(seed: 3, [.travelBack(afterEvent: 13, toEvent: 1, lasting: .seconds(20))])),
    Finding(
      story: WorkloadStories.failingJob,
      plan: FaultPlan(seed: 31, [.travelBack(afterEvent: 10, toEvent: 8, lasting: .seconds(20))])),
    Finding(
      story: WorkloadStories.failingJob,
      plan: FaultPlan(
        seed: 100,
        [
          .travelBack(afterEvent: 10, toEvent: 0, lasting: .seconds(1)),
          .delayEvents(of: "jobs.batch", from: 6, lasting: .seconds(1)),
        ])),
    Finding(
      story: ClusterStories.nodes, plan: FaultPlan(seed: 0, [.jumpClock(write: 13, by: .seconds(-600))])),
    Finding(
      story: ClusterStories.network, plan: FaultPlan(seed: 0, [.killNode(1, after: .seconds(161))])),
    Finding(
      story: ClusterStories.lostNode,
      plan: FaultPlan(seed: 0, [.crash(.after, write: 1, downFor: .seconds(30))])),
    Finding(story: ClusterStories.autoscaling, plan: FaultPlan(seed: 0, [.crash(.after, write: 4)])),
  ]

  @Test(arguments: findings) func `what was found once stays mended`(_ finding: Finding) throws {
    try finding.story.replay(finding.plan)
  }
}
