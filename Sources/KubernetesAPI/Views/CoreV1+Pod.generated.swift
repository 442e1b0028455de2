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

  public var spec: PodSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  public var status: PodStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Kubernetes: `v1 PodSpec`.
public struct PodSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var activeDeadlineSeconds: Int? {
    get { fields[optional: "activeDeadlineSeconds"] }
    set { fields[optional: "activeDeadlineSeconds"] = newValue }
  }

  public var affinity: Affinity? {
    get { fields[optional: "affinity"] }
    set { fields[optional: "affinity"] = newValue }
  }

  public var automountServiceAccountToken: Bool? {
    get { fields[optional: "automountServiceAccountToken"] }
    set { fields[optional: "automountServiceAccountToken"] = newValue }
  }

  public var containers: [Container] {
    get { fields[list: "containers"] }
    set { fields[list: "containers"] = newValue }
  }

  public var dnsConfig: PodDNSConfig? {
    get { fields[optional: "dnsConfig"] }
    set { fields[optional: "dnsConfig"] = newValue }
  }

  public var dnsPolicy: String? {
    get { fields[optional: "dnsPolicy"] }
    set { fields[optional: "dnsPolicy"] = newValue }
  }

  public var enableServiceLinks: Bool? {
    get { fields[optional: "enableServiceLinks"] }
    set { fields[optional: "enableServiceLinks"] = newValue }
  }

  public var ephemeralContainers: [EphemeralContainer] {
    get { fields[list: "ephemeralContainers"] }
    set { fields[list: "ephemeralContainers"] = newValue }
  }

  public var hostAliases: [HostAlias] {
    get { fields[list: "hostAliases"] }
    set { fields[list: "hostAliases"] = newValue }
  }

  public var hostIPC: Bool? {
    get { fields[optional: "hostIPC"] }
    set { fields[optional: "hostIPC"] = newValue }
  }

  public var hostNetwork: Bool? {
    get { fields[optional: "hostNetwork"] }
    set { fields[optional: "hostNetwork"] = newValue }
  }

  public var hostPID: Bool? {
    get { fields[optional: "hostPID"] }
    set { fields[optional: "hostPID"] = newValue }
  }

  public var hostUsers: Bool? {
    get { fields[optional: "hostUsers"] }
    set { fields[optional: "hostUsers"] = newValue }
  }

  public var hostname: String? {
    get { fields[optional: "hostname"] }
    set { fields[optional: "hostname"] = newValue }
  }

  public var hostnameOverride: String? {
    get { fields[optional: "hostnameOverride"] }
    set { fields[optional: "hostnameOverride"] = newValue }
  }

  public var imagePullSecrets: [LocalObjectReference] {
    get { fields[list: "imagePullSecrets"] }
    set { fields[list: "imagePullSecrets"] = newValue }
  }

  public var initContainers: [Container] {
    get { fields[list: "initContainers"] }
    set { fields[list: "initContainers"] = newValue }
  }

  public var nodeName: String? {
    get { fields[optional: "nodeName"] }
    set { fields[optional: "nodeName"] = newValue }
  }

  public var nodeSelector: StringMap {
    get { fields[map: "nodeSelector"] }
    set { fields[map: "nodeSelector"] = newValue }
  }

  public var os: PodOS? {
    get { fields[optional: "os"] }
    set { fields[optional: "os"] = newValue }
  }

  public var overhead: ResourceList {
    get { fields[values: "overhead"] }
    set { fields[values: "overhead"] = newValue }
  }

  public var preemptionPolicy: String? {
    get { fields[optional: "preemptionPolicy"] }
    set { fields[optional: "preemptionPolicy"] = newValue }
  }

  public var priority: Int? {
    get { fields[optional: "priority"] }
    set { fields[optional: "priority"] = newValue }
  }

  public var priorityClassName: String? {
    get { fields[optional: "priorityClassName"] }
    set { fields[optional: "priorityClassName"] = newValue }
  }

  public var readinessGates: [PodReadinessGate] {
    get { fields[list: "readinessGates"] }
    set { fields[list: "readinessGates"] = newValue }
  }

  public var resourceClaims: [PodResourceClaim] {
    get { fields[list: "resourceClaims"] }
    set { fields[list: "resourceClaims"] = newValue }
  }

  public var resources: ResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  public var restartPolicy: String? {
    get { fields[optional: "restartPolicy"] }
    set { fields[optional: "restartPolicy"] = newValue }
  }

  public var runtimeClassName: String? {
    get { fields[optional: "runtimeClassName"] }
    set { fields[optional: "runtimeClassName"] = newValue }
  }

  public var schedulerName: String? {
    get { fields[optional: "schedulerName"] }
    set { fields[optional: "schedulerName"] = newValue }
  }

  public var schedulingGates: [PodSchedulingGate] {
    get { fields[list: "schedulingGates"] }
    set { fields[list: "schedulingGates"] = newValue }
  }

  public var schedulingGroup: PodSchedulingGroup? {
    get { fields[optional: "schedulingGroup"] }
    set { fields[optional: "schedulingGroup"] = newValue }
  }

  public var securityContext: PodSecurityContext? {
    get { fields[optional: "securityContext"] }
    set { fields[optional: "securityContext"] = newValue }
  }

  public var serviceAccount: String? {
    get { fields[optional: "serviceAccount"] }
    set { fields[optional: "serviceAccount"] = newValue }
  }

  public var serviceAccountName: String? {
    get { fields[optional: "serviceAccountName"] }
    set { fields[optional: "serviceAccountName"] = newValue }
  }

  public var setHostnameAsFQDN: Bool? {
    get { fields[optional: "setHostnameAsFQDN"] }
    set { fields[optional: "setHostnameAsFQDN"] = newValue }
  }

  public var shareProcessNamespace: Bool? {
    get { fields[optional: "shareProcessNamespace"] }
    set { fields[optional: "shareProcessNamespace"] = newValue }
  }

  public var subdomain: String? {
    get { fields[optional: "subdomain"] }
    set { fields[optional: "subdomain"] = newValue }
  }

  public var terminationGracePeriodSeconds: Int? {
    get { fields[optional: "terminationGracePeriodSeconds"] }
    set { fields[optional: "terminationGracePeriodSeconds"] = newValue }
  }

  public var tolerations: [Toleration] {
    get { fields[list: "tolerations"] }
    set { fields[list: "tolerations"] = newValue }
  }

  public var topologySpreadConstraints: [TopologySpreadConstraint] {
    get { fields[list: "topologySpreadConstraints"] }
    set { fields[list: "topologySpreadConstraints"] = newValue }
  }

  public var volumes: [Volume] {
    get { fields[list: "volumes"] }
    set { fields[list: "volumes"] = newValue }
  }
}

