public import APIMachinery

/// What happened to a watched object, as a watch handler sees it.
///
/// Handlers decide from it *which keys* to look at. What to do there is not theirs to say.
public struct Change<Kind: KubernetesObject>: Sendable {
  public let type: ChangeType
  /// The object after the change; its last state when it was deleted.
  public let object: Kind
  /// The object before the change; `nil` when it is new.
  public let old: Kind?
  /// True for the objects that were there when the watch began: looked at when nothing newer is waiting.
  public let isInitial: Bool

  @inlinable public init(_ type: ChangeType, _ object: Kind, old: Kind? = nil, isInitial: Bool = false) {
    self.type = type
    self.object = object
    self.old = old
    self.isInitial = isInitial
  }

  /// The same change, seen through another view.
  @inlinable func view<Other: KubernetesObject>(as kind: Other.Type = Other.self) -> Change<Other> {
    Change<Other>(
      type, Other(fields: object.fields), old: old.map { Other(fields: $0.fields) }, isInitial: isInitial)
  }
}

/// What happened to an object.
public enum ChangeType: UInt8, Sendable, Hashable { case added, modified, deleted }

/// A change as an informer hands it to all who listen, with what each of them would else look up anew. A class, because a
/// dozen controllers listen for pods.
@usableFromInline final class ObservedChange: Sendable {
  @usableFromInline let change: Change<DynamicObject>
  let key: ObjectKey
  let cause: Cause

  convenience init(_ change: Change<DynamicObject>, of resource: GroupVersionResource) {
    self.init(
      change, of: resource, key: change.object.key, resourceVersion: change.object.resourceVersion)
  }

  /// - Parameters:
  ///   - key: The key of the changed object.
  ///   - resourceVersion: Its revision.
  init(
    _ change: Change<DynamicObject>, of resource: GroupVersionResource, key: ObjectKey,
    resourceVersion: String
  ) {
    self.change = change
    self.key = key
    let kind: Cause.Kind =
      switch change.type {
      case .added: .added
      case .modified: .modified
      case .deleted: .deleted
      }
    cause = Cause(kind, resource, key, resourceVersion: resourceVersion)
  }
}
