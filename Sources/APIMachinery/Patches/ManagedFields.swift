/// Who owns which fields of an object: `metadata.managedFields`.
///
/// Kubernetes: apimachinery `util/managedfields`.
public struct ManagedFields: Sendable {
  /// One owner, in one role, kept as it stands on the wire: most entries are read and written back as they are.
  public struct Entry: Sendable, Hashable {
    public enum Operation: String, Sendable, Hashable {
      case apply = "Apply"
      case update = "Update"
    }

    /// The members in the order in which they are written; what is empty is left out.
    fileprivate private(set) var object: JSONObject

    public var manager: String {
      get { object.string("manager") ?? "" }
      set { put(newValue.isEmpty ? nil : .string(newValue), under: "manager") }
    }
    public var operation: Operation {
      get { object.string("operation") == "Apply" ? .apply : .update }
      set { put(.string(newValue.rawValue), under: "operation") }
    }
    public var apiVersion: String {
      get { object.string("apiVersion") ?? "" }
      set { put(.string(newValue), under: "apiVersion") }
    }
    public var subresource: String {
      get { object.string("subresource") ?? "" }
      set { put(newValue.isEmpty ? nil : .string(newValue), under: "subresource") }
    }
    /// The time as it stands on the wire.
    public var time: String? {
      get { object.string("time") }
      set { put(newValue.map { .string($0) }, under: "time") }
    }
    public var fields: FieldSet {
      get { FieldSet(tree: object.object("fieldsV1") ?? JSONObject()) }
      set { put(.object(newValue.tree), under: "fieldsV1") }
    }

    public init(
      manager: String, operation: Operation, apiVersion: String, subresource: String = "",
      time: String? = nil, fields: FieldSet = FieldSet()
    ) {
      object = JSONObject(minimumCapacity: 7)
      if !manager.isEmpty { object.append("manager", .string(manager)) }
      object.append("operation", .string(operation.rawValue))
      object.append("apiVersion", .string(apiVersion))
      if let time { object.append("time", .string(time)) }
      object.append("fieldsType", "FieldsV1")
      object.append("fieldsV1", .object(fields.tree))
      if !subresource.isEmpty { object.append("subresource", .string(subresource)) }
    }

    /// - Parameter object: An object for which ``isOrderly(_:)`` is true.
    fileprivate init(orderly object: JSONObject) { self.object = object }

    /// Sets a member, in its place.
    private mutating func put(_ value: JSON?, under key: String) {
      if let value, let position = object.position(of: key) { return object.setValue(value, at: position) }
      object[key] = value
      self = Entry(
        manager: manager, operation: operation, apiVersion: apiVersion, subresource: subresource, time: time,
        fields: fields)
    }

    /// Takes fields away from the manager.
    fileprivate mutating func release(_ gone: FieldSet) {
      if let rest = fields.rest(without: gone) { fields = rest }
    }

    func isSameManager(as other: Entry) -> Bool {
      isSame("manager", as: other) && isSame("operation", as: other) && isSame("apiVersion", as: other)
        && isSame("subresource", as: other)
    }

    private func isSame(_ key: String, as other: Entry) -> Bool {
      (object.string(key) ?? "").hasBytes(of: other.object.string(key) ?? "")
    }

    fileprivate func stands(before other: Entry) -> Bool {
      if operation != other.operation { return operation == .apply }
      let times = (time ?? "", other.time ?? "")
      if times.0 != times.1 { return times.0 < times.1 }
      return (manager, apiVersion, subresource) < (other.manager, other.apiVersion, other.subresource)
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
    entries = []
    entries.reserveCapacity(json.count + 1)
    for value in json {
      if let entry = Entry(json: value) { entries.append(entry) }
    }
  }

