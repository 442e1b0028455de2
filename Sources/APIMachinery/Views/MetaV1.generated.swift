// Generated from Sources/APIMachinery/Schemas/MetaV1.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

/// Kubernetes: `meta/v1 ObjectMeta`.
public struct ObjectMeta: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var annotations: StringMap {
    get { fields[map: "annotations"] }
    set { fields[map: "annotations"] = newValue }
  }

  public var creationTimestamp: Timestamp? {
    get { fields[optional: "creationTimestamp"] }
    set { fields[optional: "creationTimestamp"] = newValue }
  }

  public var deletionGracePeriodSeconds: Int? {
    get { fields[optional: "deletionGracePeriodSeconds"] }
    set { fields[optional: "deletionGracePeriodSeconds"] = newValue }
  }

  public var deletionTimestamp: Timestamp? {
    get { fields[optional: "deletionTimestamp"] }
    set { fields[optional: "deletionTimestamp"] = newValue }
  }

  public var finalizers: [String] {
    get { fields[list: "finalizers"] }
    set { fields[list: "finalizers"] = newValue }
  }

  public var generateName: String? {
    get { fields[optional: "generateName"] }
    set { fields[optional: "generateName"] = newValue }
  }

  public var generation: Int? {
    get { fields[optional: "generation"] }
    set { fields[optional: "generation"] = newValue }
  }

  public var labels: StringMap {
    get { fields[map: "labels"] }
    set { fields[map: "labels"] = newValue }
  }

  public var managedFields: [ManagedFieldsEntry] {
    get { fields[list: "managedFields"] }
    set { fields[list: "managedFields"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }

  public var ownerReferences: [OwnerReference] {
    get { fields[list: "ownerReferences"] }
    set { fields[list: "ownerReferences"] = newValue }
  }

  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }

  public var selfLink: String? {
    get { fields[optional: "selfLink"] }
    set { fields[optional: "selfLink"] = newValue }
  }

  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}

/// Kubernetes: `meta/v1 OwnerReference`.
public struct OwnerReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiVersion: String {
    get { fields[required: "apiVersion", empty: ""] }
    set { fields[required: "apiVersion", empty: ""] = newValue }
  }

  public var blockOwnerDeletion: Bool? {
    get { fields[optional: "blockOwnerDeletion"] }
    set { fields[optional: "blockOwnerDeletion"] = newValue }
  }

  public var controller: Bool? {
    get { fields[optional: "controller"] }
    set { fields[optional: "controller"] = newValue }
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
}

/// Kubernetes: `meta/v1 ManagedFieldsEntry`.
public struct ManagedFieldsEntry: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  public var fieldsType: String? {
    get { fields[optional: "fieldsType"] }
    set { fields[optional: "fieldsType"] = newValue }
  }

  public var fieldsV1: JSON? {
    get { fields[optional: "fieldsV1"] }
    set { fields[optional: "fieldsV1"] = newValue }
  }

  public var manager: String? {
    get { fields[optional: "manager"] }
    set { fields[optional: "manager"] = newValue }
  }

  public var operation: String? {
    get { fields[optional: "operation"] }
    set { fields[optional: "operation"] = newValue }
  }

  public var subresource: String? {
    get { fields[optional: "subresource"] }
    set { fields[optional: "subresource"] = newValue }
  }

  public var time: Timestamp? {
    get { fields[optional: "time"] }
    set { fields[optional: "time"] = newValue }
  }
}

/// Kubernetes: `meta/v1 FieldSelectorRequirement`.
public struct FieldSelectorRequirement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  public var `operator`: String {
    get { fields[required: "operator", empty: ""] }
    set { fields[required: "operator", empty: ""] = newValue }
  }

  public var values: [String] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}

/// Kubernetes: `meta/v1 ListMeta`.
public struct ListMeta: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var `continue`: String? {
    get { fields[optional: "continue"] }
    set { fields[optional: "continue"] = newValue }
  }

  public var remainingItemCount: Int? {
    get { fields[optional: "remainingItemCount"] }
    set { fields[optional: "remainingItemCount"] = newValue }
  }

  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }

  public var selfLink: String? {
    get { fields[optional: "selfLink"] }
    set { fields[optional: "selfLink"] = newValue }
  }

  public var shardInfo: ShardInfo? {
    get { fields[optional: "shardInfo"] }
    set { fields[optional: "shardInfo"] = newValue }
  }
}

