import APICore
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
    var lives: [StoreKey: Life] = [:]
    // What was made anew counts where the controllers did not see that it was gone.
    for event in history.events where event.kind == .deleted || event.kind == .added && !blindness.isEmpty {
      if CapturedState.ignoredResources.contains(event.key.resource) { continue }
      if !blindness.isEmpty { lives[event.key, default: Life()].note(event, blindness) }
      guard event.kind == .deleted, let object = event.object else { continue }
      let name = Masking.name(event.key.resource, plane.service.tree(of: object))
      if name.utf8.contains(UInt8(ascii: "*")) { continue }
      counts[name, default: RunResult.Deletions()].count += 1
      if blindness.contains(where: { $0.contains(event) }) { counts[name]?.blindCount += 1 }
      if lives[event.key]?.wasUnwanted == true { counts[name]?.unwantedCount += 1 }
    }
    return counts
  }
}

/// The beginnings and ends of the objects of one name.
private struct Life {
  private var end: History.Event?
  /// Whether the last one came back in a while in which the controllers did not see that the one before had gone, which was before
  /// that while: they saw it in the past, and have to delete it when they see better.
  private(set) var wasUnwanted = false

  mutating func note(_ event: History.Event, _ blindness: [Blindness]) {
    if event.kind == .deleted {
      end = event
    } else if let end {
      wasUnwanted = blindness.contains { $0.touches(event) && !$0.touches(end) }
    }
  }
}
