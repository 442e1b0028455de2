extension Schemas {
  static let coreV1Node = #"""
    api v1 io.k8s.api.core.v1

    kind Node short(no) cluster subresources(proxy status) select(spec.unschedulable)
        "A machine that runs pods, as the cluster sees it."
      spec    NodeSpec
      status  NodeStatus
      column "Status"  string
      column "Roles"  string
      column "Age"  string
      column "Version"  string
      column "Internal-IP"  string  priority(1)
      column "External-IP"  string  priority(1)
      column "OS-Image"  string  priority(1)
      column "Kernel-Version"  string  priority(1)
      column "Container-Runtime"  string  priority(1)

    type NodeSpec
      configSource   NodeConfigSource
      externalID     string
      podCIDR        string            format(cidr)
      podCIDRs       [string]          set patch format(cidr)
      providerID     string
      taints         [Taint]
      unschedulable  bool

    type NodeConfigSource
      configMap  ConfigMapNodeConfigSource

    type ConfigMapNodeConfigSource
      kubeletConfigKey  string  required
      name              string  required
      namespace         string  required
      resourceVersion   string
      uid               string

    type Taint
      effect     string  required enum(NoSchedule PreferNoSchedule NoExecute)
      key        string  required format(qualified-name)
      timeAdded  time
      value      string  format(label-value)

    type NodeStatus
      addresses         [NodeAddress]         list(type) patch(type)
      allocatable       map[quantity]
      capacity          map[quantity]
      conditions        [NodeCondition]       list(type) patch(type)
      config            NodeConfigStatus
      daemonEndpoints   NodeDaemonEndpoints
      declaredFeatures  [string]
      features          NodeFeatures
      images            [ContainerImage]
      nodeInfo          NodeSystemInfo
      phase             string
      runtimeHandlers   [NodeRuntimeHandler]
      volumesAttached   [AttachedVolume]
      volumesInUse      [string]

    type NodeAddress
      address  string  required
      type     string  required

    type NodeCondition
      lastHeartbeatTime   time
      lastTransitionTime  time
      message             string
      reason              string
      status              string  required
      type                string  required

    type NodeConfigStatus
      active         NodeConfigSource
      assigned       NodeConfigSource
      error          string
      lastKnownGood  NodeConfigSource

    type NodeDaemonEndpoints
      kubeletEndpoint  DaemonEndpoint

    type DaemonEndpoint
      Port  int32  required

    type NodeFeatures
      supplementalGroupsPolicy  bool

    type ContainerImage
      names      [string]
      sizeBytes  int64

    type NodeSystemInfo
      architecture             string          required
      bootID                   string          required
      containerRuntimeVersion  string          required
      kernelVersion            string          required
      kubeProxyVersion         string          required
      kubeletVersion           string          required
      machineID                string          required
      operatingSystem          string          required
      osImage                  string          required
      swap                     NodeSwapStatus
      systemUUID               string          required

    type NodeSwapStatus
      capacity  int64

    type NodeRuntimeHandler
      features  NodeRuntimeHandlerFeatures
      name      string

    type NodeRuntimeHandlerFeatures
      recursiveReadOnlyMounts  bool
      userNamespaces           bool

    type AttachedVolume
      devicePath  string  required
      name        string  required
    """#
}
