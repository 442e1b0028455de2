// Generated from Sources/EKSAPI/Schemas/ACK.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Refers to an AWS resource by the Kubernetes object that stands for it.
///
/// ACK: `services.k8s.aws/v1alpha1 ResourceReference`.
public struct ResourceReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The object that is referred to.
  public var from: ResourceReferenceTarget {
    get { fields[view: "from"] }
    set { fields[view: "from"] = newValue }
    _modify { yield &fields[view: "from"] }
  }
}

/// The name of an object, and its namespace if it is another one.
///
/// ACK: `services.k8s.aws/v1alpha1 ResourceReferenceTarget`.
public struct ResourceReferenceTarget: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the object.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The namespace of the object; by default that of the referring object.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
}

/// Where a resource lives in AWS.
///
/// ACK: `services.k8s.aws/v1alpha1 ResourceMetadata`.
public struct ResourceMetadata: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The Amazon Resource Name of the resource.
  public var arn: String? {
    get { fields[optional: "arn"] }
    set { fields[optional: "arn"] = newValue }
  }

  /// The account that owns the resource.
  public var ownerAccountID: String? {
    get { fields[optional: "ownerAccountID"] }
    set { fields[optional: "ownerAccountID"] = newValue }
  }

  /// The AWS partition: aws, aws-cn or aws-us-gov.
  public var partition: String? {
    get { fields[optional: "partition"] }
    set { fields[optional: "partition"] = newValue }
  }

  /// The AWS region.
  public var region: String? {
    get { fields[optional: "region"] }
    set { fields[optional: "region"] = newValue }
  }
}

/// One aspect of the state of an AWS resource.
///
/// ACK: `services.k8s.aws/v1alpha1 ResourceCondition`.
public struct ResourceCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The aspect, such as ACK.ResourceSynced or ACK.Terminal.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }

  /// Whether it holds.
  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  /// When the status last changed.
  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  /// An explanation for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// An explanation in one word, for programs.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }
}
