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
      failure: failure, state: FinalState(of: plane.service), deletions: deletions,
      wasBlind: !injector.blindness.isEmpty, profile: profile,
      fired: injector.fired, digest: history.digest, timeline: timeline.entries, flaws: [])
  }

  /// How often each object was deleted, but for those with names that the API made up.
  private var deletions: [String: RunResult.Deletions] {
    let blindness = injector.blindness
    var counts: [String: RunResult.Deletions] = [:]
    for event in history.events
    where event.kind == .deleted && !FinalState.ignoredResources.contains(event.key.resource) {
      guard let bytes = event.bytes, case .object(let tree)? = try? JSON.parse(bytes) else { continue }
      if tree["metadata"]?["generateName"]?.stringValue?.isEmpty == false { continue }
      let name = Masking.name(event.key.resource, tree)
      counts[name, default: RunResult.Deletions()].count += 1
      if blindness.contains(where: { $0.contains(event) }) { counts[name]?.blindCount += 1 }
    }
    return counts
  }
}
