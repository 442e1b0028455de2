import APIMachinery
import ControlPlane
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import ObjectStore

extension SimulatedCluster {
  /// What the run came to.
  func result(failure: RunFailure?) async -> RunResult {
    var profile = injector.profile
    profile.nodes = (try? await client.list(Node.self).items.count) ?? 0
    return RunResult(
      failure: failure, state: CapturedState(of: plane.service, since: startRevision), deletions: deletions,
      wasBlind: !injector.blindness.isEmpty, profile: profile,
      fired: injector.fired, history: history, timeline: timeline.entries, flaws: [])
  }

  /// How often each object was deleted, but for those with names that the API or EC2 made up.
  private var deletions: [String: RunResult.Deletions] {
    let blindness = injector.blindness
    var counts: [String: RunResult.Deletions] = [:]
    for event in history.events
    where event.kind == .deleted && !CapturedState.ignoredResources.contains(event.key.resource) {
      guard let bytes = event.bytes, case .object(let tree)? = try? JSON.parse(bytes) else { continue }
      let name = Masking.name(event.key.resource, tree)
      if name.utf8.contains(UInt8(ascii: "*")) { continue }
      counts[name, default: RunResult.Deletions()].count += 1
      if blindness.contains(where: { $0.contains(event) }) { counts[name]?.blindCount += 1 }
    }
    return counts
  }
}
