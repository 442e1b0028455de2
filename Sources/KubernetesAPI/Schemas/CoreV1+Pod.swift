extension Schemas {
  static let coreV1Pod = #"""
    api v1 io.k8s.api.core.v1

    kind Pod short(po) categories(all)
        subresources(attach binding ephemeralcontainers eviction exec log portforward proxy resize status)
        select(spec.nodeName spec.restartPolicy spec.schedulerName spec.serviceAccountName
            spec.hostNetwork status.phase status.podIP status.podIPs status.nominatedNodeName)
        "A group of containers that are placed on one node, share its network address and live and die"
        "together."
      spec    PodSpec
      status  PodStatus
      column "Ready"  string
      column "Status"  string
      column "Restarts"  string
      column "Age"  string
      column "IP"  string  priority(1)
      column "Node"  string  priority(1)
      column "Nominated Node"  string  priority(1)
      column "Readiness Gates"  string  priority(1)

    type PodSpec
      activeDeadlineSeconds          int64                       min(1) max(2147483647)
      affinity                       Affinity
      automountServiceAccountToken   bool
      containers                     [Container]                 required list(name) patch(name)
          min-items(1)
      dnsConfig                      PodDNSConfig
      dnsPolicy                      string                      default(ClusterFirst)
          enum(ClusterFirstWithHostNet ClusterFirst Default None)
      enableServiceLinks             bool
      ephemeralContainers            [EphemeralContainer]        list(name) patch(name)
      hostAliases                    [HostAlias]                 list(ip) patch(ip)
      hostIPC                        bool
      hostNetwork                    bool
      hostPID                        bool
      hostUsers                      bool
      hostname                       string                      format(dns1123-label)
      hostnameOverride               string
      imagePullSecrets               [LocalObjectReference]      list(name) patch(name)
      initContainers                 [Container]                 list(name) patch(name)
      nodeName                       string                      format(dns1123-subdomain)
      nodeSelector                   map[string]                 atomic format(labels)
      os                             PodOS
      overhead                       map[quantity]
      preemptionPolicy               string                      enum(PreemptLowerPriority Never)
      priority                       int32
      priorityClassName              string                      format(dns1123-subdomain)
      readinessGates                 [PodReadinessGate]
      resourceClaims                 [PodResourceClaim]          list(name) patch(name) retain-keys
      resources                      ResourceRequirements
      restartPolicy                  string                      default(Always)
          enum(Always OnFailure Never)
      runtimeClassName               string                      format(dns1123-subdomain)
      schedulerName                  string                      default(default-scheduler)
      schedulingGates                [PodSchedulingGate]         list(name) patch(name)
      schedulingGroup                PodSchedulingGroup
      securityContext                PodSecurityContext          default({})
      serviceAccount                 string
      serviceAccountName             string                      format(dns1123-subdomain)
      setHostnameAsFQDN              bool
      shareProcessNamespace          bool
      subdomain                      string                      format(dns1123-label)
      terminationGracePeriodSeconds  int64                       default(30) min(0)
      tolerations                    [Toleration]
      topologySpreadConstraints      [TopologySpreadConstraint]  list(topologyKey whenUnsatisfiable)
          patch(topologyKey)
      volumes                        [Volume]                    list(name) patch(name) retain-keys

    type PodDNSConfig
      nameservers  [string]              max-items(3) format(ip)
      options      [PodDNSConfigOption]
      searches     [string]              max-items(32)

    type PodDNSConfigOption
      name   string
      value  string

    type HostAlias
      hostnames  [string]
      ip         string    required format(ip)

    type PodOS
      name  string  required enum(linux windows)

    type PodReadinessGate
      conditionType  string  required format(qualified-name)

    type PodResourceClaim
      name                       string  required
      resourceClaimName          string
      resourceClaimTemplateName  string

    type PodSchedulingGate
      name  string  required format(qualified-name)

    type PodSchedulingGroup
      podGroupName  string

    type PodSecurityContext
      appArmorProfile           AppArmorProfile
      fsGroup                   int64                          min(0)
      fsGroupChangePolicy       string                         enum(OnRootMismatch Always)
      runAsGroup                int64                          min(0)
      runAsNonRoot              bool
      runAsUser                 int64                          min(0)
      seLinuxChangePolicy       string                         enum(Recursive MountOption)
      seLinuxOptions            SELinuxOptions
      seccompProfile            SeccompProfile
      supplementalGroups        [int64]
      supplementalGroupsPolicy  string                         enum(Merge Strict)
      sysctls                   [Sysctl]
      windowsOptions            WindowsSecurityContextOptions

    type Sysctl
      name   string  required format(sysctl) max-length(253)
      value  string  required

    type PodTemplateSpec
      metadata  ObjectMeta
      spec      PodSpec

    kind PodTemplate  "A stored description of pods to be made."
      template  PodTemplateSpec
      column "Containers"  string
      column "Images"  string
      column "Pod Labels"  string
    """#
}
