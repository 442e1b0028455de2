import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// How long a group is left alone that did not bring the nodes which were asked of it: 5 minutes, twice as long each
/// time, 30 at most; after three hours without trouble it begins anew.
///
/// Cluster Autoscaler: `utils/backoff/exponential_backoff.go`. It stands on the group, as `UNTIL LENGTH`.
struct GroupBackoff: Sendable, Hashable {
  static let annotation = "cluster-autoscaler.kubernetes.io/backoff"

  let until: Timestamp
  let length: Duration

  /// What the group says; `nil` when it never was in trouble.
  init?(_ group: NodeGroup) {
    let parts = (group.metadata.annotations[Self.annotation] ?? "").split(separator: " ").map(String.init)
    guard parts.count == 2, let until = Timestamp(rfc3339: parts[0]),
      let length = try? Duration(goDuration: parts[1])
    else { return nil }
    self.until = until
    self.length = length
  }

  /// The back-off after one more failure.
  init(after last: GroupBackoff?, _ settings: AutoscalerSettings, at now: Timestamp) {
    let isOld = last.map { $0.until + settings.backoffReset <= now } ?? true
    let length = isOld ? settings.initialBackoff : min((last?.length ?? .zero) * 2, settings.maxBackoff)
    self.length = length
    until = now + length
  }

  var text: String { "\(until.rfc3339) \(length.goDescription)" }
}

/// Why a group that was raised has not the nodes which were asked of it.
struct FailedScaleUp: Sendable, Hashable {
  /// Issues of a node group that say that nodes will not come.
  private static let codes = [
    "AsgInstanceLaunchFailures", "InsufficientFreeAddresses", "InstanceLimitExceeded", "NodeCreationFailure",
    "Ec2InstanceTypeDoesNotExist",
  ]

  let reason: String
  let message: String

  /// - Parameters:
  ///   - missing: How many nodes of the group have not come.
  ///   - isOverdue: Whether they were asked for longer ago than a node takes.
  /// - Returns: `nil` when they may still come, or the autoscaler did not ask for them.
  init?(of group: NodeGroup, missing: Int, isOverdue: Bool, _ settings: AutoscalerSettings) {
    guard missing > 0, group.metadata.annotations[ClusterPicture.scaledUpAnnotation] != nil,
      group.scaling.desired > group.scaling.min
    else { return nil }
    if let issue = group.status.health?.issues.first(where: { Self.codes.contains($0.code ?? "") }) {
      reason = "FailedToScaleUpGroup"
      message = "Scale-up failed for group \(group.groupName): \(issue.code ?? ""): \(issue.message ?? "")"
    } else if isOverdue {
      reason = "ScaleUpTimedOut"
      message =
        "Nodes added to group \(group.groupName) failed to register within "
        + settings.maxNodeProvisionTime.goDescription
    } else {
      return nil
    }
  }
}
