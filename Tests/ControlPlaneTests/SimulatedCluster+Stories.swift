import APIMachinery
import ControllerTesting
import EKSAPI
import KubernetesAPI
import KubernetesClient
import Testing

extension SimulatedCluster {
  /// Creates the objects of the files of a folder in `manifests/`, in the order of their names.
  func apply(story: String, _ files: String...) async throws {
    for file in files { try await apply(Manifests.read("\(story)/\(file)")) }
  }

  func pods(_ namespace: String? = "default", app: String? = nil) async throws -> [Pod] {
    let pods = try await list(Pod.self, namespace: namespace)
    return pods.filter { app == nil || $0.metadata.labels["app"] == app }
  }

  /// Whether as many pods as that are there, and all are ready.
  func hasReady(_ count: Int, _ namespace: String? = "default", app: String? = nil) async throws -> Bool {
    let pods = try await pods(namespace, app: app)
    return pods.count == count && pods.allSatisfy(\.isReady)
  }

  func readyNodes() async throws -> [Node] { try await list(Node.self).filter(\.isReady) }

  func events(reason: String) async throws -> [Event] {
    try await list(Event.self).filter { $0.reason == reason }
  }

  /// What a failed expectation wants to know: each pod's state, and the last events.
  func account() async throws -> String {
    let pods = try await list(Pod.self).map { pod in
      "\(pod.key) \(pod.status.phase ?? "-") ip \(pod.status.podIP ?? "-") on \(pod.spec.nodeName ?? "-")"
    }
    let events = try await list(Event.self).suffix(20).map { "\($0.reason ?? ""): \($0.message ?? "")" }
    return (pods + events).joined(separator: "\n")
  }
}

extension Pod {
  var isReady: Bool { status.conditions.contains { $0.type == "Ready" && $0.status == "True" } }
}

extension Node {
  var isReady: Bool { status.conditions.contains { $0.type == "Ready" && $0.status == "True" } }
}
