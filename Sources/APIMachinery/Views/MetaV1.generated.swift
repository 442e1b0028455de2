// Generated from Sources/APIMachinery/Schemas/MetaV1.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

/// What every object has: a name, an identity, versions, labels and owners.
///
/// Kubernetes: `meta/v1 ObjectMeta`.
public struct ObjectMeta: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Notes for programs and people that nothing is selected by; they may be long.
  public var annotations: StringMap {
    get { fields[map: "annotations"] }
    set { fields[map: "annotations"] = newValue }
  }

  /// When the object was made; set by the API server.
  public var creationTimestamp: Timestamp? {
    get { fields[optional: "creationTimestamp"] }
    set { fields[optional: "creationTimestamp"] = newValue }
  }

  /// How long the object has to end in good order once its deletion was asked for.
  public var deletionGracePeriodSeconds: Int? {
    get { fields[optional: "deletionGracePeriodSeconds"] }
    set { fields[optional: "deletionGracePeriodSeconds"] = newValue }
  }

  /// When the object is to be gone; set by the API server when deletion is asked for.
  public var deletionTimestamp: Timestamp? {
    get { fields[optional: "deletionTimestamp"] }
    set { fields[optional: "deletionTimestamp"] = newValue }
  }

  /// Names of those who have work to do before the object may go; it stays until the list is empty.
  public var finalizers: [String] {
    get { fields[list: "finalizers"] }
    set { fields[list: "finalizers"] = newValue }
  }

  /// The start of a name that the API server completes, used when no name is given.
  public var generateName: String? {
    get { fields[optional: "generateName"] }
    set { fields[optional: "generateName"] = newValue }
  }

  /// Counts the changes of what is wanted; set by the API server.
  public var generation: Int? {
    get { fields[optional: "generation"] }
    set { fields[optional: "generation"] = newValue }
  }

  /// Short key-value pairs by which objects are selected.
  public var labels: StringMap {
    get { fields[map: "labels"] }
    set { fields[map: "labels"] = newValue }
  }

  /// Who last set which fields: the bookkeeping of server-side apply.
  public var managedFields: [ManagedFieldsEntry] {
    get { fields[list: "managedFields"] }
    set { fields[list: "managedFields"] = newValue }
  }

  /// The name of the object, unique among its kind in its namespace; it never changes.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The namespace that the name is unique in; empty for objects of the whole cluster.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }

  /// The objects that this one belongs to; when all are gone, this one is removed.
  public var ownerReferences: [OwnerReference] {
    get { fields[list: "ownerReferences"] }
    set { fields[list: "ownerReferences"] = newValue }
  }

  /// The version of the object in the store: to be passed back, and compared for equality only.
  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }

  /// Not used any more.
  public var selfLink: String? {
    get { fields[optional: "selfLink"] }
    set { fields[optional: "selfLink"] = newValue }
  }

  /// The identity of the object in time and space; set by the API server.
  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}

/// Names an object that owns another; when all owners are gone, the owned object is removed.
///
/// Kubernetes: `meta/v1 OwnerReference`.
public struct OwnerReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The group and version of the owner.
  public var apiVersion: String {
    get { fields[required: "apiVersion", empty: ""] }
    set { fields[required: "apiVersion", empty: ""] = newValue }
  }

  /// Whether the owner, when deleted in the foreground, waits for this object to be gone.
  public var blockOwnerDeletion: Bool? {
    get { fields[optional: "blockOwnerDeletion"] }
    set { fields[optional: "blockOwnerDeletion"] = newValue }
  }

  /// Whether the owner is the one that manages this object; at most one is.
  public var controller: Bool? {
    get { fields[optional: "controller"] }
    set { fields[optional: "controller"] = newValue }
  }

  /// The kind of the owner.
  public var kind: String {
    get { fields[required: "kind", empty: ""] }
    set { fields[required: "kind", empty: ""] = newValue }
  }

  /// The name of the owner.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The identity of the owner.
  public var uid: String {
    get { fields[required: "uid", empty: ""] }
    set { fields[required: "uid", empty: ""] = newValue }
  }
}

