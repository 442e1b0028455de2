extension Schemas {
  static let batchV1Job = #"""
    api batch/v1 io.k8s.api.batch.v1

    kind Job categories(all) subresources(status) select(status.successful)
        "Runs pods until a number of them has ended well."
      spec    JobSpec    "The work to be done."
      status  JobStatus  "How far the job is."
      column "Status"  string
      column "Completions"  string  path(.status.succeeded)
      column "Duration"  string
      column "Age"  string
      column "Containers"  string  priority(1)
      column "Images"  string  priority(1)
      column "Selector"  string  priority(1)

    type JobSpec  "The work of a job."
      activeDeadlineSeconds    int64   min(1)
          "How long the job may be active, from its start, before its pods are ended and it counts as failed."
      backoffLimit             int32   min(0)
          "How many pods may fail before the job does; 6 if not said."
      backoffLimitPerIndex     int32   min(0)
          "How many pods of one index may fail before the index counts as failed; only for indexed jobs."
      completionMode           string  default(NonIndexed) enum(Indexed NonIndexed)
          "Whether each completion is a piece of work of its own (Indexed) or all are alike (NonIndexed)."
      completions              int32   min(0)
          "How many pods must end well; when absent, any one that does ends the job."
      managedBy                string  immutable
          "The controller that runs the job, when it is not the built-in one."
      manualSelector           bool
          "Set to choose the selector and the labels oneself; they are made to be unique otherwise."
      maxFailedIndexes         int32   min(0)
          "How many indexes may fail before the job does; only with backoffLimitPerIndex."
      parallelism              int32   min(0)
          "How many pods run at a time at most."
      podFailurePolicy         PodFailurePolicy  immutable
          "What the failure of a pod means, by exit codes and conditions."
      podReplacementPolicy     string  enum(Failed TerminatingOrFailed)
          "When a pod is replaced: as soon as it is leaving or has failed, or only once it has failed."
      selector                 LabelSelector  immutable
          "Chooses the pods that belong to the job; usually set by the server."
      successPolicy            SuccessPolicy  immutable
          "When the job counts as done before all indexes are; only for indexed jobs."
      suspend                  bool    default(false)
          "Holds the job back: its pods are ended and none are made."
      template                 PodTemplateSpec  required
          "The pods to be made; their restartPolicy is Never or OnFailure."
      ttlSecondsAfterFinished  int32   min(0)
          "How long after its end the job is deleted; never if not said."

    type PodFailurePolicy  "What the failure of a pod means."
      rules  [PodFailurePolicyRule]  required max-items(20)
          "The rules, of which the first that matches counts."

    type PodFailurePolicyRule  "What is done when a failed pod meets a demand."
      action           string  required enum(Count FailIndex FailJob Ignore)
          "Whether the job fails, the index fails, or the failure is counted or not."
      onExitCodes      PodFailurePolicyOnExitCodesRequirement
          "A demand on the exit codes of containers."
      onPodConditions  [PodFailurePolicyOnPodConditionsPattern]  max-items(20)
          "Conditions of the pod, one of which must hold."

    type PodFailurePolicyOnExitCodesRequirement  "A demand on the exit codes of containers."
      containerName  string  "The container that is meant; all if not said."
      operator       string  required enum(In NotIn)
          "Whether the code must be one of the values or none of them."
      values         [int32]  required set  max-items(255)
          "The codes, in ascending order."

    type PodFailurePolicyOnPodConditionsPattern  "A condition that a failed pod may have."
      status  string  default(True)
          "The status that the condition must have."
      type    string  required  "The type of the condition."

    type SuccessPolicy  "When an indexed job counts as done early."
      rules  [SuccessPolicyRule]  required max-items(20)
          "The rules, one of which must be met."

    type SuccessPolicyRule  "Indexes that must have ended well."
      succeededCount    int32   min(1)
          "How many of them; all of succeededIndexes if not said."
      succeededIndexes  string  "Which ones, such as 0,2-4; any if not said."

    type JobStatus  "How far a job is."
      active                   int32   "How many pods are neither over nor leaving."
      completedIndexes         string  "The indexes that have ended well, such as 0,2-4."
      completionTime           time    "When the job was done."
      conditions               [JobCondition]  patch(type)
          "Aspects of the state, one entry a type."
      failed                   int32   "How many pods have failed."
      failedIndexes            string  "The indexes that have failed, such as 1,5-6."
      ready                    int32   "How many active pods are ready."
      startTime                time    "When the job began, or went on after it was suspended."
      succeeded                int32   "How many pods have ended well."
      terminating              int32   "How many pods are leaving and not over yet."
      uncountedTerminatedPods  UncountedTerminatedPods
          "Pods that are over and not in the counts yet."

    type UncountedTerminatedPods  "Pods that are over and not in the counts yet, by UID."
      failed     [string]  set  "Those that have failed."
      succeeded  [string]  set  "Those that have ended well."

    type JobCondition  "One aspect of the state of a job."
      lastProbeTime       time    "When the condition was last looked at."
      lastTransitionTime  time    "When the status last changed."
      message             string  "Why the condition has its status, in words for people."
      reason              string  "Why the condition has its status, in one word for programs."
      status              string  required  "Whether it holds: True, False or Unknown."
      type                string  required
          "The aspect: Complete, Failed, Suspended, FailureTarget or SuccessCriteriaMet."
    """#
}
