import APIMachinery
import KubernetesClient

/// The API as one incarnation of the process under test has it: what it asks for can fail, its watches can be late
/// or blind, and it can die at any write.
struct FaultyClient: Client {
  let base: any Client
  let injector: FaultInjector
  let incarnation: Incarnation
  let time: any TimeSource

  // MARK: Reads

  func get(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, options: GetOptions
  ) async throws(StatusError) -> DynamicObject {
    try await meetReadFault()
    return try await base.get(resource, key, subresource: subresource, options: options)
  }

  /// A list of any age (`resourceVersion=0`) shows what a lagging API server shows.
  func list(
    _ resource: GroupVersionResource, namespace: String?, options: ListOptions
  ) async throws(StatusError) -> DynamicList {
    let isOfAnyAge = options.resourceVersion == "0" && (options.continueToken ?? "").isEmpty
    guard isOfAnyAge else {
      if (options.continueToken ?? "").isEmpty, options.limit == nil { try await meetReadFault() }
      return try await base.list(resource, namespace: namespace, options: options)
    }
    if incarnation.isDead { throw await endOfProcess() }
    guard let view = incarnation.view, time.now() < view.until, view.revision > 0 else {
      return try await base.list(resource, namespace: namespace, options: options)
    }
    var stale = options
    stale.resourceVersion = String(view.revision)
    stale.resourceVersionMatch = .exact
    return try await base.list(resource, namespace: namespace, options: stale)
  }

  func watch(
    _ resource: GroupVersionResource, namespace: String?, options: WatchOptions
  ) async throws(StatusError) -> any WatchStream {
    if incarnation.isDead { throw await endOfProcess() }
    let stream = try await base.watch(resource, namespace: namespace, options: options)
    return FaultyWatch(
      base: stream, resource: resource.groupResource.description, injector: injector,
      incarnation: incarnation,
      time: time)
  }

  private func meetReadFault() async throws(StatusError) {
    if incarnation.isDead { throw await endOfProcess() }
    if let error = injector.read() { throw error }
  }

  // MARK: Writes

  func create(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    let call = WriteCall(verb: .create, resource: resource, key: key, subresource: subresource)
    return try await write(call, isDryRun: options.isDryRun) { () async throws(StatusError) in
      try await base.create(resource, key, subresource: subresource, object: object, options: options)
    }
  }

  func update(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, object: DynamicObject,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    let call = WriteCall(verb: .update, resource: resource, key: key, subresource: subresource)
    return try await write(call, isDryRun: options.isDryRun) { () async throws(StatusError) in
      try await base.update(resource, key, subresource: subresource, object: object, options: options)
    }
  }

  func patch(
    _ resource: GroupVersionResource, _ key: ObjectKey, subresource: String?, patch: Patch,
    options: WriteOptions
  ) async throws(StatusError) -> DynamicObject {
    let verb: WriteCall.Verb = if case .apply = patch { .apply } else { .patch }
    let call = WriteCall(verb: verb, resource: resource, key: key, subresource: subresource)
    return try await write(call, isDryRun: options.isDryRun) { () async throws(StatusError) in
      try await base.patch(resource, key, subresource: subresource, patch: patch, options: options)
    }
  }

  func delete(
    _ resource: GroupVersionResource, _ key: ObjectKey, options: DeleteOptions
  ) async throws(StatusError) -> DynamicObject {
    let call = WriteCall(verb: .delete, resource: resource, key: key)
    return try await write(call, isDryRun: options.isDryRun) { () async throws(StatusError) in
      try await base.delete(resource, key, options: options)
    }
  }

  func deleteCollection(
    _ resource: GroupVersionResource, namespace: String?, list: ListOptions, options: DeleteOptions
  ) async throws(StatusError) {
    let key = ObjectKey(namespace: namespace ?? "", name: "")
    let call = WriteCall(verb: .deleteCollection, resource: resource, key: key)
    try await write(call, isDryRun: options.isDryRun) { () async throws(StatusError) in
      try await base.deleteCollection(resource, namespace: namespace, list: list, options: options)
    }
  }

  private func write<Result>(
    _ call: WriteCall, isDryRun: Bool, _ body: () async throws(StatusError) -> Result
  ) async throws(StatusError) -> Result {
    if incarnation.isDead { throw await endOfProcess() }
    let verdict = isDryRun ? WriteVerdict() : injector.write(call)
    if let pause = verdict.crashBefore { throw await die(Restart(downFor: pause)) }
    if let refusal = verdict.refusal { throw refusal }
    let result = try await body()
    // Somebody else of the process may have died meanwhile; who is dead gets no answer.
    if incarnation.isDead { throw await endOfProcess() }
    if let pause = verdict.crashAfter { throw await die(Restart(downFor: pause)) }
    if verdict.losesResponse { throw .lostResponse }
    return result
  }

  // MARK: The end

  private func die(_ restart: Restart) async -> StatusError {
    incarnation.die(restart)
    return await endOfProcess()
  }

  /// Waits for the end of the task: a dead process does nothing more.
  private func endOfProcess() async -> StatusError {
    if !Task.isCancelled { try? await time.sleep(for: .seconds(86_400)) }
    return .processDied
  }
}
