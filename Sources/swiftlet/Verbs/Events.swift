import APIMachinery
import ArgumentParser
import KubernetesAPI
import KubernetesClient

/// `swiftlet events`: shows what happened, oldest first.
struct Events: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Show events, the latest last.")

  @OptionGroup var connection: ConnectionOptions
  @Flag(name: [.customShort("A"), .long], help: "All namespaces.") var allNamespaces = false
  @Option(name: .customLong("for"), help: "Only those about an object: TYPE/NAME.") var subject: String?
  @Option(name: .long, help: "Only Normal or Warning ones.") var types: [String] = []
  @Flag(name: [.short, .long], help: "Go on and show new ones.") var watch = false
  @Flag(name: .long, help: "Leave the header out.") var noHeaders = false
  @Option(name: [.short, .long], help: "json or yaml instead of a table.") var output: String?

  func run() async throws {
    let format = try OutputFormat(output)
    let wanted = types.flatMap { $0.split(separator: ",").map { $0.lowercased() } }
    guard wanted.allSatisfy({ $0 == "normal" || $0 == "warning" }) else {
      throw CommandError("valid --types are Normal or Warning")
    }
    try await connection.withSession { session in
      let scope = allNamespaces ? nil : session.namespace
      let selector = try await fieldSelector(session)
      let list = try await session.client.list(
        Event.self, namespace: scope, options: ListOptions(fieldSelector: selector))
      let isWanted = { (event: Event) in wanted.isEmpty || wanted.contains((event.type ?? "").lowercased()) }
      let events = list.items.filter(isWanted).sorted { ($0.lastTime ?? .empty) < ($1.lastTime ?? .empty) }
      if events.isEmpty, !watch { return sayEmpty(session) }
      var table = EventTable(showsNamespace: allNamespaces, showsHeaders: !noHeaders)
      show(events, format, &table)
      guard watch else { return }
      try await connection.untilTimeLimit {
        let stream = try await session.client.watch(
          Event.self, namespace: scope,
          options: WatchOptions(fieldSelector: selector, resourceVersion: list.resourceVersion))
        while let batch = try await stream.next() {
          let events = batch.compactMap { event -> Event? in
            if case .deleted = event { return nil }
            return event.object?.view()
          }
          show(events.filter(isWanted), format, &table)
        }
      }
    }
  }

  private func show(_ events: [Event], _ format: OutputFormat, _ table: inout EventTable) {
    if case .table = format {
      Terminal.write(table.text(events, now: RealTime.now))
    } else {
      let objects = events.map { DynamicObject($0) }
      Terminal.write((try? ObjectPrinter(format: format).text(objects, isSingle: watch)) ?? "")
    }
  }

  private func fieldSelector(_ session: Session) async throws -> String? {
    guard let subject else { return nil }
    let named = try ResourceArguments([subject], await session.mapper())
    guard let target = named.targets.first, let name = target.names.first else {
      throw CommandError("--for must be in resource/name form")
    }
    return "involvedObject.kind=\(target.resource.kind),involvedObject.name=\(name)"
  }

  private func sayEmpty(_ session: Session) {
    Terminal.writeError(
      allNamespaces ? "No events found." : "No events found in \(session.namespace) namespace.")
  }
}

/// Lays events out as they come; the widths of columns only grow.
struct EventTable {
  let showsNamespace: Bool
  var showsHeaders: Bool
  private var columns = TextColumns()

  init(showsNamespace: Bool, showsHeaders: Bool) {
    self.showsNamespace = showsNamespace
    self.showsHeaders = showsHeaders
  }

  mutating func text(_ events: [Event], now: Timestamp) -> String {
    if events.isEmpty { return "" }
    let header = ["LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"]
    var rows = showsHeaders ? [showsNamespace ? ["NAMESPACE"] + header : header] : []
    showsHeaders = false
    for event in events {
      let subject = event.involvedObject
      let row = [
        event.interval(at: now), event.type ?? "", event.reason ?? "",
        "\(subject.kind ?? "")/\(subject.name ?? "")", event.trimmedMessage,
      ]
      rows.append(showsNamespace ? [event.metadata.namespace ?? ""] + row : row)
    }
    for row in rows { columns.measure(row) }
    return rows.map { columns.line($0) + "\n" }.joined()
  }
}
