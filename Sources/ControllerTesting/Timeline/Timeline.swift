public import APIMachinery
public import ControllerRuntime
import Synchronization

/// Everything that happened in a cluster, in order: commits, events that reached the controllers under test, their
/// reconciles with causes, faults.
public final class Timeline: Sendable {
  /// One thing that happened.
  public struct Entry: Sendable {
    public let time: Timestamp
    public let kind: Kind
  }

  public enum Kind: Sendable {
    /// An object was written.
    case commit(History.Event)
    /// A watch event reached the controllers under test.
    case delivered(SeenChange)
    /// A reconcile ended.
    case reconciled(ReconcileRecord)
    case fault(Fault)
    /// The controllers under test began with empty memory.
    case started
    /// A line of the test's own.
    case note(String)
  }

  private struct State {
    var isRecording: Bool
    var entries: [Entry] = []
    /// How many of them are events that reached the controllers under test, or reconciles.
    var steps = 0
  }

  private let time: any TimeSource
  private let state: Mutex<State>

  init(time: any TimeSource, isRecording: Bool) {
    self.time = time
    state = Mutex(State(isRecording: isRecording))
  }

  /// All entries, oldest first.
  public var entries: [Entry] { state.withLock { $0.entries } }

  var steps: Int { state.withLock { $0.steps } }

  var isRecording: Bool { state.withLock { $0.isRecording } }

  func add(_ kind: @autoclosure () -> Kind) {
    let now = time.now()
    state.withLock { state in
      guard state.isRecording else { return }
      let entry = Entry(time: now, kind: kind())
      switch entry.kind {
      case .delivered, .reconciled: state.steps += 1
      default: break
      }
      state.entries.append(entry)
    }
  }
}

extension Timeline {
  /// A change of an object as a watch brought it.
  public struct SeenChange: Hashable, Sendable, CustomStringConvertible {
    let event: SeenEvent
    /// The resource: `pods`, `deployments.apps`.
    public var resource: String { event.resource }
    public var key: ObjectKey { event.key }
    public var revision: UInt64 { event.revision }
    public var description: String { event.description }
  }
}

extension Timeline.Kind {
  static func delivered(_ event: SeenEvent) -> Timeline.Kind { .delivered(Timeline.SeenChange(event: event)) }
}

extension Timeline.Entry: CustomStringConvertible {
  /// One line: `12:00:01.000000 reconcile  replicaset default/web: modified ... -> done`.
  public var description: String {
    let text =
      switch kind {
      case .commit(let event): "commit     \(event.kind) \(event.key)@\(event.revision)"
      case .delivered(let change): "event      \(change)"
      case .reconciled(let record): "reconcile  \(record)"
      case .fault(let fault): "FAULT      \(fault)"
      case .started: "start      the controllers begin with empty memory"
      case .note(let text): "note       \(text)"
      }
    return "\(time.rfc3339Micro.dropFirst(11).dropLast()) \(text)"
  }
}
