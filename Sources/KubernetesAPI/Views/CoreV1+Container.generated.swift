// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Container.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// Kubernetes: `v1 Container`.
public struct Container: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var args: [String] {
    get { fields[list: "args"] }
    set { fields[list: "args"] = newValue }
  }

  public var command: [String] {
    get { fields[list: "command"] }
    set { fields[list: "command"] = newValue }
  }

  public var env: [EnvVar] {
    get { fields[list: "env"] }
    set { fields[list: "env"] = newValue }
  }

  public var envFrom: [EnvFromSource] {
    get { fields[list: "envFrom"] }
    set { fields[list: "envFrom"] = newValue }
  }

  public var image: String? {
    get { fields[optional: "image"] }
    set { fields[optional: "image"] = newValue }
  }

  public var imagePullPolicy: String? {
    get { fields[optional: "imagePullPolicy"] }
    set { fields[optional: "imagePullPolicy"] = newValue }
  }

  public var lifecycle: Lifecycle? {
    get { fields[optional: "lifecycle"] }
    set { fields[optional: "lifecycle"] = newValue }
  }

  public var livenessProbe: Probe? {
    get { fields[optional: "livenessProbe"] }
    set { fields[optional: "livenessProbe"] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var ports: [ContainerPort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }

  public var readinessProbe: Probe? {
    get { fields[optional: "readinessProbe"] }
    set { fields[optional: "readinessProbe"] = newValue }
  }

  public var resizePolicy: [ContainerResizePolicy] {
    get { fields[list: "resizePolicy"] }
    set { fields[list: "resizePolicy"] = newValue }
  }

  public var resources: ResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  public var restartPolicy: String? {
    get { fields[optional: "restartPolicy"] }
    set { fields[optional: "restartPolicy"] = newValue }
  }

  public var restartPolicyRules: [ContainerRestartRule] {
    get { fields[list: "restartPolicyRules"] }
    set { fields[list: "restartPolicyRules"] = newValue }
  }

  public var securityContext: SecurityContext? {
    get { fields[optional: "securityContext"] }
    set { fields[optional: "securityContext"] = newValue }
  }

  public var startupProbe: Probe? {
    get { fields[optional: "startupProbe"] }
    set { fields[optional: "startupProbe"] = newValue }
  }

  public var stdin: Bool? {
    get { fields[optional: "stdin"] }
    set { fields[optional: "stdin"] = newValue }
  }

  public var stdinOnce: Bool? {
    get { fields[optional: "stdinOnce"] }
    set { fields[optional: "stdinOnce"] = newValue }
  }

  public var terminationMessagePath: String? {
    get { fields[optional: "terminationMessagePath"] }
    set { fields[optional: "terminationMessagePath"] = newValue }
  }

  public var terminationMessagePolicy: String? {
    get { fields[optional: "terminationMessagePolicy"] }
    set { fields[optional: "terminationMessagePolicy"] = newValue }
  }

  public var tty: Bool? {
    get { fields[optional: "tty"] }
    set { fields[optional: "tty"] = newValue }
  }

  public var volumeDevices: [VolumeDevice] {
    get { fields[list: "volumeDevices"] }
    set { fields[list: "volumeDevices"] = newValue }
  }

  public var volumeMounts: [VolumeMount] {
    get { fields[list: "volumeMounts"] }
    set { fields[list: "volumeMounts"] = newValue }
  }

  public var workingDir: String? {
    get { fields[optional: "workingDir"] }
    set { fields[optional: "workingDir"] = newValue }
  }
}

/// Kubernetes: `v1 EnvVar`.
public struct EnvVar: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var value: String? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }

  public var valueFrom: EnvVarSource? {
    get { fields[optional: "valueFrom"] }
    set { fields[optional: "valueFrom"] = newValue }
  }
}

