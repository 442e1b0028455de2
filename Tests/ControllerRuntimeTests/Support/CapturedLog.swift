import Logging
import Synchronization

/// A log that a test can read.
final class CapturedLog: Sendable {
  struct Line: Sendable {
    let level: Logger.Level
    let message: String
    let metadata: [String: String]
  }

  private let state = Mutex<[Line]>([])

  var lines: [Line] { state.withLock { $0 } }

  /// A logger that writes here, from `level` on.
  func logger(_ level: Logger.Level = .info) -> Logger {
    var logger = Logger(label: "test") { _ in Handler(log: self) }
    logger.logLevel = level
    return logger
  }

  func append(_ line: Line) { state.withLock { $0.append(line) } }

  private struct Handler: LogHandler {
    let log: CapturedLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { $1 }
      log.append(
        Line(level: event.level, message: "\(event.message)", metadata: all.mapValues { "\($0)" }))
    }
  }
}
