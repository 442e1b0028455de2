public import APIMachinery

/// What happened to a watched object, as a watch handler sees it.
///
/// Handlers decide from it *which keys* to look at. What to do there is not theirs to say.
public struct Change<Kind: KubernetesObject>: Sendable {
  public enum ChangeType: UInt8, Sendable, Hashable { case added, modified, deleted }

  public let type: ChangeType
  /// The object after the change; its last state when it was deleted.
  public let object: Kind
  /// The object before the change; `nil` when it is new.
  public let old: Kind?
  /// True for the objects that were there when the watch began: looked at when nothing newer is waiting.
  public let isInitial: Bool

  public init(_ type: ChangeType, _ object: Kind, old: Kind? = nil, isInitial: Bool = false) {
    self.type = type
    self.object = object
    self.old = old
    self.isInitial = isInitial
  }

  /// The same change, seen through another view.
  func view<Other: KubernetesObject>(as kind: Other.Type = Other.self) -> Change<Other> {
    Change<Other>(
      Change<Other>.ChangeType(type), Other(fields: object.fields), old: old.map { Other(fields: $0.fields) },
      isInitial: isInitial)
  }
}

extension Change.ChangeType {
  init<Other>(_ other: Change<Other>.ChangeType) {
    switch other {
    case .added: self = .added
    case .modified: self = .modified
    case .deleted: self = .deleted
    }
  }
}