/// Kubernetes: `v1 EnvVarSource`.
public struct EnvVarSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var configMapKeyRef: ConfigMapKeySelector? {
    get { fields[optional: "configMapKeyRef"] }
    set { fields[optional: "configMapKeyRef"] = newValue }
  }

  public var fieldRef: ObjectFieldSelector? {
    get { fields[optional: "fieldRef"] }
    set { fields[optional: "fieldRef"] = newValue }
  }

  public var fileKeyRef: FileKeySelector? {
    get { fields[optional: "fileKeyRef"] }
    set { fields[optional: "fileKeyRef"] = newValue }
  }

  public var resourceFieldRef: ResourceFieldSelector? {
    get { fields[optional: "resourceFieldRef"] }
    set { fields[optional: "resourceFieldRef"] = newValue }
  }

  public var secretKeyRef: SecretKeySelector? {
    get { fields[optional: "secretKeyRef"] }
    set { fields[optional: "secretKeyRef"] = newValue }
  }
}

/// Kubernetes: `v1 ConfigMapKeySelector`.
public struct ConfigMapKeySelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// Kubernetes: `v1 FileKeySelector`.
public struct FileKeySelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }

  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  public var volumeName: String {
    get { fields[required: "volumeName", empty: ""] }
    set { fields[required: "volumeName", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 SecretKeySelector`.
public struct SecretKeySelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// Kubernetes: `v1 EnvFromSource`.
public struct EnvFromSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var configMapRef: ConfigMapEnvSource? {
    get { fields[optional: "configMapRef"] }
    set { fields[optional: "configMapRef"] = newValue }
  }

  public var prefix: String? {
    get { fields[optional: "prefix"] }
    set { fields[optional: "prefix"] = newValue }
  }

  public var secretRef: SecretEnvSource? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }
}

/// Kubernetes: `v1 ConfigMapEnvSource`.
public struct ConfigMapEnvSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// Kubernetes: `v1 SecretEnvSource`.
public struct SecretEnvSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// Kubernetes: `v1 Lifecycle`.
public struct Lifecycle: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var postStart: LifecycleHandler? {
    get { fields[optional: "postStart"] }
    set { fields[optional: "postStart"] = newValue }
  }

  public var preStop: LifecycleHandler? {
    get { fields[optional: "preStop"] }
    set { fields[optional: "preStop"] = newValue }
  }

  public var stopSignal: String? {
    get { fields[optional: "stopSignal"] }
    set { fields[optional: "stopSignal"] = newValue }
  }
}

/// Kubernetes: `v1 LifecycleHandler`.
public struct LifecycleHandler: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var exec: ExecAction? {
    get { fields[optional: "exec"] }
    set { fields[optional: "exec"] = newValue }
  }

  public var httpGet: HTTPGetAction? {
    get { fields[optional: "httpGet"] }
    set { fields[optional: "httpGet"] = newValue }
  }

  public var sleep: SleepAction? {
    get { fields[optional: "sleep"] }
    set { fields[optional: "sleep"] = newValue }
  }

  public var tcpSocket: TCPSocketAction? {
    get { fields[optional: "tcpSocket"] }
    set { fields[optional: "tcpSocket"] = newValue }
  }
}

/// Kubernetes: `v1 ExecAction`.
public struct ExecAction: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var command: [String] {
    get { fields[list: "command"] }
    set { fields[list: "command"] = newValue }
  }
}

/// Kubernetes: `v1 HTTPGetAction`.
public struct HTTPGetAction: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var host: String? {
    get { fields[optional: "host"] }
    set { fields[optional: "host"] = newValue }
  }

  public var httpHeaders: [HTTPHeader] {
    get { fields[list: "httpHeaders"] }
    set { fields[list: "httpHeaders"] = newValue }
  }

  public var path: String? {
    get { fields[optional: "path"] }
    set { fields[optional: "path"] = newValue }
  }

  public var port: IntOrString {
    get { fields[required: "port", empty: .empty] }
    set { fields[required: "port", empty: .empty] = newValue }
  }

  public var scheme: String? {
    get { fields[optional: "scheme"] }
    set { fields[optional: "scheme"] = newValue }
  }
}

/// Kubernetes: `v1 HTTPHeader`.
public struct HTTPHeader: ObjectView {
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

/// Kubernetes: `v1 SleepAction`.
public struct SleepAction: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var seconds: Int {
    get { fields[required: "seconds", empty: 0] }
    set { fields[required: "seconds", empty: 0] = newValue }
  }
}

/// Kubernetes: `v1 TCPSocketAction`.
public struct TCPSocketAction: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var host: String? {
    get { fields[optional: "host"] }
    set { fields[optional: "host"] = newValue }
  }

  public var port: IntOrString {
    get { fields[required: "port", empty: .empty] }
    set { fields[required: "port", empty: .empty] = newValue }
  }
}

/// Kubernetes: `v1 Probe`.
public struct Probe: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var exec: ExecAction? {
    get { fields[optional: "exec"] }
    set { fields[optional: "exec"] = newValue }
  }

  public var failureThreshold: Int? {
    get { fields[optional: "failureThreshold"] }
    set { fields[optional: "failureThreshold"] = newValue }
  }

  public var grpc: GRPCAction? {
    get { fields[optional: "grpc"] }
    set { fields[optional: "grpc"] = newValue }
  }

  public var httpGet: HTTPGetAction? {
    get { fields[optional: "httpGet"] }
    set { fields[optional: "httpGet"] = newValue }
  }

  public var initialDelaySeconds: Int? {
    get { fields[optional: "initialDelaySeconds"] }
    set { fields[optional: "initialDelaySeconds"] = newValue }
  }

  public var periodSeconds: Int? {
    get { fields[optional: "periodSeconds"] }
    set { fields[optional: "periodSeconds"] = newValue }
  }

  public var successThreshold: Int? {
    get { fields[optional: "successThreshold"] }
    set { fields[optional: "successThreshold"] = newValue }
  }

  public var tcpSocket: TCPSocketAction? {
    get { fields[optional: "tcpSocket"] }
    set { fields[optional: "tcpSocket"] = newValue }
  }

  public var terminationGracePeriodSeconds: Int? {
    get { fields[optional: "terminationGracePeriodSeconds"] }
    set { fields[optional: "terminationGracePeriodSeconds"] = newValue }
  }

  public var timeoutSeconds: Int? {
    get { fields[optional: "timeoutSeconds"] }
    set { fields[optional: "timeoutSeconds"] = newValue }
  }
}

/// Kubernetes: `v1 GRPCAction`.
public struct GRPCAction: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var port: Int {
    get { fields[required: "port", empty: 0] }
    set { fields[required: "port", empty: 0] = newValue }
  }

  public var service: String? {
    get { fields[optional: "service"] }
    set { fields[optional: "service"] = newValue }
  }
}

/// Kubernetes: `v1 ContainerPort`.
public struct ContainerPort: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var containerPort: Int {
    get { fields[required: "containerPort", empty: 0] }
    set { fields[required: "containerPort", empty: 0] = newValue }
  }

  public var hostIP: String? {
    get { fields[optional: "hostIP"] }
    set { fields[optional: "hostIP"] = newValue }
  }

  public var hostPort: Int? {
    get { fields[optional: "hostPort"] }
    set { fields[optional: "hostPort"] = newValue }
  }

  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  public var `protocol`: String? {
    get { fields[optional: "protocol"] }
    set { fields[optional: "protocol"] = newValue }
  }
}

/// Kubernetes: `v1 ContainerResizePolicy`.
public struct ContainerResizePolicy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var resourceName: String {
    get { fields[required: "resourceName", empty: ""] }
    set { fields[required: "resourceName", empty: ""] = newValue }
  }

  public var restartPolicy: String {
    get { fields[required: "restartPolicy", empty: ""] }
    set { fields[required: "restartPolicy", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 ResourceRequirements`.
public struct ResourceRequirements: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var claims: [ResourceClaim] {
    get { fields[list: "claims"] }
    set { fields[list: "claims"] = newValue }
  }

  public var limits: ResourceList {
    get { fields[values: "limits"] }
    set { fields[values: "limits"] = newValue }
  }

  public var requests: ResourceList {
    get { fields[values: "requests"] }
    set { fields[values: "requests"] = newValue }
  }
}

/// Kubernetes: `v1 ResourceClaim`.
public struct ResourceClaim: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var request: String? {
    get { fields[optional: "request"] }
    set { fields[optional: "request"] = newValue }
  }
}

/// Kubernetes: `v1 ContainerRestartRule`.
public struct ContainerRestartRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var action: String {
    get { fields[required: "action", empty: ""] }
    set { fields[required: "action", empty: ""] = newValue }
  }

  public var exitCodes: ContainerRestartRuleOnExitCodes? {
    get { fields[optional: "exitCodes"] }
    set { fields[optional: "exitCodes"] = newValue }
  }
}

