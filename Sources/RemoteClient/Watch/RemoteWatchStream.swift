internal import APIMachinery
internal import KubernetesClient
internal import NIOCore

/// A watch over HTTP: a line of JSON for each event.
///
/// `@unchecked`: the line splitter belongs to the one consumer that calls ``next()``; everything else is immutable.
final class RemoteWatchStream: WatchStream, @unchecked Sendable {
  private let stream: ResponseStream
  private var lines = LineSplitter(limitBytes: 64 << 20)
  private var failure: StatusError?

  init(_ stream: ResponseStream) { self.stream = stream }

  func next() async throws(StatusError) -> [WatchEvent]? {
    if let failure { throw failure }
    while let bytes = try await stream.next() {
      var events: [WatchEvent] = []
      do throws(StatusError) {
        try lines.append(bytes) { line throws(StatusError) in
          if let event = try WatchEvent(line: line) { events.append(event) }
        }
        if lines.isOverlong { throw .watch("an event is larger than 64 MiB") }
      } catch {
        stream.cancel()
        if events.isEmpty { throw error }
        failure = error
      }
      if !events.isEmpty { return events }
    }
    return nil
  }

  func cancel() { stream.cancel() }
}

extension WatchEvent {
  /// Reads one line of a watch; `nil` for an event of a type that is not known.
  ///
  /// - Throws: The `Status` that an event of type `ERROR` carries.
  init?(line: UnsafeRawBufferPointer) throws(StatusError) {
    let tree: JSON
    do { tree = try JSON.parse(line, limits: .response) } catch {
      throw .watch("an event is not JSON: \(error)")
    }
    guard case .object(let object)? = tree["object"] else { throw .watch("an event has no object") }
    switch tree["type"]?.stringValue {
    case "ADDED": self = .added(DynamicObject(fields: object))
    case "MODIFIED": self = .modified(DynamicObject(fields: object))
    case "DELETED": self = .deleted(DynamicObject(fields: object))
    case "BOOKMARK":
      let metadata = DynamicObject(fields: object).metadata
      self = .bookmark(
        resourceVersion: metadata.resourceVersion ?? "",
        initialEventsEnd: metadata.annotations["k8s.io/initial-events-end"] == "true")
    case "ERROR": throw StatusError(statusObject: object)
    default: return nil
    }
  }
}

extension StatusError {
  fileprivate static func watch(_ message: String) -> StatusError {
    StatusError(
      code: 500, reason: .internalError,
      message: "unable to decode an event from the watch stream: \(message)")
  }
}
