internal import APIMachinery
internal import ControllerRuntime
internal import Glibc
internal import Logging

/// Writes each event as a line to the standard error: an object of JSON, with the fields that logs of controllers have,
/// or text for people.
///
/// Kubernetes: controller-runtime `pkg/log/zap`: `level`, `ts`, `logger`, `msg`, then the fields.
struct LineLogHandler: LogHandler {
  let label: String
  let format: LogFormat
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info
  var now: @Sendable () -> Timestamp = SystemTime().now
  var write: @Sendable (String) -> Void = LineLogHandler.standardError

  init(label: String, format: LogFormat) {
    self.label = label
    self.format = format
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var all = metadata
    if let more = event.metadata { all.merge(more) { $1 } }
    let fields = all.sorted { $0.key < $1.key }
    switch format {
    case .json: write(json(event, fields))
    case .console: write(text(event, fields))
    }
  }

  private func json(_ event: LogEvent, _ fields: [(key: String, value: Logger.MetadataValue)]) -> String {
    var line = JSONObject()
    line["level"] = .string(event.level.rawValue)
    line["ts"] = .string(now().rfc3339Micro)
    line["logger"] = .string(label)
    line["msg"] = .string("\(event.message)")
    for (key, value) in fields { line[key] = value.json }
    return JSON.object(line).description + "\n"
  }

  private func text(_ event: LogEvent, _ fields: [(key: String, value: Logger.MetadataValue)]) -> String {
    let pairs = fields.map { " \($0)=\($1.json)" }.joined()
    return "\(now().rfc3339Micro)\t\(event.level.rawValue.uppercased())\t\(label)\t\(event.message)\(pairs)\n"
  }

  /// One call a line, so that the lines of several threads do not mix.
  private static func standardError(_ line: String) {
    var line = line
    line.withUTF8 { bytes in _ = Glibc.write(2, bytes.baseAddress, bytes.count) }
  }
}

extension Logger.MetadataValue {
  fileprivate var json: JSON {
    switch self {
    case .string(let text): .string(text)
    case .stringConvertible(let value): .string(value.description)
    case .array(let values): .array(values.map(\.json))
    case .dictionary(let fields):
      .object(
        JSONObject(uniqueKeysWithValues: fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
    }
  }
}
