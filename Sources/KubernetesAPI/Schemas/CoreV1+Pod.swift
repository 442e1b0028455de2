extension Schemas {
  static let coreV1Pod = #"""
    api v1 io.k8s.api.core.v1

    kind Pod short(po) categories(all)
        subresources(attach binding ephemeralcontainers eviction exec log portforward proxy resize status)
        select(spec.nodeName spec.restartPolicy spec.schedulerName spec.serviceAccountName
            spec.hostNetwork status.phase status.podIP status.podIPs status.nominatedNodeName)
        "A group of containers that are placed on one node, share its network address and live and die"
        "together."
      spec    PodSpec  "What the pod should run, and where."
      status  PodStatus  "What is known of the pod."
      column "Ready"  string
      column "Status"  string
      column "Restarts"  string
      column "Age"  string
      column "IP"  string  priority(1)
      column "Node"  string  priority(1)
      column "Nominated Node"  string  priority(1)
      column "Readiness Gates"  string  priority(1)

    type PodSpec  "What a pod should run, and where."
      activeDeadlineSeconds          int64                       min(1) max(2147483647)
          "How long the pod may be active before it is failed."
      affinity                       Affinity
          "Rules for the nodes that the pod is drawn to or kept away from."
      automountServiceAccountToken   bool
          "Whether a token of the service account is mounted into the containers."
      containers                     [Container]                 required list(name) patch(name)
          min-items(1)  "The containers; at least one."
      dnsConfig                      PodDNSConfig
          "Name servers and search domains in addition to those of dnsPolicy."
      dnsPolicy                      string                      default(ClusterFirst)
          enum(ClusterFirstWithHostNet ClusterFirst Default None)  "How names are resolved."
      enableServiceLinks             bool
          "Whether services of the namespace show as environment variables; true when not given."
      ephemeralContainers            [EphemeralContainer]        list(name) patch(name)
          "Containers added to the running pod for looking into it, through their subresource only."
      hostAliases                    [HostAlias]                 list(ip) patch(ip)
          "Lines for /etc/hosts."
      hostIPC                        bool  "Shares the IPC namespace of the node."
      hostNetwork                    bool
          "Shares the network of the node: the pod has the node's address and ports."
      hostPID                        bool  "Shares the process namespace of the node."
      hostUsers                      bool  "Shares the user namespace of the node; true when not given."
      hostname                       string                      format(dns1123-label)
          "The host name that the pod has for itself; its own name when not given."
      hostnameOverride               string
          "The host name that the pod has for itself, without an effect on DNS records."
      imagePullSecrets               [LocalObjectReference]      list(name) patch(name)
          "Secrets with the credentials for pulling images."
      initContainers                 [Container]                 list(name) patch(name)
          "Containers that run to their end, one after another, before the others start."
      nodeName                       string                      format(dns1123-subdomain)
          "The node that the pod is bound to; set by the scheduler."
      nodeSelector                   map[string]                 atomic format(labels)
          "Labels that the node must have."
      os                             PodOS  "The operating system that the containers need."
      overhead                       map[quantity]
          "Resources that the pod takes beyond those of its containers; set from the runtime class."
      preemptionPolicy               string                      enum(PreemptLowerPriority Never)
          "Whether pods of lower priority may be removed to make room; set from the priority class."
      priority                       int32
          "The importance of the pod, greater being more; set from the priority class."
      priorityClassName              string                      format(dns1123-subdomain)
          "The priority class."
      readinessGates                 [PodReadinessGate]
          "Further conditions that must be True for the pod to be ready."
      resourceClaims                 [PodResourceClaim]          list(name) patch(name) retain-keys
          "Claims of devices that must be granted before the pod starts."
      resources                      ResourceRequirements
          "Resources that the containers of the pod share."
      restartPolicy                  string                      default(Always)
          enum(Always OnFailure Never)  "When containers that have ended are started again."
      runtimeClassName               string                      format(dns1123-subdomain)
          "The runtime class that the containers are run by."
      schedulerName                  string                      default(default-scheduler)
          "The scheduler that finds a node for the pod."
      schedulingGates                [PodSchedulingGate]         list(name) patch(name)
          "While there are any, the scheduler leaves the pod alone."
      schedulingGroup                PodSchedulingGroup
          "The group of pods that this one is scheduled with."
      securityContext                PodSecurityContext          default({})
          "The rights that all containers have."
      serviceAccount                 string  "The former name of serviceAccountName, kept equal to it."
      serviceAccountName             string                      format(dns1123-subdomain)
          "The service account that the pod's processes act under."
      setHostnameAsFQDN              bool  "Makes the host name the full name in DNS."
      shareProcessNamespace          bool  "Shares one process namespace among the containers."
      subdomain                      string                      format(dns1123-label)
          "Makes the full name HOSTNAME.SUBDOMAIN.NAMESPACE.svc.DOMAIN."
      terminationGracePeriodSeconds  int64                       default(30) min(0)
          "How long the containers have to end in good order before they are killed."
      tolerations                    [Toleration]  "The taints of nodes that the pod puts up with."
      topologySpreadConstraints      [TopologySpreadConstraint]  list(topologyKey whenUnsatisfiable)
          patch(topologyKey)  "How evenly pods are to be spread over places; all must be met."
      volumes                        [Volume]                    list(name) patch(name) retain-keys
          "Volumes that the containers can mount."

    type PodDNSConfig  "Settings of name resolution."
      nameservers  [string]              max-items(3) format(ip)  "The addresses of name servers."
      options      [PodDNSConfigOption]  "Options of the resolver."
      searches     [string]              max-items(32)  "Search domains."

    type PodDNSConfigOption  "An option of the resolver."
      name   string  "The name of the option, such as ndots."
      value  string  "The value of the option, if it has one."

    type HostAlias  "A line of /etc/hosts."
      hostnames  [string]  "The names."
      ip         string    required format(ip)  "The address."

    type PodOS  "The operating system that a pod needs."
      name  string  required enum(linux windows)  "linux or windows."

    type PodReadinessGate  "A condition that must be True for the pod to be ready."
      conditionType  string  required format(qualified-name)  "The type of the condition."

    type PodResourceClaim  "A claim of devices, by name or to be made of a template."
      name                       string  required
          "The name that containers refer to, unique in the pod."
      resourceClaimName          string  "The claim."
      resourceClaimTemplateName  string  "The template that a claim is made of for this pod."

    type PodSchedulingGate  "Keeps a pod from being scheduled."
      name  string  required format(qualified-name)  "The name of the gate."

    type PodSchedulingGroup  "The group of pods that a pod is scheduled with."
      podGroupName  string  "The PodGroup object."

    type PodSecurityContext  "The rights that all containers of a pod have."
      appArmorProfile           AppArmorProfile  "The AppArmor profile."
      fsGroup                   int64                          min(0)
          "The group that owns the volumes and that all containers belong to."
      fsGroupChangePolicy       string                         enum(OnRootMismatch Always)
          "When the ownership of volumes is changed; Always when not given."
      runAsGroup                int64                          min(0)
          "The group of the first process of each container."
      runAsNonRoot              bool  "Refuses to start containers as root."
      runAsUser                 int64                          min(0)
          "The user of the first process of each container."
      seLinuxChangePolicy       string                         enum(Recursive MountOption)
          "How volumes get their SELinux label: file by file, or as a mount option."
      seLinuxOptions            SELinuxOptions  "The SELinux context."
      seccompProfile            SeccompProfile  "The seccomp profile."
      supplementalGroups        [int64]  "Further groups of the first process."
      supplementalGroupsPolicy  string                         enum(Merge Strict)
          "Whether groups named in the image count too; Merge when not given."
      sysctls                   [Sysctl]  "Settings of the kernel for the pod."
      windowsOptions            WindowsSecurityContextOptions  "Settings of Windows."

    type Sysctl  "A setting of the kernel."
      name   string  required format(sysctl) max-length(253)  "The name of the setting."
      value  string  required  "The value of the setting."

    type PodTemplateSpec  "The pods to be made: their labels and what they run."
      metadata  ObjectMeta  "Labels and annotations of the pods."
      spec      PodSpec  "What the pods should run, and where."

    kind PodTemplate  "A stored description of pods to be made."
      template  PodTemplateSpec  "The pods to be made."
      column "Containers"  string
      column "Images"  string
      column "Pod Labels"  string
    """#
}
