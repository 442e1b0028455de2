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
      let member = new[position]
      let before = old.value(of: member.key, near: position)
      if let before, before.isIdentical(to: member.value) { continue }
      let field = type?[member.key]
      let node = field?.node ?? element ?? .untyped
      guard let before else {
        let key = field?.ownershipKey ?? "f:" + member.key
        result.changed.append(key, .object(FieldSet.below(member.value, node, .written)))
        continue
      }
      guard let difference = values(before, member.value, node) else { continue }
      Self.add(difference, at: field?.ownershipKey ?? "f:" + member.key, to: &result)
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

  private mutating func keyed(_ old: [JSON], _ new: [JSON], _ keys: [String], _ element: SchemaNode)
    -> Difference
  {
    if let paired = pairs(old, new, keys, element) { return paired }
    var result: Difference = (JSONObject(), JSONObject())
    let before = old.map { PathElement.key(of: $0, keys: keys, node: element) }
    let after = new.map { PathElement.key(of: $0, keys: keys, node: element) }
    if before != after { isReordered = true }
    if Self.isAmbiguous(after) || Self.isAmbiguous(before), old != new { isReordered = true }
    for (position, key) in after.enumerated() {
      guard let key, !result.changed.contains(key) else { continue }
      let inside = position < before.count && before[position] == key ? position : before.firstIndex(of: key)
      guard let inside else {
        result.changed.append(key, .object(FieldSet.belowElement(new[position], element, .written)))
        continue
      }
      guard let difference = values(old[inside], new[position], element) else { continue }
      Self.add(difference, at: key, to: &result)
    }
    for (position, key) in before.enumerated() {
      guard let key, !after.contains(key), !result.removed.contains(key) else { continue }
      result.removed.append(key, .object(FieldSet.belowElement(old[position], element, .written)))
    }
    result.changed.sortByKey()
    return result
  }

  /// Compares two short lists whose elements have the same keys in the same order, as most have: their keys are written
  /// out only where something differs.
  ///
  /// - Returns: `nil` for other lists.
  private mutating func pairs(_ old: [JSON], _ new: [JSON], _ keys: [String], _ element: SchemaNode)
    -> Difference?
  {
    guard old.count == new.count, new.count <= 8, let key = keys.first, keys.count == 1 else { return nil }
    var names: [JSON] = []
    names.reserveCapacity(new.count)
    for position in new.indices {
      guard let name = PathElement.keyValue(of: new[position], key, node: element),
        PathElement.keyValue(of: old[position], key, node: element) == name, !names.contains(name)
      else { return nil }
      names.append(name)
    }
    var result: Difference = (JSONObject(), JSONObject())
    for position in new.indices {
      guard let difference = values(old[position], new[position], element),
        let name = PathElement.key(of: new[position], keys: keys, node: element)
      else { continue }
      Self.add(difference, at: name, to: &result)
    }
    result.changed.sortByKey()
    return result
  }

  /// Whether elements cannot be told apart by their keys.
  private static func isAmbiguous(_ keys: [String?]) -> Bool {
    if keys.count > 8 { return Set(keys).count < keys.count || keys.contains(nil) }
    return keys.indices.contains { keys[$0] == nil || keys[..<$0].contains(keys[$0]) }
  }
}
