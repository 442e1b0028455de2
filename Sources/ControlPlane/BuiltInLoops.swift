public import APIMachinery
public import CloudModel
internal import ClusterAutoscalerController
internal import ClusterController
public import ControllerRuntime
internal import CronJobController
internal import CustomResourceDefinitionController
internal import DaemonSetController
internal import DeploymentController
internal import EBSCSIController
internal import EKSAPI
internal import EndpointSliceController
internal import FargateController
internal import GarbageCollectorController
internal import JobController
public import KubernetesClient
internal import NamespaceLifecycleController
internal import NodeGroupController
internal import NodeLifecycleController
internal import PersistentVolumeController
internal import PodDisruptionBudgetController
internal import PodLifecycleController
internal import ReplicaSetController
internal import ResourceQuotaController
internal import SchedulerController
internal import ServiceAccountController
internal import StatefulSetController
internal import VPCCNIController
internal import VPCController

/// All loops of the control plane, ready to be added to a manager: in this process or in another one.
public struct BuiltInLoops: Sendable {
  private let client: any Client
  private let world: World
  private let options: ControlPlaneOptions
  /// Kubelets and network plug-in meet here, on each node and not through the API.
  private let allocators = AddressAllocators()
  private let ec2: any EC2

  /// - Parameters:
  ///   - client: What the cloud model keeps its state through.
  ///   - cloud: Stands between the loops and the cloud model.
  public init(
    client: any Client, world: World, options: ControlPlaneOptions = ControlPlaneOptions(),
    cloud: (any EC2) -> any EC2 = { $0 }
  ) {
    self.client = client
    self.world = world
    self.options = options
    let latency = CloudLatency(scale: options.latencyScale)
    ec2 = cloud(SimulatedEC2(client: client, world: world, latency: latency))
  }

  /// The loops in the order of a pod's life: what makes pods, what places them, what runs them, what cleans up.
  public var controllers: [Controller] { workloads + placement + nodes + cloud + housekeeping }

  private var workloads: [Controller] {
    [
      DeploymentReconciler.controller(), ReplicaSetReconciler.controller(),
      DaemonSetReconciler.controller(), StatefulSetReconciler.controller(),
      EndpointSliceReconciler.controller(),
      PodDisruptionBudgetReconciler.controller(), JobReconciler.controller(), JobExpiry.controller(),
      CronJobReconciler.controller(),
    ]
  }

  private var placement: [Controller] {
    [Scheduler.controller()]
  }

  private var nodes: [Controller] {
    [
      PodLifecycleReconciler.controller(
        latencies: ContainerLatencies(scale: options.latencyScale),
        network: PodNetwork(freed: allocators.freed, add: allocators.address(for:_:))),
      NodeHeartbeat.controller(), NodeMonitor.controller(), NodeTaintReconciler.controller(),
      TaintEvictionReconciler.controller(), PodGarbageCollector.controller(),
    ]
  }

  private var cloud: [Controller] {
    let latency = CloudLatency(scale: options.latencyScale)
    let several = [
      VPCResources.controllers(), VPCCNIReconciler.controllers(ec2: ec2, allocators: allocators),
      FargateReconciler.controllers(ec2: ec2, latency: latency),
      EBSDriver.controllers(latencies: EBSLatencies(scale: options.latencyScale)),
    ]
    return several.flatMap(\.self) + [
      ClusterReconciler.controller(endpoint: options.endpoint),
      NodeGroupReconciler.controller(ec2: ec2, latency: latency), ClusterAutoscaler.controller(),
    ]
  }

  private var housekeeping: [Controller] {
    let definitions = SchemaCatalog.all.kinds.map(\.definition)
    return [
      GarbageCollector.controller(definitions: definitions),
      NamespaceReconciler.controller(definitions: definitions),
      ServiceAccountReconciler.controller(rootCertificate: options.rootCertificate),
      ResourceQuotaReconciler.controller(),
      CustomResourceCleanup.controller(), ClaimProtection.controller(),
      VolumeProtection.controller(), ClaimBinder.controller(), VolumeBinder.controller(),
    ]
  }
}
