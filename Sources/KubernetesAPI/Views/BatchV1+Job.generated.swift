// Generated from Sources/KubernetesAPI/Schemas/BatchV1+Job.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Runs pods until a number of them has ended well.
///
/// Kubernetes: `batch/v1 Job`.
public struct Job: Resource {
  public static let definition = ResourceDefinition(
    group: "batch", version: "v1", kind: "Job", plural: "jobs", categories: ["all"], subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The work to be done.
  public var spec: JobSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// How far the job is.
  public var status: JobStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// The work of a job.
///
/// Kubernetes: `batch/v1 JobSpec`.
public struct JobSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How long the job may be active, from its start, before its pods are ended and it counts as failed.
  public var activeDeadlineSeconds: Int? {
    get { fields[optional: "activeDeadlineSeconds"] }
    set { fields[optional: "activeDeadlineSeconds"] = newValue }
  }

  /// How many pods may fail before the job does; 6 if not said.
  public var backoffLimit: Int? {
    get { fields[optional: "backoffLimit"] }
    set { fields[optional: "backoffLimit"] = newValue }
  }

  /// How many pods of one index may fail before the index counts as failed; only for indexed jobs.
  public var backoffLimitPerIndex: Int? {
    get { fields[optional: "backoffLimitPerIndex"] }
    set { fields[optional: "backoffLimitPerIndex"] = newValue }
  }

  /// Whether each completion is a piece of work of its own (Indexed) or all are alike (NonIndexed).
  public var completionMode: String? {
    get { fields[optional: "completionMode"] }
    set { fields[optional: "completionMode"] = newValue }
  }

  /// How many pods must end well; when absent, any one that does ends the job.
  public var completions: Int? {
    get { fields[optional: "completions"] }
    set { fields[optional: "completions"] = newValue }
  }

  /// The controller that runs the job, when it is not the built-in one.
  public var managedBy: String? {
    get { fields[optional: "managedBy"] }
    set { fields[optional: "managedBy"] = newValue }
  }

  /// Set to choose the selector and the labels oneself; they are made to be unique otherwise.
  public var manualSelector: Bool? {
    get { fields[optional: "manualSelector"] }
    set { fields[optional: "manualSelector"] = newValue }
  }

  /// How many indexes may fail before the job does; only with backoffLimitPerIndex.
  public var maxFailedIndexes: Int? {
    get { fields[optional: "maxFailedIndexes"] }
    set { fields[optional: "maxFailedIndexes"] = newValue }
  }

  /// How many pods run at a time at most.
  public var parallelism: Int? {
    get { fields[optional: "parallelism"] }
    set { fields[optional: "parallelism"] = newValue }
  }

  /// What the failure of a pod means, by exit codes and conditions.
  public var podFailurePolicy: PodFailurePolicy? {
    get { fields[optional: "podFailurePolicy"] }
    set { fields[optional: "podFailurePolicy"] = newValue }
  }

  /// When a pod is replaced: as soon as it is leaving or has failed, or only once it has failed.
  public var podReplacementPolicy: String? {
    get { fields[optional: "podReplacementPolicy"] }
    set { fields[optional: "podReplacementPolicy"] = newValue }
  }

  /// Chooses the pods that belong to the job; usually set by the server.
  public var selector: LabelSelector? {
    get { fields[optional: "selector"] }
    set { fields[optional: "selector"] = newValue }
  }

  /// When the job counts as done before all indexes are; only for indexed jobs.
  public var successPolicy: SuccessPolicy? {
    get { fields[optional: "successPolicy"] }
    set { fields[optional: "successPolicy"] = newValue }
  }

  /// Holds the job back: its pods are ended and none are made.
  public var suspend: Bool? {
    get { fields[optional: "suspend"] }
    set { fields[optional: "suspend"] = newValue }
  }

  /// The pods to be made; their restartPolicy is Never or OnFailure.
  public var template: PodTemplateSpec {
    get { fields[view: "template"] }
    set { fields[view: "template"] = newValue }
    _modify { yield &fields[view: "template"] }
  }

  /// How long after its end the job is deleted; never if not said.
  public var ttlSecondsAfterFinished: Int? {
    get { fields[optional: "ttlSecondsAfterFinished"] }
    set { fields[optional: "ttlSecondsAfterFinished"] = newValue }
  }
}

/// What the failure of a pod means.
///
/// Kubernetes: `batch/v1 PodFailurePolicy`.
public struct PodFailurePolicy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The rules, of which the first that matches counts.
  public var rules: [PodFailurePolicyRule] {
    get { fields[list: "rules"] }
    set { fields[list: "rules"] = newValue }
  }
}

/// What is done when a failed pod meets a demand.
///
/// Kubernetes: `batch/v1 PodFailurePolicyRule`.
public struct PodFailurePolicyRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether the job fails, the index fails, or the failure is counted or not.
  public var action: String {
    get { fields[required: "action", empty: ""] }
    set { fields[required: "action", empty: ""] = newValue }
  }

  /// A demand on the exit codes of containers.
  public var onExitCodes: PodFailurePolicyOnExitCodesRequirement? {
    get { fields[optional: "onExitCodes"] }
    set { fields[optional: "onExitCodes"] = newValue }
  }

  /// Conditions of the pod, one of which must hold.
  public var onPodConditions: [PodFailurePolicyOnPodConditionsPattern] {
    get { fields[list: "onPodConditions"] }
    set { fields[list: "onPodConditions"] = newValue }
  }
}

