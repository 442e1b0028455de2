import APIMachinery

/// Finds keys that keep themselves busy: many reconciles in a short time, each caused by nothing but the writes
/// and the requeues of those before.
struct HotLoopDetector {
  /// How many reconciles in a row, ...
  static let limit = 20
  /// ... each within this time of the one before, make a hot loop.
  static let window = Duration.seconds(1)

  private struct Identity: Hashable {
    let controller: String
    let key: ObjectKey

    func hash(into hasher: inout Hasher) { hasher.combine(_rawHashValue(seed: 0)) }

    func _rawHashValue(seed: Int) -> Int {
      key._rawHashValue(seed: seed ^ Int(truncatingIfNeeded: controller.textHash))
    }
  }

  private struct Streak {
    var length = 0
    var last: Timestamp
    /// The revisions that the streak wrote last, as many as a record keeps.
    var written: [String] = []
  }

  /// How many keys are followed; the oldest streaks are forgotten.
  static let memory = 4096

  private var streaks = RecentMap<Identity, Streak>(capacity: memory)

  /// - Returns: What is wrong, when the record is the one too many.
  mutating func observe(_ record: ReconcileRecord) -> String? {
    var length = 0
    streaks.update(Identity(controller: record.controller, key: record.key)) { streak in
      streak = Self.next(after: streak, record)
      length = streak?.length ?? 0
    }
    guard length == Self.limit else { return nil }
    return "reconciled \(length) times in a row, each time because of its own writes or requeues"
  }

  private static func next(after streak: Streak?, _ record: ReconcileRecord) -> Streak? {
    if var streak, record.startedAt - streak.last <= Self.window,
      record.causes.allSatisfy({ isOwn($0, streak) })
    {
      streak.length += 1
      streak.last = record.startedAt
      streak.written += record.writes.lazy.map(\.resourceVersion)
      streak.written.removeFirst(max(0, streak.written.count - ReconcileRecord.writeLimit))
      return streak
    }
    return mayContinue(record) ? begin(record) : nil
  }

  /// Whether a record can be followed by one that it caused itself.
  private static func mayContinue(_ record: ReconcileRecord) -> Bool {
    if case .action(.requeue) = record.outcome { return true }
    return !record.writes.isEmpty
  }

  private static func begin(_ record: ReconcileRecord) -> Streak {
    Streak(length: 1, last: record.startedAt, written: record.writes.map(\.resourceVersion))
  }

  private static func isOwn(_ cause: Cause, _ streak: Streak) -> Bool {
    switch cause.kind {
    case .requeue: true
    case .added, .modified, .deleted: streak.written.contains(cause.resourceVersion)
    case .startup, .backoff, .source: false
    }
  }
}