/// Kubernetes: `v1 ContainerRestartRuleOnExitCodes`.
public struct ContainerRestartRuleOnExitCodes: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var `operator`: String {
    get { fields[required: "operator", empty: ""] }
    set { fields[required: "operator", empty: ""] = newValue }
  }

  public var values: [Int] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}

/// Kubernetes: `v1 SecurityContext`.
public struct SecurityContext: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var allowPrivilegeEscalation: Bool? {
    get { fields[optional: "allowPrivilegeEscalation"] }
    set { fields[optional: "allowPrivilegeEscalation"] = newValue }
  }

  public var appArmorProfile: AppArmorProfile? {
    get { fields[optional: "appArmorProfile"] }
    set { fields[optional: "appArmorProfile"] = newValue }
  }

  public var capabilities: Capabilities? {
    get { fields[optional: "capabilities"] }
    set { fields[optional: "capabilities"] = newValue }
  }

  public var privileged: Bool? {
    get { fields[optional: "privileged"] }
    set { fields[optional: "privileged"] = newValue }
  }

  public var procMount: String? {
    get { fields[optional: "procMount"] }
    set { fields[optional: "procMount"] = newValue }
  }

  public var readOnlyRootFilesystem: Bool? {
    get { fields[optional: "readOnlyRootFilesystem"] }
    set { fields[optional: "readOnlyRootFilesystem"] = newValue }
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

  public var seLinuxOptions: SELinuxOptions? {
    get { fields[optional: "seLinuxOptions"] }
    set { fields[optional: "seLinuxOptions"] = newValue }
  }

  public var seccompProfile: SeccompProfile? {
    get { fields[optional: "seccompProfile"] }
    set { fields[optional: "seccompProfile"] = newValue }
  }

  public var windowsOptions: WindowsSecurityContextOptions? {
    get { fields[optional: "windowsOptions"] }
    set { fields[optional: "windowsOptions"] = newValue }
  }
}

