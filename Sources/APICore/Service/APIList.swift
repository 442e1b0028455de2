public import APIMachinery
public import ObjectStore

/// A list that the API answers: objects of the store at one revision.
public struct APIList: Sendable {
  public let served: ServedResource
  public let objects: [StoredObject]
  public let revision: UInt64
  /// The token for the next page; empty on the last one.
  public let continueToken: String
  public let remainingItemCount: Int?

  init(served: ServedResource, page: ListPage, hasSelector: Bool) {
    self.served = served
    objects = served.face == nil ? page.objects : page.objects.map(served.shown)
    revision = page.revision
    continueToken = page.continueKey.map { ContinueToken($0, revision: page.revision).text } ?? ""
    remainingItemCount = hasSelector ? nil : page.remainingCount
  }

  /// `metadata` of the list.
  public var metadata: JSONObject {
    var metadata = JSONObject()
    metadata["resourceVersion"] = .string(String(revision))
    if !continueToken.isEmpty { metadata["continue"] = .string(continueToken) }
    if let remainingItemCount { metadata["remainingItemCount"] = .int(Int64(remainingItemCount)) }
    return metadata
  }

  /// What stands on the wire before the first item.
  public var head: [UInt8] {
    Array(
      #"{"kind":"\#(served.listKind)","apiVersion":"\#(served.apiVersion)","metadata":\#(metadata),"items":["#
        .utf8)
  }

  /// What stands on the wire after the last item.
  public static let tail = Array("]}\n".utf8)

  /// The list as it stands on the wire, in pieces of about `size` bytes: the items' bytes are copied, not encoded.
  public func pieces(size: Int = 64 << 10) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var piece = head
    piece.reserveCapacity(size)
    for (position, object) in objects.enumerated() {
      if position > 0 { piece.append(UInt8(ascii: ",")) }
      piece += object.bytes
      if piece.count >= size {
        pieces.append(piece)
        piece = []
        piece.reserveCapacity(size)
      }
    }
    piece += Self.tail
    pieces.append(piece)
    return pieces
  }
}
