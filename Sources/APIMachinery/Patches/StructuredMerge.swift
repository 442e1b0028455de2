/// Why a configuration cannot be applied: it does not fit the schema.
public struct StructuredMergeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// `.spec.ports: element 0: ...`
  public var message: String
  public var description: String { message }
}

/// Merging by server-side apply: the fields of an applied configuration win, lists are merged as their type says, and
/// what a manager no longer applies is taken away unless another one owns it.
///
/// Kubernetes: structured-merge-diff `merge.Updater`.
public enum StructuredMerge {
  /// Puts `applied` over `live`.
  ///
  /// - Throws: when an element of a keyed list lacks its key, or two have the same.
  public static func merge(_ applied: JSONObject, over live: JSONObject, type: ObjectNode?)
    throws(StructuredMergeError) -> JSONObject
  {
    try merge(applied, over: live, type: type, element: nil, path: "")
  }

  private static func merge(
    _ applied: JSONObject, over live: JSONObject, type: ObjectNode?, element: SchemaNode?, path: String
  ) throws(StructuredMergeError) -> JSONObject {
    var result = live
    for (key, value) in applied where !value.isNull {
      let node = type?[key]?.node ?? element ?? .untyped
      result[key] = try merge(value, over: result[key], node, path: path + "." + key)
    }
    return result
  }

  private static func merge(_ applied: JSON, over live: JSON?, _ node: SchemaNode, path: String)
    throws(StructuredMergeError) -> JSON
  {
    if node.isAtomic { return applied }
    switch applied {
    case .object(let object):
      var below = JSONObject()
      if case .object(let present)? = live { below = present }
      let type = node.kind == .object ? node.object : nil
      let element = node.kind == .map ? node.element : nil
      return .object(try merge(object, over: below, type: type, element: element, path: path))
    case .array(let elements):
      var present: [JSON] = []
      if case .array(let array)? = live { present = array }
      return .array(try merge(elements, over: present, node, path: path))
    default: return applied
    }
  }

  private static func merge(_ applied: [JSON], over live: [JSON], _ node: SchemaNode, path: String)
    throws(StructuredMergeError) -> [JSON]
  {
    switch node.listType {
    case .atomic: return applied
    case .set:
      let keys = applied.map(PathElement.value)
      try checkUnique(keys, path: path)
      return join(live.map { (PathElement.value($0), $0) }, Array(zip(keys, applied)))
    case .map(let names):
      let element = node.element ?? .untyped
      var merged: [(key: String, value: JSON)] = []
      let present = live.map { (PathElement.key(of: $0, keys: names, node: element) ?? "", $0) }
      for (position, value) in applied.enumerated() {
        let key = try self.key(of: value, names, element, position, path: path)
        let before = present.first { $0.0 == key }?.1
        merged.append((key, try merge(value, over: before, element, path: path + PathElement.text(of: key))))
      }
      try checkUnique(merged.map(\.key), path: path)
      return join(present, merged.map { ($0.key, $0.value) })
    }
  }

  private static func key(
    of value: JSON, _ names: [String], _ element: SchemaNode, _ position: Int, path: String
  ) throws(StructuredMergeError) -> String {
    let object = value.objectValue ?? JSONObject()
    for name in names where names.count == 1 || element.object?[name]?.schema.isRequired == true {
      if object[name] == nil, element.object?[name]?.schema.defaultValue == nil {
        throw StructuredMergeError(
          message: "\(path): element \(position): associative list with keys has an element that omits key "
            + "field \"\(name)\" (and doesn't have default value)")
      }
    }
    return PathElement.key(of: value, keys: names, node: element) ?? ""
  }

  private static func checkUnique(_ keys: [String], path: String) throws(StructuredMergeError) {
    guard Set(keys).count < keys.count else { return }
    for (position, key) in keys.enumerated() where keys[..<position].contains(key) {
      throw StructuredMergeError(
        message: "\(path): duplicate entries for key \(PathElement.text(of: key))")
    }
  }

  /// Joins two lists: elements of `applied` in their order, the others where they stood.
  private static func join(_ live: [(String, JSON)], _ applied: [(String, JSON)]) -> [JSON] {
    var result: [JSON] = []
    result.reserveCapacity(live.count + applied.count)
    var next = 0
    for (key, value) in live {
      guard let place = applied.firstIndex(where: { $0.0 == key }) else {
        result.append(value)
        continue
      }
      while next <= place {
        result.append(applied[next].1)
        next += 1
      }
    }
    result += applied[next...].map(\.1)
    return result
  }
}

extension StructuredMerge {
  /// Takes out of `object` what is in `last` and nobody keeps, with everything below it.
  ///
  /// - Parameters:
  ///   - last: What the manager applied before.
  ///   - kept: What it applies now, and what the other managers own.
  public static func prune(_ object: JSONObject, last: FieldSet, kept: FieldSet, type: ObjectNode)
    -> JSONObject
  {
    prune(object, last.tree, kept.tree, type: type, element: nil)
  }

  private static func prune(
    _ object: JSONObject, _ last: JSONObject, _ kept: JSONObject, type: ObjectNode?, element: SchemaNode?
  ) -> JSONObject {
    var result = object
    for (key, value) in last where key.hasPrefix("f:") {
      let name = String(key.dropFirst(2))
      guard case .object(let below) = value, let present = result[name] else { continue }
      guard case .object(let keptBelow)? = kept[key] else {
        result.removeValue(name)
        continue
      }
      let node = type?[name]?.node ?? element ?? .untyped
      if !below.isEmpty { result[name] = prune(present, below, keptBelow, node) }
    }
    return result
  }

  private static func prune(_ value: JSON, _ last: JSONObject, _ kept: JSONObject, _ node: SchemaNode) -> JSON
  {
    switch value {
    case .object(let object):
      let type = node.kind == .object ? node.object : nil
      return .object(
        prune(object, last, kept, type: type, element: node.kind == .map ? node.element : nil))
    case .array(let elements):
      return .array(elements.compactMap { prune(element: $0, last, kept, node) })
    default: return value
    }
  }

  /// The element as it stays; `nil` when it goes.
  private static func prune(element: JSON, _ last: JSONObject, _ kept: JSONObject, _ node: SchemaNode)
    -> JSON?
  {
    let key: String?
    switch node.listType {
    case .atomic: return element
    case .set: key = PathElement.value(element)
    case .map(let names): key = PathElement.key(of: element, keys: names, node: node.element)
    }
    guard let key, case .object(let below)? = last[key] else { return element }
    guard case .object(let keptBelow)? = kept[key] else { return nil }
    return below.isEmpty ? element : prune(element, below, keptBelow, node.element ?? .untyped)
  }
}
