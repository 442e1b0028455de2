import APICore
import APIMachinery
import ObjectStore

/// The objects of a cluster at the end of a run, as they are stored. Hints and heartbeats are not among them.
struct CapturedState: Sendable {
  struct Object: Sendable {
    let stored: StoredObject
    /// The object; `nil` when it is as the cluster began with it.
    let change: JSONObject?

    var resource: String { stored.key.resource }

    var tree: JSONObject {
      if let change { return change }
      guard case .object(let tree)? = try? JSON.parse(stored.bytes) else { return JSONObject() }
      return tree
    }
  }

  private(set) var objects: [Object] = []

  /// Hints and heartbeats are not compared.
  static let ignoredResources: Set<String> = ["events", "events.events.k8s.io", "leases.coordination.k8s.io"]

  init() {}

  /// - Parameter start: The revision at which the cluster was ready.
  init(of service: APIService, since start: UInt64) {
    for (resource, count) in service.store.resourceCounts() where !Self.ignoredResources.contains(resource) {
      objects.reserveCapacity(objects.count + count)
      for stored in (try? service.store.list(resource: resource))?.objects ?? [] {
        let change = stored.revision > start ? service.tree(of: stored) : nil
        objects.append(Object(stored: stored, change: change))
      }
    }
  }
}