/// Kubernetes: `meta/v1 ShardInfo`.
public struct ShardInfo: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var selector: String {
    get { fields[required: "selector", empty: ""] }
    set { fields[required: "selector", empty: ""] = newValue }
  }
}

/// Kubernetes: `meta/v1 LabelSelector`.
public struct LabelSelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var matchExpressions: [LabelSelectorRequirement] {
    get { fields[list: "matchExpressions"] }
    set { fields[list: "matchExpressions"] = newValue }
  }

  public var matchLabels: StringMap {
    get { fields[map: "matchLabels"] }
    set { fields[map: "matchLabels"] = newValue }
  }
}

/// Kubernetes: `meta/v1 LabelSelectorRequirement`.
public struct LabelSelectorRequirement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  public var `operator`: String {
    get { fields[required: "operator", empty: ""] }
    set { fields[required: "operator", empty: ""] = newValue }
  }

  public var values: [String] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}

/// Kubernetes: `meta/v1 Condition`.
public struct Condition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var lastTransitionTime: Timestamp {
    get { fields[required: "lastTransitionTime", empty: .empty] }
    set { fields[required: "lastTransitionTime", empty: .empty] = newValue }
  }

  public var message: String {
    get { fields[required: "message", empty: ""] }
    set { fields[required: "message", empty: ""] = newValue }
  }

  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  public var reason: String {
    get { fields[required: "reason", empty: ""] }
    set { fields[required: "reason", empty: ""] = newValue }
  }

  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// Kubernetes: `meta/v1 Status`.
public struct Status: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  public var code: Int? {
    get { fields[optional: "code"] }
    set { fields[optional: "code"] = newValue }
  }

  public var details: StatusDetails? {
    get { fields[optional: "details"] }
    set { fields[optional: "details"] = newValue }
  }

  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var metadata: ListMeta {
    get { fields[view: "metadata"] }
    set { fields[view: "metadata"] = newValue }
    _modify { yield &fields[view: "metadata"] }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  public var status: String? {
    get { fields[optional: "status"] }
    set { fields[optional: "status"] = newValue }
  }
}

/// Kubernetes: `meta/v1 StatusDetails`.
public struct StatusDetails: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var causes: [StatusCause] {
    get { fields[list: "causes"] }
    set { fields[list: "causes"] = newValue }
  }

  public var group: String? {
    get { fields[optional: "group"] }
    set { fields[optional: "group"] = newValue }
  }

  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var retryAfterSeconds: Int? {
    get { fields[optional: "retryAfterSeconds"] }
    set { fields[optional: "retryAfterSeconds"] = newValue }
  }

  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}

/// Kubernetes: `meta/v1 StatusCause`.
public struct StatusCause: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var field: String? {
    get { fields[optional: "field"] }
    set { fields[optional: "field"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }
}

/// Kubernetes: `meta/v1 DeleteOptions`.
public struct DeleteOptions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiVersion: String? {
    get { fields[optional: "apiVersion"] }
    set { fields[optional: "apiVersion"] = newValue }
  }

  public var dryRun: [String] {
    get { fields[list: "dryRun"] }
    set { fields[list: "dryRun"] = newValue }
  }

  public var gracePeriodSeconds: Int? {
    get { fields[optional: "gracePeriodSeconds"] }
    set { fields[optional: "gracePeriodSeconds"] = newValue }
  }

  public var ignoreStoreReadErrorWithClusterBreakingPotential: Bool? {
    get { fields[optional: "ignoreStoreReadErrorWithClusterBreakingPotential"] }
    set { fields[optional: "ignoreStoreReadErrorWithClusterBreakingPotential"] = newValue }
  }

  public var kind: String? {
    get { fields[optional: "kind"] }
    set { fields[optional: "kind"] = newValue }
  }

  public var orphanDependents: Bool? {
    get { fields[optional: "orphanDependents"] }
    set { fields[optional: "orphanDependents"] = newValue }
  }

  public var preconditions: Preconditions? {
    get { fields[optional: "preconditions"] }
    set { fields[optional: "preconditions"] = newValue }
  }

  public var propagationPolicy: String? {
    get { fields[optional: "propagationPolicy"] }
    set { fields[optional: "propagationPolicy"] = newValue }
  }
}

/// Kubernetes: `meta/v1 Preconditions`.
public struct Preconditions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var resourceVersion: String? {
    get { fields[optional: "resourceVersion"] }
    set { fields[optional: "resourceVersion"] = newValue }
  }

  public var uid: String? {
    get { fields[optional: "uid"] }
    set { fields[optional: "uid"] = newValue }
  }
}
