/// One write to one object.
public enum Mutation: Sendable {
  /// Makes an object; fails with `alreadyExists` if the key is taken.
  case create(StoreKey, ObjectHeader, encode: ObjectEncoder)

  /// Replaces the version `expected`; fails with `notFound` or `conflict` if that is not the newest one.
  case update(StoreKey, expected: UInt64, ObjectHeader, encode: ObjectEncoder)

  /// Removes the object; fails with `notFound`, or with `conflict` if `expected` is given and is not the
  /// newest one.
  ///
  /// `final` makes the state that the event of the deletion carries, from the removed version and the
  /// revision of the deletion; without it the event carries the bytes of the removed version as they are.
  case delete(
    StoreKey, expected: UInt64? = nil,
    final: (@Sendable (_ removed: StoredObject, _ revision: UInt64) -> EncodedObject)? = nil)

  public var key: StoreKey {
    switch self {
    case .create(let key, _, _), .update(let key, _, _, _), .delete(let key, _, _): key
    }
  }
}
