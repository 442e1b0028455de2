import APIMachinery
import KubernetesClient

/// The client that a reconcile gets: passes everything on, notes it in the trace, and shows what was written to
/// the caches, so that the controller reads its own writes.
struct RecordingClient: Client {
  let environment: ReconcileEnvironment
  let recorder: ReconcileRecorder

  func get(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions
  ) async throws(StatusError) -> DynamicObject {
    recorder.read(.get, resource, key: key, source: .api)
    return try await environment.client.get(resource, key, subresource: subresource, options: options)
  }

  func list(
    _ resource: GroupVersionResource, namespace: String?, options: ListOptions
  ) async throws(StatusError) -> DynamicList {
    recorder.read(.list, resource, key: ObjectKey(namespace: namespace ?? "", name: ""), source: .api)
    return try await environment.client.list(resource, namespace: namespace, options: options)
  }

  func watch(
    _ resource: GroupVersionResource, namespace: String?, options: WatchOptions
  ) async throws(StatusError) -> any WatchStream {
    try await environment.client.watch(resource, namespace: namespace, options: options)
  }

  func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    let write = PendingWrite(self, .create, resource, key, subresource, isDryRun: options.isDryRun)
    do throws(StatusError) {
      let result = try await environment.client.create(
        resource, key, subresource: subresource, object: object, options: options)
      return write.succeeded(result, before: nil)
    } catch {
      if error.isAlreadyExists { await write.showPresent(environment.client) }
      throw write.failed(error)
    }
  }

  func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    let write = PendingWrite(self, .update, resource, key, subresource, isDryRun: options.isDryRun)
    do throws(StatusError) {
      let result = try await environment.client.update(
        resource, key, subresource: subresource, object: object, options: options)
      return write.succeeded(result, before: object.resourceVersion)
    } catch {
      throw write.failed(error)
    }
  }

  func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    let verb: ReconcileRecord.Write.Verb = if case .apply = patch { .apply } else { .patch }
    let write = PendingWrite(self, verb, resource, key, subresource, isDryRun: options.isDryRun)
    let before = write.informer?.get(key)?.resourceVersion
    do throws(StatusError) {
      let result = try await environment.client.patch(
        resource, key, subresource: subresource, patch: patch, options: options)
      return write.succeeded(result, before: before)
    } catch {
      throw write.failed(error)
    }
  }

  func delete(
    _ resource: GroupVersionResource, _ key: ObjectKey, options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) -> DynamicObject {
    let write = PendingWrite(self, .delete, resource, key, nil, isDryRun: options.isDryRun)
    do throws(StatusError) {
      return write.deleted(try await environment.client.delete(resource, key, options: options))
    } catch {
      throw write.failed(error)
    }
  }

  func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions,
    options: KubernetesClient.DeleteOptions
  ) async throws(StatusError) {
    let key = ObjectKey(namespace: namespace ?? "", name: "")
    let write = PendingWrite(self, .deleteCollection, resource, key, nil, isDryRun: true)
    do throws(StatusError) {
      try await environment.client.deleteCollection(
        resource, namespace: namespace, list: list, options: options)
      write.record(resourceVersion: "", isNoOp: false, error: nil)
    } catch {
      throw write.failed(error)
    }
  }
}

/// A write under way: what to note, and what to show the caches, when it has ended.
private struct PendingWrite {
  let verb: ReconcileRecord.Write.Verb
  let resource: GroupVersionResource
  let key: ObjectKey
  let subresource: String?
  let recorder: ReconcileRecorder
  /// The cache that should show the write; `nil` when none should.
  let informer: Informer?

  init(
    _ client: RecordingClient, _ verb: ReconcileRecord.Write.Verb, _ resource: GroupVersionResource,
    _ key: ObjectKey, _ subresource: String?, isDryRun: Bool
  ) {
    self.verb = verb
    self.resource = resource
    self.key = key
    self.subresource = subresource
    recorder = client.recorder
    // Other subresources answer with another kind: a Scale, a Status.
    let isObject = subresource == nil || subresource == "status"
    informer = isObject && !isDryRun ? client.environment.informers.existing(for: resource) : nil
  }

  func succeeded(_ result: DynamicObject, before: String?) -> DynamicObject {
    let resourceVersion = result.resourceVersion
    record(
      resourceVersion: resourceVersion, isNoOp: before == resourceVersion && !resourceVersion.isEmpty,
      error: nil, name: key.name.isEmpty ? result.key.name : key.name)
    informer?.overlay(result)
    return result
  }

  func deleted(_ result: DynamicObject) -> DynamicObject {
    record(resourceVersion: result.resourceVersion, isNoOp: false, error: nil)
    guard let informer else { return result }
    if let gone = result.removed(key: key) {
      informer.overlayDeletion(of: gone)
    } else {
      informer.overlay(result)
    }
    return result
  }

  /// Shows the cache, which lags, what was there already, so that the handlers hear of its end, too, should it be gone before
  /// the watch brings it.
  func showPresent(_ client: any Client) async {
    guard let informer, informer.get(key) == nil else { return }
    let present = try? await client.get(resource, key, subresource: nil, options: GetOptions())
    if let present { informer.overlay(present) }
  }

  func failed(_ error: StatusError) -> StatusError {
    record(resourceVersion: "", isNoOp: false, error: error)
    return error
  }

  /// - Parameter name: The name that the server made, where the write left it to make one.
  func record(resourceVersion: String, isNoOp: Bool, error: StatusError?, name: String? = nil) {
    let written = name.map { ObjectKey(namespace: key.namespace, name: $0) } ?? key
    recorder.write(
      ReconcileRecord.Write(
        verb: verb, resource: resource, key: written, subresource: subresource,
        resourceVersion: resourceVersion, isNoOp: isNoOp, error: error))
  }
}

extension DynamicObject {
  /// What stands for an object that a delete removed: this one, or one with `key` when the API answered with a
  /// Status. `nil` when the object is still there, kept by finalizers or by its grace period.
  fileprivate func removed(key: ObjectKey) -> DynamicObject? {
    guard kind != "Status" else {
      return DynamicObject {
        $0.metadata.namespace = key.namespace
        $0.metadata.name = key.name
        $0.metadata.uid = fields["details"]?["uid"]?.stringValue
      }
    }
    let metadata = metadata
    let isKept = !metadata.finalizers.isEmpty || (metadata.deletionGracePeriodSeconds ?? 0) > 0
    return isKept ? nil : self
  }
}
