/// A set of field paths: who owns what.
///
/// It is kept in the form in which it stands on the wire (`fieldsV1`), so that the ownership of an object is never
/// converted: a member `f:name`, `k:{"name":"web"}` or `v:"x"` leads to the paths below it; an empty one is a path of
/// the set, and so is one with a member `.`.
///
/// Kubernetes: `meta/v1 FieldsV1`; structured-merge-diff `fieldpath.Set`.
public struct FieldSet: Sendable, Hashable {
  public var tree: JSONObject

  @inlinable public init(tree: JSONObject = JSONObject()) { self.tree = tree }

  @inlinable public var isEmpty: Bool { tree.isEmpty }

  /// What marks a path that has others below it.
  static let mark = "."

  private static func isMark(_ key: String) -> Bool { StringWords(key) == StringWords(mark) }

  // MARK: Arithmetic

  public func union(_ other: FieldSet) -> FieldSet {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return FieldSet(tree: Self.union(tree, other.tree))
  }

  /// Whether all paths of `other` are in this set.
  public func isSuperset(of other: FieldSet) -> Bool { Self.includes(tree, other.tree) }

  private static func includes(_ left: JSONObject, _ right: JSONObject) -> Bool {
    right.members.indices.allSatisfy { position in
      if isMark(right.members[position].key) { return true }
      guard case .object(let wanted) = right.members[position].value,
        case .object(let present)? = left.value(of: right.members[position].key, near: position)
      else { return false }
      if wanted.isEmpty { return isMember(present) }
      return (!isMember(wanted) || isMember(present)) && includes(present, wanted)
    }
  }

  /// The paths of this set that are not in `other`.
  public func subtracting(_ other: FieldSet) -> FieldSet { rest(without: other) ?? self }

  /// The same; `nil` when none of the paths of `other` is in this set.
  func rest(without other: FieldSet) -> FieldSet? {
    if isEmpty || other.isEmpty { return nil }
    return Self.subtract(tree, other.tree).map { FieldSet(tree: $0) }
  }

  /// The paths that are in both.
  public func intersection(_ other: FieldSet) -> FieldSet {
    FieldSet(tree: Self.intersect(tree, other.tree))
  }

  /// The same set with its members in byte order, as Kubernetes writes it.
  public func sorted() -> FieldSet { FieldSet(tree: Self.sort(tree)) }

  private static func union(_ left: JSONObject, _ right: JSONObject) -> JSONObject {
    var result = left
    for (key, value) in right {
      guard case .object(let added) = value else { continue }
      guard let position = result.position(of: key) else {
        result.append(key, value)
        continue
      }
      guard case .object(let present) = result[position].value, present != added else { continue }
      result.setValue(.object(unionBelow(present, added)), at: position)
    }
    if result.count > left.count { result.sortByKey() }
    return result
  }

  /// Joins what stands at one path: an empty side means that the path itself is in the set.
  private static func unionBelow(_ left: JSONObject, _ right: JSONObject) -> JSONObject {
    switch (left.isEmpty, right.isEmpty) {
    case (true, true): return left
    case (true, false): return marked(right)
    case (false, true): return marked(left)
    case (false, false): return union(left, right)
    }
  }

  /// The same with the mark, in front.
  static func marked(_ object: JSONObject) -> JSONObject {
    if object.contains(mark) { return object }
    var result = JSONObject(minimumCapacity: object.count + 1)
    result.append(mark, .object(JSONObject()))
    for (key, value) in object { result.append(key, value) }
    return result
  }

  static func isMember(_ below: JSONObject) -> Bool { below.isEmpty || below.contains(mark) }

  /// What is left of `left`; `nil` when nothing was taken away.
  private static func subtract(_ left: JSONObject, _ right: JSONObject) -> JSONObject? {
    var result = left
    var isChanged = false
    for place in right.members.indices where !isMark(right.members[place].key) {
      guard case .object(let taken) = right.members[place].value,
        let position = result.position(of: right.members[place].key, near: place),
        case .object(let present) = result.members[position].value
      else { continue }
      switch subtractBelow(present, taken) {
      case .unchanged: continue
      case .gone: result.members.remove(at: position)
      case .left(let rest): result.setValue(.object(rest), at: position)
      }
      isChanged = true
    }
    return isChanged ? result : nil
  }

  private enum Rest {
    case unchanged, gone
    case left(JSONObject)
  }

  private static func subtractBelow(_ present: JSONObject, _ taken: JSONObject) -> Rest {
    let wasMember = isMember(present)
    let staysMember = wasMember && !isMember(taken)
    var rest = present
    let difference = subtract(present, taken)
    if let difference { rest = difference }
    if wasMember != staysMember { rest.removeValue(mark) }
    if difference == nil, wasMember == staysMember { return .unchanged }
    let isBare = rest.isEmpty || (rest.count == 1 && rest.contains(mark))
    if isBare { return staysMember ? .left(JSONObject()) : .gone }
    return .left(staysMember ? marked(rest) : rest)
  }

  private static func intersect(_ left: JSONObject, _ right: JSONObject) -> JSONObject {
    var result = JSONObject()
    for (key, value) in left where !isMark(key) {
      guard case .object(let a) = value, case .object(let b)? = right[key] else { continue }
      let below = intersect(a, b)
      if isMember(a), isMember(b) {
        result.append(key, .object(below.isEmpty ? below : marked(below)))
      } else if !below.isEmpty {
        result.append(key, .object(below))
      }
    }
    return result
  }

  /// The members in order, at every level; `nil` when they are so already.
  private static func sortedIfNeeded(_ object: JSONObject) -> JSONObject? {
    var isChanged = !object.isSortedByKey
    var result = isChanged ? object.sortedByKey() : object
    for position in result.members.indices {
      guard case .object(let below) = result.members[position].value, !below.isEmpty,
        let sorted = sortedIfNeeded(below)
      else { continue }
      result.setValue(.object(sorted), at: position)
      isChanged = true
    }
    return isChanged ? result : nil
  }

  private static func sort(_ object: JSONObject) -> JSONObject { sortedIfNeeded(object) ?? object }
}

extension FieldSet {
  /// The paths as messages write them: `.spec.containers[name="web"].image`, in order.
  public var paths: [String] {
    var result: [String] = []
    Self.collect(Self.sort(tree), prefix: "", into: &result)
    return result
  }

  private static func collect(_ object: JSONObject, prefix: String, into result: inout [String]) {
    for (key, value) in object where !isMark(key) {
      guard case .object(let below) = value else { continue }
      let path = prefix + PathElement.text(of: key)
      if isMember(below) { result.append(path) }
      collect(below, prefix: path, into: &result)
    }
  }

  /// Whether the path that the keys spell, or one below it, is in the set.
  public func contains(_ keys: String...) -> Bool {
    var object = tree
    for key in keys {
      guard case .object(let below)? = object[key] else { return false }
      object = below
    }
    return true
  }
}
