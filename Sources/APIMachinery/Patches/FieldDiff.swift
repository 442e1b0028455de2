/// How two versions of an object differ, as sets of fields.
///
/// Kubernetes: structured-merge-diff `typed.Comparison`.
public struct FieldDiff: Sendable {
  /// Fields that were added or have another value; sorted.
  public var changed = FieldSet()
  /// Fields that are gone.
  public var removed = FieldSet()
  /// Whether elements of a list that is merged by key changed places; no field differs by that.
  public var isReordered = false

  public init() {}

  public var isEmpty: Bool { changed.isEmpty && removed.isEmpty && !isReordered }

  /// Whether the top-level member `key` differs.
  public func touches(_ key: String) -> Bool { changed.contains("f:" + key) || removed.contains("f:" + key) }

  /// Compares two versions of an object.
  ///
  /// - Complexity: O(*n*) in the size of the object; nothing is built for parts that are equal.
  public init(from old: JSONObject, to new: JSONObject, type: ObjectNode) {
    var walk = FieldDiffWalk()
    (changed.tree, removed.tree) = walk.objects(old, new, type: type, element: nil)
    isReordered = walk.isReordered
    FieldSet.strip(&changed.tree)
    FieldSet.strip(&removed.tree)
  }
}

/// The recursion of ``FieldDiff``.
struct FieldDiffWalk {
  typealias Difference = (changed: JSONObject, removed: JSONObject)

  var isReordered = false

  /// Compares the members of two objects, or of two maps of `element`.
  mutating func objects(_ old: JSONObject, _ new: JSONObject, type: ObjectNode?, element: SchemaNode?)
    -> Difference
  {
    var result: Difference = (JSONObject(), JSONObject())
    for position in new.indices where !new.sharesMember(at: position, with: old) {
      let key = new.members[position].key
      let place = old.position(of: key, near: position)
      if let place, old.members[place].value.isIdentical(to: new.members[position].value) { continue }
      let field = type?[key]
      let node = field?.node ?? element ?? .untyped
      let difference: Below? =
        if let place {
          values(old.members[place].value, new.members[position].value, node)
        } else {
          Below.added(FieldSet.below(new.members[position].value, node, .written))
        }
      guard let difference else { continue }
      Self.add(difference, at: field?.ownershipKey ?? "f:" + key, to: &result)
    }
    if !new.hasKeys(of: old) {
      for (key, value) in old where !new.contains(key) {
        let node = type?[key]?.node ?? element ?? .untyped
        result.removed.append("f:" + key, .object(FieldSet.below(value, node, .written)))
      }
    }
    result.changed.sortByKey()
    return result
  }

  private enum Below {
    /// The value as a whole differs.
    case whole
    case parts(Difference)

    /// The whole of a value that was not there before.
    static func added(_ paths: JSONObject) -> Below {
      paths.isEmpty ? .whole : .parts((paths, JSONObject()))
    }
  }

  private static func add(_ below: Below, at key: String, to result: inout Difference) {
    switch below {
    case .whole: result.changed.append(key, .object(JSONObject()))
    case .parts(let parts):
      if !parts.changed.isEmpty { result.changed.append(key, .object(parts.changed)) }
      if !parts.removed.isEmpty { result.removed.append(key, .object(parts.removed)) }
    }
  }

  /// What differs between two values of a type; `nil` when nothing does.
  private mutating func values(_ old: JSON, _ new: JSON, _ node: SchemaNode) -> Below? {
    switch (old, new) {
    case (.string(let a), .string(let b)): return a == b ? nil : .whole
    case (.object(let a), .object(let b)) where !node.isAtomic && !a.isEmpty && !b.isEmpty:
      if a.isIdentical(to: b) { return nil }
      let type = node.kind == .object ? node.object : nil
      let parts = objects(a, b, type: type, element: node.kind == .map ? node.element : nil)
      return parts.changed.isEmpty && parts.removed.isEmpty ? nil : .parts(parts)
    case (.array(let a), .array(let b)) where !node.isAtomic && !a.isEmpty && !b.isEmpty:
      if a.isIdentical(to: b) { return nil }
      let parts = arrays(a, b, node)
      return parts.changed.isEmpty && parts.removed.isEmpty ? nil : .parts(parts)
    default: return old == new ? nil : .whole
    }
  }

  private mutating func arrays(_ old: [JSON], _ new: [JSON], _ node: SchemaNode) -> Difference {
    switch node.listType {
    case .atomic: return (JSONObject(), JSONObject())
    case .set: return sets(old, new)
    case .map(let keys): return keyed(old, new, keys, node.element ?? .untyped)
    }
  }

  private mutating func sets(_ old: [JSON], _ new: [JSON]) -> Difference {
    if old == new { return (JSONObject(), JSONObject()) }
    let (before, after) = (old.map(PathElement.value), new.map(PathElement.value))
    var result: Difference = (JSONObject(), JSONObject())
    for key in after where !before.contains(key) && !result.changed.contains(key) {
      result.changed.append(key, .object(JSONObject()))
    }
    for key in before where !after.contains(key) && !result.removed.contains(key) {
      result.removed.append(key, .object(JSONObject()))
    }
    result.changed.sortByKey()
    isReordered = true
    return result
  }

  /// Compares two lists whose elements have keys; these are written out only where something differs.
  private mutating func keyed(_ old: [JSON], _ new: [JSON], _ keys: [String], _ node: SchemaNode)
    -> Difference
  {
    let before = old.map { PathElement.identity(of: $0, keys: keys, node: node) }
    let after = new.map { PathElement.identity(of: $0, keys: keys, node: node) }
    let isAmbiguous = Self.isAmbiguous(after)
    if before != after || (isAmbiguous && old != new) { isReordered = true }
    var result: Difference = (JSONObject(), JSONObject())
    for (position, name) in after.enumerated() {
      guard let name else { continue }
      let isInPlace = position < before.count && before[position] == name
      let place = isInPlace ? position : before.firstIndex(of: name)
      let difference: Below? =
        if let place {
          values(old[place], new[position], node)
        } else {
          Below.added(FieldSet.belowElement(new[position], node, .written))
        }
      guard let difference, let key = PathElement.key(of: new[position], keys: keys, node: node),
        !isAmbiguous || !result.changed.contains(key)
      else { continue }
      Self.add(difference, at: key, to: &result)
    }
    for (position, name) in before.enumerated() {
      guard let name, !after.contains(name),
        let key = PathElement.key(of: old[position], keys: keys, node: node), !result.removed.contains(key)
      else { continue }
      result.removed.append(key, .object(FieldSet.belowElement(old[position], node, .written)))
    }
    result.changed.sortByKey()
    return result
  }

  /// Whether elements cannot be told apart by what tells them.
  private static func isAmbiguous(_ names: [JSON?]) -> Bool {
    if names.count > 8 { return Set(names.compactMap { $0 }).count < names.count }
    return names.indices.contains { place in
      guard let name = names[place] else { return true }
      return names[..<place].contains(name)
    }
  }
}
