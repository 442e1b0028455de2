// Generated from Sources/EKSAPI/Schemas/EKSV1Alpha1+FargateProfile.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Says which pods run on Fargate, and in which subnets.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 FargateProfile`.
public struct FargateProfile: Resource {
  public static let definition = ResourceDefinition(
    group: "eks.services.k8s.aws", version: "v1alpha1", kind: "FargateProfile", plural: "fargateprofiles",
    subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the profile should be; it cannot be changed once made.
  public var spec: FargateProfileSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What the profile is.
  public var status: FargateProfileStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What a Fargate profile should be.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 FargateProfileSpec`.
public struct FargateProfileSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the profile in EKS.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The cluster of the profile.
  public var clusterName: String? {
    get { fields[optional: "clusterName"] }
    set { fields[optional: "clusterName"] = newValue }
  }

  /// The cluster as a Kubernetes object, in place of clusterName.
  public var clusterRef: ResourceReference? {
    get { fields[optional: "clusterRef"] }
    set { fields[optional: "clusterRef"] = newValue }
  }

  /// The IAM role that the kubelets of Fargate act under.
  public var podExecutionRoleARN: String? {
    get { fields[optional: "podExecutionRoleARN"] }
    set { fields[optional: "podExecutionRoleARN"] = newValue }
  }

  /// The role as a Kubernetes object.
  public var podExecutionRoleRef: ResourceReference? {
    get { fields[optional: "podExecutionRoleRef"] }
    set { fields[optional: "podExecutionRoleRef"] = newValue }
  }

  /// A pod that fits one of them runs on Fargate.
  public var selectors: [FargateProfileSelector] {
    get { fields[list: "selectors"] }
    set { fields[list: "selectors"] = newValue }
  }

  /// The private subnets that pods get their addresses from.
  public var subnets: [String] {
    get { fields[list: "subnets"] }
    set { fields[list: "subnets"] = newValue }
  }

  /// The subnets as Kubernetes objects.
  public var subnetRefs: [ResourceReference] {
    get { fields[list: "subnetRefs"] }
    set { fields[list: "subnetRefs"] = newValue }
  }

  /// Tags of the profile in AWS.
  public var tags: StringMap {
    get { fields[map: "tags"] }
    set { fields[map: "tags"] = newValue }
  }

  /// Makes a repeated creation harmless.
  public var clientRequestToken: String? {
    get { fields[optional: "clientRequestToken"] }
    set { fields[optional: "clientRequestToken"] = newValue }
  }
}

/// Chooses pods by namespace and labels; * and ? are wildcards.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 FargateProfileSelector`.
public struct FargateProfileSelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Labels that the pod must have; at most five.
  public var labels: StringMap {
    get { fields[map: "labels"] }
    set { fields[map: "labels"] = newValue }
  }

  /// The namespace of the pod.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
}

/// What a Fargate profile is.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 FargateProfileStatus`.
public struct FargateProfileStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where the profile lives in AWS.
  public var ackResourceMetadata: ResourceMetadata? {
    get { fields[optional: "ackResourceMetadata"] }
    set { fields[optional: "ackResourceMetadata"] = newValue }
  }

  /// Aspects of the state.
  public var conditions: [ResourceCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// When the profile was made.
  public var createdAt: Timestamp? {
    get { fields[optional: "createdAt"] }
    set { fields[optional: "createdAt"] = newValue }
  }

  /// What is wrong, if something is.
  public var health: FargateProfileHealth? {
    get { fields[optional: "health"] }
    set { fields[optional: "health"] = newValue }
  }

  /// CREATING, ACTIVE, DELETING, CREATE_FAILED or DELETE_FAILED.
  public var status: String? {
    get { fields[optional: "status"] }
    set { fields[optional: "status"] = newValue }
  }
}

/// What is wrong with a Fargate profile.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 FargateProfileHealth`.
public struct FargateProfileHealth: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The issues.
  public var issues: [FargateProfileIssue] {
    get { fields[list: "issues"] }
    set { fields[list: "issues"] = newValue }
  }
}

/// One thing that is wrong with a Fargate profile.
///
/// ACK: `eks.services.k8s.aws/v1alpha1 FargateProfileIssue`.
public struct FargateProfileIssue: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The kind of issue, such as PodExecutionRoleAlreadyInUse or AccessDenied.
  public var code: String? {
    get { fields[optional: "code"] }
    set { fields[optional: "code"] = newValue }
  }

  /// An explanation.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// The AWS resources that it is about.
  public var resourceIDs: [String] {
    get { fields[list: "resourceIDs"] }
    set { fields[list: "resourceIDs"] = newValue }
  }
}
