/// One version of one object: immutable, and shared by the index, the history, every reader and every
/// watcher.
public final class StoredObject: Sendable {
  public let key: StoreKey
  /// The revision of the commit that wrote this version; of a deleted object, that of the deletion.
  public let revision: UInt64
  /// The revision of the commit that created the object.
  public let createRevision: UInt64
  public let header: ObjectHeader
  /// The encoded object. It names `revision` as its resource version.
  public let bytes: [UInt8]
  /// The decoded form of `bytes`, for readers in this process.
  ///
  /// It travels with a fresh commit (its result and its watch events) and nowhere else: what `get`, `list`,
  /// the history and a restarted store give carries none, so that it costs no memory.
  public let attachment: (any AnyObject & Sendable)?

  public init(
    key: StoreKey, revision: UInt64, createRevision: UInt64, header: ObjectHeader, bytes: [UInt8],
    attachment: (any AnyObject & Sendable)? = nil
  ) {
    self.key = key
    self.revision = revision
    self.createRevision = createRevision
    self.header = header
    self.bytes = bytes
    self.attachment = attachment
  }

  /// This version without its attachment: the form that the store keeps.
  func withoutAttachment() -> StoredObject {
    guard attachment != nil else { return self }
    return StoredObject(
      key: key, revision: revision, createRevision: createRevision, header: header, bytes: bytes)
  }
}

extension StoredObject: CustomStringConvertible {
  public var description: String { "\(key)@\(revision)" }
}
