public import APIMachinery

/// Finds the owner that controls an object.
@usableFromInline enum OwnerKeys {
  /// The controllers before and after a change, if they are of `kind`.
  static func controllers(of change: Change<DynamicObject>, kind: GroupVersionKind) -> [ObjectKey] {
    let new = controller(of: change.object.fields, kind: kind)
    guard let old = change.old, let former = controller(of: old.fields, kind: kind), former != new else {
      return new.map { [$0] } ?? []
    }
    return [former] + (new.map { [$0] } ?? [])
  }

  static func controllerUID(of object: JSONObject) -> String? {
    controllerReference(of: object)?["uid"]?.stringValue
  }

  private static func controller(of object: JSONObject, kind: GroupVersionKind) -> ObjectKey? {
    guard let reference = controllerReference(of: object), reference["kind"]?.stringValue == kind.kind,
      let apiVersion = reference["apiVersion"]?.stringValue,
      isGroup(kind.group, of: apiVersion),
      let name = reference["name"]?.stringValue
    else { return nil }
    return ObjectKey(namespace: object["metadata"]?["namespace"]?.stringValue ?? "", name: name)
  }

  /// Whether `apiVersion` is a version of `group`; the version itself does not matter.
  private static func isGroup(_ group: String, of apiVersion: String) -> Bool {
    let text = apiVersion.utf8
    guard text.count > group.utf8.count, !group.isEmpty else {
      return group.isEmpty && !text.contains(UInt8(ascii: "/"))
    }
    return text.starts(with: group.utf8) && text.dropFirst(group.utf8.count).first == UInt8(ascii: "/")
  }

  /// Whether one owner controls both objects, which are versions of one.
  @usableFromInline
  static func haveSameController(_ old: JSONObject, _ new: JSONObject) -> Bool {
    let (before, after) = (references(of: old), references(of: new))
    guard let reference = controllerReference(among: after) else { return false }
    return before.isIdentical(to: after) || controllerReference(among: before) == reference
  }

  static func controllerReference(of object: JSONObject) -> JSONObject? {
    controllerReference(among: references(of: object))
  }

  private static func references(of object: JSONObject) -> [JSON] {
    object["metadata"]?["ownerReferences"]?.arrayValue ?? []
  }

  private static func controllerReference(among references: [JSON]) -> JSONObject? {
    for case .object(let reference) in references where reference["controller"]?.boolValue == true {
      return reference
    }
    return nil
  }
}
