import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

/// Server-side apply over objects that kubectl applied on the client's side.
@Suite struct ApplyUpgradeTests {
  private let deployments = Deployment.definition.groupVersionResource
  private let key = ObjectKey(namespace: "default", name: "web")

  private func file(replicas: Int64 = 2, image: String = "nginx:1") -> JSONObject {
    [
      "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "web", "namespace": "default"],
      "spec": [
        "replicas": .int(replicas), "selector": ["matchLabels": ["app": "web"]],
        "template": [
          "metadata": ["labels": ["app": "web"]],
          "spec": [
            "containers": [
              [
                "name": "c", "image": .string(image),
                "env": [["name": "POD", "valueFrom": ["fieldRef": ["fieldPath": "metadata.name"]]]],
              ]
            ]
          ],
        ],
      ],
    ]
  }

  /// What `kubectl apply` does the first time.
  private func applyOnClient(_ api: TestAPI, _ file: JSONObject) async throws {
    var object = file
    object.withObject("metadata") {
      $0["annotations"] = [
        "kubectl.kubernetes.io/last-applied-configuration": .string(JSON.object(file).description)
      ]
    }
    _ = try await api.client.create(
      deployments, key, subresource: nil, object: DynamicObject(fields: object),
      options: WriteOptions(fieldManager: "kubectl-client-side-apply"))
  }

  private func apply(_ api: TestAPI, _ file: JSONObject, as manager: String = "kubectl") async throws
    -> JSONObject
  {
    try await api.client.patch(
      deployments, key, subresource: nil, patch: .apply(.object(file)),
      options: WriteOptions(fieldManager: manager)
    ).fields
  }

  @Test(arguments: ["kubectl", "anybody"])
  func `the same file is no conflict, though the server filled in defaults`(_ manager: String) async throws {
    let api = try await TestAPI()
    try await applyOnClient(api, file())
    let object = try await apply(api, file(), as: manager)
    let container = object["spec"]?["template"]?["spec"]?["containers"]?.arrayValue?[0]
    #expect(
      container?["env"]?.arrayValue?[0]["valueFrom"]?["fieldRef"] == [
        "apiVersion": "v1", "fieldPath": "metadata.name",
      ])
  }

  @Test func `kubectl takes over what its client-side apply set, and others do not`() async throws {
    let api = try await TestAPI()
    try await applyOnClient(api, file())
    let error = await statusError { _ = try await apply(api, file(image: "nginx:2"), as: "other") }
    #expect(error?.code == 409)
    let object = try await apply(api, file(image: "nginx:2"))
    #expect(object["spec"]?["template"]?["spec"]?["containers"]?.arrayValue?[0]["image"] == "nginx:2")
  }

  @Test func `what somebody changed since is a conflict for kubectl too`() async throws {
    let api = try await TestAPI()
    try await applyOnClient(api, file())
    _ = try await api.client.patch(
      deployments, key, subresource: nil, patch: .merge(["spec": ["replicas": 5]]),
      options: WriteOptions(fieldManager: "autoscaler"))
    let error = await statusError { _ = try await apply(api, file(replicas: 3, image: "nginx:2")) }
    #expect(error?.details?.causes.map(\.field) == [".spec.replicas"])
  }
}
