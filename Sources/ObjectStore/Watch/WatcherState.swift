/// What one watcher has yet to read: a state machine whose changes say what to resume.
struct WatcherState: Sendable {
  typealias Answer = Result<WatchBatch?, StoreError>
  typealias Continuation = UnsafeContinuation<Answer, Never>

  /// The state in which the watch began, as far as it was not read yet.
  struct Initial {
    let index: ObjectIndex
    var place: ObjectIndex.Position
    let end: ObjectIndex.Position
    let revision: UInt64
  }

  /// The parts of the initial state are this big.
  static let initialChunk = 512
  /// Events that wait behind this many others lose their attachments: a lagging watcher must not keep decoded
  /// trees.
  static let attachmentDepth = 256

  let limit: Int
  let filter: (@Sendable (StoreEvent) -> Bool)?
  private var initial: Initial?
  private var buffer: [[StoreEvent]] = []
  private var buffered = 0
  /// All events up to this revision were pushed.
  private var revision: UInt64
  private var isProgressDue = false
  private var waiting: Waiter?
  private var end: Answer?

  init(
    limit: Int, filter: (@Sendable (StoreEvent) -> Bool)?, initial: Initial?, replay: [StoreEvent],
    revision: UInt64
  ) {
    self.limit = limit
    self.filter = filter
    self.initial = initial
    self.revision = revision
    let replay = filter.map { replay.filter($0) } ?? replay
    if !replay.isEmpty { (buffer, buffered) = ([replay], replay.count) }
  }

  var hasEnded: Bool { end != nil }

  /// Who is told when there is something to read.
  enum Waiter: Sendable {
    /// A task that gets the answer itself.
    case reader(Continuation)
    /// A callback that is called once; what there is stays to be taken.
    case listener(@Sendable () -> Void)
  }

  /// What a push or an end makes of the reader that waits.
  enum Resumption: Sendable {
    case answer(Continuation, Answer)
    case call(@Sendable () -> Void)

    func callAsFunction() {
      switch self {
      case .answer(let continuation, let answer): continuation.resume(returning: answer)
      case .call(let listener): listener()
      }
    }
  }

  mutating func push(_ delivery: Delivery) -> Resumption? {
    guard end == nil else { return nil }
    revision = max(revision, delivery.revision)
    var events = buffered > Self.attachmentDepth ? delivery.kept : delivery.fresh
    if let filter { events = events.filter(filter) }
    guard !events.isEmpty else { return nil }
    if buffered > 0, buffered + events.count > limit { return finish(.failure(.slowWatcher(limit: limit))) }
    // Whoever waits has read all that was there.
    if case .reader(let continuation)? = waiting {
      waiting = nil
      return .answer(continuation, .success(WatchBatch(events: events, revision: revision, phase: .live)))
    }
    buffer.append(events)
    buffered += events.count
    return answerWaiting()
  }

  /// Asks for a bookmark at `revision`, or at a later one that was pushed already.
  mutating func pushProgress(_ revision: UInt64) -> Resumption? {
    guard end == nil else { return nil }
    self.revision = max(self.revision, revision)
    isProgressDue = true
    return answerWaiting()
  }

  /// Ends the sequence at once; what was not read is dropped.
  mutating func finish(_ answer: Answer) -> Resumption? {
    guard end == nil else { return nil }
    (end, initial, buffer, buffered) = (answer, nil, [], 0)
    return answerWaiting()
  }

  /// Gives what can be read now; nil if the reader must wait.
  mutating func take() -> Answer? {
    if let end {
      // A failure is told once.
      self.end = .success(nil)
      return end
    }
    if initial != nil { return .success(takeInitial()) }
    guard buffered > 0 || isProgressDue else { return nil }
    isProgressDue = false
    let events = buffer.count == 1 ? buffer[0] : buffer.flatMap { $0 }
    (buffer, buffered) = ([], 0)
    return .success(WatchBatch(events: events, revision: revision, phase: .live))
  }

  /// Registers the reader, unless there is something to read.
  mutating func wait(_ continuation: Continuation) -> Answer? {
    precondition(waiting == nil, "a watch has one reader")
    if let answer = take() { return answer }
    waiting = .reader(continuation)
    return nil
  }

  /// Registers a callback; false if there is something to read already.
  mutating func listen(_ listener: @escaping @Sendable () -> Void) -> Bool {
    precondition(waiting == nil, "a watch has one reader")
    if canTake { return false }
    waiting = .listener(listener)
    return true
  }

  private var canTake: Bool { end != nil || initial != nil || buffered > 0 || isProgressDue }

  private mutating func answerWaiting() -> Resumption? {
    switch waiting {
    case nil: return nil
    case .reader(let continuation):
      guard let answer = take() else { return nil }
      waiting = nil
      return .answer(continuation, answer)
    case .listener(let listener):
      guard canTake else { return nil }
      waiting = nil
      return .call(listener)
    }
  }

  private mutating func takeInitial() -> WatchBatch? {
    guard var rest = initial else { return nil }
    var events: [StoreEvent] = []
    rest.place = rest.index.walk(from: rest.place, to: rest.end) { object in
      let event = StoreEvent(kind: .added, object: object, previous: nil)
      if filter?(event) ?? true { events.append(event) }
      return events.count < Self.initialChunk
    }
    let isLast = rest.place >= rest.end
    initial = isLast ? nil : rest
    return WatchBatch(events: events, revision: rest.revision, phase: isLast ? .initialEnd : .initial)
  }
}
