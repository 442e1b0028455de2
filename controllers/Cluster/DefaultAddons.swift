import APIMachinery
import CloudModel
import ControllerRuntime
import EKSAPI
import KubernetesAPI
import KubernetesClient
import VPCAddressing

/// The DaemonSets that EKS puts into every new cluster: the VPC CNI and kube-proxy.
///
/// EKS: `bootstrapSelfManagedAddons`, on unless it is false. VPC CNI: section 14 and
/// `config/master/aws-k8s-cni.yaml`.
struct DefaultAddons: Sendable {
  private static let namespace = "kube-system"
  /// The account that EKS serves its images from in most regions.
  private static let registryAccount = "602401143452"
  private static let networkPluginVersion = "v1.21.1-eksbuild.1"
  private static let policyAgentVersion = "v1.3.1-eksbuild.1"

  private let region: String
  private let kubernetesVersion: String

  /// - Parameter subnet: One of the cluster's, for its region.
  /// - Returns: `nil` when the cluster wants none.
  init?(_ cluster: Cluster, subnet: Subnet) {
    guard cluster.spec.bootstrapSelfManagedAddons != false else { return nil }
    region = NodeName.region(ofZone: subnet.spec.availabilityZone ?? "")
    kubernetesVersion = cluster.spec.version ?? "1.36"
  }

  /// Creates what is missing; what is there stays as it is.
  func install(with client: any Client) async throws {
    for name in ["aws-node", "kube-proxy"] {
      let account = ServiceAccount {
        $0.metadata.name = name
        $0.metadata.namespace = Self.namespace
        $0.metadata.labels = ["k8s-app": name]
      }
      try await tolerating(.alreadyExists) { try await client.create(account) }
    }
    for daemon in [networkPlugin, proxy] {
      try await tolerating(.alreadyExists) { try await client.create(daemon) }
    }
  }

  // MARK: - The VPC CNI

  private var networkPlugin: DaemonSet {
    let labels: StringMap = [
      "app.kubernetes.io/instance": "aws-vpc-cni", "app.kubernetes.io/name": "aws-node",
      "k8s-app": "aws-node",
    ]
    return daemon("aws-node", labels: labels) {
      $0.initContainers = [
        container("aws-vpc-cni-init", "amazon-k8s-cni-init:\(Self.networkPluginVersion)", cpu: "25m") {
          $0.securityContext = SecurityContext { $0.privileged = true }
        }
      ]
      $0.containers = [pluginContainer, policyAgent]
      $0.volumes = [
        volume("cni-bin-dir", "/opt/cni/bin"), volume("cni-net-dir", "/etc/cni/net.d"),
        volume("log-dir", "/var/log/aws-routed-eni"), volume("run-dir", "/var/run/aws-node"),
        volume("xtables-lock", "/run/xtables.lock"),
      ]
      $0.terminationGracePeriodSeconds = 10
    }
  }

  private var pluginContainer: Container {
    container("aws-node", "amazon-k8s-cni:\(Self.networkPluginVersion)", cpu: "25m") {
      $0.env = [
        variable("ENABLE_PREFIX_DELEGATION", "false"), variable("WARM_ENI_TARGET", "1"),
        variable("WARM_PREFIX_TARGET", "1"),
      ]
      $0.ports = [
        ContainerPort {
          $0.name = "metrics"
          $0.containerPort = 61678
        }
      ]
      $0.readinessProbe = Self.healthProbe(delaySeconds: 1)
      $0.livenessProbe = Self.healthProbe(delaySeconds: 60)
      $0.securityContext = SecurityContext {
        $0.capabilities = Capabilities { $0.add = ["NET_ADMIN", "NET_RAW"] }
      }
    }
  }

  private var policyAgent: Container {
    container("aws-eks-nodeagent", "amazon/aws-network-policy-agent:\(Self.policyAgentVersion)", cpu: "25m") {
      $0.args = ["--enable-ipv6=false", "--enable-network-policy=false", "--metrics-bind-addr=:8162"]
      $0.securityContext = SecurityContext {
        $0.privileged = true
        $0.capabilities = Capabilities { $0.add = ["NET_ADMIN"] }
      }
    }
  }

