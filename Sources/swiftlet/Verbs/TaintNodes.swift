import APIMachinery
import ArgumentParser
import KubernetesAPI
import KubernetesClient

/// `swiftlet taint`: puts taints on nodes and takes them off.
struct TaintNodes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taint", abstract: "Put taints on nodes: KEY=VALUE:EFFECT; take them off: KEY:EFFECT-, KEY-."
  )

  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "node NAME ... KEY[=VALUE]:EFFECT ... KEY[:EFFECT]- ...") var arguments: [String] = []
  @Flag(name: .long, help: "Change taints that are there already.") var overwrite = false
  @Flag(name: .long, help: "All nodes.") var all = false
  @Option(name: [.customShort("l"), .long], help: "The nodes with these labels.") var selector: String?
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @OptionGroup var print: PrintOptions

  func run() async throws {
    let isChange = { (text: String) in text.contains(":") || text.contains("=") || text.hasSuffix("-") }
    let subjects = Array(arguments.prefix { !isChange($0) })
    guard !subjects.isEmpty || !arguments.isEmpty else {
      throw CommandError("one or more resources must be specified as <resource> <name>")
    }
    let change = try TaintChange(Array(arguments.dropFirst(subjects.count)))
    let sender = ObjectChange(
      print: print, dryRun: dryRun, verb: overwrite ? "modified" : change.verb, manager: "kubectl-taint")
    try await forEach(subjects) { session, resource, object in
      let node: Node = object.view()
      let taints = try change.applied(to: node.spec.taints, of: node.key.name, overwrites: overwrite)
      let list: JSON = taints.isEmpty ? .null : taints.json
      try await sender.send(.merge(["spec": ["taints": list]]), to: object, of: resource, session)
    }
  }

  private func forEach(
    _ subjects: [String], _ body: (Session, ResourceDefinition, DynamicObject) async throws -> Void
  ) async throws {
    try await connection.withSession { session in
      let named = try ResourceArguments(subjects, await session.mapper())
      guard named.hasNames || all || selector != nil else {
        throw CommandError("at least one resource name must be specified since 'all' parameter is not set")
      }
      for target in named.targets {
        guard target.resource.groupResource == Node.definition.groupResource else {
          throw CommandError("invalid resource type \(target.resource.plural), only node types are supported")
        }
        for object in try await session.objects(target, labelSelector: selector) {
          try await body(session, target.resource, object)
        }
      }
    }
  }
}

/// Taints to put on and to take off.
struct TaintChange {
  private(set) var added: [KubernetesAPI.Taint] = []
  /// Without an effect: all with the key.
  private(set) var removed: [KubernetesAPI.Taint] = []

  static let effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"]

  /// - Throws: ``CommandError`` in kubectl's words when a text is no taint.
  init(_ texts: [String]) throws {
    guard !texts.isEmpty else { throw CommandError("at least one taint update is required") }
    for text in texts {
      if text.hasSuffix("-") {
        removed.append(try Self.taint(String(text.dropLast()), needsEffect: false))
      } else {
        added.append(try Self.taint(text, needsEffect: true))
      }
    }
    for taint in removed where added.contains(where: { Self.covers(taint, $0) }) {
      throw CommandError(
        "can not both modify and remove the following taint(s) in the same command: \(taint.text)")
    }
    for (position, taint) in added.enumerated()
    where added[..<position].contains(where: { $0.key == taint.key && $0.effect == taint.effect }) {
      throw CommandError(
        "duplicated taints with the same key and effect: {\(taint.key) \(taint.value ?? "") \(taint.effect) <nil>}"
      )
    }
  }

  /// What is said of a node that was changed.
  var verb: String { removed.isEmpty ? "tainted" : added.isEmpty ? "untainted" : "modified" }

  private static func taint(_ text: String, needsEffect: Bool) throws -> KubernetesAPI.Taint {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let pair = (parts.first ?? "").split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count <= 2, pair.count <= 2, let key = pair.first, !key.isEmpty,
      parts.count == 2 || !needsEffect
    else { throw CommandError("invalid taint spec: \(text)") }
    let effect = parts.count == 2 ? String(parts[1]) : ""
    guard effects.contains(effect) || (effect.isEmpty && !needsEffect) else {
      throw CommandError("invalid taint effect: \(effect), unsupported taint effect")
    }
    return KubernetesAPI.Taint {
      $0.key = String(key)
      if pair.count == 2, !pair[1].isEmpty { $0.value = String(pair[1]) }
      if !effect.isEmpty { $0.effect = effect }
    }
  }

  /// - Throws: ``CommandError`` when a taint is there already and may not be changed, or one to remove is missing.
  func applied(
    to present: [KubernetesAPI.Taint], of node: String, overwrites: Bool
  ) throws -> [KubernetesAPI.Taint] {
    let same = added.filter { taint in present.contains { $0.key == taint.key && $0.effect == taint.effect } }
    if !overwrites, !same.isEmpty {
      let keys = same.map(\.key).joined(separator: ",")
      throw CommandError(
        "node \(node) already has \(keys) taint(s) with same effect(s) and --overwrite is false")
    }
    for taint in removed where !present.contains(where: { Self.covers(taint, $0) }) {
      throw CommandError(
        "taint \"\(taint.effect.isEmpty ? taint.key : "\(taint.key):\(taint.effect)")\" not found")
    }
    let kept = present.filter { old in
      !added.contains { $0.key == old.key && $0.effect == old.effect }
        && !removed.contains { Self.covers($0, old) }
    }
    return added + kept
  }

  private static func covers(_ removed: KubernetesAPI.Taint, _ taint: KubernetesAPI.Taint) -> Bool {
    removed.key == taint.key && (removed.effect.isEmpty || removed.effect == taint.effect)
  }
}
