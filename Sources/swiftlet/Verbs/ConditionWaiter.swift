import APIMachinery
import KubernetesClient
import RemoteClient

/// Waits until something holds of an object, by watching it.
struct ConditionWaiter: Sendable {
  let session: Session
  let resource: ResourceDefinition
  let key: ObjectKey

  /// What is waited for.
  enum Goal: Sendable {
    case created
    /// Gone, or replaced by another of the same name.
    case deleted(uid: String?)
    case condition(type: String, status: String)
    case path(JSONPath, value: String?)

    /// Reads the argument of `wait --for`.
    ///
    /// Kubernetes: `kubectl wait`: `delete`, `create`, `condition=TYPE[=STATUS]`, `jsonpath={...}[=VALUE]`.
    init(_ text: String) throws {
      if text == "delete" || text == "create" {
        self = text == "delete" ? .deleted(uid: nil) : .created
      } else if text.hasPrefix("condition=") {
        let parts = text.dropFirst("condition=".count).split(separator: "=", maxSplits: 1)
        guard let type = parts.first else { throw CommandError("invalid --for: \(text) names no condition") }
        self = .condition(type: String(type), status: parts.count > 1 ? String(parts[1]) : "True")
      } else if text.hasPrefix("jsonpath=") {
        self = try Self.path(String(text.dropFirst("jsonpath=".count)))
      } else {
        throw CommandError("unrecognized condition: \"\(text)\"")
      }
    }

    private static func path(_ text: String) throws -> Goal {
      guard let end = text.lastIndex(of: "}") else {
        let parts = text.split(separator: "=", maxSplits: 1)
        return .path(
          try JSONPath(relaxed: String(parts.first ?? "")), value: parts.count > 1 ? String(parts[1]) : nil)
      }
      let rest = text[text.index(after: end)...]
      return .path(
        try JSONPath(template: String(text[...end])),
        value: rest.hasPrefix("=") ? String(rest.dropFirst()) : nil)
    }

    var isDeletion: Bool {
      if case .deleted = self { true } else { false }
    }

    /// The same goal for the object with that ID: another of its name does not count.
    func of(uid: String?) -> Goal { isDeletion ? .deleted(uid: uid) : self }

    func isReached(by object: DynamicObject?) -> Bool {
      switch self {
      case .created: return object != nil
      case .deleted(let uid): return object == nil || (uid != nil && object?.metadata.uid != uid)
      case .condition(let type, let status):
        let conditions = object?.fields["status"]?["conditions"]?.arrayValue ?? []
        let condition = conditions.first { $0["type"]?.stringValue?.lowercased() == type.lowercased() }
        return condition?["status"]?.stringValue?.lowercased() == status.lowercased()
      case .path(let path, let value):
        guard let object, let found = try? path.render(object.json), !found.isEmpty else { return false }
        return value.map { $0 == found } ?? true
      }
    }
  }

  /// - Throws: ``CommandError`` in kubectl's words when the time is over first.
  func wait(until goal: Goal, timeout: Duration?) async throws {
    guard let timeout else { return try await watch(until: goal) }
    if timeout == .zero {
      if goal.isReached(by: try await look().items.first) { return }
      throw overdue(goal)
    }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask { [self] in
        try await watch(until: goal)
        return true
      }
      group.addTask {
        try await Task.sleep(for: timeout)
        return false
      }
      let isReached = try await group.next() ?? false
      group.cancelAll()
      if !isReached { throw overdue(goal) }
    }
  }

  private func overdue(_ goal: Goal) -> CommandError {
    if case .created = goal { return CommandError("timed out waiting for the condition") }
    return CommandError("timed out waiting for the condition on \(resource.plural)/\(key.name)")
  }

  private func look() async throws(StatusError) -> DynamicList {
    try await session.client.list(
      resource.groupVersionResource, namespace: resource.isNamespaced ? key.namespace : nil,
      options: ListOptions(fieldSelector: "metadata.name=\(key.name)"))
  }

  private func watch(until goal: Goal) async throws {
    let gvr = resource.groupVersionResource
    while true {
      let list = try await look()
      if goal.isReached(by: list.items.first) { return }
      let stream = try await session.client.watch(
        gvr, namespace: resource.isNamespaced ? key.namespace : nil,
        options: WatchOptions(
          fieldSelector: "metadata.name=\(key.name)", resourceVersion: list.resourceVersion))
      defer { stream.cancel() }
      while let events = try await stream.next() {
        for event in events {
          switch event {
          case .added(let object), .modified(let object): if goal.isReached(by: object) { return }
          case .deleted: if goal.isReached(by: nil) { return }
          case .bookmark: break
          }
        }
      }
    }
  }
}
