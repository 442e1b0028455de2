public import APIMachinery
public import KubernetesClient
import ObjectStore

/// Conversion of custom resources by webhook.
///
/// Reading is not to wait for anybody, so the objects are converted before: what a request finds unconverted makes it
/// fail, the objects are converted all at once, and it is tried again. A write converts what it commits for the version
/// that it names and for those that are watched, so that watches need not ask.
extension APIService {
  // MARK: Reading

  /// ``get(_:options:)``, of a kind that a webhook may have to convert.
  public func getConverted(_ target: RequestTarget, options: GetOptions = GetOptions())
    async throws(StatusError) -> APIObject
  {
    do throws(StatusError) { return try get(target, options: options) } catch {
      return try await get(target, options: options, after: error)
    }
  }

  /// ``get(_:options:)`` once more, if it failed for want of a conversion.
  func get(_ target: RequestTarget, options: GetOptions, after error: StatusError)
    async throws(StatusError) -> APIObject
  {
    try await again(after: error, target) { () throws(StatusError) in try get(target, options: options) }
  }

  /// ``list(_:options:)``, of a kind that a webhook may have to convert.
  public func listConverted(_ target: RequestTarget, options: ListOptions = ListOptions())
    async throws(StatusError) -> APIList
  {
    do throws(StatusError) { return try list(target, options: options) } catch {
      return try await again(after: error, target, options) { () throws(StatusError) in
        try list(target, options: options)
      }
    }
  }

  /// ``watch(_:options:)``, of a kind that a webhook may have to convert.
  public func watchConverted(
    _ target: RequestTarget, options: KubernetesClient.WatchOptions = KubernetesClient.WatchOptions()
  ) async throws(StatusError) -> APIWatch {
    do throws(StatusError) { return try watch(target, options: options) } catch {
      return try await again(after: error, target) { () throws(StatusError) in
        try watch(target, options: options)
      }
    }
  }

  /// Converts what a request has missed and tries it again; objects that come meanwhile make it miss once more.
  private func again<Answer>(
    after error: StatusError, _ target: RequestTarget, _ options: ListOptions = ListOptions(),
    _ read: () throws(StatusError) -> Answer
  ) async throws(StatusError) -> Answer {
    var error = error
    for _ in 0..<8 {
      guard error.isUnconverted, let served = registry.find(target.resource) else { throw error }
      try await convert(try objects(target, served, options), to: served)
      do throws(StatusError) { return try read() } catch let failure { error = failure }
    }
    throw error
  }

  /// The objects that a request may read.
  private func objects(_ target: RequestTarget, _ served: ServedResource, _ options: ListOptions)
    throws(StatusError) -> [StoredObject]
  {
    if !target.name.isEmpty { return store.get(key(served, target)).map { [$0] } ?? [] }
    let window = try ListWindow(options, current: store.currentRevision)
    let namespace = served.definition.isNamespaced ? target.namespace : nil
    do throws(StoreError) {
      return try store.list(resource: served.storeName, namespace: namespace, at: window.revision).objects
    } catch {
      throw StatusError(reading: error)
    }
  }

  /// - Throws: when an object of a list or a watch is not there in the version that is asked for.
  func requireConverted(_ served: ServedResource, _ target: RequestTarget, _ options: ListOptions)
    throws(StatusError)
  {
    guard served.custom?.convertsByWebhook == true else { return }
    if try objects(target, served, options).contains(where: served.isUnconverted) {
      throw .unconverted(served)
    }
  }

  /// The object of a write, in the version that it names.
  func requireConverted(_ served: ServedResource, _ target: RequestTarget) async throws(StatusError)
    -> StoredObject
  {
    if served.custom?.convertsByWebhook == true, let stored = store.get(key(served, target)) {
      try await convert([stored], to: served)
    }
    return try require(served, target)
  }

  /// Has objects converted that are not there in a version, in one call.
  func convert(_ objects: [StoredObject], to served: ServedResource) async throws(StatusError) {
    guard let custom = served.custom, custom.convertsByWebhook else { return }
    let open = objects.filter(served.isUnconverted)
    if open.isEmpty { return }
    let converted = try await converted(open.map { trees.tree(of: $0) }, to: served)
    for (stored, object) in zip(open, converted) { custom.converted.insert(object, stored.revision) }
  }

  // MARK: Writing

  /// An object as it is stored, and as those see it who read other versions.
  struct StorageForm: Sendable {
    /// In the version that objects are stored in, with its members in order.
    var object: JSONObject
    /// The same in other versions.
    var others: [(kind: CustomKind, object: JSONObject)] = []

    /// Keeps what the object is in other versions for those who read them.
    func keepOthers(_ revision: UInt64) {
      for (kind, object) in others { kind.converted.insert(object, revision) }
    }
  }

  /// Brings an object of a request into the version that it is stored in, where no webhook has to.
  func plainForm(of object: JSONObject, _ served: ServedResource) throws(StatusError) -> StorageForm {
    StorageForm(object: ObjectEncoding.arranged(try served.storageForm(of: object), served.storage))
  }

  /// Brings an object of a request into the version that it is stored in.
  func storageForm(of object: JSONObject, _ served: ServedResource) async throws(StatusError) -> StorageForm {
    guard let custom = served.custom, custom.convertsByWebhook else {
      return try plainForm(of: object, served)
    }
    var stored = object
    if served.storage !== served { stored = try await converted([object], to: served.storage)[0] }
    let arranged = ObjectEncoding.arranged(stored, served.storage)
    var form = StorageForm(object: arranged.withResourceVersion(""))
    for other in registry.versions(of: custom.definitionName) where other !== served.storage {
      guard let kind = other.custom, other === served || !kind.watches.isEmpty else { continue }
      do throws(StatusError) {
        form.others.append((kind, try await converted([form.object], to: other)[0]))
      } catch {
        // Watches of other versions end when they meet the object; the request need not fail for them.
        if other === served { throw error }
      }
    }
    return form
  }

  // MARK: The call

  /// Objects in another version, pruned and with its defaults.
  private func converted(_ objects: [JSONObject], to served: ServedResource) async throws(StatusError)
    -> [JSONObject]
  {
    guard let first = objects.first, let custom = served.custom else { return objects }
    let version = GroupVersion(apiVersion: first.string("apiVersion") ?? "")
    let review = ConversionReview(
      kind: GroupVersionKind(
        group: version?.group ?? "", version: version?.version ?? "", kind: served.definition.kind),
      desiredVersion: served.apiVersion, uid: world.random.uuid(), objects: objects)
    let config = custom.conversion.object("webhook")?.object("clientConfig") ?? JSONObject()
    let answer: [UInt8]
    do throws(WebhookFailure) {
      answer = try await call(
        config, timeoutSeconds: 30, body: JSON.object(review.body).serialized())
    } catch {
      throw review.failure(error.message)
    }
    guard case .object(let answer)? = try? JSON.parse(answer, limits: .response) else {
      throw review.failure("the answer is no JSON object")
    }
    return try review.objects(of: answer).map(served.adopted)
  }
}
