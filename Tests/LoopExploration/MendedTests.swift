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
      story: WorkloadStories.job,
      plan: FaultPlan(
        seed: 12706,
        [
          .crash(.after, write: 5, downFor: .seconds(30)),
          .failWrite(8, .tooManyRequests(retryAfterSeconds: 1)),
          .travelBack(afterEvent: 12, toEvent: 1, lasting: .seconds(20)),
        ])),
    Finding(
      story: WorkloadStories.job,
      plan: FaultPlan(seed: 18288, [.loseResponse(write: 2), .failWrite(3, .internalError)])),
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
      story: WorkloadStories.recreate,
      plan: FaultPlan(seed: 355, [.travelBack(afterEvent: 46, toEvent: 1, lasting: .seconds(1))])),
    Finding(
      story: WorkloadStories.recreate,
      plan: FaultPlan(seed: 1310, [.travelBack(afterEvent: 15, toEvent: 0, lasting: .seconds(1))])),
    Finding(
      story: WorkloadStories.collection,
      plan: FaultPlan(seed: 1276, [.hideEvents(of: "replicasets.apps", from: 4, lasting: .seconds(1))])),
    Finding(
      story: WorkloadStories.job,
      plan: FaultPlan(
        seed: 280,
        [
          .failWrite(10, .unavailable), .crash(.before, write: 11),
          .travelBack(afterEvent: 23, toEvent: 2, lasting: .seconds(1)),
        ])),
    Finding(
      story: WorkloadStories.job,
      plan: FaultPlan(seed: 781, [.travelBack(afterEvent: 20, toEvent: 10, lasting: .seconds(20))])),
    Finding(
      story: WorkloadStories.job,
      plan: FaultPlan(
        seed: 0,
        [
          .travelBack(afterEvent: 20, toEvent: 10, lasting: .seconds(1)),
          .delayEvents(of: "pods", from: 16, lasting: .seconds(1)),
        ])),
    Finding(
      story: WorkloadStories.statefulSet,
      plan: FaultPlan(
        seed: 1034,
        [
          .delayEvents(of: "pods", from: 8, lasting: .seconds(1)),
          .failWrite(18, .tooManyRequests(retryAfterSeconds: 1)),
          .travelBack(afterEvent: 32, toEvent: 7, lasting: .seconds(20)),
          .delayEvents(of: "statefulsets.apps", from: 15, lasting: .seconds(1)),
        ])),
    Finding(
      story: WorkloadStories.statefulSet,
      plan: FaultPlan(seed: 1505, [.travelBack(afterEvent: 12, toEvent: 0, lasting: .seconds(2))])),
    Finding(
      story: WorkloadStories.statefulSet,
      plan: FaultPlan(
        seed: 2712,
        [
          .hideEvents(of: "controllerrevisions.apps", from: 1, lasting: .seconds(10)),
          .travelBack(afterEvent: 35, toEvent: 23, lasting: .seconds(20)),
        ])),
    Finding(
      story: WorkloadStories.recreate,
      plan: FaultPlan(
        seed: 0,
        [
          .jumpClock(write: 37, by: .seconds(3600)),
          .failWrite(38, .tooManyRequests(retryAfterSeconds: 1)),
        ])),
    Finding(
      story: WorkloadStories.deployment,
      plan: FaultPlan(
        seed: 0, [.jumpClock(write: 37, by: .seconds(3600)), .jumpClock(write: 53, by: .seconds(-600))])),
    Finding(
      story: WorkloadStories.collection,
      plan: FaultPlan(seed: 3548, [.hideEvents(of: "deployments.apps", from: 1, lasting: .seconds(2))])),
    Finding(
      story: WorkloadStories.scheduling, plan: FaultPlan(seed: 4542, [.loseResponse(write: 5)])),
    Finding(
      story: WorkloadStories.daemons,
      plan: FaultPlan(seed: 2680, [.travelBack(afterEvent: 10, toEvent: 0, lasting: .seconds(1))])),
    Finding(
      story: WorkloadStories.statefulSet,
      plan: FaultPlan(
        seed: 1064,
        [
          .failWrite(5, .unavailable), .travelBack(afterEvent: 21, toEvent: 4, lasting: .seconds(2)),
          .delayEvents(of: "statefulsets.apps", from: 13, lasting: .seconds(1)),
        ])),
    Finding(
      story: WorkloadStories.statefulSet,
      plan: FaultPlan(
        seed: 0,
        [
          .delayEvents(of: "controllerrevisions.apps", from: 2, lasting: .seconds(2)),
          .travelBack(afterEvent: 38, toEvent: 23, lasting: .seconds(1)),
        ])),
    Finding(
      story: WorkloadStories.deployment,
      plan: FaultPlan(seed: 954, [.travelBack(afterEvent: 63, toEvent: 1, lasting: .seconds(1))])),
    Finding(
      story: WorkloadStories.failingJob,
      plan: FaultPlan(
        seed: 686,
        [
          .delayEvents(of: "pods", from: 1, lasting: .seconds(20)),
          .travelBack(afterEvent: 13, toEvent: 8, lasting: .seconds(1)),
        ])),
    Finding(
      story: WorkloadStories.scheduling,
      plan: FaultPlan(
        seed: 0,
        [
          .failWrite(1, .tooManyRequests(retryAfterSeconds: 1)), .jumpClock(write: 4, by: .seconds(3600)),
        ])),
    Finding(
      story: ClusterStories.namespace,
      plan: FaultPlan(
        seed: 0,
        [
          .travelBack(afterEvent: 3, toEvent: 2, lasting: .seconds(1)),
          .hideEvents(of: "serviceaccounts", from: 7, lasting: .seconds(1)),
        ])),
    Finding(
      story: ClusterStories.fargate,
      plan: FaultPlan(seed: 0, [.crash(.before, write: 19), .failWrite(21, .conflict)])),
    Finding(story: ClusterStories.fargate, plan: FaultPlan(seed: 460, [.failWrite(22, .conflict)])),
    Finding(
      story: ClusterStories.fargate,
      plan: FaultPlan(seed: 932, [.travelBack(afterEvent: 15, toEvent: 1, lasting: .seconds(1))])),
    Finding(
      story: ClusterStories.fargate,
      plan: FaultPlan(
        seed: 94,
        [
          .travelBack(afterEvent: 16, toEvent: 3, lasting: .seconds(5)),
          .travelBack(afterEvent: 30, toEvent: 6, lasting: .seconds(1)),
        ])),
    Finding(
      story: ClusterStories.volumes,
      plan: FaultPlan(seed: 0, [.travelBack(afterEvent: 38, toEvent: 16, lasting: .seconds(1))])),
    Finding(
      story: ClusterStories.volumes,
      plan: FaultPlan(
        seed: 998,
        [
          .failWrite(10, .tooManyRequests(retryAfterSeconds: 1)),
          .travelBack(afterEvent: 25, toEvent: 1, lasting: .seconds(10)),
          .delayEvents(of: "volumeattachments.storage.k8s.io", from: 3, lasting: .seconds(1)),
        ])),
    Finding(
      story: ClusterStories.volumes,
      plan: FaultPlan(seed: 1035, [.travelBack(afterEvent: 19, toEvent: 1, lasting: .seconds(20))])),
    Finding(
      story: ClusterStories.volumes,
      plan: FaultPlan(
        seed: 0,
        [.delayEvents(of: "nodes", from: 2, lasting: .seconds(30)), .killNode(1, after: .seconds(31))])),
    Finding(
      story: ClusterStories.network,
      plan: FaultPlan(seed: 0, [.travelBack(afterEvent: 95, toEvent: 41, lasting: .seconds(1))])),
    Finding(
      story: ClusterStories.network,
      plan: FaultPlan(seed: 0, [.travelBack(afterEvent: 123, toEvent: 39, lasting: .seconds(1))])),
    Finding(
      story: ClusterStories.network,
      plan: FaultPlan(seed: 272, [.travelBack(afterEvent: 123, toEvent: 47, lasting: .seconds(1))])),
    Finding(
      story: ClusterStories.autoscaling,
      plan: FaultPlan(seed: 0, [.jumpClock(write: 1, by: .seconds(3600))])),
    Finding(
      story: ClusterStories.autoscaling,
      plan: FaultPlan(seed: 1483, [.travelBack(afterEvent: 116, toEvent: 24, lasting: .seconds(20))])),
    Finding(
      story: ClusterStories.autoscaling, plan: FaultPlan(seed: 0, [.killNode(1, after: .seconds(133))])),
    Finding(
      story: ClusterStories.autoscaling, plan: FaultPlan(seed: 0, [.killNode(1, after: .seconds(331))])),
    Finding(
      story: ClusterStories.nodes, plan: FaultPlan(seed: 0, [.jumpClock(write: 13, by: .seconds(-600))])),
    Finding(
      story: ClusterStories.nodes,
      plan: FaultPlan(
        seed: 3532,
        [
          .jumpClock(write: 18, by: .seconds(-600)),
          .hideEvents(of: "pods", from: 26, lasting: .seconds(40)), .killNode(1, after: .seconds(41)),
          .travelBack(afterEvent: 80, toEvent: 21, lasting: .seconds(1)),
        ])),
    Finding(
      story: ClusterStories.network, plan: FaultPlan(seed: 0, [.killNode(1, after: .seconds(161))])),
    Finding(
      story: ClusterStories.lostNode,
      plan: FaultPlan(seed: 0, [.crash(.after, write: 1, downFor: .seconds(30))])),
    Finding(story: ClusterStories.autoscaling, plan: FaultPlan(seed: 0, [.crash(.after, write: 4)])),
    Finding(
      story: ClusterStories.autoscaling,
      plan: FaultPlan(
        seed: 3050,
        [
          .delayEvents(of: "nodegroups.eks.services.k8s.aws", from: 2, lasting: .seconds(40)),
          .travelBack(afterEvent: 116, toEvent: 8, lasting: .seconds(20)),
        ])),
    Finding(
      story: ClusterStories.lostNode,
      plan: FaultPlan(seed: 8958, [.crash(.after, write: 11), .killNode(1, after: .seconds(82))])),
    Finding(
      story: ClusterStories.nodes,
      plan: FaultPlan(
        seed: 0,
        [
          .hideEvents(of: "instances.ec2.services.k8s.aws", from: 1, lasting: .seconds(1)),
          .travelBack(afterEvent: 78, toEvent: 14, lasting: .seconds(1)),
          .delayEvents(of: "instances.ec2.services.k8s.aws", from: 8, lasting: .seconds(1)),
        ])),
    Finding(
      story: ClusterStories.fargate,
      plan: FaultPlan(
        seed: 0,
        [
          .travelBack(afterEvent: 23, toEvent: 3, lasting: .seconds(1)),
          .hideEvents(of: "pods", from: 14, lasting: .seconds(1)),
        ])),
    Finding(
      story: ClusterStories.autoscaling,
      plan: FaultPlan(
        seed: 2012,
        [
          .hideEvents(of: "deployments.apps", from: 1, lasting: .seconds(1)),
          .delayEvents(of: "pods", from: 38, lasting: .milliseconds(3795)),
          .travelBack(afterEvent: 101, toEvent: 73, lasting: .seconds(20)),
          .travelBack(afterEvent: 111, toEvent: 106, lasting: .seconds(20)),
        ])),
    Finding(
      story: ClusterStories.network,
      plan: FaultPlan(
        seed: 0,
        [.travelBack(afterEvent: 95, toEvent: 40, lasting: .seconds(1)), .crash(.after, write: 38)])),
    Finding(
      story: ClusterStories.network,
      plan: FaultPlan(
        seed: 4426,
        [
          .hideEvents(of: "pods", from: 28, lasting: .seconds(1)),
          .travelBack(afterEvent: 84, toEvent: 65, lasting: .seconds(1)),
          .delayEvents(of: "pods", from: 60, lasting: .seconds(1)),
          .jumpClock(write: 40, by: .seconds(-600)),
        ])),
    Finding(
      story: WorkloadStories.collection,
      plan: FaultPlan(
        seed: 2658,
        [
          .travelBack(afterEvent: 33, toEvent: 28, lasting: .seconds(20)),
          .delayEvents(of: "deployments.apps", from: 13, lasting: .seconds(30)),
        ])),
    Finding(
      story: WorkloadStories.cronJob,
      plan: FaultPlan(
        seed: 0,
        [
          .crash(.after, write: 1, downFor: .seconds(30)),
          .travelBack(afterEvent: 5, toEvent: 0, lasting: .seconds(5)),
          .delayEvents(of: "jobs.batch", from: 5, lasting: .seconds(1)),
        ])),
    Finding(
      story: ClusterStories.volumes,
      plan: FaultPlan(
        seed: 3294,
        [
          .hideEvents(of: "nodes", from: 1, lasting: .seconds(40)),
          .travelBack(afterEvent: 28, toEvent: 10, lasting: .seconds(1)),
        ])),
    Finding(
      story: ClusterStories.autoscaling,
      plan: FaultPlan(
        seed: 6530,
        [
          .travelBack(afterEvent: 81, toEvent: 12, lasting: .seconds(1)),
          .hideEvents(of: "pods", from: 56, lasting: .seconds(1)),
        ])),
  ]

  @Test(arguments: findings) func `what was found once stays mended`(_ finding: Finding) throws {
    try finding.story.replay(finding.plan)
  }
}