  private static func healthProbe(delaySeconds: Int) -> Probe {
    Probe {
      $0.exec = ExecAction {
        $0.command = ["/app/grpc-health-probe", "-addr=:50051", "-connect-timeout=5s", "-rpc-timeout=5s"]
      }
      $0.initialDelaySeconds = delaySeconds
      $0.timeoutSeconds = 10
    }
  }

  private func variable(_ name: String, _ value: String) -> EnvVar {
    EnvVar {
      $0.name = name
      $0.value = value
    }
  }

  // MARK: - kube-proxy

  private var proxy: DaemonSet {
    daemon("kube-proxy", labels: ["k8s-app": "kube-proxy"]) {
      $0.containers = [
        container("kube-proxy", "eks/kube-proxy:v\(kubernetesVersion).0-minimal-eksbuild.1", cpu: "100m") {
          $0.command = ["kube-proxy", "--v=2", "--hostname-override=$(NODE_NAME)"]
          $0.env = [
            EnvVar {
              $0.name = "NODE_NAME"
              $0.valueFrom = EnvVarSource {
                $0.fieldRef = ObjectFieldSelector { $0.fieldPath = "spec.nodeName" }
              }
            }
          ]
          $0.securityContext = SecurityContext { $0.privileged = true }
        }
      ]
      $0.volumes = [
        volume("varlog", "/var/log"), volume("xtables-lock", "/run/xtables.lock"),
        volume("lib-modules", "/lib/modules"),
      ]
    }
  }

  // MARK: - What both have

  private func daemon(_ name: String, labels: StringMap, _ fill: (inout PodSpec) -> Void) -> DaemonSet {
    DaemonSet {
      $0.metadata.name = name
      $0.metadata.namespace = Self.namespace
      $0.metadata.labels = labels
      $0.spec.selector.matchLabels = ["k8s-app": name]
      $0.spec.updateStrategy = DaemonSetUpdateStrategy {
        $0.type = "RollingUpdate"
        $0.rollingUpdate = RollingUpdateDaemonSet { $0.maxUnavailable = "10%" }
      }
      $0.spec.template.metadata.labels = labels
      $0.spec.template.spec.hostNetwork = true
      $0.spec.template.spec.priorityClassName = "system-node-critical"
      $0.spec.template.spec.serviceAccountName = name
      $0.spec.template.spec.tolerations = [Toleration { $0.operator = "Exists" }]
      $0.spec.template.spec.affinity = Self.affinity
      fill(&$0.spec.template.spec)
    }
  }

  /// Linux on EC2 instances: no Fargate, no hybrid nodes, no Auto Mode.
  private static var affinity: Affinity {
    func requirement(_ key: String, _ operation: String, _ values: [String]) -> NodeSelectorRequirement {
      NodeSelectorRequirement {
        $0.key = key
        $0.operator = operation
        $0.values = values
      }
    }
    let term = NodeSelectorTerm {
      $0.matchExpressions = [
        requirement("kubernetes.io/os", "In", ["linux"]),
        requirement("kubernetes.io/arch", "In", ["amd64", "arm64"]),
        requirement("eks.amazonaws.com/compute-type", "NotIn", ["fargate", "hybrid", "auto"]),
      ]
    }
    return Affinity {
      $0.nodeAffinity = NodeAffinity {
        $0.requiredDuringSchedulingIgnoredDuringExecution = NodeSelector { $0.nodeSelectorTerms = [term] }
      }
    }
  }

  private func container(
    _ name: String, _ image: String, cpu: String, _ fill: (inout Container) -> Void
  ) -> Container {
    Container {
      $0.name = name
      $0.image = "\(Self.registryAccount).dkr.ecr.\(region).amazonaws.com/\(image)"
      $0.resources = ResourceRequirements { $0.requests = ["cpu": Quantity(cpu) ?? .zero] }
      fill(&$0)
    }
  }

  private func volume(_ name: String, _ path: String) -> Volume {
    Volume {
      $0.name = name
      $0.hostPath = HostPathVolumeSource { $0.path = path }
    }
  }
}
