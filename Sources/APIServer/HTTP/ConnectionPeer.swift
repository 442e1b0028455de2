internal import NIOCore

/// The other side of a connection: what all its requests share.
///
/// `@unchecked`: used on the connection's event loop only.
final class ConnectionPeer: @unchecked Sendable {
  /// The channel that TLS runs on.
  let channel: any Channel
  /// Who sent the last request.
  var authenticated: Authenticator.Memory?

  init(_ channel: any Channel) { self.channel = channel }
}