/// The fields that one manager set in one way.
///
/// Kubernetes: `meta/v1 ManagedFieldsEntry`.
public struct ManagedFieldsEntry: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The version of the API that the fields are written in.
  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  /// The form of the set of fields: FieldsV1.
  public var fieldsType: String? {
    get { fields[optional: "fieldsType"] }
    set { fields[optional: "fieldsType"] = newValue }
  }

  /// The set of fields, as a tree.
  public var fieldsV1: JSON? {
    get { fields[optional: "fieldsV1"] }
    set { fields[optional: "fieldsV1"] = newValue }
  }

  /// The name of the manager.
  public var manager: String? {
    get { fields[optional: "manager"] }
    set { fields[optional: "manager"] = newValue }
  }

  /// How the fields were set: Apply or Update.
  public var operation: String? {
    get { fields[optional: "operation"] }
    set { fields[optional: "operation"] = newValue }
  }

  /// The subresource that they were set through, if any.
  public var subresource: String? {
    get { fields[optional: "subresource"] }
    set { fields[optional: "subresource"] = newValue }
  }

  /// When the set of fields last changed.
  public var time: Timestamp? {
    get { fields[optional: "time"] }
    set { fields[optional: "time"] = newValue }
  }
}

/// One requirement on the value of a field.
///
/// Kubernetes: `meta/v1 FieldSelectorRequirement`.
public struct FieldSelectorRequirement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The field.
  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  /// How the field is compared with the values.
  public var `operator`: String {
    get { fields[required: "operator", empty: ""] }
    set { fields[required: "operator", empty: ""] = newValue }
  }

  /// The values; none for Exists and DoesNotExist.
  public var values: [String] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}

/// What a list has instead of an object's metadata.
///
/// Kubernetes: `meta/v1 ListMeta`.
public struct ListMeta: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// A token to ask for the next page with; empty on the last page.
  public var `continue`: String? {
    get { fields[optional: "continue"] }
    set { fields[optional: "continue"] = newValue }
  }

  /// How many items follow this page, if that is known.
  public var remainingItemCount: Int? {
    get { fields[optional: "remainingItemCount"] }
    set { fields[optional: "remainingItemCount"] = newValue }
  }

  /// The version of the store that the list shows.
  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }

  /// Not used any more.
  public var selfLink: String? {
    get { fields[optional: "selfLink"] }
    set { fields[optional: "selfLink"] = newValue }
  }

  /// The part of the collection that the list shows, when a part was asked for.
  public var shardInfo: ShardInfo? {
    get { fields[optional: "shardInfo"] }
    set { fields[optional: "shardInfo"] = newValue }
  }
}

/// Says which part of a collection a list shows.
///
/// Kubernetes: `meta/v1 ShardInfo`.
public struct ShardInfo: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The shard selector of the request.
  public var selector: String {
    get { fields[required: "selector", empty: ""] }
    set { fields[required: "selector", empty: ""] = newValue }
  }
}

/// Chooses objects by their labels; an empty one chooses all, an absent one none.
///
/// Kubernetes: `meta/v1 LabelSelector`.
public struct LabelSelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Requirements, all of which must be met.
  public var matchExpressions: [LabelSelectorRequirement] {
    get { fields[list: "matchExpressions"] }
    set { fields[list: "matchExpressions"] = newValue }
  }

  /// Labels that must be present with these values.
  public var matchLabels: StringMap {
    get { fields[map: "matchLabels"] }
    set { fields[map: "matchLabels"] = newValue }
  }
}

/// One requirement on a label.
///
/// Kubernetes: `meta/v1 LabelSelectorRequirement`.
public struct LabelSelectorRequirement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The key of the label.
  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  /// How the label is compared with the values.
  public var `operator`: String {
    get { fields[required: "operator", empty: ""] }
    set { fields[required: "operator", empty: ""] = newValue }
  }

  /// The values for In and NotIn; none for Exists and DoesNotExist.
  public var values: [String] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}

/// One aspect of the state of an object.
///
/// Kubernetes: `meta/v1 Condition`.
public struct Condition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the status last changed.
  public var lastTransitionTime: Timestamp {
    get { fields[required: "lastTransitionTime", empty: .empty] }
    set { fields[required: "lastTransitionTime", empty: .empty] = newValue }
  }

  /// Why the condition has its status, in words for people.
  public var message: String {
    get { fields[required: "message", empty: ""] }
    set { fields[required: "message", empty: ""] = newValue }
  }

  /// The generation of the object that the status was computed from.
  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  /// Why the condition has its status, in one word for programs.
  public var reason: String {
    get { fields[required: "reason", empty: ""] }
    set { fields[required: "reason", empty: ""] = newValue }
  }

  /// Whether it holds: True, False or Unknown.
  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  /// The aspect, in CamelCase or with a domain in front.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// The answer to a request that does not answer with an object.
