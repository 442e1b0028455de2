public import APIMachinery

/// An object cannot be controlled by the owner that was named for it.
public struct OwnerError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}

extension KubernetesObject {
  /// Makes `owner` the one owner that controls this object: the garbage collector removes it with its owner, and
  /// a controller that ``Controller/owns(_:where:)`` its kind hears of its changes.
  ///
  /// Kubernetes: controller-runtime `controllerutil.SetControllerReference`.
  ///
  /// - Throws: ``OwnerError`` when another owner controls the object, or when the owner lives in another
  ///   namespace. Setting the same owner again is not an error.
  public mutating func setControllerReference<Owner: Resource>(_ owner: Owner) throws(OwnerError) {
    let name = owner.metadata.name ?? ""
    let uid = owner.metadata.uid ?? ""
    if Owner.definition.isNamespaced, owner.metadata.namespace != metadata.namespace {
      throw OwnerError(
        description: "\(Owner.definition.kind) \(owner.key) cannot own \(kind) \(key) of another namespace")
    }
    if let present = metadata.controller, present.uid != uid {
      throw OwnerError(
        description: "\(kind) \(key) is controlled by \(present.kind) \(present.name) already")
    }
    var references = metadata.ownerReferences.filter { $0.uid != uid }
    references.append(OwnerReference(controller: owner, name: name, uid: uid))
    metadata.ownerReferences = references
  }

  /// Whether `owner` controls this object.
  public func isControlled(by owner: some KubernetesObject) -> Bool {
    guard let uid = owner.metadata.uid else { return false }
    return metadata.controller?.uid == uid
  }
}

extension OwnerReference {
  /// A reference to the object that controls another one, which has this name and UID.
  init<Owner: Resource>(controller owner: Owner, name: String, uid: String) {
    var fields = JSONObject(minimumCapacity: 6)
    fields.append("apiVersion", .string(Owner.definition.apiVersion))
    fields.append("kind", .string(Owner.definition.kind))
    fields.append("name", .string(name))
    fields.append("uid", .string(uid))
    fields.append("controller", .bool(true))
    fields.append("blockOwnerDeletion", .bool(true))
    self.init(fields: fields)
  }
}
