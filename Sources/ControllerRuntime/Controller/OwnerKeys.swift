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
    controllerReference(of: object)?.string("uid")
  }

  private static func controller(of object: JSONObject, kind: GroupVersionKind) -> ObjectKey? {
    guard let reference = controllerReference(of: object), reference.string("kind") == kind.kind,
      let apiVersion = reference.string("apiVersion"),
      isGroup(kind.group, of: apiVersion),
      let name = reference.string("name")
    else { return nil }
    return ObjectKey(namespace: namespace(of: object), name: name)
  }

  static func namespace(of object: JSONObject) -> String {
    object.object("metadata")?.string("namespace") ?? ""
  }

  /// Whether `apiVersion` is a version of `group`; the version itself does not matter.
  private static func isGroup(_ group: String, of apiVersion: String) -> Bool {
    let text = apiVersion.utf8
    guard text.count > group.utf8.count, !group.isEmpty else {
      return group.isEmpty && !text.contains(UInt8(ascii: "/"))
    }
    return text.starts(with: group.utf8) && text.dropFirst(group.utf8.count).first == UInt8(ascii: "/")
  }

  /// The owners of a kind that a change of an object leads to: the one that controls it, before and after the change, or,
  /// when nobody does, those that could adopt it.
  ///
  /// - Parameters:
  ///   - old: The object before the change.
  ///   - adopters: The owners that could adopt an object that nobody controls.
  @usableFromInline
  static func claimants(
    of object: JSONObject, before old: JSONObject?, kind: String, adopters: (JSONObject) -> [ObjectKey]
  ) -> [ObjectKey] {
    let references = references(of: object)
    let controller = controllerReference(among: references)
    let present = claimants(of: object, controller, kind, adopters)
    guard let old else { return present }
    let former = self.references(of: old)
    if controller != nil, former.isIdentical(to: references) { return present }
    let formerController = controllerReference(among: former)
    if controller != nil, controller == formerController { return present }
    let keys = claimants(of: old, formerController, kind, adopters)
    return keys + present.filter { !keys.contains($0) }
  }

  private static func claimants(
    of object: JSONObject, _ controller: JSONObject?, _ kind: String, _ adopters: (JSONObject) -> [ObjectKey]
  ) -> [ObjectKey] {
    guard let controller else { return adopters(object) }
    guard controller.string("kind") == kind else { return [] }
    return [ObjectKey(namespace: namespace(of: object), name: controller.string("name") ?? "")]
  }

  static func controllerReference(of object: JSONObject) -> JSONObject? {
    controllerReference(among: references(of: object))
  }

  private static func references(of object: JSONObject) -> [JSON] {
    object.object("metadata")?.array("ownerReferences") ?? []
  }

  private static func controllerReference(among references: [JSON]) -> JSONObject? {
    for case .object(let reference) in references where reference["controller"]?.boolValue == true {
      return reference
    }
    return nil
  }
}
