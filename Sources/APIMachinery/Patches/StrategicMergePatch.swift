/// Why a strategic merge patch cannot be carried out.
public struct StrategicMergePatchError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: Sendable, Hashable {
    /// A directive is malformed.
    case badFormat
    /// The patch does not fit the type: an element lacks its merge key.
    case unprocessable
  }

  public var code: Code
  public var message: String
  public var description: String { message }
}

/// A patch that knows the types it changes: lists are merged by the key that the type declares.
///
/// Directives: `$patch` (`merge`, `replace`, `delete`), `$retainKeys`, `$setElementOrder/LIST` and
/// `$deleteFromPrimitiveList/LIST`. `null` removes a field.
///
/// Kubernetes: apimachinery `util/strategicpatch`.
public enum StrategicMergePatch {
  static let directive = "$patch"
  static let retainKeys = "$retainKeys"
  static let elementOrder = "$setElementOrder/"
  static let primitiveDeletion = "$deleteFromPrimitiveList/"

  /// Carries out `patch` on `original`.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of the lists that are merged.
  public static func apply(_ patch: JSONObject, to original: JSONObject, type: ObjectNode?)
    throws(StrategicMergePatchError) -> JSONObject
  {
    try merge(patch, into: original, FieldContext(type: type, element: nil))
  }

  /// Where in the types a member stands.
  struct FieldContext {
    var type: ObjectNode?
    var element: SchemaNode?

    func node(_ key: String) -> SchemaNode { type?[key]?.node ?? element ?? .untyped }
    func strategy(_ key: String) -> PatchStrategy { type?[key]?.schema.patchStrategy ?? PatchStrategy() }
  }

  private static func below(_ node: SchemaNode?) -> FieldContext {
    switch node?.kind {
    case .object: FieldContext(type: node?.object, element: nil)
    case .map: FieldContext(type: nil, element: node?.element)
    default: FieldContext(type: nil, element: nil)
    }
  }

  static func merge(_ patch: JSONObject, into original: JSONObject, _ context: FieldContext)
    throws(StrategicMergePatchError) -> JSONObject
  {
    var patch = patch
    if let value = patch.removeValue(directive) {
      switch value.stringValue {
      case "replace": return patch
      case "delete": return JSONObject()
      case "merge": break
      default: throw badFormat("unknown patch type: \(value.stringValue ?? value.description)")
      }
    }
    var result = original
    try retain(&patch, in: &result)
    try order(&patch, in: &result, context)
    for (key, value) in patch { try merge(value, at: key, into: &result, context) }
    return result
  }

  private static func merge(
    _ value: JSON, at key: String, into result: inout JSONObject, _ context: FieldContext
  ) throws(StrategicMergePatchError) {
    if key.hasPrefix(primitiveDeletion) {
      return try deletePrimitives(value, from: String(key.dropFirst(primitiveDeletion.count)), in: &result)
    }
    guard !value.isNull else {
      result.removeValue(key)
      return
    }
    switch (result[key], value) {
    case (.object(let present)?, .object(let object)):
      result[key] = .object(try merge(object, into: present, below(context.node(key))))
    case (.array(let present)?, .array(let elements)) where context.strategy(key).merges:
      let strategy = context.strategy(key)
      result[key] = .array(
        try mergeLists(elements, into: present, key: strategy.mergeKey, element: context.node(key).element))
    default:
      if let plain = withoutDirectives(value) { result[key] = plain } else { result.removeValue(key) }
    }
  }

  // MARK: Directives

  private static func retain(_ patch: inout JSONObject, in result: inout JSONObject)
    throws(StrategicMergePatchError)
  {
    guard let value = patch.removeValue(retainKeys) else { return }
    guard case .array(let elements) = value else {
      throw badFormat("invalid patch format of $retainKeys: \(value)")
    }
    let kept = elements.compactMap(\.stringValue)
    for (key, value) in patch where !value.isNull && !key.hasPrefix("$") && !kept.contains(key) {
      throw badFormat("invalid patch format of $retainKeys: \(key) is not in \(kept)")
    }
    for key in result.keys where !kept.contains(key) { result.removeValue(key) }
  }

  private static func order(
    _ patch: inout JSONObject, in result: inout JSONObject, _ context: FieldContext
  ) throws(StrategicMergePatchError) {
    for (key, value) in patch where key.hasPrefix(elementOrder) {
      patch.removeValue(key)
      let name = String(key.dropFirst(elementOrder.count))
      guard case .array(let order) = value else {
        throw badFormat("invalid patch format of $setElementOrder list: \(value)")
      }
      let deletion = patch.removeValue(primitiveDeletion + name)
      if let deletion { try deletePrimitives(deletion, from: name, in: &result) }
      if let change = patch.removeValue(name) { try merge(change, at: name, into: &result, context) }
      guard case .array(let elements)? = result[name] else { continue }
      let mergeKey = context.strategy(name).mergeKey
      let original = result.array(name)
      result[name] = .array(arrange(elements, first: order, original: original, key: mergeKey))
    }
  }

  private static func deletePrimitives(_ value: JSON, from key: String, in result: inout JSONObject)
    throws(StrategicMergePatchError)
  {
    guard case .array(let gone) = value else {
      throw badFormat("invalid patch format of $deleteFromPrimitiveList: \(value)")
    }
    guard case .array(let present)? = result[key] else { return }
    result[key] = .array(present.filter { !gone.contains($0) })
  }

  private static func badFormat(_ message: String) -> StrategicMergePatchError {
    StrategicMergePatchError(code: .badFormat, message: message)
  }

  /// The value without directives and nulls; `nil` when it says that it is to be deleted.
  static func withoutDirectives(_ value: JSON) -> JSON? {
    switch value {
    case .object(let object):
      if object.string(directive) == "delete" { return nil }
      var result = JSONObject(minimumCapacity: object.count)
      for (key, value) in object where !key.hasPrefix("$") && !value.isNull {
        if let plain = withoutDirectives(value) { result.append(key, plain) }
      }
      return .object(result)
    case .array(let elements):
      let isMarker: (JSON) -> Bool = { $0.objectValue?.count == 1 && $0[directive] != nil }
      return .array(elements.filter { !isMarker($0) }.compactMap(withoutDirectives))
    default: return value
    }
  }
}
