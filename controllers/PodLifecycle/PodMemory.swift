import APIMachinery
import KubernetesAPI

/// What the kubelet remembers of a pod between two looks at it, beside what the pod's status says: when the
/// steps under way end, to the nanosecond.
///
/// It is lost when the loop is killed. Then the steps under way begin anew, and the rest is read from the status.
struct PodMemory: Sendable {
  /// Of each container, in the order of the last look.
  var containers: [(name: String, memory: ContainerMemory)] = []
  /// The machine whose runtime was asked for the pod's containers.
  var machine: String?
  /// When the sandbox will be ready.
  var sandboxReadyAt: Timestamp?
  /// Whether volumes of the pod's claims are not on the node yet.
  var awaitsVolumes = false
  /// When the kubelet first saw that the pod shall stop.
  var stopRequestedAt: Timestamp?
  /// When the resize under way is done.
  var resizedAt: Timestamp?
  /// When this loop first saw the pod.
  var seenAt: Timestamp?
  /// The revision at which nothing was left to do before ``nextStepAt``.
  var settledRevision: String?
  /// When the next step is due; never if `nil`.
  var nextStepAt: Timestamp?
}

/// The same for one container.
struct ContainerMemory: Sendable {
  /// When the image that is being pulled is there.
  var imageReadyAt: Timestamp?
  /// True when the image was fetched, false when it was there already; `nil` while it is not known.
  var hasImage = false
  /// When the container that is being created has started.
  var startsAt: Timestamp?
  /// The exact start of the present run.
  var startedAt: Timestamp?
  var backOff: CrashLoopBackOff?
  /// The earliest start of the next run.
  var nextStartAt: Timestamp?
  var pulls = PullAttempts()
  /// When the container that was asked to stop ends.
  var stopsAt: Timestamp?
  /// Why the container was asked to stop, for its exit code.
  var isKilled = false
  /// What the probes of the present run have found out.
  var probes: [ProbeKind: ProbeState] = [:]
  /// When the present run has started up, as its probe says.
  var startedUpAt: Timestamp?
}

/// The failed pulls of one image: 10 s between two of them, twice as long each time, at most 5 minutes.
///
/// Kubernetes: kubelet `image_manager.go`.
struct PullAttempts: Sendable {
  var failed = 0
  var failedAt: Timestamp?

  var retryAt: Timestamp? {
    failedAt.map { $0 + min(.seconds(10) * (1 << min(failed - 1, 5)), .seconds(300)) }
  }
}