/// Kubernetes: `v1 AppArmorProfile`.
public struct AppArmorProfile: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var localhostProfile: String? {
    get { fields[optional: "localhostProfile"] }
    set { fields[optional: "localhostProfile"] = newValue }
  }

  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 Capabilities`.
public struct Capabilities: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var add: [String] {
    get { fields[list: "add"] }
    set { fields[list: "add"] = newValue }
  }

  public var drop: [String] {
    get { fields[list: "drop"] }
    set { fields[list: "drop"] = newValue }
  }
}

/// Kubernetes: `v1 SELinuxOptions`.
public struct SELinuxOptions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var level: String? {
    get { fields[optional: "level"] }
    set { fields[optional: "level"] = newValue }
  }

  public var role: String? {
    get { fields[optional: "role"] }
    set { fields[optional: "role"] = newValue }
  }

  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// Kubernetes: `v1 SeccompProfile`.
public struct SeccompProfile: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var localhostProfile: String? {
    get { fields[optional: "localhostProfile"] }
    set { fields[optional: "localhostProfile"] = newValue }
  }

  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 WindowsSecurityContextOptions`.
public struct WindowsSecurityContextOptions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var gmsaCredentialSpec: String? {
    get { fields[optional: "gmsaCredentialSpec"] }
    set { fields[optional: "gmsaCredentialSpec"] = newValue }
  }

  public var gmsaCredentialSpecName: String? {
    get { fields[optional: "gmsaCredentialSpecName"] }
    set { fields[optional: "gmsaCredentialSpecName"] = newValue }
  }

  public var hostProcess: Bool? {
    get { fields[optional: "hostProcess"] }
    set { fields[optional: "hostProcess"] = newValue }
  }

  public var runAsUserName: String? {
    get { fields[optional: "runAsUserName"] }
    set { fields[optional: "runAsUserName"] = newValue }
  }
}

