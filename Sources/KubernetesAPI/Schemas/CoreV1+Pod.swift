extension Schemas {
  static let coreV1Pod = #"""
    api v1 io.k8s.api.core.v1

    kind Pod short(po) categories(all) subresources(attach binding ephemeralcontainers eviction exec log
        portforward proxy resize status) select(spec.nodeName spec.restartPolicy spec.schedulerName
        spec.serviceAccountName spec.hostNetwork status.phase status.podIP status.podIPs
        status.nominatedNodeName)
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
      activeDeadlineSeconds          int64
      affinity                       Affinity
      automountServiceAccountToken   bool
      containers                     [Container]                 required list(name) patch(name)
      dnsConfig                      PodDNSConfig
      dnsPolicy                      string
      enableServiceLinks             bool
      ephemeralContainers            [EphemeralContainer]        list(name) patch(name)
      hostAliases                    [HostAlias]                 list(ip) patch(ip)
      hostIPC                        bool
      hostNetwork                    bool
      hostPID                        bool
      hostUsers                      bool
      hostname                       string
      hostnameOverride               string
      imagePullSecrets               [LocalObjectReference]      list(name) patch(name)
      initContainers                 [Container]                 list(name) patch(name)
      nodeName                       string
      nodeSelector                   map[string]                 atomic
      os                             PodOS
      overhead                       map[quantity]
      preemptionPolicy               string
      priority                       int32
      priorityClassName              string
      readinessGates                 [PodReadinessGate]
      resourceClaims                 [PodResourceClaim]          list(name) patch(name) retain-keys
      resources                      ResourceRequirements
      restartPolicy                  string
      runtimeClassName               string
      schedulerName                  string
      schedulingGates                [PodSchedulingGate]         list(name) patch(name)
      schedulingGroup                PodSchedulingGroup
      securityContext                PodSecurityContext
      serviceAccount                 string
      serviceAccountName             string
      setHostnameAsFQDN              bool
      shareProcessNamespace          bool
      subdomain                      string
      terminationGracePeriodSeconds  int64
      tolerations                    [Toleration]
      topologySpreadConstraints      [TopologySpreadConstraint]  list(topologyKey whenUnsatisfiable)
          patch(topologyKey)
      volumes                        [Volume]                    list(name) patch(name) retain-keys

    type PodDNSConfig
      nameservers  [string]
      options      [PodDNSConfigOption]
      searches     [string]

    type PodDNSConfigOption
      name   string
      value  string

    type HostAlias
      hostnames  [string]
      ip         string    required

    type PodOS
      name  string  required

    type PodReadinessGate
      conditionType  string  required

    type PodResourceClaim
      name                       string  required
      resourceClaimName          string
      resourceClaimTemplateName  string

    type PodSchedulingGate
      name  string  required

    type PodSchedulingGroup
      podGroupName  string

    type PodSecurityContext
      appArmorProfile           AppArmorProfile
      fsGroup                   int64
      fsGroupChangePolicy       string
      runAsGroup                int64
      runAsNonRoot              bool
      runAsUser                 int64
      seLinuxChangePolicy       string
      seLinuxOptions            SELinuxOptions
      seccompProfile            SeccompProfile
      supplementalGroups        [int64]
      supplementalGroupsPolicy  string
      sysctls                   [Sysctl]
      windowsOptions            WindowsSecurityContextOptions

    type Sysctl
      name   string  required
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
