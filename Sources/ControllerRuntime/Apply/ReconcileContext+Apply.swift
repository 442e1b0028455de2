public import APIMachinery
import KubernetesClient

extension ReconcileContext {
  /// Makes an object have the fields that `object` sets, and no others of those that this controller applied before: a
  /// server-side apply in the name of the controller. Fields of others are taken over.
  ///
  /// Nothing is written when the cache shows that it is so already. `object` is partial: set what matters, and build it
  /// from nothing, or from what was ``APIMachinery/KubernetesObject/applied(by:subresource:)`` before.
  ///
  /// ```swift
  /// try await context.apply(
  ///   Deployment {
  ///     $0.metadata.namespace = key.namespace
  ///     $0.metadata.name = "web"
  ///     $0.spec.replicas = 3
  ///   })
  /// ```
  ///
  /// Kubernetes: "Server-Side Apply": controllers should force, because they cannot ask anybody.
  ///
  /// - Returns: The whole object.
  @discardableResult
  public func apply<Kind: Resource>(_ object: Kind) async throws(StatusError) -> Kind {
    let wanted = object.withoutServerFields
    let resource = Kind.definition.groupVersionResource
    let present = cache.informers.existing(for: resource)?.get(object.key)
    let place = AppliedMemory.Place(resource: resource, key: object.key)
    if let present, let applied = present.words(of: fieldManager),
      applied.fields == wanted.fields || memory.isSettled(place, wanted.fields, applied.fields)
    {
      return present.view()
    }
    let result = try await client.patch(
      Kind.self, object.key, .apply(wanted.json),
      options: WriteOptions(fieldManager: fieldManager, isForced: true))
    memory.note(place, wanted.fields, result.words(of: fieldManager)?.fields)
    return result
  }

  /// Makes the status of an object have the fields that the status of `object` sets, in the name of the controller.
  @discardableResult
  public func applyStatus<Kind: Resource>(_ object: Kind) async throws(StatusError) -> Kind {
    var wanted = Kind { $0.metadata = object.withoutServerFields.metadata }
    wanted.fields["status"] = object.fields["status"]
    return try await client.patch(
      Kind.self, object.key, .apply(wanted.json), subresource: "status",
      options: WriteOptions(fieldManager: fieldManager, isForced: true))
  }

  /// In whose name fields are applied: that of the controller.
  public var fieldManager: String { controller }
}
