import APIMachinery
import ArgumentParser
import RemoteClient

/// `swiftlet pause`: stops the time of a cluster and all its loops.
struct Pause: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Stop the clock and the loops of a cluster.",
    discussion: """
      The API goes on: objects can be looked at and changed. `swiftlet step` lets one reconcile run at a time, and \
      `swiftlet resume` all.
      """)
  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    try await connection.withSession { session in
      let view = try await ClockReader(session: session).send("stop")
      Terminal.writeLine("the clock stands at \(view.time)")
      Terminal.write(view.waitingText)
    }
  }
}

/// `swiftlet resume`: lets the time of a cluster and its loops go on.
struct Resume: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Let the clock and the loops go on.")
  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    try await connection.withSession { session in
      let view = try await ClockReader(session: session).send("go")
      Terminal.writeLine("the clock goes on from \(view.time)")
    }
  }
}

/// `swiftlet step`: lets one reconcile run, and shows why it ran and what it did.
struct Step: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let one reconcile of a paused cluster run, and show what it did.",
    discussion: """
      Lets the reconcile run that has waited longest; where none waits, moves the clock to the time when something is \
      due. Then shows which ones wait now, and why.

      Examples: `step`, `step 5`, `step --controller replicaset`, `step --by 30s`, `step --list`.
      """)

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "How many reconciles.") var count = 1
  @Option(name: .long, help: "Only reconciles of one loop, such as replicaset.") var controller: String?
  @Option(name: .long, help: "Move the clock on by so much instead: 30s, 5m.") var by: String?
  @Flag(name: .long, help: "Only show what waits.") var list = false

  /// How often the clock is moved without a reconcile to be run before one gives up.
  private static let moveLimit = 100

  func run() async throws {
    guard count > 0 else { throw CommandError("the number of steps must be positive") }
    if let by { _ = try Duration(goDuration: by) }
    try await connection.withSession { session in
      let reader = ClockReader(session: session)
      if list { return Terminal.write(try await reader.look().statusText) }
      if let by { return Terminal.write(try await reader.send("advance", "by=\(by)").statusText) }
      for _ in 0..<count {
        guard try await step(reader) else { break }
      }
      Terminal.write(try await reader.look().statusText)
    }
  }

  /// - Returns: `false` when nothing will ever run by itself.
  private func step(_ reader: ClockReader) async throws -> Bool {
    let filter = controller.map { "controller=\(GoFormat.escapedQuery($0))" } ?? ""
    for _ in 0..<Self.moveLimit {
      let view = try await reader.send("step", filter)
      if let record = view.record {
        Terminal.write(TraceText().paragraph(record) + "\n")
        return true
      }
      if let controller { throw CommandError("no reconcile of \(controller) waits") }
      guard let moved = view.moved else { return false }
      Terminal.writeLine("nothing waited: the clock went on \(TracedReconcile.short(moved))\n")
    }
    return false
  }
}

/// Asks `/debug/clock` and `/debug/waiting` of a server.
struct ClockReader {
  let session: Session

  func look() async throws -> ClockView { try await view(RawRequest(path: "/debug/waiting")) }

  func send(_ verb: String, _ parameter: String = "") async throws -> ClockView {
    let suffix = parameter.isEmpty ? "" : "&\(parameter)"
    return try await view(RawRequest("POST", path: "/debug/clock?do=\(verb)\(suffix)"))
  }

  private func view(_ request: RawRequest) async throws -> ClockView {
    do { return ClockView(json: try await session.client.json(request)) } catch {
      guard error.code == 404 else { throw CommandError(error.message) }
      throw CommandError(
        "the server's clock cannot be stopped: it runs no loops of its own (swiftlet up --without-controllers), or it"
          + " is not swiftlet's")
    }
  }
}

/// Where the clock stands, and what waits.
struct ClockView {
  let json: JSON

  var isStopped: Bool { json["isStopped"]?.boolValue ?? false }
  var time: String { Self.time(json["now"]) }
  var record: TracedReconcile? { json["record"].map { TracedReconcile(json: $0) } }
  var moved: Duration? { json["moved"]?.intValue.map { .nanoseconds($0) } }

  private static func time(_ json: JSON?) -> String {
    String((json?.stringValue ?? "").dropFirst(11).prefix(12))
  }

  /// A line for each reconcile that waits.
  var waitingText: String {
    let waiting = (json["waiting"]?.arrayValue ?? []).map { TracedReconcile(json: $0) }
    guard !waiting.isEmpty else { return "nothing waits\(nextText)\n" }
    let rows = waiting.map { one in
      let more = one.causes.count > 1 ? " and \(one.causes.count - 1) more" : ""
      let why = one.causes.first.map(TracedReconcile.words(ofCause:)) ?? "nothing"
      return ["  \(one.controller)", "\(one.key)", "\(why)\(more)"]
    }
    return "waiting:\n" + TextColumns.layOut(rows)
  }

  private var nextText: String {
    guard let next = json["next"] else { return "" }
    let loop = next["controller"]?.stringValue ?? ""
    return "; \(loop) looks at \(TracedReconcile.key(next["key"])) again at \(Self.time(next["time"]))"
  }

  var statusText: String { "the clock \(isStopped ? "stands at" : "goes,") \(time); " + waitingText }
}
