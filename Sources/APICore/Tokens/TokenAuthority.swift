import APIMachinery
import Synchronization

/// Whose tokens a cluster accepts.
final class TokenAuthority: Sendable {
  private struct State {
    var signer: (any TokenSigner)?
    var known: [(token: [UInt8], user: UserInfo)] = []
  }

  private let state = Mutex(State())

  /// The key that signs the tokens of service accounts; `nil` in a process that no door leads into.
  var signer: (any TokenSigner)? { state.withLock { $0.signer } }

  func use(_ signer: any TokenSigner) { state.withLock { $0.signer = signer } }

  func accept(_ token: String, of user: UserInfo) {
    state.withLock { $0.known.append((Array(token.utf8), user)) }
  }

  /// The user of a token that never changes.
  func user(of token: String) -> UserInfo? {
    let given = Array(token.utf8)
    return state.withLock { state in state.known.first { Self.isSame($0.token, given) }?.user }
  }

  /// Takes the same time wherever the first difference is.
  private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for position in left.indices { difference |= left[position] ^ right[position] }
    return difference == 0
  }
}
