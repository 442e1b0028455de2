/// The UIDs of owners that the API said are not there, so that a thousand dependents ask once.
///
/// UIDs are never used again, so an entry stays true for ever; the oldest make room for new ones.
struct AbsentOwners: Sendable {
  private var uids: Set<String> = []
  private var order: [String] = []
  private let limit: Int

  init(limit: Int = 500) {
    self.limit = limit
  }

  func contains(_ uid: String) -> Bool { uids.contains(uid) }

  mutating func insert(_ uid: String) {
    guard uids.insert(uid).inserted else { return }
    order.append(uid)
    if order.count > limit { uids.remove(order.removeFirst()) }
  }
}
