import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet get`: shows resources.
struct Get: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show resources.",
    discussion: "Examples: `get pods`, `get pods,svc -A`, `get deploy/web -o yaml`, `get nodes -o wide`.")

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "What to show: TYPE [NAME ...] or TYPE/NAME ...") var arguments: [String] = []
  @OptionGroup var print: PrintOptions
  @Flag(name: [.customShort("A"), .long], help: "All namespaces.") var allNamespaces = false
  @Option(name: [.customShort("l"), .long], help: "Label selector.") var selector: String?
  @Option(name: .long, help: "Field selector.") var fieldSelector: String?
  @Flag(name: [.short, .long], help: "Go on and show changes.") var watch = false
  @Flag(name: .long, help: "Show changes only.") var watchOnly = false
  @Option(name: .long, help: "Sort by a JSONPath such as .metadata.creationTimestamp.") var sortBy: String?
  @Flag(name: .long, help: "Show labels in a last column.") var showLabels = false
  @Option(name: [.customShort("L"), .long], help: "Show the values of these labels in columns.")
  var labelColumns: [String] = []
  @Flag(name: .long, help: "Leave the header out.") var noHeaders = false
  @Flag(name: .long, help: "Say nothing when a named object is missing.") var ignoreNotFound = false
  @Flag(name: .long, help: "Put the kind before each name.") var showKind = false
  @Flag(name: .long, help: "With --watch: show what happened to each object.") var outputWatchEvents = false
  @Option(name: .long, help: "The status or another subresource.") var subresource: String?
  @Option(name: .long, help: "How many objects the server sends at a time; 0 is all.") var chunkSize = 500
  @Option(name: .long, help: "Show what the server answers to a path.") var raw: String?
  @OptionGroup var manifests: ManifestOptions

  func run() async throws {
    let format = try print.format()
    guard !arguments.isEmpty || manifests.areGiven || raw != nil else { throw Self.nothingNamed }
    if outputWatchEvents, !watch, !watchOnly {
      throw CommandError("--output-watch-events option can only be used with --watch or --watch-only")
    }
    try await connection.withSession { session in
      if let raw {
        let response = try await session.client.send(RawRequest(path: raw, accept: "application/json"))
        return Terminal.write(String(decoding: response.body, as: UTF8.self))
      }
      let targets = try await self.targets(session)
      guard watch || watchOnly else { return try await show(targets, format, session) }
      try await connection.untilTimeLimit { try await show(targets, format, session) }
    }
  }

  private func show(
    _ targets: ResourceArguments, _ format: OutputFormat, _ session: Session
  ) async throws {
    if case .table(let isWide) = format {
      try await TableView(self, session, isWide: isWide).show(targets)
    } else if watch || watchOnly {
      try await showObjectChanges(targets, format, session)
    } else {
      try await showObjects(targets, format, session)
    }
  }

  private static let nothingNamed = CommandError(
    """
    You must specify the type of resource to get. Use "swiftlet api-resources" for a complete list of supported resources.

    error: Required resource not specified.
    Use "swiftlet explain <resource>" for a detailed description of that resource (e.g. swiftlet explain pods).
    See 'swiftlet get --help' for help and examples
    """, isPlain: true)

  private func targets(_ session: Session) async throws -> ResourceArguments {
    let mapper = try await session.mapper()
    return manifests.areGiven
      ? try ResourceArguments(items: try await manifests.items(), mapper)
      : try ResourceArguments(arguments, mapper, verb: "get")
  }

  private func showObjects(_ targets: ResourceArguments, _ format: OutputFormat, _ session: Session)
    async throws
  {
    var objects: [DynamicObject] = []
    for target in targets.targets {
      do {
        objects += try await session.objects(
          target, labelSelector: selector, fieldSelector: fieldSelector, allNamespaces: allNamespaces,
          subresource: subresource)
      } catch let error as StatusError where error.isNotFound && ignoreNotFound {
        continue
      }
    }
    if objects.isEmpty { try targets.reportProblems() }
    if ignoreNotFound, objects.isEmpty, targets.hasNames { return }
    if let sortBy { objects = try SortKey(sortBy).sorted(objects, \.json) }
    var printer = print.printer(format)
    printer.showsHeaders = !noHeaders
    Terminal.write(try printer.text(objects, isSingle: targets.isSingleObject))
    try targets.reportProblems()
  }

  private func showObjectChanges(
    _ targets: ResourceArguments, _ format: OutputFormat, _ session: Session
  ) async throws {
    guard let target = targets.targets.first, targets.targets.count == 1 else {
      throw CommandError("you may only specify a single resource type when watching")
    }
    var options = WatchOptions(labelSelector: selector, fieldSelector: fieldSelector)
    if let name = target.names.first { options.fieldSelector = "metadata.name=\(name)" }
    let printer = print.printer(format)
    let scope = target.resource.isNamespaced && !allNamespaces ? session.namespace : nil
    let stream = try await session.client.watch(
      target.resource.groupVersionResource, namespace: scope, options: options)
    while let events = try await stream.next() {
      for event in events {
        guard let object = event.object else { continue }
        Terminal.write(try printer.text([outputWatchEvents ? event.document : object], isSingle: true))
      }
    }
  }
}

extension WatchEvent {
  /// Kubernetes: `meta/v1 WatchEvent`, as `--output-watch-events` shows it.
  fileprivate var document: DynamicObject {
    let type =
      switch self {
      case .added: "ADDED"
      case .modified: "MODIFIED"
      case .deleted: "DELETED"
      case .bookmark: "BOOKMARK"
      }
    return DynamicObject(fields: ["object": object?.json ?? .null, "type": .string(type)])
  }

  /// The object of the event, if it is about one.
  var object: DynamicObject? {
    switch self {
    case .added(let object), .modified(let object), .deleted(let object): object
    case .bookmark: nil
    }
  }
}

/// Sorts by the value that a JSONPath finds: numbers and quantities by size, texts by their bytes.
struct SortKey {
  private let path: JSONPath

  init(_ text: String) throws { path = try JSONPath(relaxed: text) }

  func sorted<Element>(_ elements: [Element], _ document: (Element) -> JSON) throws -> [Element] {
    let keyed = try elements.map { (key: try path.find(in: document($0)).first, element: $0) }
    return keyed.enumerated().sorted { left, right in
      Self.precedes(left.element.key, right.element.key)
        ?? (left.offset < right.offset)
    }.map(\.element.element)
  }

  /// `nil` when neither goes first.
  private static func precedes(_ left: JSON?, _ right: JSON?) -> Bool? {
    guard let left, let right else { return left == nil && right == nil ? nil : left == nil }
    if left == right { return nil }
    if let a = left.doubleValue, let b = right.doubleValue { return a < b }
    if let a = left.stringValue, let b = right.stringValue {
      if let x = Quantity(json: left), let y = Quantity(json: right), x != y { return x < y }
      return a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    return nil
  }
}
