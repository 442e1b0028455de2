import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient

extension GroupSync {
  mutating func note(code: String, _ message: String) {
    let issue = NodeGroupIssue {
      $0.code = code
      $0.message = message
    }
    if !issues.contains(issue) { issues.append(issue) }
  }

  /// Writes the status if it says something new.
  mutating func writeStatus() async throws {
    noteWhatIsWrong()
    let phase = phase
    var changed = group
    changed.status.status = phase
    changed.status.desiredSize = group.scaling.desired
    if changed.status.createdAt == nil { changed.status.createdAt = context.now }
    changed.status.resources = NodeGroupResources {
      $0.autoScalingGroups = [AutoScalingGroupReference { $0.name = scalingGroupName }]
    }
    changed.status.health = issues.isEmpty ? nil : NodeGroupHealth { $0.issues = issues }
    changed.status.conditions = [syncedCondition(in: phase)]
    if changed == group { return }
    changed.status.modifiedAt = context.now
    do throws(StatusError) {
      try await context.client.updateStatus(changed)
    } catch {
      if !error.isNotFound { throw error }
    }
  }

  private mutating func noteWhatIsWrong() {
    if subnets.isEmpty {
      note(code: "Ec2SubnetNotFound", "None of the subnets of node group \(group.groupName) exists.")
    }
    let late = instances.filter { instance in
      guard instance.isRunning, nodes[instance.metadata.name ?? ""]?.isReady != true else { return false }
      return (instance.status.launchTime ?? context.now) + GroupMember.joinLimit <= context.now
    }
    if !late.isEmpty {
      note(code: "NodeCreationFailure", "Instances failed to join the kubernetes cluster")
    }
  }

  /// EKS: node groups, section 1, "Statuses".
  private var phase: String {
    if isDeleting { return "DELETING" }
    if isUpdating { return "UPDATING" }
    let isNew = ["", "CREATING"].contains(group.status.status ?? "")
    if isNew, nodes.values.count(where: \.isReady) < group.scaling.desired {
      return issues.isEmpty ? "CREATING" : "CREATE_FAILED"
    }
    return issues.isEmpty ? "ACTIVE" : "DEGRADED"
  }

  private var scalingGroupName: String {
    "eks-\(group.groupName)-\(CloudIdentifier.uuid(token: group.metadata.uid ?? group.groupName))"
  }

  /// ACK: `ACK.ResourceSynced`: whether EKS has done what was asked.
  private func syncedCondition(in phase: String) -> ResourceCondition {
    let isSynced = phase == "ACTIVE"
    let old = group.status.conditions.first { $0.type == "ACK.ResourceSynced" }
    return ResourceCondition {
      $0.type = "ACK.ResourceSynced"
      $0.status = isSynced ? "True" : "False"
      $0.lastTransitionTime = old?.status == $0.status ? old?.lastTransitionTime : context.now
      $0.message = isSynced ? nil : "node group is in \(phase) status"
    }
  }
}
