import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@testable import CronJobController

@Suite struct CronJobLoopTests {
  private static let key = ObjectKey(namespace: "shop", name: "report")

  @Test func `a job is made at each time of the schedule, and old ones go`() throws {
    let (cronJob, names, events) = try withCluster { cluster in
      try await cluster.client.create(someCronJob("*/5 * * * *", "exit 0 after 10s"))
      try await cluster.advance(31 * 60)
      return (
        try await cluster.client.get(CronJob.self, Self.key),
        try await cluster.client.list(Job.self, namespace: "shop").items.compactMap(\.metadata.name).sorted(),
        try await cluster.events("CronJob")
      )
    }
    let last = try #require(cronJob.status.lastScheduleTime)
    #expect(last.secondsSince1970 % 300 == 0)
    let minute = last.secondsSince1970 / 60
    #expect(names == [minute - 10, minute - 5, minute].map { "report-\($0)" })
    #expect(cronJob.status.active.isEmpty && cronJob.status.lastSuccessfulTime != nil)
    #expect(events.contains("SawCompletedJob: Saw completed job: report-\(minute), condition: Complete"))
    #expect(events.contains("SuccessfulCreate: Created job report-\(minute)"))
  }

  @Test(arguments: [("Allow", 3), ("Forbid", 1), ("Replace", 1)])
  func `a policy says what happens while a job runs`(policy: String, running: Int) throws {
    let (active, oldest) = try withCluster { cluster in
      try await cluster.client.create(
        someCronJob("* * * * *", "exit 0 after 600s") { $0.spec.concurrencyPolicy = policy })
      try await cluster.advance(3 * 60 + 30)
      let jobs = try await cluster.client.list(Job.self, namespace: "shop").items
      let cronJob = try await cluster.client.get(CronJob.self, Self.key)
      #expect(cronJob.status.active.count == jobs.count)
      return (jobs.count, jobs.compactMap(\.metadata.creationTimestamp).min().map { cluster.now - $0 })
    }
    #expect((running...(running == 3 ? 4 : 1)).contains(active))
    let age = try #require(oldest).components.seconds
    #expect(policy == "Replace" ? age < 60 : age > 120)
  }

  @Test func `a suspended cron job makes nothing, and makes the last missed job when it goes on`() throws {
    let (during, after) = try withCluster { cluster in
      try await cluster.client.create(someCronJob("*/10 * * * *", "exit 0") { $0.spec.suspend = true })
      try await cluster.advance(25 * 60)
      let during = try await cluster.client.list(Job.self).items.count
      try await cluster.change(CronJob.self, "report") { $0.spec.suspend = false }
      try await cluster.advance(5)
      return (during, try await cluster.client.list(Job.self).items.count)
    }
    #expect(during == 0 && after == 1)
  }

  @Test func `a time that is too long ago is passed over`() throws {
    let count = try withCluster { cluster in
      try await cluster.client.create(
        someCronJob("0 * * * *", "exit 0") {
          $0.spec.suspend = true
          $0.spec.startingDeadlineSeconds = 60
        })
      let past = 3600 - Int(cluster.now.secondsSince1970 % 3600)
      try await cluster.advance(past + 120)
      try await cluster.change(CronJob.self, "report") { $0.spec.suspend = false }
      try await cluster.advance(10)
      return try await cluster.client.list(Job.self).items.count
    }
    #expect(count == 0)
  }

  @Test(arguments: 1...12)
  func `no time makes two jobs though the loops die after some writes`(writes: Int) throws {
    let jobs = try withClusterThatDies(afterWrites: writes) { client in
      try await client.create(
        someCronJob("@every 1s", "exit 0 after 900s") { $0.spec.schedule = "* * * * *" })
    } _: { cluster in
      try await cluster.advance(120)
      return try await cluster.client.list(Job.self).items
    }
    let times = jobs.compactMap { $0.metadata.annotations[Job.scheduledTimeKey] }
    #expect(times.count == jobs.count && Set(times).count == jobs.count && jobs.count >= 2)
  }

  @Test func `the latest of many missed times counts`() throws {
    let schedule = try CronSchedule("*/10 * * * *")
    let since = Timestamp(secondsSince1970: 1_700_000_000)
    let window = ScheduleWindow(of: schedule, in: .utc, since: since, now: since + .seconds(86_400 * 30))
    #expect(window.missedMany)
    #expect(window.latest.map { $0.secondsSince1970 % 600 } == 0)
    #expect(window.latest.map { since + .seconds(86_400 * 30) - $0 < .seconds(600) } == true)
    #expect(
      ScheduleWindow(of: schedule, in: .utc, since: since, now: since)
        == ScheduleWindow(of: schedule, in: .utc, since: since, now: since + .seconds(1)))
  }
}

/// A cron job whose jobs do what `run` says.
func someCronJob(_ schedule: String, _ run: String, _ fill: (inout CronJob) -> Void = { _ in }) -> CronJob {
  CronJob {
    $0.metadata.name = "report"
    $0.metadata.namespace = "shop"
    $0.spec.schedule = schedule
    $0.spec.jobTemplate.spec = someJob(run).spec
    fill(&$0)
  }
}
