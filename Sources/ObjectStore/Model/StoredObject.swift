/// One version of one object: immutable, and shared by the index, the history, every reader and every
/// watcher.
public final class StoredObject: Sendable {
  public let key: StoreKey
  /// The revision of the commit that wrote this version; of a deleted object, that of the deletion.
  public let revision: UInt64
  /// The revision of the commit that created the object.
  public let createRevision: UInt64
  public let header: ObjectHeader
  /// The decoded form of `bytes`, for readers in this process.
  ///
  /// It travels with a fresh commit (its result and its watch events) and nowhere else: what `get`, `list`,
  /// the history and a restarted store give carries none, so that it costs no memory. An object without bytes of its
  /// own keeps it for good.
  public let attachment: (any DecodedForm)?
  /// Nil when the bytes are made of the attachment.
  private let keptBytes: [UInt8]?

  public convenience init(
    key: StoreKey, revision: UInt64, createRevision: UInt64, header: ObjectHeader, bytes: [UInt8],
    attachment: (any DecodedForm)? = nil
  ) {
    self.init(
      key, revision, createRevision, header, EncodedObject(bytes: bytes, attachment: attachment))
  }

  init(
    _ key: StoreKey, _ revision: UInt64, _ createRevision: UInt64, _ header: ObjectHeader,
    _ encoded: EncodedObject
  ) {
    self.key = key
    self.revision = revision
    self.createRevision = createRevision
    self.header = header
    attachment = encoded.attachment
    keptBytes = encoded.bytes
  }

  /// The encoded object. It names `revision` as its resource version.
  ///
  /// - Complexity: O(1); O(n) for an object that was committed unencoded.
  public var bytes: [UInt8] { keptBytes ?? attachment?.encoded ?? [] }

  /// How many bytes are kept; where there are none, what they may be.
  var keptSize: Int { keptBytes?.count ?? 4096 }

  /// Whether this is a version of the object of that name, of the same resource. The key is not copied for it.
  func isAt(namespace: String, name: String) -> Bool {
    key.name.isBytewiseEqual(to: name) && key.namespace.isBytewiseEqual(to: namespace)
  }

  /// Less than zero, zero or more than zero, as the object comes before, is or follows the one of that name.
  func order(namespace: String, name: String) -> Int {
    let namespaces = key.namespace.bytewiseOrder(to: namespace)
    return namespaces == 0 ? key.name.bytewiseOrder(to: name) : namespaces
  }

  /// This version without its attachment: the form that the store keeps.
  func withoutAttachment() -> StoredObject {
    guard attachment != nil, let keptBytes else { return self }
    return StoredObject(
      key: key, revision: revision, createRevision: createRevision, header: header, bytes: keptBytes)
  }
}

extension StoredObject: CustomStringConvertible {
  public var description: String { "\(key)@\(revision)" }
}
