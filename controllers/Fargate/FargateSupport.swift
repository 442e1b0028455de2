import APIMachinery
import KubernetesAPI

/// Which features of a pod Fargate has not.
///
/// EKS: Fargate, sections 5 and 6.
enum FargateSupport {
  private static let volumes = [
    "name", "emptyDir", "configMap", "secret", "projected", "downwardAPI", "persistentVolumeClaim", "nfs",
  ]

  /// What Fargate refuses of `pod`, in the words of its event; `nil` when it takes the pod.
  static func refusal(of pod: Pod) -> String? {
    var reasons: [String] = []
    if pod.spec.hostNetwork == true { reasons.append("fields not supported: HostNetwork") }
    if pod.spec.hostPID == true { reasons.append("fields not supported: HostPID") }
    if pod.spec.hostIPC == true { reasons.append("fields not supported: HostIPC") }
    let containers = pod.spec.initContainers + pod.spec.containers
    if containers.contains(where: { $0.securityContext?.privileged == true }) {
      reasons.append("invalid SecurityContext fields: Privileged")
    }
    if containers.flatMap(\.ports).contains(where: { ($0.hostPort ?? 0) > 0 || !($0.hostIP ?? "").isEmpty }) {
      reasons.append("port contains HostIP or HostPort")
    }
    let unsupported = pod.spec.volumes.filter { volume in
      volume.fields.contains { !volumes.contains($0.key) }
    }
    if !unsupported.isEmpty {
      let names = unsupported.map { "\($0.name) is of an unsupported volume Type" }
      reasons.append("volumes not supported: " + names.joined(separator: ", "))
    }
    return reasons.isEmpty ? nil : "Pod not supported on Fargate: " + reasons.joined(separator: ", ")
  }
}
