internal import NIOCore

/// How large requests may be and how long a connection may wait.
struct ConnectionLimits: Sendable {
  /// Kubernetes: `MaxRequestBodyBytes`, 3 MiB.
  var bodyBytes = 3 << 20
  /// The longest wait for the next request on an open connection.
  var idle: TimeAmount = .seconds(180)
  /// The longest time from the first byte of a request to its last.
  var request: TimeAmount = .seconds(60)
  /// How long a connection is still read after a refused upload, so that the refusal arrives.
  var linger: TimeAmount = .seconds(10)
}