/// Kubernetes: `v1 VolumeDevice`.
public struct VolumeDevice: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var devicePath: String {
    get { fields[required: "devicePath", empty: ""] }
    set { fields[required: "devicePath", empty: ""] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// Kubernetes: `v1 VolumeMount`.
public struct VolumeMount: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var mountPath: String {
    get { fields[required: "mountPath", empty: ""] }
    set { fields[required: "mountPath", empty: ""] = newValue }
  }

  public var mountPropagation: String? {
    get { fields[optional: "mountPropagation"] }
    set { fields[optional: "mountPropagation"] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  public var recursiveReadOnly: String? {
    get { fields[optional: "recursiveReadOnly"] }
    set { fields[optional: "recursiveReadOnly"] = newValue }
  }

  public var subPath: String? {
    get { fields[optional: "subPath"] }
    set { fields[optional: "subPath"] = newValue }
  }

  public var subPathExpr: String? {
    get { fields[optional: "subPathExpr"] }
    set { fields[optional: "subPathExpr"] = newValue }
  }
}

/// Kubernetes: `v1 EphemeralContainer`.
public struct EphemeralContainer: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var args: [String] {
    get { fields[list: "args"] }
    set { fields[list: "args"] = newValue }
  }

  public var command: [String] {
    get { fields[list: "command"] }
    set { fields[list: "command"] = newValue }
  }

  public var env: [EnvVar] {
    get { fields[list: "env"] }
    set { fields[list: "env"] = newValue }
  }

  public var envFrom: [EnvFromSource] {
    get { fields[list: "envFrom"] }
    set { fields[list: "envFrom"] = newValue }
  }

  public var image: String? {
    get { fields[optional: "image"] }
    set { fields[optional: "image"] = newValue }
  }

  public var imagePullPolicy: String? {
    get { fields[optional: "imagePullPolicy"] }
    set { fields[optional: "imagePullPolicy"] = newValue }
  }

  public var lifecycle: Lifecycle? {
    get { fields[optional: "lifecycle"] }
    set { fields[optional: "lifecycle"] = newValue }
  }

  public var livenessProbe: Probe? {
    get { fields[optional: "livenessProbe"] }
    set { fields[optional: "livenessProbe"] = newValue }
  }

  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  public var ports: [ContainerPort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }

  public var readinessProbe: Probe? {
    get { fields[optional: "readinessProbe"] }
    set { fields[optional: "readinessProbe"] = newValue }
  }

  public var resizePolicy: [ContainerResizePolicy] {
    get { fields[list: "resizePolicy"] }
    set { fields[list: "resizePolicy"] = newValue }
  }

  public var resources: ResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  public var restartPolicy: String? {
    get { fields[optional: "restartPolicy"] }
    set { fields[optional: "restartPolicy"] = newValue }
  }

  public var restartPolicyRules: [ContainerRestartRule] {
    get { fields[list: "restartPolicyRules"] }
    set { fields[list: "restartPolicyRules"] = newValue }
  }

  public var securityContext: SecurityContext? {
    get { fields[optional: "securityContext"] }
    set { fields[optional: "securityContext"] = newValue }
  }

  public var startupProbe: Probe? {
    get { fields[optional: "startupProbe"] }
    set { fields[optional: "startupProbe"] = newValue }
  }

  public var stdin: Bool? {
    get { fields[optional: "stdin"] }
    set { fields[optional: "stdin"] = newValue }
  }

  public var stdinOnce: Bool? {
    get { fields[optional: "stdinOnce"] }
    set { fields[optional: "stdinOnce"] = newValue }
  }

  public var targetContainerName: String? {
    get { fields[optional: "targetContainerName"] }
    set { fields[optional: "targetContainerName"] = newValue }
  }

  public var terminationMessagePath: String? {
    get { fields[optional: "terminationMessagePath"] }
    set { fields[optional: "terminationMessagePath"] = newValue }
  }

  public var terminationMessagePolicy: String? {
    get { fields[optional: "terminationMessagePolicy"] }
    set { fields[optional: "terminationMessagePolicy"] = newValue }
  }

  public var tty: Bool? {
    get { fields[optional: "tty"] }
    set { fields[optional: "tty"] = newValue }
  }

  public var volumeDevices: [VolumeDevice] {
    get { fields[list: "volumeDevices"] }
    set { fields[list: "volumeDevices"] = newValue }
  }

  public var volumeMounts: [VolumeMount] {
    get { fields[list: "volumeMounts"] }
    set { fields[list: "volumeMounts"] = newValue }
  }

  public var workingDir: String? {
    get { fields[optional: "workingDir"] }
    set { fields[optional: "workingDir"] = newValue }
  }
}
