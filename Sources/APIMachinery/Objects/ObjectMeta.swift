/// What every object carries: its name, its identity, its versions, its labels, its owners.
///
/// Kubernetes: `meta/v1 ObjectMeta`.
public struct ObjectMeta: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }
  public var generateName: String? {
    get { fields[optional: "generateName"] }
    set { fields[optional: "generateName"] = newValue }
  }
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }
  public var generation: Int? {
    get { fields[optional: "generation"] }
    set { fields[optional: "generation"] = newValue }
  }
  public var creationTimestamp: Timestamp? {
    get { fields[optional: "creationTimestamp"] }
    set { fields[optional: "creationTimestamp"] = newValue }
  }
  public var deletionTimestamp: Timestamp? {
    get { fields[optional: "deletionTimestamp"] }
    set { fields[optional: "deletionTimestamp"] = newValue }
  }
  public var deletionGracePeriodSeconds: Int? {
    get { fields[optional: "deletionGracePeriodSeconds"] }
    set { fields[optional: "deletionGracePeriodSeconds"] = newValue }
  }
  public var labels: StringMap {
    get { fields[map: "labels"] }
    set { fields[map: "labels"] = newValue }
  }
  public var annotations: StringMap {
    get { fields[map: "annotations"] }
    set { fields[map: "annotations"] = newValue }
  }
  public var ownerReferences: [OwnerReference] {
    get { fields[list: "ownerReferences"] }
    set { fields[list: "ownerReferences"] = newValue }
  }
  public var finalizers: [String] {
    get { fields[list: "finalizers"] }
    set { fields[list: "finalizers"] = newValue }
  }
}

/// Names an object that owns another: when all owners are gone, the garbage collector removes the owned one.
///
/// Kubernetes: `meta/v1 OwnerReference`.
public struct OwnerReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiVersion: String {
    get { fields[required: "apiVersion", empty: ""] }
    set { fields[required: "apiVersion", empty: ""] = newValue }
  }
  public var kind: String {
    get { fields[required: "kind", empty: ""] }
    set { fields[required: "kind", empty: ""] = newValue }
  }
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
  public var uid: String {
    get { fields[required: "uid", empty: ""] }
    set { fields[required: "uid", empty: ""] = newValue }
  }
  public var controller: Bool? {
    get { fields[optional: "controller"] }
    set { fields[optional: "controller"] = newValue }
  }
  public var blockOwnerDeletion: Bool? {
    get { fields[optional: "blockOwnerDeletion"] }
    set { fields[optional: "blockOwnerDeletion"] = newValue }
  }
}

extension ObjectMeta {
  /// The owner that controls this object, if any.
  public var controller: OwnerReference? { ownerReferences.first { $0.controller == true } }
}
