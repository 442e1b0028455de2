/// Who owns which fields of an object: `metadata.managedFields`.
///
/// Kubernetes: apimachinery `util/managedfields`.
public struct ManagedFields: Sendable {
  /// One owner, in one role.
  public struct Entry: Sendable, Hashable {
    public enum Operation: String, Sendable, Hashable {
      case apply = "Apply"
      case update = "Update"
    }

    public var manager: String
    public var operation: Operation
    public var apiVersion: String
    public var subresource: String
    /// The time as it stands on the wire.
    public var time: String?
    public var fields: FieldSet

    public init(
      manager: String, operation: Operation, apiVersion: String, subresource: String = "",
      time: String? = nil,
      fields: FieldSet = FieldSet()
    ) {
      self.manager = manager
      self.operation = operation
      self.apiVersion = apiVersion
      self.subresource = subresource
      self.time = time
      self.fields = fields
    }

    func isSameManager(as other: Entry) -> Bool {
      manager == other.manager && operation == other.operation && apiVersion == other.apiVersion
        && subresource == other.subresource
    }

    /// As the message of a conflict names it.
    var title: String {
      var text = JSON.string(manager).description
      if !subresource.isEmpty { text += " with subresource \"\(subresource)\"" }
      if operation == .update {
        text += " using \(apiVersion)"
        if let time { text += " at \(time)" }
      }
      return text
    }
  }

  public var entries: [Entry]

  public init(entries: [Entry] = []) { self.entries = entries }

  public var isEmpty: Bool { entries.isEmpty }

  /// What all managers own together.
  public func owned(except own: Entry? = nil) -> FieldSet {
    entries.reduce(FieldSet()) { result, entry in
      if let own, entry.isSameManager(as: own) { return result }
      return result.union(entry.fields)
    }
  }
}

// MARK: On the wire

extension ManagedFields {
  /// Reads `metadata.managedFields`; an entry that is malformed is dropped, as Kubernetes drops it.
  public init(json: [JSON]) {
    entries = json.compactMap { Entry(json: $0) }
  }

  public var json: JSON { .array(entries.map(\.json)) }
}

extension ManagedFields.Entry {
  init?(json: JSON) {
    guard case .object(let object) = json, let operation = object.string("operation").flatMap(Operation.init),
      let apiVersion = object.string("apiVersion")
    else { return nil }
    self.init(
      manager: object.string("manager") ?? "", operation: operation, apiVersion: apiVersion,
      subresource: object.string("subresource") ?? "", time: object.string("time"),
      fields: FieldSet(tree: object.object("fieldsV1") ?? JSONObject()))
  }

  var json: JSON {
    var object = JSONObject(minimumCapacity: 7)
    if !manager.isEmpty { object.append("manager", .string(manager)) }
    object.append("operation", .string(operation.rawValue))
    object.append("apiVersion", .string(apiVersion))
    if let time { object.append("time", .string(time)) }
    object.append("fieldsType", "FieldsV1")
    object.append("fieldsV1", .object(fields.tree))
    if !subresource.isEmpty { object.append("subresource", .string(subresource)) }
    return .object(object)
  }
}

// MARK: Changes

extension ManagedFields {
  /// Records that `manager` made the change: it owns what it set, and nobody owns what is gone.
  public mutating func recordUpdate(_ diff: FieldDiff, by manager: Entry) {
    if diff.changed.isEmpty, diff.removed.isEmpty { return }
    release(diff.changed, except: manager)
    release(diff.removed, except: nil)
    guard !diff.changed.isEmpty else { return }
    if let position = entries.firstIndex(where: { $0.isSameManager(as: manager) }) {
      if !entries[position].fields.isSuperset(of: diff.changed) {
        entries[position].fields = entries[position].fields.union(diff.changed).sorted()
      }
      entries[position].time = manager.time
    } else {
      var entry = manager
      entry.fields = diff.changed.sorted()
      entries.append(entry)
    }
    capUpdates(version: manager.apiVersion)
    sort()
  }

  /// Takes fields away from the managers that own them.
  mutating func release(_ fields: FieldSet, except own: Entry?) {
    if fields.isEmpty { return }
    for position in entries.indices {
      if let own, entries[position].isSameManager(as: own) { continue }
      entries[position].fields = entries[position].fields.subtracting(fields)
    }
    entries.removeAll { $0.fields.isEmpty }
  }

  /// Records what `manager` applies now, in the place of what it applied before.
  public mutating func recordApply(_ fields: FieldSet, by manager: Entry) {
    let fields = fields.sorted()
    if let position = entries.firstIndex(where: { $0.isSameManager(as: manager) }) {
      if fields.isEmpty {
        entries.remove(at: position)
      } else if entries[position].fields != fields {
        entries[position].fields = fields
        entries[position].time = manager.time
      }
    } else if !fields.isEmpty {
      var entry = manager
      entry.fields = fields
      entries.append(entry)
    }
    sort()
  }

  /// What `manager` applied before, in whatever version of the API.
  public func applied(by manager: Entry) -> FieldSet {
    entries.first {
      $0.manager == manager.manager && $0.operation == .apply && $0.subresource == manager.subresource
    }?.fields ?? FieldSet()
  }

  /// Kubernetes: applies stand before updates, then by time, then by manager.
  mutating func sort() {
    func rank(_ entry: Entry) -> (Int, String, String, String, String) {
      (
        entry.operation == .apply ? 0 : 1, entry.time ?? "", entry.manager, entry.apiVersion,
        entry.subresource
      )
    }
    if entries.count > 1 { entries.sort { rank($0) < rank($1) } }
  }

  /// Kubernetes: beyond ten updating managers the oldest are folded into `ancient-changes`.
  private mutating func capUpdates(version: String) {
    var updates = entries.indices.filter { entries[$0].operation == .update }
    guard updates.count > 10 else { return }
    updates.sort { (entries[$0].time ?? "", $0) < (entries[$1].time ?? "", $1) }
    let folded = Set(updates.prefix(updates.count - 9))
    var bucket = Entry(manager: "ancient-changes", operation: .update, apiVersion: version)
    for position in folded.sorted() {
      bucket.fields = bucket.fields.union(entries[position].fields)
      bucket.time = max(bucket.time ?? "", entries[position].time ?? "")
    }
    bucket.fields = bucket.fields.sorted()
    entries = entries.enumerated().filter { !folded.contains($0.offset) }.map(\.element) + [bucket]
  }
}

// MARK: Conflicts

/// A field that another manager owns and an apply would change.
public struct ApplyConflict: Sendable, Hashable {
  public var manager: String
  /// `.spec.replicas`
  public var path: String
}

extension ManagedFields {
  /// The fields among `changed` that others than `own` own.
  public func conflicts(changing changed: FieldSet, by own: Entry) -> [ApplyConflict] {
    entries.filter { !$0.isSameManager(as: own) }.flatMap { entry in
      entry.fields.intersection(changed).paths.map { ApplyConflict(manager: entry.title, path: $0) }
    }
  }
}
