import APIMachinery
import KubernetesClient
import RemoteClient

/// Shows the server's tables, and goes on showing changes when asked to.
struct TableView {
  private let command: Get
  private let session: Session
  private var options: ServerTable.Options

  init(_ command: Get, _ session: Session, isWide: Bool) {
    self.command = command
    self.session = session
    options = ServerTable.Options(
      isWide: isWide, showsHeaders: !command.noHeaders, showsLabels: command.showLabels,
      labelColumns: command.labelColumns.flatMap { $0.split(separator: ",").map(String.init) })
  }

  func show(_ arguments: ResourceArguments) async throws {
    let groups = merged(arguments.targets)
    if command.watch || command.watchOnly { return try await follow(groups) }
    var failures: [StatusError] = []
    var hasShown = false
    let isMixed = Set(groups.map(\.resource.groupResource)).count > 1
    for group in groups {
      let options = self.options(for: group, isMixed: isMixed)
      let fetched = try await fetch(group, &failures)
      guard let table = fetched.first, fetched.contains(where: { !$0.rows.isEmpty }) else { continue }
      let rows = try sorted(fetched.flatMap(\.rows)).map { table.texts(of: $0, options) }
      if hasShown, options.showsHeaders { Terminal.writeLine("") }
      Terminal.write(TextColumns.layOut((options.showsHeaders ? [table.header(options)] : []) + rows))
      hasShown = true
    }
    if !hasShown, !arguments.hasNames, failures.isEmpty { sayEmpty(arguments) }
    guard arguments.problems.isEmpty else {
      throw CommandError(
        (arguments.problems + failures.map(\.briefText)).joined(separator: "\n"), isPlain: true)
    }
    try Self.report(failures)
  }

  private func options(for target: ResourceArguments.Target, isMixed: Bool) -> ServerTable.Options {
    var options = options
    options.showsNamespace = command.allNamespaces && target.resource.isNamespaced
    if isMixed || command.showKind { options.namePrefix = prefix(of: target.resource) }
    return options
  }

  private func sorted(_ rows: [ServerTable.Row]) throws -> [ServerTable.Row] {
    guard let sortBy = command.sortBy else { return rows }
    return try SortKey(sortBy).sorted(rows) { $0.object.json }
  }

  /// What was shown stays; then the errors are told.
  private static func report(_ failures: [StatusError]) throws {
    guard let first = failures.first else { return }
    if failures.count == 1 { throw first }
    throw CommandError(failures.map(\.briefText).joined(separator: "\n"), isPlain: true)
  }

  /// Targets of one resource are shown in one table.
  private func merged(_ targets: [ResourceArguments.Target]) -> [ResourceArguments.Target] {
    var result: [ResourceArguments.Target] = []
    for target in targets {
      if let last = result.last, last.resource == target.resource, last.namespace == target.namespace,
        !target.names.isEmpty
      {
        result[result.count - 1].names += target.names
      } else {
        result.append(target)
      }
    }
    return result
  }

  private func prefix(of resource: ResourceDefinition) -> String {
    resource.group.isEmpty ? "\(resource.singular)/" : "\(resource.singular).\(resource.group)/"
  }

  /// The server's tables: one for a list, one for each name; what is missing goes to `failures`.
  private func fetch(
    _ target: ResourceArguments.Target, _ failures: inout [StatusError]
  ) async throws -> [ServerTable] {
    var tables: [ServerTable] = []
    for path in paths(target) {
      do {
        let json = try await session.client.json(RawRequest(path: path, accept: RawRequest.tableAccept))
        tables.append(ServerTable(json, isWide: options.isWide))
      } catch {
        if error.code == 0 { throw error }
        if !(error.isNotFound && command.ignoreNotFound) {
          failures.append(target.names.isEmpty ? error.listing(target, command) : error)
        }
      }
    }
    return tables
  }

  private func paths(_ target: ResourceArguments.Target) -> [String] {
    let resource = target.resource.groupVersionResource
    if target.names.isEmpty {
      var path = RequestPath(resource, namespace: scope(target))
      path.add(ListOptions(labelSelector: command.selector, fieldSelector: command.fieldSelector))
      if command.sortBy != nil { path.query("includeObject", "Object") }
      return [path.text]
    }
    return target.names.map {
      RequestPath(resource, session.key(target, $0), subresource: command.subresource).text
    }
  }

