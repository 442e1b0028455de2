import APIMachinery
import ArgumentParser
import RemoteClient

/// `swiftlet trace`: why did this reconcile run, and what did it do?
struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Show why loops ran, what they read and wrote, and how they ended.",
    discussion: """
      Each paragraph is one reconcile: the changes that caused it, all folded into one look; what it read; what it \
      wrote; and when it looks again. The server keeps the last thousand.

      Examples: `trace deploy/web`, `trace -f`, `trace --controller replicaset --tail 5`, `trace --summary`.
      """)

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "TYPE/NAME: only reconciles that this object caused, or that wrote it.") var subjects:
    [String] = []
  @Flag(name: [.short, .long], help: "Go on and show those to come.") var follow = false
  @Option(name: .long, help: "Only those of one loop, such as replicaset or nodegroup.") var controller:
    String?
  @Option(name: .long, parsing: .unconditional, help: "So many from the end; -1 is all.") var tail: Int?
  @Flag(name: .long, help: "Only those that wrote something, or failed.") var writes = false
  @Flag(name: .long, help: "One line each.") var brief = false
  @Flag(name: .long, inversion: .prefixedNo, help: "Show what was read.") var reads = true
  @Flag(name: .long, help: "Count by loop, and show what the detectors found.") var summary = false
  @Option(name: [.short, .long], help: "json: one JSON text a line.") var output: String?

  func run() async throws {
    guard [nil, "json"].contains(output) else { throw CommandError("--output must be json") }
    guard !summary || !follow else { throw CommandError("--summary and --follow exclude each other") }
    try await connection.withSession { session in
      let wanted = try await self.wanted(session)
      let source = TraceReader(session: session, controller: controller)
      let known = try await source.records().filter { isShown($0, wanted) }
      if summary { return try await showSummary(known, source) }
      let count = tail ?? (follow ? 10 : 20)
      for record in count < 0 ? known : known.suffix(count) { show(record) }
      if known.isEmpty, !follow { Terminal.writeError("No reconciles found.") }
      if follow { try await self.follow(source, after: known.last?.sequence, wanted) }
    }
  }

  /// The objects that the arguments name.
  private func wanted(_ session: Session) async throws -> [(resource: String, key: ObjectKey)] {
    guard !subjects.isEmpty else { return [] }
    return try ResourceArguments(subjects, await session.mapper()).targets.flatMap { target in
      guard !target.names.isEmpty else {
        throw CommandError("name an object: \(target.resource.singular)/NAME")
      }
      return target.names.map { ("\(target.resource.groupResource)", session.key(target, $0)) }
    }
  }

  private func isShown(_ record: TracedReconcile, _ wanted: [(resource: String, key: ObjectKey)]) -> Bool {
    if writes, record.writes.isEmpty, !record.hasFailed { return false }
    return wanted.isEmpty || wanted.contains { record.isAbout($0.resource, $0.key) }
  }

  private func show(_ record: TracedReconcile) {
    if output == "json" {
      return Terminal.writeLine(String(decoding: record.json.serialized(), as: UTF8.self))
    }
    let text = TraceText(showsReads: reads)
    Terminal.write(brief ? text.brief(record) : text.paragraph(record) + "\n")
  }

  private func showSummary(_ records: [TracedReconcile], _ source: TraceReader) async throws {
    Terminal.write(TraceText().summary(records))
    for finding in try await source.findings() { Terminal.writeLine("\n\(finding)") }
  }

  private func follow(
    _ source: TraceReader, after last: Int64?, _ wanted: [(resource: String, key: ObjectKey)]
  ) async throws {
    var (last, reconciles, writes, failures) = (last ?? -1, 0, 0, 0)
    var live = LiveView()
    defer { live.clear() }
    try await source.follow { record in
      guard record.sequence > last else { return }
      last = record.sequence
      guard isShown(record, wanted) else { return }
      reconciles += 1
      writes += record.writes.count
      failures += record.hasFailed ? 1 : 0
      live.clear()
      show(record)
      live.paint(["\(reconciles) reconciles, \(writes) writes, \(failures) failures; Ctrl-C ends"])
    }
  }
}

/// Reads `/debug/trace` of a server.
struct TraceReader {
  let session: Session
  let controller: String?

  private func path(isFollowing: Bool) -> String {
    var parameters: [String] = []
    if let controller {
      parameters.append("controller=\(GoFormat.escapedQuery(controller))")
    }
    if isFollowing { parameters.append("follow=true") }
    return "/debug/trace" + (parameters.isEmpty ? "" : "?\(parameters.joined(separator: "&"))")
  }

  func records() async throws -> [TracedReconcile] {
    try await lines(path(isFollowing: false)).map { TracedReconcile(json: $0) }
  }

  func findings() async throws -> [String] {
    try await lines("/debug/findings").map { line in
      let words = ["kind", "controller", "key"].map { line[$0]?.stringValue ?? "" }
      return "\(words.joined(separator: " ")): \(line["explanation"]?.stringValue ?? "")"
    }
  }

  private func lines(_ path: String) async throws -> [JSON] {
    do {
      let response = try await session.client.send(RawRequest(path: path))
      return try response.body.split(separator: UInt8(ascii: "\n")).map { try JSON.parse(Array($0)) }
    } catch let error as StatusError {
      throw Self.explained(error)
    }
  }

  private static func explained(_ error: StatusError) -> any Error {
    guard error.code == 404 else { return error }
    return CommandError(
      "the server tells no trace: it runs no loops of its own (swiftlet up --without-controllers), or it is not"
        + " swiftlet's")
  }

  /// Hands each reconcile that is kept or still to come to `body`.
  func follow(_ body: (TracedReconcile) throws -> Void) async throws {
    let stream: ByteStream
    do { stream = try await session.client.stream(RawRequest(path: path(isFollowing: true))) } catch {
      throw Self.explained(error)
    }
    defer { stream.cancel() }
    var pending: [UInt8] = []
    while let bytes = try await stream.next() {
      pending += bytes
      while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        try body(TracedReconcile(json: try JSON.parse(Array(pending[..<end]))))
        pending.removeSubrange(...end)
      }
    }
  }
}
