/// How large a JSON or YAML document may be.
///
/// Kubernetes: the API server refuses a request body over 3 MiB (`MaxRequestBodyBytes`). Go's decoder gives up
/// at a nesting of 10,000; no Kubernetes object comes near 100, and every consumer of a tree recurses, so the
/// limit here is 512.
public struct JSONLimits: Sendable, Hashable {
  /// The deepest nesting of arrays and objects.
  public var depth: Int
  /// The longest document, in bytes.
  public var bytes: Int

  public init(depth: Int = 512, bytes: Int = 3 << 20) {
    self.depth = depth
    self.bytes = bytes
  }

  /// The limits of a request to the API server.
  public static let request = JSONLimits()

  /// The limits of a file of manifests, each document of which becomes a request.
  public static let file = JSONLimits(bytes: 64 << 20)

  /// The limits of an answer that a client reads: a list may be large.
  public static let response = JSONLimits(bytes: 1 << 30)
}
