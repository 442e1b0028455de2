public import APIMachinery
public import KubernetesClient

/// What ``KubernetesClient/Client/createOrPatch(_:_:_:)`` did.
public enum CreateOrPatchResult: String, Sendable, Hashable {
  case created, patched, unchanged
}

extension Client {
  /// Makes the object `key` be as `change` makes it: creates it when it is missing, patches what differs, and
  /// writes nothing when nothing does.
  ///
  /// Kubernetes: controller-runtime `controllerutil.CreateOrPatch`.
  ///
  /// - Parameter change: Sets what matters to the caller, and leaves the rest alone.
  public func createOrPatch<Kind: Resource>(
    _ kind: Kind.Type, _ key: ObjectKey, _ change: (inout Kind) throws -> Void
  ) async throws -> (object: Kind, result: CreateOrPatchResult) {
    guard let before = try await find(kind, key) else {
      var object = Kind {
        if !key.namespace.isEmpty { $0.metadata.namespace = key.namespace }
        $0.metadata.name = key.name
      }
      try change(&object)
      return (try await create(object), .created)
    }
    var object = before
    try change(&object)
    guard object.fields != before.fields else { return (before, .unchanged) }
    let hasStatus = Kind.definition.subresources.contains("status")
    let isStatusChanged = hasStatus && object.fields["status"] != before.fields["status"]
    let difference = MergePatch.difference(from: before.fields, to: object.fields)
    var body = difference
    if hasStatus { body["status"] = nil }
    var result = before
    if !body.isEmpty { result = try await patch(kind, key, .merge(.object(body))) }
    if isStatusChanged, let status = difference["status"] {
      result = try await patch(kind, key, .merge(["status": status]), subresource: "status")
    }
    return (result, .patched)
  }
}

/// Merge patches, RFC 7386.
enum MergePatch {
  /// The patch that makes `new` of `old`. Empty when they are equal.
  static func difference(from old: JSONObject, to new: JSONObject) -> JSONObject {
    var patch = JSONObject()
    for (key, value) in new {
      let before = old[key]
      if before == value { continue }
      if case .object(let before)? = before, case .object(let value) = value {
        patch[key] = .object(difference(from: before, to: value))
      } else {
        patch[key] = value
      }
    }
    for (key, _) in old where !new.contains(key) { patch[key] = .null }
    return patch
  }
}