/// A demand on the exit codes of containers.
///
/// Kubernetes: `batch/v1 PodFailurePolicyOnExitCodesRequirement`.
public struct PodFailurePolicyOnExitCodesRequirement: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The container that is meant; all if not said.
  public var containerName: String? {
    get { fields[optional: "containerName"] }
    set { fields[optional: "containerName"] = newValue }
  }

  /// Whether the code must be one of the values or none of them.
  public var `operator`: String {
    get { fields[required: "operator", empty: ""] }
    set { fields[required: "operator", empty: ""] = newValue }
  }

  /// The codes, in ascending order.
  public var values: [Int] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}

/// A condition that a failed pod may have.
///
/// Kubernetes: `batch/v1 PodFailurePolicyOnPodConditionsPattern`.
public struct PodFailurePolicyOnPodConditionsPattern: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The status that the condition must have.
  public var status: String? {
    get { fields[optional: "status"] }
    set { fields[optional: "status"] = newValue }
  }

  /// The type of the condition.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// When an indexed job counts as done early.
///
/// Kubernetes: `batch/v1 SuccessPolicy`.
public struct SuccessPolicy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The rules, one of which must be met.
  public var rules: [SuccessPolicyRule] {
    get { fields[list: "rules"] }
    set { fields[list: "rules"] = newValue }
  }
}

/// Indexes that must have ended well.
///
/// Kubernetes: `batch/v1 SuccessPolicyRule`.
public struct SuccessPolicyRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How many of them; all of succeededIndexes if not said.
  public var succeededCount: Int? {
    get { fields[optional: "succeededCount"] }
    set { fields[optional: "succeededCount"] = newValue }
  }

  /// Which ones, such as 0,2-4; any if not said.
  public var succeededIndexes: String? {
    get { fields[optional: "succeededIndexes"] }
    set { fields[optional: "succeededIndexes"] = newValue }
  }
}

/// How far a job is.
///
/// Kubernetes: `batch/v1 JobStatus`.
public struct JobStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How many pods are neither over nor leaving.
  public var active: Int? {
    get { fields[optional: "active"] }
    set { fields[optional: "active"] = newValue }
  }

  /// The indexes that have ended well, such as 0,2-4.
  public var completedIndexes: String? {
    get { fields[optional: "completedIndexes"] }
    set { fields[optional: "completedIndexes"] = newValue }
  }

  /// When the job was done.
  public var completionTime: Timestamp? {
    get { fields[optional: "completionTime"] }
    set { fields[optional: "completionTime"] = newValue }
  }

  /// Aspects of the state, one entry a type.
  public var conditions: [JobCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// How many pods have failed.
  public var failed: Int? {
    get { fields[optional: "failed"] }
    set { fields[optional: "failed"] = newValue }
  }

  /// The indexes that have failed, such as 1,5-6.
  public var failedIndexes: String? {
    get { fields[optional: "failedIndexes"] }
    set { fields[optional: "failedIndexes"] = newValue }
  }

  /// How many active pods are ready.
  public var ready: Int? {
    get { fields[optional: "ready"] }
    set { fields[optional: "ready"] = newValue }
  }

  /// When the job began, or went on after it was suspended.
  public var startTime: Timestamp? {
    get { fields[optional: "startTime"] }
    set { fields[optional: "startTime"] = newValue }
  }

  /// How many pods have ended well.
  public var succeeded: Int? {
    get { fields[optional: "succeeded"] }
    set { fields[optional: "succeeded"] = newValue }
  }

  /// How many pods are leaving and not over yet.
  public var terminating: Int? {
    get { fields[optional: "terminating"] }
    set { fields[optional: "terminating"] = newValue }
  }

  /// Pods that are over and not in the counts yet.
  public var uncountedTerminatedPods: UncountedTerminatedPods? {
    get { fields[optional: "uncountedTerminatedPods"] }
    set { fields[optional: "uncountedTerminatedPods"] = newValue }
  }
}

/// Pods that are over and not in the counts yet, by UID.
///
/// Kubernetes: `batch/v1 UncountedTerminatedPods`.
public struct UncountedTerminatedPods: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Those that have failed.
  public var failed: [String] {
    get { fields[list: "failed"] }
    set { fields[list: "failed"] = newValue }
  }

  /// Those that have ended well.
  public var succeeded: [String] {
    get { fields[list: "succeeded"] }
    set { fields[list: "succeeded"] = newValue }
  }
}

/// One aspect of the state of a job.
///
/// Kubernetes: `batch/v1 JobCondition`.
public struct JobCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the condition was last looked at.
  public var lastProbeTime: Timestamp? {
    get { fields[optional: "lastProbeTime"] }
    set { fields[optional: "lastProbeTime"] = newValue }
  }

  /// When the status last changed.
  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  /// Why the condition has its status, in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// Why the condition has its status, in one word for programs.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// Whether it holds: True, False or Unknown.
  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  /// The aspect: Complete, Failed, Suspended, FailureTarget or SuccessCriteriaMet.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}
