public import APIMachinery

/// Something that is shown below `/debug/` to those who may use the API.
///
/// Kubernetes: the `/debug/pprof` and `/debug/flags` of its servers; what is below differs from server to server.
public protocol DebugSource: Sendable {
  /// - Parameter query: The first value of each parameter of the URL.
  /// - Throws: `StatusError` when a parameter is not understood.
  func stream(_ query: [String: String]) async throws(StatusError) -> any DebugStream
}

/// An answer as it grows; it belongs to one reader.
public protocol DebugStream: Sendable {
  /// More of it, whole lines; `nil` at its end.
  func next() async -> [UInt8]?

  /// Ends the stream: ``next()`` returns `nil` soon.
  func cancel()
}
