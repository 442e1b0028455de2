/// One write to one object.
public struct Mutation: Sendable {
  /// What becomes of the object.
  enum Change: Sendable {
    case create(ObjectHeader, encode: ObjectEncoder)
    case update(expected: UInt64, ObjectHeader, encode: ObjectEncoder)
    case delete(expected: UInt64?, final: FinalEncoder?)
  }

  /// Makes the state that the event of a deletion carries, from the removed version and the revision of the deletion.
  public typealias FinalEncoder =
    @Sendable (_ removed: StoredObject, _ revision: UInt64) -> EncodedObject

  public let key: StoreKey
  let change: Change

  /// Makes an object; fails with `alreadyExists` if the key is taken.
  public static func create(
    _ key: StoreKey, _ header: ObjectHeader, encode: @escaping ObjectEncoder
  ) -> Mutation {
    Mutation(key: key, change: .create(header, encode: encode))
  }

  /// Replaces the version `expected`; fails with `notFound` or `conflict` if that is not the newest one.
  public static func update(
    _ key: StoreKey, expected: UInt64, _ header: ObjectHeader, encode: @escaping ObjectEncoder
  ) -> Mutation {
    Mutation(key: key, change: .update(expected: expected, header, encode: encode))
  }

  /// Removes the object; fails with `notFound`, or with `conflict` if `expected` is given and is not the
  /// newest one.
  ///
  /// - Parameter final: Without it the event carries the bytes of the removed version as they are.
  public static func delete(
    _ key: StoreKey, expected: UInt64? = nil, final: FinalEncoder? = nil
  ) -> Mutation {
    Mutation(key: key, change: .delete(expected: expected, final: final))
  }
}
