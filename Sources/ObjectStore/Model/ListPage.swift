/// A page of a list: a part of the state at one revision, in key order.
public struct ListPage: Sendable {
  public var objects: [StoredObject]
  /// The revision at which the whole list was true.
  public let revision: UInt64
  /// The last key of this page when more may follow: give it, and `revision`, to `list` for the next page.
  public let continueKey: StoreKey?
  /// How many objects follow in the range, whether or not they meet the list's condition; nil on the last
  /// page.
  public let remainingCount: Int?
}
