public import APIMachinery

extension KubernetesObject {
  /// The part of this object that `manager` applied: a partial object, to be changed and applied again. `nil` when the
  /// manager applied nothing.
  ///
  /// Kubernetes: client-go `applyconfigurations`, `ExtractDeployment`.
  ///
  /// - Parameter subresource: Through which it was applied, such as `status`; empty for the object itself.
  public func applied(by manager: String, subresource: String = "") -> Self? {
    partial(appliedBy: manager, subresource: subresource, keys: .always)
  }

  /// What `manager` said when it applied this object: the same, without keys of list elements that it left to the server.
  func words(of manager: String) -> Self? { partial(appliedBy: manager, subresource: "", keys: .asOwned) }

  private func partial(appliedBy manager: String, subresource: String, keys: OwnedFields.Keys) -> Self? {
    let entries = fields["metadata"]?["managedFields"]?.arrayValue ?? []
    let entry = entries.first { entry in
      entry["operation"]?.stringValue == "Apply" && entry["manager"]?.stringValue == manager
        && (entry["subresource"]?.stringValue ?? "") == subresource
    }
    guard let tree = entry?["fieldsV1"]?.objectValue else { return nil }
    var partial = OwnedFields(keys: keys).members(of: fields, in: tree)
    partial["apiVersion"] = fields["apiVersion"]
    partial["kind"] = fields["kind"]
    var metadata = partial["metadata"]?.objectValue ?? JSONObject()
    metadata["name"] = fields["metadata"]?["name"]
    metadata["namespace"] = fields["metadata"]?["namespace"]
    partial["metadata"] = .object(metadata)
    return Self(fields: partial)
  }

  /// This object without what the server alone sets, as an apply may name it.
  ///
  /// Kubernetes: an apply with `metadata.managedFields` is refused; a `resourceVersion` or a `uid` in it is a condition.
  public var withoutServerFields: Self {
    var copy = self
    guard var metadata = fields["metadata"]?.objectValue else { return self }
    for name in OwnedFields.ofTheServer { metadata[name] = nil }
    copy.fields["metadata"] = .object(metadata)
    return copy
  }
}

/// Takes out of an object what a set of fields names.
///
/// Kubernetes: `meta/v1 FieldsV1`: `f:` a field, `k:` an element by its keys, `v:` an element by its value.
struct OwnedFields {
  /// Whether the keys of a list element are taken although they are not owned: a port without a protocol has the key `TCP`.
  enum Keys { case always, asOwned }

  let keys: Keys

  static let ofTheServer = [
    "managedFields", "resourceVersion", "uid", "creationTimestamp", "generation", "selfLink",
    "deletionTimestamp", "deletionGracePeriodSeconds",
  ]

  func members(of object: JSONObject, in tree: JSONObject) -> JSONObject {
    var result = JSONObject()
    for (key, below) in tree where key.hasPrefix("f:") {
      let name = String(key.dropFirst(2))
      guard let value = object[name], let below = below.objectValue else { continue }
      result[name] = part(of: value, in: below)
    }
    return result
  }

  /// - Parameter tree: Empty when the value is named as a whole.
  private func part(of value: JSON, in tree: JSONObject) -> JSON {
    guard !tree.isEmpty else { return value }
    switch value {
    case .object(let object): return .object(members(of: object, in: tree))
    case .array(let elements): return .array(elements.compactMap { element($0, in: tree) })
    default: return value
    }
  }

  private func element(_ element: JSON, in tree: JSONObject) -> JSON? {
    for (key, below) in tree {
      if key.hasPrefix("v:") {
        if let value = parse(key), value == element { return element }
      } else if key.hasPrefix("k:"), case .object(let keys)? = parse(key), case .object(let object) = element,
        keys.allSatisfy({ object[$0.key] == $0.value })
      {
        guard let below = below.objectValue, !below.isEmpty else { return element }
        var part = members(of: object, in: below)
        if self.keys == .always {
          for (name, value) in keys { part[name] = value }
        }
        return .object(part)
      }
    }
    return nil
  }

  private func parse(_ key: String) -> JSON? { try? JSON.parse(Array(key.dropFirst(2).utf8)) }
}
