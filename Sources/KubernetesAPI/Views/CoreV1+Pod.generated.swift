// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Pod.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A group of containers that are placed on one node, share its network address and live and die
/// together.
///
/// Kubernetes: `v1 Pod`.
public struct Pod: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "Pod", plural: "pods", shortNames: ["po"], categories: ["all"],
    subresources: ["attach", "binding", "ephemeralcontainers", "eviction", "exec", "log", "portforward",
    "proxy", "resize", "status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the pod should run, and where.
  public var spec: PodSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// What is known of the pod.
  public var status: PodStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// What a pod should run, and where.
///
/// Kubernetes: `v1 PodSpec`.
public struct PodSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How long the pod may be active before it is failed.
  public var activeDeadlineSeconds: Int? {
    get { fields[optional: "activeDeadlineSeconds"] }
    set { fields[optional: "activeDeadlineSeconds"] = newValue }
  }

  /// Rules for the nodes that the pod is drawn to or kept away from.
  public var affinity: Affinity? {
    get { fields[optional: "affinity"] }
    set { fields[optional: "affinity"] = newValue }
  }

  /// Whether a token of the service account is mounted into the containers.
  public var automountServiceAccountToken: Bool? {
    get { fields[optional: "automountServiceAccountToken"] }
    set { fields[optional: "automountServiceAccountToken"] = newValue }
  }

  /// The containers; at least one.
  public var containers: [Container] {
    get { fields[list: "containers"] }
    set { fields[list: "containers"] = newValue }
  }

  /// Name servers and search domains in addition to those of dnsPolicy.
  public var dnsConfig: PodDNSConfig? {
    get { fields[optional: "dnsConfig"] }
    set { fields[optional: "dnsConfig"] = newValue }
  }

  /// How names are resolved.
  public var dnsPolicy: String? {
    get { fields[optional: "dnsPolicy"] }
    set { fields[optional: "dnsPolicy"] = newValue }
  }

  /// Whether services of the namespace show as environment variables; true when not given.
  public var enableServiceLinks: Bool? {
    get { fields[optional: "enableServiceLinks"] }
    set { fields[optional: "enableServiceLinks"] = newValue }
  }

  /// Containers added to the running pod for looking into it, through their subresource only.
  public var ephemeralContainers: [EphemeralContainer] {
    get { fields[list: "ephemeralContainers"] }
    set { fields[list: "ephemeralContainers"] = newValue }
  }

  /// Lines for /etc/hosts.
  public var hostAliases: [HostAlias] {
    get { fields[list: "hostAliases"] }
    set { fields[list: "hostAliases"] = newValue }
  }

  /// Shares the IPC namespace of the node.
  public var hostIPC: Bool? {
    get { fields[optional: "hostIPC"] }
    set { fields[optional: "hostIPC"] = newValue }
  }

  /// Shares the network of the node: the pod has the node's address and ports.
  public var hostNetwork: Bool? {
    get { fields[optional: "hostNetwork"] }
    set { fields[optional: "hostNetwork"] = newValue }
  }

  /// Shares the process namespace of the node.
  public var hostPID: Bool? {
    get { fields[optional: "hostPID"] }
    set { fields[optional: "hostPID"] = newValue }
  }

  /// Shares the user namespace of the node; true when not given.
  public var hostUsers: Bool? {
    get { fields[optional: "hostUsers"] }
    set { fields[optional: "hostUsers"] = newValue }
  }

  /// The host name that the pod has for itself; its own name when not given.
  public var hostname: String? {
    get { fields[optional: "hostname"] }
    set { fields[optional: "hostname"] = newValue }
  }

  /// The host name that the pod has for itself, without an effect on DNS records.
  public var hostnameOverride: String? {
    get { fields[optional: "hostnameOverride"] }
    set { fields[optional: "hostnameOverride"] = newValue }
  }

  /// Secrets with the credentials for pulling images.
  public var imagePullSecrets: [LocalObjectReference] {
    get { fields[list: "imagePullSecrets"] }
    set { fields[list: "imagePullSecrets"] = newValue }
  }

  /// Containers that run to their end, one after another, before the others start.
  public var initContainers: [Container] {
    get { fields[list: "initContainers"] }
    set { fields[list: "initContainers"] = newValue }
  }

  /// The node that the pod is bound to; set by the scheduler.
  public var nodeName: String? {
    get { fields[optional: "nodeName"] }
    set { fields[optional: "nodeName"] = newValue }
  }

  /// Labels that the node must have.
  public var nodeSelector: StringMap {
    get { fields[map: "nodeSelector"] }
    set { fields[map: "nodeSelector"] = newValue }
  }

  /// The operating system that the containers need.
  public var os: PodOS? {
    get { fields[optional: "os"] }
    set { fields[optional: "os"] = newValue }
  }

  /// Resources that the pod takes beyond those of its containers; set from the runtime class.
  public var overhead: ResourceList {
    get { fields[values: "overhead"] }
    set { fields[values: "overhead"] = newValue }
  }

  /// Whether pods of lower priority may be removed to make room; set from the priority class.
  public var preemptionPolicy: String? {
    get { fields[optional: "preemptionPolicy"] }
    set { fields[optional: "preemptionPolicy"] = newValue }
  }

  /// The importance of the pod, greater being more; set from the priority class.
  public var priority: Int? {
    get { fields[optional: "priority"] }
    set { fields[optional: "priority"] = newValue }
  }

  /// The priority class.
  public var priorityClassName: String? {
    get { fields[optional: "priorityClassName"] }
    set { fields[optional: "priorityClassName"] = newValue }
  }

  /// Further conditions that must be True for the pod to be ready.
  public var readinessGates: [PodReadinessGate] {
    get { fields[list: "readinessGates"] }
    set { fields[list: "readinessGates"] = newValue }
  }

  /// Claims of devices that must be granted before the pod starts.
  public var resourceClaims: [PodResourceClaim] {
    get { fields[list: "resourceClaims"] }
    set { fields[list: "resourceClaims"] = newValue }
  }

  /// Resources that the containers of the pod share.
  public var resources: ResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  /// When containers that have ended are started again.
  public var restartPolicy: String? {
    get { fields[optional: "restartPolicy"] }
    set { fields[optional: "restartPolicy"] = newValue }
  }

  /// The runtime class that the containers are run by.
  public var runtimeClassName: String? {
    get { fields[optional: "runtimeClassName"] }
    set { fields[optional: "runtimeClassName"] = newValue }
  }

  /// The scheduler that finds a node for the pod.
  public var schedulerName: String? {
    get { fields[optional: "schedulerName"] }
    set { fields[optional: "schedulerName"] = newValue }
  }

  /// While there are any, the scheduler leaves the pod alone.
  public var schedulingGates: [PodSchedulingGate] {
    get { fields[list: "schedulingGates"] }
    set { fields[list: "schedulingGates"] = newValue }
  }

  /// The group of pods that this one is scheduled with.
  public var schedulingGroup: PodSchedulingGroup? {
    get { fields[optional: "schedulingGroup"] }
    set { fields[optional: "schedulingGroup"] = newValue }
  }

  /// The rights that all containers have.
  public var securityContext: PodSecurityContext? {
    get { fields[optional: "securityContext"] }
    set { fields[optional: "securityContext"] = newValue }
  }

  /// The former name of serviceAccountName, kept equal to it.
  public var serviceAccount: String? {
    get { fields[optional: "serviceAccount"] }
    set { fields[optional: "serviceAccount"] = newValue }
  }

  /// The service account that the pod's processes act under.
  public var serviceAccountName: String? {
    get { fields[optional: "serviceAccountName"] }
    set { fields[optional: "serviceAccountName"] = newValue }
  }

  /// Makes the host name the full name in DNS.
  public var setHostnameAsFQDN: Bool? {
    get { fields[optional: "setHostnameAsFQDN"] }
    set { fields[optional: "setHostnameAsFQDN"] = newValue }
  }

  /// Shares one process namespace among the containers.
  public var shareProcessNamespace: Bool? {
    get { fields[optional: "shareProcessNamespace"] }
    set { fields[optional: "shareProcessNamespace"] = newValue }
  }

  /// Makes the full name HOSTNAME.SUBDOMAIN.NAMESPACE.svc.DOMAIN.
  public var subdomain: String? {
    get { fields[optional: "subdomain"] }
    set { fields[optional: "subdomain"] = newValue }
  }

  /// How long the containers have to end in good order before they are killed.
  public var terminationGracePeriodSeconds: Int? {
    get { fields[optional: "terminationGracePeriodSeconds"] }
    set { fields[optional: "terminationGracePeriodSeconds"] = newValue }
  }

  /// The taints of nodes that the pod puts up with.
  public var tolerations: [Toleration] {
    get { fields[list: "tolerations"] }
    set { fields[list: "tolerations"] = newValue }
  }

  /// How evenly pods are to be spread over places; all must be met.
  public var topologySpreadConstraints: [TopologySpreadConstraint] {
    get { fields[list: "topologySpreadConstraints"] }
    set { fields[list: "topologySpreadConstraints"] = newValue }
  }

  /// Volumes that the containers can mount.
  public var volumes: [Volume] {
    get { fields[list: "volumes"] }
    set { fields[list: "volumes"] = newValue }
  }
}

