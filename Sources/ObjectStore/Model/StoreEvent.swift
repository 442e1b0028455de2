/// One change of one object.
public struct StoreEvent: Sendable {
  public enum Kind: UInt8, Sendable {
    case added = 1
    case modified = 2
    case deleted = 3
  }

  public let kind: Kind
  /// The new version; of a deletion, the final state.
  public let object: StoredObject
  /// The version before; nil when the object was added.
  public let previous: StoredObject?

  /// The revision of the change.
  public var revision: UInt64 { object.revision }
  public var key: StoreKey { object.key }

  public init(kind: Kind, object: StoredObject, previous: StoredObject?) {
    self.kind = kind
    self.object = object
    self.previous = previous
  }

  func withoutAttachment() -> StoreEvent {
    let kept = object.withoutAttachment()
    return kept === object ? self : StoreEvent(kind: kind, object: kept, previous: previous)
  }
}

extension StoreEvent: CustomStringConvertible {
  public var description: String { "\(kind) \(object)" }
}
