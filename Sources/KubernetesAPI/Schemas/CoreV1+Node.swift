extension Schemas {
  static let coreV1Node = #"""
    api v1 io.k8s.api.core.v1

    kind Node short(no) cluster subresources(proxy status) select(spec.unschedulable)
        "A machine that runs pods, as the cluster sees it."
      spec    NodeSpec  "What is wanted of the node."
      status  NodeStatus  "What the node reports."
      column "Status"  string
      column "Roles"  string
      column "Age"  string
      column "Version"  string
      column "Internal-IP"  string  priority(1)
      column "External-IP"  string  priority(1)
      column "OS-Image"  string  priority(1)
      column "Kernel-Version"  string  priority(1)
      column "Container-Runtime"  string  priority(1)

    type NodeSpec  "What is wanted of a node."
      configSource   NodeConfigSource  "Not used any more."
      externalID     string  "Not used any more."
      podCIDR        string            format(cidr)
          "The range that the addresses of the node's pods are taken from, if the network works this"
          "way."
      podCIDRs       [string]          set patch format(cidr)
          "The ranges of the node's pods, one a family."
      providerID     string  "The machine at the cloud provider: aws:///ZONE/INSTANCE."
      taints         [Taint]  "Marks that keep pods away which do not tolerate them."
      unschedulable  bool  "Keeps new pods away: the node is cordoned."

    type NodeConfigSource  "Where a kubelet's configuration comes from; not used any more."
      configMap  ConfigMapNodeConfigSource  "The ConfigMap."

    type ConfigMapNodeConfigSource  "A ConfigMap with a kubelet's configuration; not used any more."
      kubeletConfigKey  string  required  "The key of the configuration."
      name              string  required  "The name of the ConfigMap."
      namespace         string  required  "The namespace of the ConfigMap."
      resourceVersion   string  "The version of the ConfigMap."
      uid               string  "The identity of the ConfigMap."

    type Taint  "A mark of a node that keeps pods away which do not tolerate it."
      effect     string  required enum(NoSchedule PreferNoSchedule NoExecute)
          "Keeps new pods away (NoSchedule), tries to (PreferNoSchedule), or removes running pods too"
          "(NoExecute)."
      key        string  required format(qualified-name)  "The key of the taint."
      timeAdded  time  "When the taint was added."
      value      string  format(label-value)  "The value of the taint."

    type NodeStatus  "What a node reports."
      addresses         [NodeAddress]         list(type) patch(type)
          "The addresses and names of the node."
      allocatable       map[quantity]  "The resources that pods can have, by resource."
      capacity          map[quantity]  "The resources that the machine has, by resource."
      conditions        [NodeCondition]       list(type) patch(type)
          "Aspects of the state, one entry a type."
      config            NodeConfigStatus  "The state of the kubelet's configuration; not used any more."
      daemonEndpoints   NodeDaemonEndpoints  "The ports of the node's daemons."
      declaredFeatures  [string]  "Features that the kubelet says it has."
      features          NodeFeatures  "Features of the container runtime."
      images            [ContainerImage]  "The images on the node."
      nodeInfo          NodeSystemInfo  "Versions and identifiers of the node's system."
      phase             string  "Not used any more."
      runtimeHandlers   [NodeRuntimeHandler]  "The runtime handlers there are."
      volumesAttached   [AttachedVolume]  "The volumes attached to the node."
      volumesInUse      [string]  "The volumes that are attached and mounted."

    type NodeAddress  "An address or name of a node."
      address  string  required  "The address or name."
      type     string  required
          "What it is: InternalIP, ExternalIP, Hostname, InternalDNS or ExternalDNS."

    type NodeCondition  "One aspect of the state of a node."
      lastHeartbeatTime   time  "When the aspect was last reported."
      lastTransitionTime  time  "When the status last changed."
      message             string  "Why the condition has its status, in words for people."
      reason              string  "Why the condition has its status, in one word for programs."
      status              string  required  "Whether it holds: True, False or Unknown."
      type                string  required
          "The aspect: Ready, MemoryPressure, DiskPressure, PIDPressure, NetworkUnavailable or another."

    type NodeConfigStatus  "The state of a kubelet's configuration; not used any more."
      active         NodeConfigSource  "The configuration in force."
      assigned       NodeConfigSource  "The configuration to be used."
      error          string  "What went wrong with the assigned one."
      lastKnownGood  NodeConfigSource  "The configuration to fall back to."

    type NodeDaemonEndpoints  "The ports of a node's daemons."
      kubeletEndpoint  DaemonEndpoint  "The port of the kubelet."

    type DaemonEndpoint  "The port of a daemon."
      Port  int32  required  "The port."

    type NodeFeatures  "Features of a container runtime."
      supplementalGroupsPolicy  bool  "Whether the policy for supplemental groups is understood."

    type ContainerImage  "An image on a node."
      names      [string]  "The names that the image has."
      sizeBytes  int64  "The size of the image."

    type NodeSystemInfo  "Versions and identifiers of a node's system."
      architecture             string          required  "The processor architecture, such as amd64."
      bootID                   string          required  "Changes with every start of the machine."
      containerRuntimeVersion  string          required
          "The container runtime, such as containerd://2.1.5."
      kernelVersion            string          required  "The version of the kernel."
      kubeProxyVersion         string          required  "Not used any more."
      kubeletVersion           string          required  "The version of the kubelet."
      machineID                string          required  "Identifies the installed system."
      operatingSystem          string          required  "linux or windows."
      osImage                  string          required
          "The name of the system, such as Amazon Linux 2023."
      swap                     NodeSwapStatus  "The swap space."
      systemUUID               string          required  "Identifies the machine."

    type NodeSwapStatus  "The swap space of a node."
      capacity  int64  "Its size in bytes."

    type NodeRuntimeHandler  "A runtime handler of a node."
      features  NodeRuntimeHandlerFeatures  "The features that it has."
      name      string  "Its name; empty for the default one."

    type NodeRuntimeHandlerFeatures  "The features of a runtime handler."
      recursiveReadOnlyMounts  bool  "Whether it can make mounts read-only with all beneath them."
      userNamespaces           bool  "Whether it knows user namespaces."

    type AttachedVolume  "A volume attached to a node."
      devicePath  string  required  "The path of the device."
      name        string  required  "The name of the volume."
    """#
}
