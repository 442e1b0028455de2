/// What an encoder makes once it knows the revision of its commit.
public struct EncodedObject: Sendable {
  /// The object's bytes, naming the revision as the resource version; nil when they are made of the attachment, once
  /// somebody asks for them.
  let bytes: [UInt8]?
  /// The decoded form of the bytes; see `StoredObject.attachment`.
  let attachment: (any DecodedForm)?

  public init(bytes: [UInt8], attachment: (any DecodedForm)? = nil) {
    self.bytes = bytes
    self.attachment = attachment
  }

  /// An object whose bytes are made when somebody asks for them, each time anew.
  public init(unencoded: any DecodedForm) {
    bytes = nil
    attachment = unencoded
  }
}

/// What an object is to the readers in this process, beside its bytes.
public protocol DecodedForm: AnyObject, Sendable {
  /// The object's bytes, naming its revision as the resource version.
  ///
  /// - Complexity: O(n): they are made for each caller.
  var encoded: [UInt8] { get }
}

/// Makes an object's bytes for a revision.
///
/// It runs once, outside of the store's lock, on the way of every write: it should do no more than put the
/// revision in its place (`ObjectTemplate` does so by copying).
public typealias ObjectEncoder = @Sendable (_ revision: UInt64) -> EncodedObject

/// An object encoded ahead of its commit, with a gap where the revision goes.
///
///     let template = ObjectTemplate(#"{"metadata":{"resourceVersion":""}}"#.utf8, gap: 33)
///     try await store.commit(.create(key, header, encode: template.encoder()))
public struct ObjectTemplate: Sendable {
  /// The encoded object without the digits of its revision.
  public let bytes: [UInt8]
  /// The offset in `bytes` at which the digits go.
  public let gap: Int

  public init(_ bytes: some Sequence<UInt8>, gap: Int) {
    self.bytes = Array(bytes)
    precondition((0...self.bytes.count).contains(gap), "the gap lies outside of the bytes")
    self.gap = gap
  }

  /// The bytes with `revision` in decimal digits in the gap.
  ///
  /// - Complexity: one allocation and one copy of the bytes.
  public func bytes(for revision: UInt64) -> [UInt8] {
    var digits: (UInt64, Int) = (revision, 1)
    while digits.0 >= 10 { digits = (digits.0 / 10, digits.1 + 1) }
    let width = digits.1
    return [UInt8](unsafeUninitializedCapacity: bytes.count + width) { buffer, count in
      bytes.withUnsafeBufferPointer { source in
        let tail = UnsafeBufferPointer(rebasing: source[gap...])
        _ = buffer[..<gap].initialize(fromContentsOf: source[..<gap])
        _ = buffer[(gap + width)...].initialize(fromContentsOf: tail)
      }
      var rest = revision
      for place in stride(from: gap + width - 1, through: gap, by: -1) {
        buffer.initializeElement(at: place, to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
      count = bytes.count + width
    }
  }

  /// The encoder of a commit; `attachment` makes the decoded form for a revision.
  public func encoder(
    attachment: (@Sendable (_ revision: UInt64) -> (any DecodedForm)?)? = nil
  ) -> ObjectEncoder {
    { revision in EncodedObject(bytes: bytes(for: revision), attachment: attachment?(revision)) }
  }
}
