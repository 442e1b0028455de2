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
    var hasShown = false
    let isMixed = Set(arguments.targets.map(\.resource.groupResource)).count > 1
    for group in merged(arguments.targets) {
      if command.watchOnly { continue }
      var options = options
      options.showsNamespace = command.allNamespaces && group.resource.isNamespaced
      if isMixed { options.namePrefix = prefix(of: group.resource) }
      let rows = try await rows(group, options)
      guard rows.count > (options.showsHeaders ? 1 : 0) else { continue }
      if hasShown { Terminal.writeLine("") }
      Terminal.write(TextColumns.layOut(rows))
      hasShown = true
    }
    if command.watch || command.watchOnly { return try await follow(arguments) }
    if !hasShown, !arguments.hasNames { sayEmpty(arguments) }
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

  private func rows(_ target: ResourceArguments.Target, _ options: ServerTable.Options) async throws
    -> [[String]]
  {
    var header: [String] = []
    var rows: [ServerTable.Row] = []
    var table: ServerTable?
    for path in paths(target) {
      guard let next = try await self.table(path, isOneOfMany: target.names.count > 1) else { continue }
      header = next.header(options)
      rows += next.rows
      table = next
    }
    guard let table else { return [] }
    if let sortBy = command.sortBy { rows = try SortKey(sortBy).sorted(rows) { $0.object.json } }
    return (options.showsHeaders ? [header] : []) + rows.map { table.texts(of: $0, options) }
  }

  /// The server's table; `nil` when there is no such object and others are shown besides.
  private func table(_ path: String, isOneOfMany: Bool) async throws -> ServerTable? {
    do {
      let json = try await session.client.json(RawRequest(path: path, accept: RawRequest.tableAccept))
      return ServerTable(json, isWide: options.isWide)
    } catch {
      guard error.isNotFound, command.ignoreNotFound || isOneOfMany else { throw error }
      if !command.ignoreNotFound { Terminal.writeError(error.commandLineText) }
      return nil
    }
  }

  private func paths(_ target: ResourceArguments.Target) -> [String] {
    let resource = target.resource.groupVersionResource
    if target.names.isEmpty {
      var path = RequestPath(resource, namespace: scope(target))
      path.add(ListOptions(labelSelector: command.selector, fieldSelector: command.fieldSelector))
      if command.sortBy != nil { path.query("includeObject", "Object") }
      return [path.text]
    }
    return target.names.map { RequestPath(resource, session.key(target, $0)).text }
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

// MARK: - Watching

extension TableView {
  /// Shows each change as a row, in the columns of the table before it.
  private func follow(_ arguments: ResourceArguments) async throws {
    guard let target = arguments.targets.first, arguments.targets.count == 1 else {
      throw CommandError("you may only specify a single resource type when watching")
    }
    let resource = target.resource.groupVersionResource
    var path = RequestPath(resource, namespace: scope(target))
    var list = ListOptions(labelSelector: command.selector, fieldSelector: command.fieldSelector)
    if let name = target.names.first { list.fieldSelector = "metadata.name=\(name)" }
    list.limit = 1
    let current = try await session.client.list(resource, namespace: scope(target), options: list)
    list.limit = nil
    list.resourceVersion = current.resourceVersion
    path.add(list)
    path.query("watch", "true")
    let stream = try await session.client.stream(RawRequest(path: path.text, accept: RawRequest.tableAccept))
    var pending: [UInt8] = []
    var columns = TextColumns()
    var options = options
    options.showsNamespace = command.allNamespaces && target.resource.isNamespaced
    while let bytes = try await stream.next() {
      pending += bytes
      while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Array(pending[..<end])
        pending.removeSubrange(...end)
        try show(line, options, &columns)
      }
    }
  }

  private func show(_ line: [UInt8], _ options: ServerTable.Options, _ columns: inout TextColumns) throws {
    guard !line.isEmpty else { return }
    let event = try JSON.parse(line)
    guard let object = event["object"], event["type"] != "BOOKMARK" else { return }
    if event["type"] == "ERROR" {
      throw CommandError(object["message"]?.stringValue ?? "the watch failed")
    }
    let table = ServerTable(object, isWide: options.isWide)
    for row in table.rows {
      let cells = table.texts(of: row, options)
      columns.measure(cells)
      Terminal.writeLine(columns.line(cells))
    }
  }
}
