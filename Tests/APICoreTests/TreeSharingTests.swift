import APIMachinery
import KubernetesAPI
import KubernetesClient
import ObjectStore
import Testing

@testable import APICore

/// What a write shares with the version before it is neither parsed nor checked nor copied again.
@Suite struct TreeSharingTests {
  private func cluster(pods: Int) async throws -> (TestAPI, [Pod]) {
    let api = try await TestAPI()
    var pods = (0..<pods).map { number in
      Pod {
        $0.metadata.name = "pod-\(number)"
        $0.metadata.namespace = "default"
        $0.spec.containers = [
          Container {
            $0.name = "app"
            $0.image = "app:1"
          }
        ]
      }
    }
    for index in pods.indices { pods[index] = try await api.client.create(pods[index]) }
    return (api, pods)
  }

  private func tree(_ pod: Pod, _ api: TestAPI) -> JSONObject? {
    let found = api.service.store.get(
      .init(resource: "pods", namespace: "default", name: pod.metadata.name ?? ""))
    return found.flatMap { api.service.trees.known($0) }
  }

  @Test func `a watched resource keeps the tree of every present version, and of no other`() async throws {
    let api = try await TestAPI()
    let watch = try await api.client.watch(Pod.self)
    var first: Pod?
    for number in 0..<400 {
      let pod = try await api.client.create(
        Pod {
          $0.metadata.name = "pod-\(number)"
          $0.metadata.namespace = "default"
          $0.spec.containers = [
            Container {
              $0.name = "app"
              $0.image = "app:1"
            }
          ]
        })
      if number == 0 { first = pod }
    }
    let pod = try #require(first)
    let kept = try #require(tree(pod, api))
    #expect(kept.isIdentical(to: pod.fields))
    try await api.client.delete(Pod.self, pod.key)
    #expect(api.service.trees.watchedTreeCount(of: "pods") == 399)
    watch.cancel()
  }

  @Test func `an object of a resource that nobody watches is forgotten after some commits`() async throws {
    let (api, pods) = try await cluster(pods: 400)
    #expect(tree(pods[0], api) == nil)
    #expect(tree(pods[399], api) != nil)
  }

  @Test func `a status write shares the spec with the version before it`() async throws {
    let (api, pods) = try await cluster(pods: 1)
    var pod = pods[0]
    let spec = try #require(pod.fields.object("spec"))
    pod.status.phase = "Running"
    pod = try await api.client.updateStatus(pod)
    #expect(pod.fields.object("spec")?.isIdentical(to: spec) == true)
    pod.metadata.labels["a"] = "b"
    pod = try await api.client.update(pod)
    #expect(pod.fields.object("spec")?.isIdentical(to: spec) == true)
    #expect(pod.status.phase == "Running")
  }

  @Test func `what is not shared is checked as ever`() async throws {
    let (api, pods) = try await cluster(pods: 1)
    var pod = pods[0]
    pod.spec.containers[0].image = ""
    await #expect(throws: StatusError.self) { try await api.client.update(pod) }
    pod = pods[0]
    pod.metadata.labels["a"] = "not a label value"
    await #expect(throws: StatusError.self) { try await api.client.update(pod) }
    pod = pods[0]
    pod.fields["status"] = ["phase": 5]
    await #expect(throws: StatusError.self) { try await api.client.updateStatus(pod) }
  }
}