  private func scope(_ target: ResourceArguments.Target) -> String? {
    target.resource.isNamespaced && !command.allNamespaces ? session.namespace : nil
  }

  private func sayEmpty(_ arguments: ResourceArguments) {
    let isNamespaced = arguments.targets.contains { $0.resource.isNamespaced }
    let place = isNamespaced && !command.allNamespaces ? " in \(session.namespace) namespace" : ""
    Terminal.writeError("No resources found\(place)\(place.isEmpty ? "" : ".")")
  }
}

extension StatusError {
  /// Kubernetes: `cli-runtime/resource Selector.Visit`: what was looked for in vain.
  fileprivate func listing(_ target: ResourceArguments.Target, _ command: Get) -> StatusError {
    guard code == 400 || isNotFound else { return self }
    var error = self
    error.message =
      "Unable to find \"\(target.resource.apiVersion.contains("/") ? "" : "/")\(target.resource.apiVersion),"
      + " Resource=\(target.resource.plural)\" that match label selector \"\(command.selector ?? "")\","
      + " field selector \"\(command.fieldSelector ?? "")\": \(message)"
    return error
  }
}

// MARK: - Watching

extension TableView {
  /// Shows what is there, then each change as a row in the same columns.
  private func follow(_ groups: [ResourceArguments.Target]) async throws {
    guard let target = groups.first, groups.count == 1, target.names.count < 2 else {
      throw CommandError("you may only specify a single resource type or name when watching")
    }
    var failures: [StatusError] = []
    let current = try await fetch(target, &failures)
    try Self.report(failures)
    var rows = WatchedRows(
      options(for: target, isMixed: false), showsEvents: command.outputWatchEvents)
    if !command.watchOnly { for table in current { rows.show(table, "ADDED") } }
    let stream = try await session.client.stream(
      RawRequest(
        path: watchPath(target, from: current.first?.resourceVersion), accept: RawRequest.tableAccept))
    defer { stream.cancel() }
    var pending: [UInt8] = []
    while let bytes = try await stream.next() {
      pending += bytes
      while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(pending[..<end])
        pending.removeSubrange(...end)
        if let (table, event) = try Self.table(in: line, isWide: options.isWide) { rows.show(table, event) }
      }
    }
  }

  private func watchPath(_ target: ResourceArguments.Target, from version: String?) -> String {
    let namespace = target.namespace.map { target.resource.isNamespaced ? $0 : nil } ?? scope(target)
    var path = RequestPath(target.resource.groupVersionResource, namespace: namespace)
    var options = WatchOptions(
      labelSelector: command.selector, fieldSelector: command.fieldSelector, resourceVersion: version)
    if let name = target.names.first { options.fieldSelector = "metadata.name=\(name)" }
    options.allowBookmarks = false
    path.add(options)
    path.query("watch", "true")
    return path.text
  }

  /// The table of one event; `nil` for what has no rows.
  private static func table(
    in line: [UInt8], isWide: Bool
  ) throws -> (table: ServerTable, event: String)? {
    guard !line.isEmpty else { return nil }
    let event = try JSON.parse(line, limits: .response)
    guard let object = event["object"], event["type"] != "BOOKMARK" else { return nil }
    if event["type"] == "ERROR" { throw CommandError(object["message"]?.stringValue ?? "the watch failed") }
    return (ServerTable(object, isWide: isWide), event["type"]?.stringValue ?? "")
  }
}

/// Rows that come one after the other; the columns keep their widths and only grow.
struct WatchedRows {
  private let options: ServerTable.Options
  private let showsEvents: Bool
  private var columns = TextColumns()
  private var hasHeader = false
  private var known: ServerTable?

  /// - Parameter showsEvents: Whether a first column says what happened to the object.
  init(_ options: ServerTable.Options, showsEvents: Bool = false) {
    self.options = options
    self.showsEvents = showsEvents
  }

  /// A table without column definitions has those of the table before it.
  mutating func show(_ table: ServerTable, _ event: String) {
    let layout = table.hasColumns ? table : known ?? table
    known = layout
    guard !table.rows.isEmpty else { return }
    var lines = table.rows.map { (showsEvents ? [event] : []) + layout.texts(of: $0, options) }
    if !hasHeader, options.showsHeaders {
      lines.insert((showsEvents ? ["EVENT"] : []) + layout.header(options), at: 0)
    }
    hasHeader = true
    for line in lines { columns.measure(line) }
    Terminal.write(lines.map { columns.line($0) + "\n" }.joined())
  }
}
