public import APIMachinery
import Synchronization

/// Something that a detector saw in the trace and that a loop should not do.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
  public enum Kind: String, Sendable, Hashable {
    /// A key is reconciled over and over, each time because of what the reconcile before wrote or asked for.
    case hotLoop
    /// A write that left the object as it was.
    case noOpWrite
    /// A key fails again and again.
    case notConverging
  }

  public let kind: Kind
  public let controller: String
  public let key: ObjectKey
  public let explanation: String
  public let time: Timestamp

  public var description: String { "\(kind.rawValue): \(controller) \(key): \(explanation)" }
}

/// The findings of a manager, one for each controller, key and kind.
public final class Findings: Sendable {
  private struct State {
    var list: [Finding] = []
    var seen: Set<String> = []
  }

  public static let limit = 256

  private let state = Mutex(State())

  /// All findings, oldest first; at most ``limit``.
  public var all: [Finding] { state.withLock { $0.list } }

  func add(_ finding: Finding) {
    state.withLock { state in
      guard state.list.count < Self.limit else { return }
      let identity = "\(finding.kind.rawValue) \(finding.controller) \(finding.key)"
      if state.seen.insert(identity).inserted { state.list.append(finding) }
    }
  }
}