/// Settings of name resolution.
///
/// Kubernetes: `v1 PodDNSConfig`.
public struct PodDNSConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The addresses of name servers.
  public var nameservers: [String] {
    get { fields[list: "nameservers"] }
    set { fields[list: "nameservers"] = newValue }
  }

  /// Options of the resolver.
  public var options: [PodDNSConfigOption] {
    get { fields[list: "options"] }
    set { fields[list: "options"] = newValue }
  }

  /// Search domains.
  public var searches: [String] {
    get { fields[list: "searches"] }
    set { fields[list: "searches"] = newValue }
  }
}

/// An option of the resolver.
///
/// Kubernetes: `v1 PodDNSConfigOption`.
public struct PodDNSConfigOption: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the option, such as ndots.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The value of the option, if it has one.
  public var value: String? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }
}

/// A line of /etc/hosts.
///
/// Kubernetes: `v1 HostAlias`.
public struct HostAlias: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The names.
  public var hostnames: [String] {
    get { fields[list: "hostnames"] }
    set { fields[list: "hostnames"] = newValue }
  }

  /// The address.
  public var ip: String {
    get { fields[required: "ip", empty: ""] }
    set { fields[required: "ip", empty: ""] = newValue }
  }
}

/// The operating system that a pod needs.
///
/// Kubernetes: `v1 PodOS`.
public struct PodOS: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// linux or windows.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// A condition that must be True for the pod to be ready.
///
/// Kubernetes: `v1 PodReadinessGate`.
public struct PodReadinessGate: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The type of the condition.
  public var conditionType: String {
    get { fields[required: "conditionType", empty: ""] }
    set { fields[required: "conditionType", empty: ""] = newValue }
  }
}

