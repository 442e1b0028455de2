import APIMachinery
import APIServer
import ControllerRuntime
import Synchronization

/// `/debug/trace`: the reconciles that the server's loops remember, one JSON text a line; with `follow=true` those to
/// come too.
struct TraceSource: DebugSource {
  let trace: Trace

  func stream(_ query: [String: String]) async throws(StatusError) -> any DebugStream {
    TraceLines(trace: trace, controller: query["controller"], isFollowing: query["follow"] == "true")
  }
}

/// `/debug/findings`: what the detectors say about the loops, one sentence a line.
struct FindingSource: DebugSource {
  let trace: Trace

  func stream(_ query: [String: String]) async throws(StatusError) -> any DebugStream {
    let lines = trace.findings.all.map { finding -> String in
      let json: JSON = [
        "kind": .string(finding.kind.rawValue), "controller": .string(finding.controller),
        "key": .string("\(finding.key)"), "explanation": .string(finding.explanation),
      ]
      return String(decoding: json.serialized(), as: UTF8.self) + "\n"
    }
    return FixedLines(lines.joined())
  }
}

private final class TraceLines: DebugStream {
  private struct State {
    var next: UInt64 = 0
    var isFirst = true
    var isCancelled = false
  }

  /// How many reconciles one piece of the answer holds.
  private static let batch = 64
  private static let pause = Duration.milliseconds(50)

  private let trace: Trace
  private let controller: String?
  private let isFollowing: Bool
  private let state = Mutex(State())

  init(trace: Trace, controller: String?, isFollowing: Bool) {
    self.trace = trace
    self.controller = controller
    self.isFollowing = isFollowing
  }

  func next() async -> [UInt8]? {
    while true {
      let (next, isCancelled) = state.withLock { ($0.next, $0.isCancelled) }
      if isCancelled || Task.isCancelled { return nil }
      let records = trace.records(from: next).prefix(Self.batch)
      guard let last = records.last else {
        if !isFollowing { return nil }
        try? await Task.sleep(for: Self.pause)
        continue
      }
      state.withLock { $0.next = last.sequence + 1 }
      let chosen = records.filter { controller == nil || $0.controller == controller }
      if !chosen.isEmpty { return chosen.flatMap { $0.json.serialized() + [UInt8(ascii: "\n")] } }
    }
  }

  func cancel() { state.withLock { $0.isCancelled = true } }
}

/// An answer that is known from the start.
final class FixedLines: DebugStream {
  private let bytes: Mutex<[UInt8]?>

  init(_ text: String) { bytes = Mutex(text.isEmpty ? nil : Array(text.utf8)) }

  func next() async -> [UInt8]? {
    bytes.withLock { bytes in
      defer { bytes = nil }
      return bytes
    }
  }

  func cancel() { bytes.withLock { $0 = nil } }
}
