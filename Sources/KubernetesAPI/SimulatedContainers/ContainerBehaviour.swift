import APIMachinery

/// What a simulated container does once it starts: by default it starts, is ready as soon as its probes let it
/// be, and stays until it is asked to stop. A container of a Job's pod ends well after a second instead.
///
/// The annotation `swiftlet.dev/run.<container>` on the pod chooses otherwise. Its clauses are divided by commas
/// or semicolons:
///
/// | Clause | What the container does |
/// |---|---|
/// | `exit 1`, `exit 1 after 5s` | ends with this code, so long after it started |
/// | `exit 1 after 5s until restart 3` | the same, but from its third restart on it stays |
/// | `stays` | stays until it is asked to stop, in a Job's pod too |
/// | `oom after 30s` | is killed for want of memory: `OOMKilled`, code 137 |
/// | `ready after 3s`, `never ready` | its readiness probe succeeds so long after it started, or never |
/// | `unready after 10s`, `unready after 10s for 30s` | its readiness probe fails from then on, or so long |
/// | `liveness fails after 20s`, `... for 5s` | its liveness probe fails from then on, or so long |
/// | `started after 40s`, `never started` | its startup probe succeeds so long after it started, or never |
/// | `probes take 3s` | its probes are answered so late, or not at all if `timeoutSeconds` is less |
/// | `pull-error`, `pull-error 2 times` | its image cannot be pulled; at the third attempt it can |
/// | `pull takes 30s` | the first pull on a node takes so long |
/// | `ignores-sigterm` | it runs until its grace period ends and is killed: code 137 |
/// | `stops after 5s` | it takes so long from SIGTERM to its end |
/// | `log TEXT` | it writes this line when it starts |
public struct ContainerBehaviour: Hashable, Sendable {
  /// How a run ends of its own accord.
  public struct Exit: Hashable, Sendable {
    public var code: Int
    /// Counted from the container's start.
    public var after: Duration
    public var isOutOfMemory: Bool
    /// The container stays from this restart on.
    public var untilRestart: Int?
  }

  public var exit: Exit?
  /// Counted from the container's start; `nil` leaves it to the probes.
  public var readyAfter: Duration?
  public var isNeverReady = false
  public var unreadyAfter: Duration?
  /// How long it is unready; `nil` for ever.
  public var unreadyFor: Duration?
  public var livenessFailsAfter: Duration?
  public var livenessFailsFor: Duration?
  /// Counted from the container's start; `nil` leaves it to the probe.
  public var startedAfter: Duration?
  public var isNeverStarted = false
  /// From the question of a probe to the answer; `nil` for at once.
  public var probesTake: Duration?
  /// How many pulls fail; `nil` when all succeed.
  public var failingPulls: Int?
  public var pullTakes: Duration?
  public var ignoresTermination = false
  /// Counted from the stop signal; `nil` is the usual short time.
  public var stopsAfter: Duration?
  public var logLines: [String] = []

  /// The container that starts and stays.
  public init() {}

  /// What annotation names the behaviour of `container`.
  public static func annotation(for container: String) -> String { "swiftlet.dev/run.\(container)" }

  /// The behaviour of a container of `pod`. A clause that does not parse is passed over.
  ///
  /// - Complexity: O(1) for a pod without annotations and owners.
  public init(of container: String, in pod: Pod) {
    let metadata = pod.metadata
    let annotations = metadata.annotations
    if !annotations.isEmpty, let text = annotations[Self.annotation(for: container)] {
      self.init(text)
    } else if metadata.controller?.kind == "Job",
      pod.spec.containers.contains(where: { $0.name == container })
    {
      self.init()
      exit = Exit(code: 0, after: .seconds(1), isOutOfMemory: false)
    } else {
      self.init()
    }
  }

  /// Reads the clauses of an annotation; those that do not parse are passed over.
  public init(_ text: String) {
    for clause in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "\n" }) {
      var words = Words(clause.split(separator: " ")[...])
      read(&words)
    }
  }

  private mutating func read(_ words: inout Words) {
    switch words.next() {
    case "exit": readExit(&words)
    case "oom": exit = Exit(code: 137, after: words.delay(after: "after") ?? .zero, isOutOfMemory: true)
    case "ready": readyAfter = words.delay(after: "after")
    case "never": readNever(words.next())
    case "unready":
      unreadyAfter = words.delay(after: "after")
      unreadyFor = words.delay(after: "for")
    case "liveness": readLiveness(&words)
    case "started": startedAfter = words.delay(after: "after")
    case "probes": probesTake = words.delay(after: "take")
    case "pull-error": failingPulls = words.number() ?? .max
    case "pull": pullTakes = words.delay(after: "takes")
    case "ignores-sigterm": ignoresTermination = true
    case "stops": stopsAfter = words.delay(after: "after")
    case "log": logLines.append(words.rest)
    default: break
    }
  }

  private mutating func readNever(_ what: String?) {
    isNeverReady = isNeverReady || what == "ready"
    isNeverStarted = isNeverStarted || what == "started"
  }

  private mutating func readLiveness(_ words: inout Words) {
    guard words.next() == "fails" else { return }
    livenessFailsAfter = words.delay(after: "after") ?? .zero
    livenessFailsFor = words.delay(after: "for")
  }

  private mutating func readExit(_ words: inout Words) {
    guard let code = words.number() else { return }
    let after = words.delay(after: "after") ?? .zero
    var until: Int?
    if words.next() == "until", words.next() == "restart" { until = words.number() }
    exit = Exit(code: code, after: after, isOutOfMemory: false, untilRestart: until)
  }

  /// The words of one clause, read from the left.
  private struct Words {
    var words: ArraySlice<Substring>

    init(_ words: ArraySlice<Substring>) { self.words = words }

    var rest: String { words.joined(separator: " ") }

    mutating func next() -> String? { words.popFirst().map(String.init) }

    mutating func number() -> Int? {
      guard let number = words.first.flatMap({ Int($0) }) else { return nil }
      words.removeFirst()
      return number
    }

    /// Reads `<word> 5s`; leaves the words alone when they say something else.
    mutating func delay(after word: String) -> Duration? {
      guard words.first == Substring(word), let text = words.dropFirst().first else { return nil }
      guard let delay = try? Duration(goDuration: String(text)) else { return nil }
      words.removeFirst(2)
      return delay
    }
  }
}
