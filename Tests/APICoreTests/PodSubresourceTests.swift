import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct PodSubresourceTests {
  private let pods = Pod.definition.groupVersionResource
  private let key = ObjectKey(namespace: "default", name: "p")

  private func somePod(_ api: TestAPI, limits: JSON = ["cpu": "1", "memory": "1Gi"]) async throws {
    let fields: JSONObject = [
      "apiVersion": "v1", "kind": "Pod", "metadata": ["name": "p", "namespace": "default"],
      "spec": [
        "containers": [
          [
            "name": "c", "image": "nginx:1",
            "resources": ["requests": ["cpu": "500m", "memory": "512Mi"], "limits": limits],
          ]
        ]
      ],
    ]
    _ = try await api.client.create(
      pods, key, subresource: nil, object: DynamicObject(fields: fields), options: WriteOptions())
  }

  private func patch(_ api: TestAPI, _ subresource: String?, _ change: JSON) async throws -> JSONObject {
    try await api.client.patch(
      pods, key, subresource: subresource, patch: .strategicMerge(change), options: WriteOptions()
    ).fields
  }

  private func resize(_ resources: JSON) -> JSON {
    ["spec": ["containers": [["name": "c", "resources": resources]]]]
  }

  @Test func `resize changes resources, and nothing else`() async throws {
    let api = try await TestAPI()
    try await somePod(api)
    let pod = try await patch(
      api, "resize",
      [
        "metadata": ["labels": ["a": "b"]],
        "spec": [
          "containers": [["name": "c", "image": "other", "resources": ["requests": ["cpu": "700m"]]]]
        ],
      ])
    let container = pod["spec"]?["containers"]?.arrayValue?[0]
    #expect(container?["resources"]?["requests"] == ["cpu": "700m", "memory": "512Mi"])
    #expect(container?["image"] == "nginx:1")
    #expect(pod["metadata"]?["labels"] == nil)
    let managers = pod["metadata"]?["managedFields"]?.arrayValue ?? []
    #expect(managers.contains { $0["subresource"] == "resize" })
    let read = try await api.client.get(pods, key, subresource: "resize", options: GetOptions())
    #expect(read.kind == "Pod")
  }

  @Test(
    arguments: [
      (
        ["requests": ["cpu": nil]],
        #"Pod "p" is invalid: spec.containers[0].resources.requests: Forbidden: resource requests cannot be removed"#
      ),
      (
        ["requests": ["cpu": "1", "memory": "1Gi"]],
        #"Pod "p" is invalid: spec: Invalid value: "Guaranteed": Pod QOS Class may not change as a result of resizing"#
      ),
      (
        ["requests": ["ephemeral-storage": "1Gi"]],
        #"Pod "p" is invalid: spec.containers[0].resources.requests: Forbidden: only cpu and memory resources are mutable"#
      ),
    ] as [(JSON, String)])
  func `resize refuses what would change the pod's nature`(_ resources: JSON, _ message: String) async throws
  {
    let api = try await TestAPI()
    try await somePod(api)
    let error = await statusError { _ = try await patch(api, "resize", resize(resources)) }
    #expect(error?.message == message)
  }

  @Test func `ephemeral containers are added, never changed or removed`() async throws {
    let api = try await TestAPI()
    try await somePod(api)
    let debugger: JSON = ["name": "debug", "image": "busybox", "targetContainerName": "c"]
    let pod = try await patch(
      api, "ephemeralcontainers", ["spec": ["ephemeralContainers": [debugger], "nodeName": "n"]])
    let added = pod["spec"]?["ephemeralContainers"]?.arrayValue?[0]
    #expect(added?["imagePullPolicy"] == "Always")
    #expect(pod["spec"]?["nodeName"] == nil)
    let changed = await statusError {
      _ = try await patch(
        api, "ephemeralcontainers", ["spec": ["ephemeralContainers": [["name": "debug", "image": "x"]]]])
    }
    #expect(
      changed?.message.hasPrefix(
        #"Pod "p" is invalid: spec.ephemeralContainers: Forbidden: existing ephemeral containers "debug" may not be changed"#
      ) == true)
    let removed = await statusError {
      _ = try await api.client.patch(
        pods, key, subresource: "ephemeralcontainers", patch: .merge(["spec": ["ephemeralContainers": []]]),
        options: WriteOptions())
    }
    #expect(removed?.message.contains("may not be removed") == true)
    let ports = await statusError {
      _ = try await patch(
        api, "ephemeralcontainers",
        [
          "spec": [
            "ephemeralContainers": [
              [
                "name": "d2", "image": "x", "targetContainerName": "none",
                "ports": [["containerPort": 1, "protocol": "TCP"]],
              ]
            ]
          ]
        ])
    }
    #expect(
      ports?.details?.causes.map(\.field) == [
        "spec.ephemeralContainers[0].ports", "spec.ephemeralContainers[0].targetContainerName",
      ])
  }

  @Test func `an ordinary update or a new pod may have neither`() async throws {
    let api = try await TestAPI()
    try await somePod(api)
    for change: JSON in [
      resize(["requests": ["cpu": "600m"]]),
      ["spec": ["ephemeralContainers": [["name": "debug", "image": "busybox"]]]],
    ] {
      let error = await statusError { _ = try await patch(api, nil, change) }
      #expect(error?.message.contains("pod updates may not change fields other than") == true)
    }
    let created = await statusError {
      _ = try await api.client.create(
        pods, ObjectKey(namespace: "default", name: "q"), subresource: nil,
        object: DynamicObject(fields: [
          "apiVersion": "v1", "kind": "Pod", "metadata": ["name": "q", "namespace": "default"],
          "spec": [
            "containers": [["name": "c", "image": "x"]],
            "ephemeralContainers": [["name": "d", "image": "x"]],
          ],
        ]), options: WriteOptions())
    }
    #expect(
      created?.message == #"Pod "q" is invalid: spec.ephemeralContainers: Forbidden: cannot be set on create"#
    )
  }
}
