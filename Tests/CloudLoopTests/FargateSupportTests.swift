import APIMachinery
import KubernetesAPI
import Testing

@testable import FargateController

/// What Fargate refuses, in its words.
@Suite struct FargateSupportTests {
  private static func pod(_ change: (inout PodSpec) -> Void) -> Pod {
    Pod {
      $0.spec.containers = [
        Container {
          $0.name = "main"
          $0.image = "nginx"
        }
      ]
      change(&$0.spec)
    }
  }

  private static func refusal(_ change: (inout PodSpec) -> Void) -> String? {
    FargateSupport.refusal(of: pod(change))
  }

  private static func volume(_ change: @escaping (inout Volume) -> Void) -> Volume {
    Volume {
      $0.name = "data"
      change(&$0)
    }
  }

  @Test func `a plain pod, and one with the volumes that Fargate has, are taken`() {
    #expect(Self.refusal { _ in } == nil)
    let taken = [
      Self.volume { $0.emptyDir = EmptyDirVolumeSource() },
      Self.volume { $0.configMap = ConfigMapVolumeSource { $0.name = "settings" } },
      Self.volume { $0.secret = SecretVolumeSource { $0.secretName = "key" } },
      Self.volume { $0.projected = ProjectedVolumeSource() },
      Self.volume { $0.downwardAPI = DownwardAPIVolumeSource() },
      Self.volume { $0.persistentVolumeClaim = PersistentVolumeClaimVolumeSource { $0.claimName = "efs" } },
    ]
    #expect(Self.refusal { $0.volumes = taken } == nil)
  }

  @Test func `each feature that Fargate has not is named`() {
    let start = "Pod not supported on Fargate: "
    #expect(Self.refusal { $0.hostNetwork = true } == start + "fields not supported: HostNetwork")
    #expect(
      Self.refusal { $0.containers[0].securityContext = SecurityContext { $0.privileged = true } }
        == start + "invalid SecurityContext fields: Privileged")
    for field in ["hostPort", "hostIP"] {
      let port = ContainerPort {
        $0.containerPort = 80
        if field == "hostPort" { $0.hostPort = 8080 } else { $0.hostIP = "10.0.0.1" }
      }
      #expect(
        Self.refusal { $0.containers[0].ports = [port] } == start + "port contains HostIP or HostPort")
    }
    let host = Self.volume { $0.hostPath = HostPathVolumeSource { $0.path = "/" } }
    #expect(
      Self.refusal { $0.volumes = [host] }
        == start + "volumes not supported: data is of an unsupported volume Type")
  }

  @Test func `several are named in one sentence, as EKS does`() {
    let text = Self.refusal {
      $0.hostNetwork = true
      $0.containers[0].securityContext = SecurityContext { $0.privileged = true }
      $0.containers[0].ports = [
        ContainerPort {
          $0.containerPort = 80
          $0.hostPort = 80
        }
      ]
    }
    #expect(
      text
        == "Pod not supported on Fargate: fields not supported: HostNetwork, invalid SecurityContext fields: "
        + "Privileged, port contains HostIP or HostPort")
  }
}
