import APIMachinery
public import CloudModel
public import ControllerRuntime
import EKSAPI
import KubernetesAPI
import VPCAddressing

extension FargateReconciler {
  /// The two loops of Fargate, for pods and for profiles, with all that makes them run.
  public static func controllers(ec2: any EC2, latency: CloudLatency = CloudLatency()) -> [Controller] {
    [pods(ec2, latency), profiles]
  }

  private static func pods(_ ec2: any EC2, _ latency: CloudLatency) -> Controller {
    Controller("fargate", FargateReconciler(ec2: ec2, latency: latency))
      .for(Pod.self, where: Predicate { $0.object.isForFargate } && .modified(matters))
      .watches(NetworkInterface.self) { podKeys($0.object.metadata) }
      .watches(Node.self, where: Predicate { $0.type != .modified }) { podKeys($0.object.metadata) }
      .watches(FargateProfile.self, where: .statusChanged) { change, cache in
        cache.list(Pod.self, index: FargateProfileReconciler.podsByProfile, change.object.profileName)
          .filter { ($0.spec.nodeName ?? "").isEmpty }.map(\.key)
      }
      .reads(Subnet.self)
      .reads(ConfigMap.self)
      .indexPodsByProfile()
      .index(Node.self, byPod) { $0.metadata.annotations[FargateNode.podAnnotation].map { [$0] } ?? [] }
      .index(NetworkInterface.self, byPod) {
        $0.metadata.annotations[FargateNode.podAnnotation].map { [$0] } ?? []
      }
      .concurrency(8)
      .component(FargateMatching.schedulerName)
  }

  private static var profiles: Controller {
    Controller("fargate-profile", FargateProfileReconciler())
      .for(FargateProfile.self, where: .generationChanged)
      .watches(Pod.self, where: Predicate { $0.type == .deleted && $0.object.isForFargate }) {
        change, cache in
        let name = change.object.metadata.labels[FargateMatching.profileLabel]
        return cache.list(FargateProfile.self).filter { $0.profileName == name }.map(\.key)
      }
      .indexPodsByProfile()
  }

  private static func matters(_ old: Pod, _ new: Pod) -> Bool {
    old.spec.nodeName != new.spec.nodeName || old.metadata.deletionTimestamp != new.metadata.deletionTimestamp
      || old.status.podIP != new.status.podIP
  }

  private static func podKeys(_ metadata: ObjectMeta) -> [ObjectKey] {
    guard let text = metadata.annotations[FargateNode.podAnnotation] else { return [] }
    let parts = text.split(separator: "/", maxSplits: 1).map { String($0) }
    return parts.count == 2 ? [ObjectKey(namespace: parts[0], name: parts[1])] : []
  }
}

extension Controller {
  /// Lets the controller find the pods of Fargate by the names of their profiles.
  fileprivate consuming func indexPodsByProfile() -> Controller {
    index(Pod.self, FargateProfileReconciler.podsByProfile) { pod in
      guard pod.isForFargate else { return [] }
      return pod.metadata.labels[FargateMatching.profileLabel].map { [$0] } ?? []
    }
  }
}
