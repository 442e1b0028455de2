public import APIMachinery
public import KubernetesClient

extension Client {
  /// Makes an object be as `object` says, by server-side apply, and writes nothing when the cache shows that it is so.
  ///
  /// What `object` does not say belongs to others and stays as it is. What it said before and says no longer is removed.
  /// The owner of a field that somebody else changed gets it back.
  ///
  /// - Parameters:
  ///   - object: The fields that matter to the caller, and no others.
  ///   - cache: Where the present state is looked up; the caller watches the kind.
  ///   - fieldManager: The name under which the fields are owned; the same for every call of a controller.
  /// - Returns: The object as it is now.
  /// - Complexity: O(size of the object) without a write.
  @discardableResult
  public func ensure<Kind: Resource>(
    _ object: Kind, in cache: Cache, fieldManager: String
  ) async throws(StatusError) -> Kind {
    if let present = cache.get(Kind.self, object.key),
      AppliedFields(of: fieldManager, in: present.fields).match(object.fields, in: present.fields)
    {
      return present
    }
    return try await apply(object, fieldManager: fieldManager, force: true)
  }
}

/// What a field manager owns of an object by server-side apply.
///
/// Kubernetes: `metadata.managedFields[].fieldsV1`, structured-merge-diff `fieldpath.Set`.
struct AppliedFields {
  private let owned: JSONObject?

  init(of manager: String, in object: JSONObject) {
    let entries = object["metadata"]?["managedFields"]?.arrayValue ?? []
    owned =
      entries.first {
        $0["manager"]?.stringValue == manager && $0["operation"] == "Apply" && $0["subresource"] == nil
      }?["fieldsV1"]?.objectValue
  }

  /// Whether applying `wanted` would change nothing: what it says is so in `present`, and nothing is owned that it
  /// does not say.
  func match(_ wanted: JSONObject, in present: JSONObject) -> Bool {
    guard let owned else { return false }
    return Self.holds(.object(wanted), in: .object(present)) && Self.says(.object(wanted), all: owned)
  }

  /// Whether `present` has everything of `wanted`; objects may have more, lists may not.
  private static func holds(_ wanted: JSON, in present: JSON) -> Bool {
    switch (wanted, present) {
    case (.object(let wanted), .object(let present)):
      wanted.allSatisfy { name, value in
        present[name].map { holds(value, in: $0) } ?? (value == .null || value == .object(JSONObject()))
      }
    case (.array(let wanted), .array(let present)):
      wanted.count == present.count && zip(wanted, present).allSatisfy { holds($0, in: $1) }
    default: wanted == present || Self.quantities(wanted, present)
    }
  }

  /// Whether two texts are the same amount, which the API may have written in another way: `1024Mi` and `1Gi`.
  private static func quantities(_ one: JSON, _ other: JSON) -> Bool {
    guard case .string(let one) = one, case .string(let other) = other,
      let one = try? Quantity(one), let other = try? Quantity(other)
    else { return false }
    return one == other
  }

  /// Whether `wanted` says every field of the set.
  private static func says(_ wanted: JSON, all owned: JSONObject) -> Bool {
    owned.allSatisfy { step, inner in
      if step == "." { return true }
      guard let found = element(step, of: wanted) else { return false }
      return inner.objectValue.map { says(found, all: $0) } ?? true
    }
  }

  /// What a step of a path leads to: `f:` a field, `k:` an element by its keys, `v:` an element of a set.
  private static func element(_ step: String, of value: JSON) -> JSON? {
    let rest = String(step.dropFirst(2))
    if step.hasPrefix("f:") { return value.objectValue?[rest] }
    guard let elements = value.arrayValue, let key = try? JSON.parse(Array(rest.utf8)) else { return nil }
    if step.hasPrefix("v:") { return elements.first { $0 == key } }
    guard step.hasPrefix("k:"), let keys = key.objectValue else { return nil }
    return elements.first { element in
      keys.allSatisfy { name, value in element.objectValue?[name].map { $0 == value } ?? true }
    }
  }
}