///
/// Kubernetes: `meta/v1 Status`.
public struct Status: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The group and version of the API that the object is written in.
  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  /// The HTTP status code; 0 when not set.
  public var code: Int? {
    get { fields[optional: "code"] }
    set { fields[optional: "code"] = newValue }
  }

  /// What the answer is about.
  public var details: StatusDetails? {
    get { fields[optional: "details"] }
    set { fields[optional: "details"] = newValue }
  }

  /// The kind of the object.
  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  /// The answer in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// What a list has instead of an object's metadata.
  public var metadata: ListMeta {
    get { fields[view: "metadata"] }
    set { fields[view: "metadata"] = newValue }
    _modify { yield &fields[view: "metadata"] }
  }

  /// Why the request failed, in one word for programs.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// Success or Failure.
  public var status: String? {
    get { fields[optional: "status"] }
    set { fields[optional: "status"] = newValue }
  }
}

/// What a status is about.
///
/// Kubernetes: `meta/v1 StatusDetails`.
public struct StatusDetails: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The single causes of a failure.
  public var causes: [StatusCause] {
    get { fields[list: "causes"] }
    set { fields[list: "causes"] = newValue }
  }

  /// The API group of the resource.
  public var group: String? {
    get { fields[optional: "group"] }
    set { fields[optional: "group"] = newValue }
  }

  /// The resource, or the kind.
  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  /// The name of the object.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// How long to wait before trying again.
  public var retryAfterSeconds: Int? {
    get { fields[optional: "retryAfterSeconds"] }
    set { fields[optional: "retryAfterSeconds"] = newValue }
  }

  /// The identity of the object.
  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}

/// One cause of a failure.
///
/// Kubernetes: `meta/v1 StatusCause`.
public struct StatusCause: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path of the field, such as spec.containers[0].name.
  public var field: String? {
    get { fields[optional: "field"] }
    set { fields[optional: "field"] = newValue }
  }

  /// The cause in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// The cause in one word for programs.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }
}

/// How an object is deleted.
///
/// Kubernetes: `meta/v1 DeleteOptions`.
public struct DeleteOptionsBody: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The group and version of the API that the object is written in.
  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  /// All, to go through the deletion without carrying it out.
  public var dryRun: [String] {
    get { fields[list: "dryRun"] }
    set { fields[list: "dryRun"] = newValue }
  }

  /// How long the object has to end in good order; 0 deletes it at once.
  public var gracePeriodSeconds: Int? {
    get { fields[optional: "gracePeriodSeconds"] }
    set { fields[optional: "gracePeriodSeconds"] = newValue }
  }

  /// Deletes an object that cannot be read any more, leaving out all other steps.
  public var ignoreStoreReadErrorWithClusterBreakingPotential: Bool? {
    get { fields[optional: "ignoreStoreReadErrorWithClusterBreakingPotential"] }
    set { fields[optional: "ignoreStoreReadErrorWithClusterBreakingPotential"] = newValue }
  }

  /// The kind of the object.
  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  /// The former form of propagationPolicy.
  public var orphanDependents: Bool? {
    get { fields[optional: "orphanDependents"] }
    set { fields[optional: "orphanDependents"] = newValue }
  }

  /// What must hold of the object for it to be deleted.
  public var preconditions: Preconditions? {
    get { fields[optional: "preconditions"] }
    set { fields[optional: "preconditions"] = newValue }
  }

  /// What happens to the objects that this one owns: left (Orphan), removed after it (Background) or
  /// before it (Foreground).
  public var propagationPolicy: String? {
    get { fields[optional: "propagationPolicy"] }
    set { fields[optional: "propagationPolicy"] = newValue }
  }
}

/// What must hold of an object for a request to be carried out.
///
/// Kubernetes: `meta/v1 Preconditions`.
public struct Preconditions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The version that the object must have.
  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }

  /// The identity that the object must have.
  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}
