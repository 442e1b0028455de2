import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Synchronization
import Testing

/// What is written is charged to the quotas of its namespace.
@Suite struct QuotaChargeTests {
  /// Changes another quota while the first one is charged, once.
  private final class Meddler: WebhookCaller {
    private let service: APIService
    private let hasMeddled = Mutex(false)

    init(_ service: APIService) { self.service = service }

    func call(_ call: WebhookCall) async throws(WebhookFailure) -> [UInt8] {
      guard let review = try? JSON.parse(call.body) else { throw WebhookFailure("no JSON") }
      let isFirst = review["request"]?["name"] == "first"
      let isDue = hasMeddled.withLock { done in
        defer { done = done || isFirst }
        return isFirst && !done
      }
      if isDue {
        let client = service.client(as: .admin, fieldManager: "meddler")
        _ = try? await client.patch(
          ResourceQuota.self, ObjectKey(namespace: "default", name: "second"),
          .merge(["metadata": ["labels": ["meddled": "yes"]]]))
      }
      let answer: JSON = [
        "apiVersion": review["apiVersion"] ?? "", "kind": "AdmissionReview",
        "response": ["uid": review["request"]?["uid"] ?? "", "allowed": true],
      ]
      return answer.serialized()
    }
  }

  private static func quota(_ name: String, in api: TestAPI) async throws {
    var quota = ResourceQuota {
      ($0.metadata.name, $0.metadata.namespace) = (name, "default")
      $0.spec.hard = ["configmaps": "5"]
    }
    quota = try await api.client.create(quota)
    quota.status.hard = ["configmaps": "5"]
    quota.status.used = ["configmaps": "0"]
    try await api.client.updateStatus(quota)
  }

  @Test func `a quota that was charged is not charged again when another one was changed meanwhile`()
    async throws
  {
    let api = try await TestAPI()
    for name in ["first", "second"] { try await Self.quota(name, in: api) }
    api.service.callWebhooks(with: Meddler(api.service))
    try await api.client.create(
      ValidatingWebhookConfiguration {
        $0.metadata.name = "meddler"
        $0.fields["webhooks"] = [
          [
            "name": "meddler.example.com", "admissionReviewVersions": ["v1"], "sideEffects": "None",
            "clientConfig": ["url": "https://hooks.example.com/quotas"],
            "rules": [
              [
                "apiGroups": [""], "apiVersions": ["v1"], "operations": ["UPDATE"],
                "resources": ["resourcequotas/status"],
              ]
            ],
          ]
        ]
      })
    try await api.client.create(ConfigMap { ($0.metadata.name, $0.metadata.namespace) = ("a", "default") })
    let quotas = try await api.client.list(ResourceQuota.self, namespace: "default").items
    #expect(quotas.map(\.metadata.labels) == [[:], ["meddled": "yes"]])
    #expect(quotas.map(\.status.used) == [["configmaps": "1"], ["configmaps": "1"]])
  }
}
