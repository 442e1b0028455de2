/// How a store is to be.
public struct StoreOptions: Sendable {
  /// How many events the history holds at most.
  public var historyEvents: Int
  /// How many bytes of superseded versions the history holds at most.
  public var historyBytes: Int
  /// How long the history holds an event at most, in nanoseconds. The default is Kubernetes'
  /// `--etcd-compaction-interval`. Age is looked at when a commit is made.
  public var historyAge: Int64
  /// Whether writers may leave objects unencoded (`EncodedObject.init(unencoded:)`): for a store that nobody reads but
  /// its own process, and that is gone when its process ends. The history counts each of such
  /// objects as 4 KiB.
  public var leavesUnencoded: Bool
  /// The time in nanoseconds since any fixed moment.
  public var now: @Sendable () -> Int64

  public init(
    historyEvents: Int = 100_000, historyBytes: Int = 32 << 20, historyAge: Int64 = 300_000_000_000,
    leavesUnencoded: Bool = false, now: @escaping @Sendable () -> Int64 = { 0 }
  ) {
    self.historyEvents = historyEvents
    self.historyBytes = historyBytes
    self.historyAge = historyAge
    self.leavesUnencoded = leavesUnencoded
    self.now = now
  }

  var historyLimits: EventHistory.Limits {
    EventHistory.Limits(events: historyEvents, bytes: historyBytes, age: historyAge)
  }
}
