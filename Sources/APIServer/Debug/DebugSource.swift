public import APIMachinery

/// Something that is shown below `/debug/` to those who may use the API.
///
/// Kubernetes: the `/debug/pprof` and `/debug/flags` of its servers; what is below differs from server to server.
public protocol DebugSource: Sendable {
  /// Whether it changes something, and so must be asked with POST; otherwise with GET.
  var isChange: Bool { get }

  /// - Parameter query: The first value of each parameter of the URL.
  /// - Throws: `StatusError` when a parameter is not understood.
  func stream(_ query: [String: String]) async throws(StatusError) -> any DebugStream
}

extension DebugSource {
  public var isChange: Bool { false }
}

/// An answer as it grows; it belongs to one reader.
public protocol DebugStream: Sendable {
  /// More of it, whole lines; `nil` at its end.
  func next() async -> [UInt8]?

  /// Ends the stream: ``next()`` returns `nil` soon.
  func cancel()
}
