import APICore
import APIMachinery
import ControlPlane
import Synchronization

/// Notices whether the test or a controller under test reads events.
///
/// A third of what the loops of a cluster write are events, and few tests look at them. So a run of an exploration goes
/// without those of the loops that never meet a fault, and is done again with them if somebody wanted to see one.
final class EventReads: Authorizer {
  private let base: any Authorizer
  private let isNoted = Atomic(false)

  init(_ base: any Authorizer) { self.base = base }

  var happened: Bool { isNoted.load(ordering: .relaxed) }

  func authorize(_ target: RequestTarget, verb: String) throws(StatusError) {
    // The loop that empties namespaces deletes events, and looks at none.
    if target.resource.resource == "events", verb == "get" || verb == "list" || verb == "watch",
      target.user.name != ControlPlane.loopsUser.name
    {
      isNoted.store(true, ordering: .relaxed)
    }
    try base.authorize(target, verb: verb)
  }

  func authorize(path: String, verb: String, _ user: UserInfo) throws(StatusError) {
    try base.authorize(path: path, verb: verb, user)
  }
}