  public var json: JSON { .array(entries.map { .object($0.object) }) }
}

extension ManagedFields.Entry {
  init?(json: JSON) {
    guard case .object(let object) = json else { return nil }
    if Self.isOrderly(object) {
      self.init(orderly: object)
      return
    }
    guard let operation = object.string("operation").flatMap(Operation.init),
      let apiVersion = object.string("apiVersion")
    else { return nil }
    self.init(
      manager: object.string("manager") ?? "", operation: operation, apiVersion: apiVersion,
      subresource: object.string("subresource") ?? "", time: object.string("time"),
      fields: FieldSet(tree: object.object("fieldsV1") ?? JSONObject()))
  }

  /// Whether an object stands as an entry is written, as all those do that this server wrote.
  private static func isOrderly(_ object: JSONObject) -> Bool {
    var reader = EntryReader(object: object)
    return reader.skipText("manager", isOptional: true) { !$0.isEmpty }
      && reader.skipText("operation") { $0 == "Update" || $0 == "Apply" }
      && reader.skipText("apiVersion") && reader.skipText("time", isOptional: true)
      && reader.skipText("fieldsType") { $0 == "FieldsV1" } && reader.skipObject("fieldsV1")
      && reader.skipText("subresource", isOptional: true) { !$0.isEmpty } && reader.isAtEnd
  }
}

/// Goes over the members of an entry, one after another.
private struct EntryReader {
  let object: JSONObject
  private var position = 0

  init(object: JSONObject) { self.object = object }

  var isAtEnd: Bool { position == object.members.count }

  /// Whether the next member has a short key; then it is gone past.
  private mutating func skip(_ key: String) -> Bool {
    guard !isAtEnd, StringWords(object.members[position].key) == StringWords(key) else { return false }
    position += 1
    return true
  }

  /// Goes past a text.
  ///
  /// - Returns: False if it is missing, unless it is optional, and if it is not as it is to be.
  mutating func skipText(
    _ key: String, isOptional: Bool = false, where isRight: (String) -> Bool = { _ in true }
  ) -> Bool {
    guard skip(key) else { return isOptional }
    guard case .string(let text) = object.members[position - 1].value else { return false }
    return isRight(text)
  }

  /// Goes past an object; false if it is missing.
  mutating func skipObject(_ key: String) -> Bool {
    guard skip(key), case .object = object.members[position - 1].value else { return false }
    return true
  }
}

// MARK: Changes

extension ManagedFields {
  /// Records that `manager` made the change: it owns what it set, and nobody owns what is gone.
  public mutating func recordUpdate(_ diff: FieldDiff, by manager: Entry) {
    if diff.changed.isEmpty, diff.removed.isEmpty { return }
    var own: Int?
    for position in entries.indices {
      let isOwn = entries[position].isSameManager(as: manager)
      if !isOwn { entries[position].release(diff.changed) }
      entries[position].release(diff.removed)
      if isOwn, own == nil, !entries[position].fields.isEmpty { own = position }
    }
    if !diff.changed.isEmpty { add(diff.changed, of: manager, at: own) }
    entries.removeAll { $0.fields.isEmpty }
    guard !diff.changed.isEmpty else { return }
    capUpdates(version: manager.apiVersion)
    sort()
  }

  /// Adds what `manager` changed now to its entry, if it has one.
  private mutating func add(_ changed: FieldSet, of manager: Entry, at position: Int?) {
    guard let position else {
      var entry = manager
      entry.fields = changed
      return entries.append(entry)
    }
    let fields = entries[position].fields
    if !fields.isSuperset(of: changed) { entries[position].fields = fields.union(changed).sorted() }
    if entries[position].time != manager.time { entries[position].time = manager.time }
  }

  /// Takes fields away from the other managers that own them.
  mutating func release(_ fields: FieldSet, except own: Entry) {
    if fields.isEmpty { return }
    for position in entries.indices where !entries[position].isSameManager(as: own) {
      entries[position].release(fields)
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
    if entries.count > 1 { entries.sort { $0.stands(before: $1) } }
  }

  /// Kubernetes: beyond ten updating managers the oldest are folded into `ancient-changes`.
  private mutating func capUpdates(version: String) {
    guard entries.count > 10 else { return }
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
