import APIMachinery
import KubernetesAPI
import KubernetesClient
import RemoteClient
import Testing

@Suite struct DeletionAnswerTests {
  private func delete(_ path: String, _ client: RemoteClient, body: String = "{}") async throws -> JSON {
    let answer = try await client.send(
      RawRequest("DELETE", path: path, contentType: "application/json", body: Array(body.utf8)))
    #expect(answer.status == 200)
    return try JSON.parse(answer.body)
  }

  @Test func `an object that is gone is answered with a Status that names it`() async throws {
    try await TestServer.client { client in
      let made = try await client.create(
        Deployment {
          $0.metadata.name = "web"
          $0.metadata.namespace = "default"
          $0.spec.selector = LabelSelector { $0.matchLabels = ["app": "web"] }
          $0.spec.template.metadata.labels = ["app": "web"]
          $0.spec.template.spec.containers = [Container { ($0.name, $0.image) = ("c", "nginx") }]
        })
      let answer = try await delete("/apis/apps/v1/namespaces/default/deployments/web", client)
      #expect(
        answer == [
          "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success",
          "details": [
            "name": "web", "group": "apps", "kind": "deployments", "uid": .string(made.metadata.uid ?? ""),
          ],
        ])
    }
  }

  @Test func `an object that lingers is shown, and so is every kind whose last state Kubernetes shows`()
    async throws
  {
    try await TestServer.client { client in
      try await client.create(
        ConfigMap {
          ($0.metadata.name, $0.metadata.namespace) = ("kept", "default")
          $0.metadata.finalizers = ["example.com/wait"]
        })
      let kept = try await delete("/api/v1/namespaces/default/configmaps/kept", client)
      #expect(kept["kind"] == "ConfigMap")
      #expect(kept["metadata"]?["deletionTimestamp"] != nil)
      try await client.create(
        ServiceAccount { ($0.metadata.name, $0.metadata.namespace) = ("robot", "default") })
      let account = try await delete("/api/v1/namespaces/default/serviceaccounts/robot", client)
      #expect(account["kind"] == "ServiceAccount")
      try await client.create(
        Pod {
          ($0.metadata.name, $0.metadata.namespace) = ("p", "default")
          $0.spec.containers = [Container { ($0.name, $0.image) = ("c", "nginx") }]
        })
      #expect(try await delete("/api/v1/namespaces/default/pods/p", client)["kind"] == "Pod")
    }
  }

  @Test func `a collection is answered with the list of what was deleted`() async throws {
    try await TestServer.client { client in
      for name in ["a", "b"] {
        try await client.create(
          ConfigMap { ($0.metadata.name, $0.metadata.namespace) = (name, "default") })
      }
      let answer = try await delete("/api/v1/namespaces/default/configmaps", client)
      #expect(answer["kind"] == "ConfigMapList")
      #expect(answer["items"]?.arrayValue?.count == 2)
    }
  }
}