/// Kubernetes: `v1 PodDNSConfig`.
public struct PodDNSConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var nameservers: [String] {
    get { fields[list: "nameservers"] }
    set { fields[list: "nameservers"] = newValue }
  }

  public var options: [PodDNSConfigOption] {
    get { fields[list: "options"] }
    set { fields[list: "options"] = newValue }
  }

  public var searches: [String] {
    get { fields[list: "searches"] }
    set { fields[list: "searches"] = newValue }
  }
}

/// Kubernetes: `v1 PodDNSConfigOption`.
public struct PodDNSConfigOption: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var value: String? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }
}

/// Kubernetes: `v1 HostAlias`.
public struct HostAlias: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var hostnames: [String] {
    get { fields[list: "hostnames"] }
    set { fields[list: "hostnames"] = newValue }
  }

  public var ip: String {
    get { fields[required: "ip", empty: ""] }
    set { fields[required: "ip", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 PodOS`.
public struct PodOS: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 PodReadinessGate`.
public struct PodReadinessGate: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var conditionType: String {
    get { fields[required: "conditionType", empty: ""] }
    set { fields[required: "conditionType", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 PodResourceClaim`.
public struct PodResourceClaim: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var resourceClaimName: String? {
    get { fields[optional: "resourceClaimName"] }
    set { fields[optional: "resourceClaimName"] = newValue }
  }

  public var resourceClaimTemplateName: String? {
    get { fields[optional: "resourceClaimTemplateName"] }
    set { fields[optional: "resourceClaimTemplateName"] = newValue }
  }
}

/// Kubernetes: `v1 PodSchedulingGate`.
public struct PodSchedulingGate: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 PodSchedulingGroup`.
public struct PodSchedulingGroup: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var podGroupName: String? {
    get { fields[optional: "podGroupName"] }
    set { fields[optional: "podGroupName"] = newValue }
  }
}

/// Kubernetes: `v1 PodSecurityContext`.
public struct PodSecurityContext: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var appArmorProfile: AppArmorProfile? {
    get { fields[optional: "appArmorProfile"] }
    set { fields[optional: "appArmorProfile"] = newValue }
  }

  public var fsGroup: Int? {
    get { fields[optional: "fsGroup"] }
    set { fields[optional: "fsGroup"] = newValue }
  }

  public var fsGroupChangePolicy: String? {
    get { fields[optional: "fsGroupChangePolicy"] }
    set { fields[optional: "fsGroupChangePolicy"] = newValue }
  }

  public var runAsGroup: Int? {
    get { fields[optional: "runAsGroup"] }
    set { fields[optional: "runAsGroup"] = newValue }
  }

  public var runAsNonRoot: Bool? {
    get { fields[optional: "runAsNonRoot"] }
    set { fields[optional: "runAsNonRoot"] = newValue }
  }

  public var runAsUser: Int? {
    get { fields[optional: "runAsUser"] }
    set { fields[optional: "runAsUser"] = newValue }
  }

  public var seLinuxChangePolicy: String? {
    get { fields[optional: "seLinuxChangePolicy"] }
    set { fields[optional: "seLinuxChangePolicy"] = newValue }
  }

  public var seLinuxOptions: SELinuxOptions? {
    get { fields[optional: "seLinuxOptions"] }
    set { fields[optional: "seLinuxOptions"] = newValue }
  }

  public var seccompProfile: SeccompProfile? {
    get { fields[optional: "seccompProfile"] }
    set { fields[optional: "seccompProfile"] = newValue }
  }

  public var supplementalGroups: [Int] {
    get { fields[list: "supplementalGroups"] }
    set { fields[list: "supplementalGroups"] = newValue }
  }

  public var supplementalGroupsPolicy: String? {
    get { fields[optional: "supplementalGroupsPolicy"] }
    set { fields[optional: "supplementalGroupsPolicy"] = newValue }
  }

  public var sysctls: [Sysctl] {
    get { fields[list: "sysctls"] }
    set { fields[list: "sysctls"] = newValue }
  }

  public var windowsOptions: WindowsSecurityContextOptions? {
    get { fields[optional: "windowsOptions"] }
    set { fields[optional: "windowsOptions"] = newValue }
  }
}

/// Kubernetes: `v1 Sysctl`.
public struct Sysctl: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var value: String {
    get { fields[required: "value", empty: ""] }
    set { fields[required: "value", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 PodTemplateSpec`.
public struct PodTemplateSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var metadata: ObjectMeta {
    get { fields[view: "metadata"] }
    set { fields[view: "metadata"] = newValue }
    _modify { yield &fields[view: "metadata"] }
  }

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

  public var template: PodTemplateSpec {
    get { fields[view: "template"] }
    set { fields[view: "template"] = newValue }
    _modify { yield &fields[view: "template"] }
  }
}
