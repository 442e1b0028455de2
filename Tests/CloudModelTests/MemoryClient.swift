import APIMachinery
import KubernetesClient
import Synchronization

/// The least of an API that keeps objects in memory: resource versions, conflicts, finalizers, the status apart.
final class MemoryClient: Client {
  struct State {
    var objects: [GroupVersionResource: [ObjectKey: DynamicObject]] = [:]
    var revision = 0
    var writes = 0
    /// Writes that still go well; then each fails, as for a process that died.
    var writesLeft = Int.max
  }

  let state = Mutex(State())
  let time: ManualTime

  init(time: ManualTime) { self.time = time }

  var writes: Int { state.withLock { $0.writes } }

  func allow(writes: Int) { state.withLock { $0.writesLeft = writes } }

  private func write(
    _ resource: GroupVersionResource, _ key: ObjectKey,
    _ change: (inout DynamicObject?) throws(StatusError) -> Void
  ) throws(StatusError) -> DynamicObject? {
    let now = time.now()
    let result = state.withLock { state -> Result<DynamicObject?, StatusError> in
      guard state.writesLeft > 0 else { return .failure(.internalError("the process died")) }
      var object = state.objects[resource]?[key]
      do throws(StatusError) { try change(&object) } catch { return .failure(error) }
      state.writesLeft -= 1
      state.writes += 1
      state.revision += 1
      if object?.metadata.creationTimestamp == nil { object?.metadata.creationTimestamp = now }
      object?.metadata.resourceVersion = "\(state.revision)"
      if object?.metadata.deletionTimestamp != nil, object?.metadata.finalizers.isEmpty == true {
        object = nil
      }
      state.objects[resource, default: [:]][key] = object
      return .success(object)
    }
    return try result.get()
  }

  func get(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions
  ) async throws(StatusError) -> DynamicObject {
    await Task.yield()
    guard let object = state.withLock({ $0.objects[resource]?[key] }) else {
      throw .notFound(resource.groupResource, name: key.name)
    }
    return object
  }

  func list(
    _ resource: GroupVersionResource, namespace: String?, options: ListOptions
  ) async throws(StatusError) -> DynamicList {
    let label = (options.labelSelector ?? "").split(separator: "=").map(String.init)
    return state.withLock { state in
      let items = (state.objects[resource] ?? [:]).values
        .filter { namespace == nil || $0.key.namespace == namespace }
        .filter { label.count != 2 || $0.metadata.labels[label[0]] == label[1] }
        .sorted { $0.key < $1.key }
      return DynamicList(items: items, resourceVersion: "\(state.revision)")
    }
  }

  func watch(
    _ resource: GroupVersionResource, namespace: String?, options: WatchOptions
  ) async throws(StatusError) -> any WatchStream {
    throw .badRequest("no watches here")
  }

  func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    await Task.yield()
    let stored = try write(resource, key) { present throws(StatusError) in
      if present != nil { throw .alreadyExists(resource.groupResource, name: key.name) }
      present = object
      present?.fields["status"] = nil
    }
    return stored ?? object
  }

  func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    await Task.yield()
    let stored = try write(resource, key) { present throws(StatusError) in
      guard let old = present else { throw .notFound(resource.groupResource, name: key.name) }
      if let version = object.metadata.resourceVersion, version != old.metadata.resourceVersion {
        throw .conflict(resource.groupResource, name: key.name, "the object has been modified")
      }
      if subresource == "status" {
        present?.fields["status"] = object.fields["status"]
      } else {
        present = object
        present?.fields["status"] = old.fields["status"]
      }
    }
    return stored ?? object
  }

  func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    throw .badRequest("no patches here")
  }

  func delete(
    _ resource: GroupVersionResource, _ key: ObjectKey, options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) -> DynamicObject {
    await Task.yield()
    let now = time.now()
    let stored = try write(resource, key) { present throws(StatusError) in
      guard let object = present else { throw .notFound(resource.groupResource, name: key.name) }
      if object.metadata.deletionTimestamp == nil { present?.metadata.deletionTimestamp = now }
    }
    return stored ?? DynamicObject()
  }

  func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions,
    options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) {
    throw .badRequest("no collections here")
  }
}

/// Time that moves when a test says so.
final class ManualTime: TimeSource {
  private let value = Mutex(Timestamp(secondsSince1970: 1_800_000_000))

  func now() -> Timestamp { value.withLock { $0 } }

  func advance(_ duration: Duration) { value.withLock { $0 = $0 + duration } }

  func sleep(until deadline: Timestamp) async throws {}
}

/// Chance that a test can repeat.
final class CountingRandom: RandomSource {
  private let value = Mutex(UInt64(0))

  func next() -> UInt64 {
    value.withLock {
      $0 &+= 0x9E37_79B9_7F4A_7C15
      return $0
    }
  }
}
