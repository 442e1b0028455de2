import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct JobRulesTests {
  private static func job(_ spec: String, policy: String = "Never") -> String {
    #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"work"},"spec":{"template":{"spec":{"restartPolicy":"\#(policy)","containers":[{"name":"c","image":"x"}]}}\#(spec)}}"#
  }

  private static func cronJob(_ spec: String) -> String {
    #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"report"},"spec":{"jobTemplate":{"spec":{"template":{"spec":{"restartPolicy":"OnFailure","containers":[{"name":"c","image":"x"}]}}}}\#(spec)}}"#
  }

  static let refused: [(body: String, message: String)] = [
    (
      job("", policy: "Always"),
      #"Job.batch "work" is invalid: spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never""#
    ),
    (
      job(#","parallelism":2,"completionMode":"Indexed""#),
      #"Job.batch "work" is invalid: spec.completions: Required value: when completion mode is Indexed"#
    ),
    (
      job(#","backoffLimitPerIndex":1"#),
      #"Job.batch "work" is invalid: spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode"#
    ),
    (
      job(
        #","podFailurePolicy":{"rules":[{"action":"FailJob","onExitCodes":{"operator":"In","values":[0]}}]}"#),
      #"Job.batch "work" is invalid: spec.podFailurePolicy.rules[0].onExitCodes.values[0]: Invalid value: 0: must not be 0 for the In operator"#
    ),
    (
      job(
        #","podFailurePolicy":{"rules":[{"action":"Ignore","onExitCodes":{"operator":"In","values":[1]}}]}"#,
        policy: "OnFailure"),
      #"Job.batch "work" is invalid: spec.template.spec.restartPolicy: Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified"#
    ),
    (
      job(#","parallelism":-1"#),
      #"Job.batch "work" is invalid: spec.parallelism: Invalid value: -1: must be greater than or equal to 0"#
    ),
    (
      job(#","selector":{"matchLabels":{"a":"b"}}"#),
      "`selector` not auto-generated"
    ),
    (
      cronJob(#","schedule":"61 * * * *""#),
      #"CronJob.batch "report" is invalid: spec.schedule: Invalid value: "61 * * * *": end of range (61) above maximum (59): 61"#
    ),
    (
      cronJob(#","schedule":"0 * * * *","timeZone":"Mars/Olympus""#),
      #"CronJob.batch "report" is invalid: spec.timeZone: Invalid value: "Mars/Olympus": unknown time zone Mars/Olympus"#
    ),
    (
      cronJob(#","schedule":"TZ=UTC 0 * * * *""#),
      "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"
    ),
  ]

  @Test(arguments: refused.indices) func `a bad job is refused in Kubernetes' words`(index: Int) async throws
  {
    let (body, message) = Self.refused[index]
    let api = try await TestAPI()
    let resource = (body.contains("CronJob") ? CronJob.definition : Job.definition).groupVersionResource
    let error = await statusError { _ = try await api.post(resource, body) }
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "no error")")
    #expect(error?.reason == .invalid)
  }

  @Test func `what a job is made of stays, but for where its pods go while it is held back`() async throws {
    let api = try await TestAPI()
    _ = try await api.post(Job.definition.groupVersionResource, Self.job(#","suspend":true"#))
    let key = ObjectKey(namespace: "default", name: "work")
    var job = try await api.client.get(Job.self, key)
    job.spec.template.spec.nodeSelector = ["zone": "a"]
    job = try await api.client.update(job)
    #expect(job.spec.template.spec.nodeSelector == ["zone": "a"] && job.metadata.generation == 2)
    job.spec.template.spec.containers[0].image = "y"
    job.spec.completions = 3
    let changed = job
    let error = await statusError { try await api.client.update(changed) }
    #expect(error?.details?.causes.map(\.field) == ["spec.completions", "spec.template"])
    #expect(error?.message.hasSuffix("field is immutable]") == true)
  }

  @Test func `jobs are chosen by how many pods ended well`() async throws {
    let api = try await TestAPI()
    _ = try await api.post(Job.definition.groupVersionResource, Self.job(""))
    for (selector, count) in [("status.successful=0", 1), ("status.successful=1", 0)] {
      let jobs = try await api.client.list(Job.self, options: ListOptions(fieldSelector: selector)).items
      #expect(jobs.count == count)
    }
  }

  @Test func `a cron job's template gets the defaults of jobs`() async throws {
    let api = try await TestAPI()
    _ = try await api.post(CronJob.definition.groupVersionResource, Self.cronJob(#","schedule":"@daily""#))
    let spec = try await api.client.get(CronJob.self, ObjectKey(namespace: "default", name: "report")).spec
    #expect(spec.concurrencyPolicy == "Allow" && spec.suspend == false)
    #expect(spec.successfulJobsHistoryLimit == 3 && spec.failedJobsHistoryLimit == 1)
    #expect(spec.jobTemplate.spec.template.spec.dnsPolicy == "ClusterFirst")
    #expect(spec.jobTemplate.spec.selector == nil)
  }
}
