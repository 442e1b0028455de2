/// The merge behind `kubectl apply`: what the user asked for last time, what is asked for now, and what is there.
///
/// A field that is asked for now gets its value. One that was asked for last time and is not any more is removed.
/// All others (defaults, and what others have set) stay. Lists with a merge key are merged element by element.
///
/// Kubernetes: `strategicpatch.CreateThreeWayMergePatch`, followed by its application.
public struct ThreeWayMerge {
  /// - Parameters:
  ///   - original: The object as it was last applied; `nil` when it never was.
  ///   - modified: The object as it is applied now.
  ///   - current: The object as the server has it.
  ///   - schema: The kind's type, for the merge keys of its lists; without one, lists are replaced as a whole.
  /// - Returns: The object to write. Equal to `current` when there is nothing to do.
  public static func merge(
    original: JSONObject?, modified: JSONObject, current: JSONObject, schema: ObjectSchema?
  ) -> JSONObject {
    object(original, modified, current) { schema?.field($0) }
  }

  private static func object(
    _ original: JSONObject?, _ modified: JSONObject, _ current: JSONObject,
    _ field: (String) -> FieldSchema?
  ) -> JSONObject {
    var result = current
    for (key, wanted) in modified {
      if wanted.isNull {
        result[key] = nil
      } else {
        result[key] = value(original?[key], wanted, current[key], field(key))
      }
    }
    for key in original?.keys ?? [] where !modified.contains(key) { result[key] = nil }
    return result
  }

  private static func value(
    _ original: JSON?, _ modified: JSON, _ current: JSON?, _ field: FieldSchema?
  ) -> JSON {
    switch (modified, current) {
    case (.object(let wanted), .object(let present)):
      return .object(object(original?.objectValue, wanted, present, nested(field?.type)))
    case (.array(let wanted), .array(let present)):
      guard let field, field.patchStrategy.merges else { return modified }
      return .array(list(original?.arrayValue ?? [], wanted, present, field))
    case (.object(let wanted), _):
      return .object(object(nil, wanted, JSONObject(), nested(field?.type)))
    default:
      return modified
    }
  }

  /// How the members of a value of `type` are declared.
  private static func nested(_ type: TypeSchema?) -> (String) -> FieldSchema? {
    switch type {
    case .object(let schema): { schema.field($0) }
    case .map(let element): { FieldSchema(name: $0, type: element) }
    default: { _ in nil }
    }
  }
}

// MARK: - Lists

extension ThreeWayMerge {
  private static func list(
    _ original: [JSON], _ wanted: [JSON], _ present: [JSON], _ field: FieldSchema
  ) -> [JSON] {
    let name = field.patchStrategy.mergeKey
    func key(_ element: JSON) -> JSON? { name.map { element[$0] ?? .null } ?? element }
    func find(_ list: [JSON], _ wanted: JSON) -> JSON? { list.first { key($0) == key(wanted) } }
    var element = field
    if case .array(let type) = field.type { element.type = type }
    let merged = wanted.map { value(find(original, $0), $0, find(present, $0), element) }
    let kept = present.filter { find(wanted, $0) == nil && find(original, $0) == nil }
    return order(merged, kept, like: present, key)
  }

  /// Keeps the present order where the wanted elements stand in it already; otherwise the wanted order, and what
  /// others have added after it.
  private static func order(
    _ merged: [JSON], _ kept: [JSON], like present: [JSON], _ key: (JSON) -> JSON?
  ) -> [JSON] {
    let places = merged.map { element in present.firstIndex { key($0) == key(element) } }
    let known = places.compactMap(\.self)
    guard known.count == merged.count, known == known.sorted() else { return merged + kept }
    return present.compactMap { element in
      merged.first { key($0) == key(element) } ?? kept.first { key($0) == key(element) }
    }
  }
}
