import APICore
import APIMachinery
import ControlPlane
import ControllerRuntime
import ObjectStore

/// The objects of a cluster at one moment.
public struct Snapshot: Sendable {
  let objects: [StoredObject]

  /// How many objects there are, without events and leases.
  public var count: Int { objects.count }
}

extension SimulatedCluster {
  /// All objects as they are, to come back to with ``restore(_:)``.
  public func snapshot() -> Snapshot { Snapshot(objects: storedObjects) }

  /// Makes the objects what they were: what was made since is gone, what went is there again, with the same UIDs. The
  /// controllers under test start anew, with empty memory.
  ///
  /// Time does not go back, revisions go on, and built-in loops that are not under test keep what they remember.
  public func restore(_ snapshot: Snapshot) async throws {
    timeline.add(.note("back to a snapshot of \(snapshot.count) objects"))
    let wanted = Set(snapshot.objects.map(\.key))
    let store = plane.service.store
    for object in storedObjects where !wanted.contains(object.key) {
      _ = try await store.commit(
        .delete(object.key) { removed, revision in Self.encoded(removed.bytes, revision) })
    }
    for object in snapshot.objects {
      let bytes = object.bytes
      guard let present = store.get(object.key) else {
        _ = try await store.commit(.create(object.key, object.header) { Self.encoded(bytes, $0) })
        continue
      }
      guard present.revision != object.revision else { continue }
      _ = try await store.commit(
        .update(object.key, expected: present.revision, object.header) { Self.encoded(bytes, $0) })
    }
    process?.restart()
  }

  /// All objects but events and leases, by resource and key.
  private var storedObjects: [StoredObject] {
    plane.service.store.resourceCounts().map(\.resource)
      .filter { !CapturedState.ignoredResources.contains($0) }
      .flatMap { (try? plane.service.store.list(resource: $0).objects) ?? [] }
  }

  /// The object with another `resourceVersion`.
  private static func encoded(_ bytes: [UInt8], _ revision: UInt64) -> EncodedObject {
    guard case .object(let fields)? = try? JSON.parse(bytes) else { return EncodedObject(bytes: bytes) }
    var object = DynamicObject(fields: fields)
    object.metadata.resourceVersion = String(revision)
    return EncodedObject(bytes: JSON.object(object.fields).serialized())
  }
}
