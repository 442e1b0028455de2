public import APIMachinery

/// What a client wants to read of a container's log.
///
/// Kubernetes: `v1 PodLogOptions`.
public struct PodLogOptions: Sendable, Hashable {
  public var container: String?
  /// The log goes on until the container ends or the client goes.
  public var isFollowing = false
  /// The log of the container's last instance but one.
  public var isPrevious = false
  public var hasTimestamps = false
  public var tailLines: Int?
  public var limitBytes: Int?
  public var sinceSeconds: Int?
  public var sinceTime: Timestamp?

  public init() {}
}

/// Where the logs of containers come from.
public protocol PodLogSource: Sendable {
  /// - Throws: `StatusError`: `BadRequest` when the container is waiting to start or has no previous instance.
  func logs(of pod: ObjectKey, options: PodLogOptions) async throws(StatusError) -> any PodLogStream
}

/// A log as it grows; it belongs to one reader.
public protocol PodLogStream: Sendable {
  /// More of the log, whole lines; `nil` at its end.
  func next() async throws(StatusError) -> [UInt8]?

  /// Ends the stream.
  func cancel()
}
