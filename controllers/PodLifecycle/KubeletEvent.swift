import ControllerRuntime
import KubernetesAPI

/// An event that the kubelet reports about a pod.
struct KubeletEvent: Hashable, Sendable {
  var isWarning = false
  var reason: String
  var message: String
  /// `spec.containers{web}`; empty for the pod as a whole.
  var fieldPath = ""
}

extension EventRecorder {
  /// Reports what the kubelet did with a pod.
  func report(_ event: KubeletEvent, about pod: Pod) {
    record(event.isWarning ? .warning : .normal, pod, event.reason, event.message, fieldPath: event.fieldPath)
  }
}