/// A claim of devices, by name or to be made of a template.
///
/// Kubernetes: `v1 PodResourceClaim`.
public struct PodResourceClaim: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name that containers refer to, unique in the pod.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The claim.
  public var resourceClaimName: String? {
    get { fields[optional: "resourceClaimName"] }
    set { fields[optional: "resourceClaimName"] = newValue }
  }

  /// The template that a claim is made of for this pod.
  public var resourceClaimTemplateName: String? {
    get { fields[optional: "resourceClaimTemplateName"] }
    set { fields[optional: "resourceClaimTemplateName"] = newValue }
  }
}

/// Keeps a pod from being scheduled.
///
/// Kubernetes: `v1 PodSchedulingGate`.
public struct PodSchedulingGate: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the gate.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// The group of pods that a pod is scheduled with.
///
/// Kubernetes: `v1 PodSchedulingGroup`.
public struct PodSchedulingGroup: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The PodGroup object.
  public var podGroupName: String? {
    get { fields[optional: "podGroupName"] }
    set { fields[optional: "podGroupName"] = newValue }
  }
}

/// The rights that all containers of a pod have.
///
/// Kubernetes: `v1 PodSecurityContext`.
public struct PodSecurityContext: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The AppArmor profile.
  public var appArmorProfile: AppArmorProfile? {
    get { fields[optional: "appArmorProfile"] }
    set { fields[optional: "appArmorProfile"] = newValue }
  }

  /// The group that owns the volumes and that all containers belong to.
  public var fsGroup: Int? {
    get { fields[optional: "fsGroup"] }
    set { fields[optional: "fsGroup"] = newValue }
  }

  /// When the ownership of volumes is changed; Always when not given.
  public var fsGroupChangePolicy: String? {
    get { fields[optional: "fsGroupChangePolicy"] }
    set { fields[optional: "fsGroupChangePolicy"] = newValue }
  }

  /// The group of the first process of each container.
  public var runAsGroup: Int? {
    get { fields[optional: "runAsGroup"] }
    set { fields[optional: "runAsGroup"] = newValue }
  }

  /// Refuses to start containers as root.
  public var runAsNonRoot: Bool? {
    get { fields[optional: "runAsNonRoot"] }
    set { fields[optional: "runAsNonRoot"] = newValue }
  }

  /// The user of the first process of each container.
  public var runAsUser: Int? {
    get { fields[optional: "runAsUser"] }
    set { fields[optional: "runAsUser"] = newValue }
  }

  /// How volumes get their SELinux label: file by file, or as a mount option.
  public var seLinuxChangePolicy: String? {
    get { fields[optional: "seLinuxChangePolicy"] }
    set { fields[optional: "seLinuxChangePolicy"] = newValue }
  }

  /// The SELinux context.
  public var seLinuxOptions: SELinuxOptions? {
    get { fields[optional: "seLinuxOptions"] }
    set { fields[optional: "seLinuxOptions"] = newValue }
  }

  /// The seccomp profile.
  public var seccompProfile: SeccompProfile? {
    get { fields[optional: "seccompProfile"] }
    set { fields[optional: "seccompProfile"] = newValue }
  }

  /// Further groups of the first process.
  public var supplementalGroups: [Int] {
    get { fields[list: "supplementalGroups"] }
    set { fields[list: "supplementalGroups"] = newValue }
  }

  /// Whether groups named in the image count too; Merge when not given.
  public var supplementalGroupsPolicy: String? {
    get { fields[optional: "supplementalGroupsPolicy"] }
    set { fields[optional: "supplementalGroupsPolicy"] = newValue }
  }

  /// Settings of the kernel for the pod.
  public var sysctls: [Sysctl] {
    get { fields[list: "sysctls"] }
    set { fields[list: "sysctls"] = newValue }
  }

  /// Settings of Windows.
  public var windowsOptions: WindowsSecurityContextOptions? {
    get { fields[optional: "windowsOptions"] }
    set { fields[optional: "windowsOptions"] = newValue }
  }
}

/// A setting of the kernel.
///
/// Kubernetes: `v1 Sysctl`.
public struct Sysctl: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the setting.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The value of the setting.
  public var value: String {
    get { fields[required: "value", empty: ""] }
    set { fields[required: "value", empty: ""] = newValue }
  }
}

/// The pods to be made: their labels and what they run.
///
/// Kubernetes: `v1 PodTemplateSpec`.
public struct PodTemplateSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Labels and annotations of the pods.
  public var metadata: ObjectMeta {
    get { fields[view: "metadata"] }
    set { fields[view: "metadata"] = newValue }
    _modify { yield &fields[view: "metadata"] }
  }

  /// What the pods should run, and where.
  public var spec: PodSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// A stored description of pods to be made.
///
/// Kubernetes: `v1 PodTemplate`.
public struct PodTemplate: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "PodTemplate", plural: "podtemplates")

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The pods to be made.
  public var template: PodTemplateSpec {
    get { fields[view: "template"] }
    set { fields[view: "template"] = newValue }
    _modify { yield &fields[view: "template"] }
  }
}
