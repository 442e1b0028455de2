// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Container.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// One container of a pod: an image, how to start it and what it needs.
///
/// Kubernetes: `v1 Container`.
public struct Container: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Arguments to the entry point, in place of the image's own; $(NAME) is replaced by the environment.
  public var args: [String] {
    get { fields[list: "args"] }
    set { fields[list: "args"] = newValue }
  }

  /// The entry point, in place of the image's own; $(NAME) is replaced by the environment.
  public var command: [String] {
    get { fields[list: "command"] }
    set { fields[list: "command"] = newValue }
  }

  /// Environment variables; later ones may refer to earlier ones.
  public var env: [EnvVar] {
    get { fields[list: "env"] }
    set { fields[list: "env"] = newValue }
  }

  /// ConfigMaps and Secrets whose keys become environment variables; env wins over them.
  public var envFrom: [EnvFromSource] {
    get { fields[list: "envFrom"] }
    set { fields[list: "envFrom"] = newValue }
  }

  /// The image to run.
  public var image: String? {
    get { fields[optional: "image"] }
    set { fields[optional: "image"] = newValue }
  }

  /// When the image is pulled; Always for the tag latest, otherwise IfNotPresent.
  public var imagePullPolicy: String? {
    get { fields[optional: "imagePullPolicy"] }
    set { fields[optional: "imagePullPolicy"] = newValue }
  }

  /// What is run after the start and before the end.
  public var lifecycle: Lifecycle? {
    get { fields[optional: "lifecycle"] }
    set { fields[optional: "lifecycle"] = newValue }
  }

  /// When it fails, the container is started anew.
  public var livenessProbe: Probe? {
    get { fields[optional: "livenessProbe"] }
    set { fields[optional: "livenessProbe"] = newValue }
  }

  /// The name of the container, unique in the pod.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// Ports that the container listens on; a description that opens and closes nothing.
  public var ports: [ContainerPort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }

  /// When it fails, the pod gets no traffic from services.
  public var readinessProbe: Probe? {
    get { fields[optional: "readinessProbe"] }
    set { fields[optional: "readinessProbe"] = newValue }
  }

  /// Whether a change of resources needs a restart, by resource.
  public var resizePolicy: [ContainerResizePolicy] {
    get { fields[list: "resizePolicy"] }
    set { fields[list: "resizePolicy"] = newValue }
  }

  /// The compute resources that the container asks for and is limited to.
  public var resources: ResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  /// When this container is started again, if not as the pod says; Always makes an init container a
  /// sidecar.
  public var restartPolicy: String? {
    get { fields[optional: "restartPolicy"] }
    set { fields[optional: "restartPolicy"] = newValue }
  }

  /// Rules that decide by exit code whether the container is started again, before restartPolicy does.
  public var restartPolicyRules: [ContainerRestartRule] {
    get { fields[list: "restartPolicyRules"] }
    set { fields[list: "restartPolicyRules"] = newValue }
  }

  /// The rights that the container has; wins over the pod's.
  public var securityContext: SecurityContext? {
    get { fields[optional: "securityContext"] }
    set { fields[optional: "securityContext"] = newValue }
  }

  /// Until it has succeeded, the other probes wait; when it fails, the container is started anew.
  public var startupProbe: Probe? {
    get { fields[optional: "startupProbe"] }
    set { fields[optional: "startupProbe"] = newValue }
  }

  /// Keeps the standard input open.
  public var stdin: Bool? {
    get { fields[optional: "stdin"] }
    set { fields[optional: "stdin"] = newValue }
  }

  /// Closes the standard input after the first session.
  public var stdinOnce: Bool? {
    get { fields[optional: "stdinOnce"] }
    set { fields[optional: "stdinOnce"] = newValue }
  }

  /// The file in the container that its last words are read from.
  public var terminationMessagePath: String? {
    get { fields[optional: "terminationMessagePath"] }
    set { fields[optional: "terminationMessagePath"] = newValue }
  }

  /// Whether the last lines of the log stand in for missing last words.
  public var terminationMessagePolicy: String? {
    get { fields[optional: "terminationMessagePolicy"] }
    set { fields[optional: "terminationMessagePolicy"] = newValue }
  }

  /// Gives the container a terminal; needs stdin.
  public var tty: Bool? {
    get { fields[optional: "tty"] }
    set { fields[optional: "tty"] = newValue }
  }

  /// Volumes given to the container as block devices.
  public var volumeDevices: [VolumeDevice] {
    get { fields[list: "volumeDevices"] }
    set { fields[list: "volumeDevices"] = newValue }
  }

  /// Volumes mounted into the container.
  public var volumeMounts: [VolumeMount] {
    get { fields[list: "volumeMounts"] }
    set { fields[list: "volumeMounts"] = newValue }
  }

  /// The folder that the container starts in; the image's own when not given.
  public var workingDir: String? {
    get { fields[optional: "workingDir"] }
    set { fields[optional: "workingDir"] = newValue }
  }
}

/// An environment variable.
///
/// Kubernetes: `v1 EnvVar`.
public struct EnvVar: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the variable.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The value; $(NAME) is replaced by the variables before it.
  public var value: String? {
    get { fields[optional: "value"] }
    set { fields[optional: "value"] = newValue }
  }

  /// Where the value comes from, in place of value.
  public var valueFrom: EnvVarSource? {
    get { fields[optional: "valueFrom"] }
    set { fields[optional: "valueFrom"] = newValue }
  }
}

/// Where the value of an environment variable comes from; exactly one field is given.
///
/// Kubernetes: `v1 EnvVarSource`.
public struct EnvVarSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// A key of a ConfigMap.
  public var configMapKeyRef: ConfigMapKeySelector? {
    get { fields[optional: "configMapKeyRef"] }
    set { fields[optional: "configMapKeyRef"] = newValue }
  }

  /// A field of the pod.
  public var fieldRef: ObjectFieldSelector? {
    get { fields[optional: "fieldRef"] }
    set { fields[optional: "fieldRef"] = newValue }
  }

  /// A key in a file of a volume.
  public var fileKeyRef: FileKeySelector? {
    get { fields[optional: "fileKeyRef"] }
    set { fields[optional: "fileKeyRef"] = newValue }
  }

  /// A resource amount of a container.
  public var resourceFieldRef: ResourceFieldSelector? {
    get { fields[optional: "resourceFieldRef"] }
    set { fields[optional: "resourceFieldRef"] = newValue }
  }

  /// A key of a Secret.
  public var secretKeyRef: SecretKeySelector? {
    get { fields[optional: "secretKeyRef"] }
    set { fields[optional: "secretKeyRef"] = newValue }
  }
}

/// A key of a ConfigMap.
///
/// Kubernetes: `v1 ConfigMapKeySelector`.
public struct ConfigMapKeySelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The key.
  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  /// The name of the ConfigMap.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// Whether the source, or the key in it, may be missing.
  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// A key in a file of a volume.
///
/// Kubernetes: `v1 FileKeySelector`.
public struct FileKeySelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The key in the file.
  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  /// Whether the source, or the key in it, may be missing.
  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }

  /// The path of the file in the volume; relative, without '..'.
  public var path: String {
    get { fields[required: "path", empty: ""] }
    set { fields[required: "path", empty: ""] = newValue }
  }

  /// The volume.
  public var volumeName: String {
    get { fields[required: "volumeName", empty: ""] }
    set { fields[required: "volumeName", empty: ""] = newValue }
  }
}

/// A key of a Secret.
///
/// Kubernetes: `v1 SecretKeySelector`.
public struct SecretKeySelector: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The key.
  public var key: String {
    get { fields[required: "key", empty: ""] }
    set { fields[required: "key", empty: ""] = newValue }
  }

  /// The name of the Secret.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// Whether the source, or the key in it, may be missing.
  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// An object whose keys become environment variables.
///
/// Kubernetes: `v1 EnvFromSource`.
public struct EnvFromSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// A ConfigMap.
  public var configMapRef: ConfigMapEnvSource? {
    get { fields[optional: "configMapRef"] }
    set { fields[optional: "configMapRef"] = newValue }
  }

  /// Put in front of each key.
  public var prefix: String? {
    get { fields[optional: "prefix"] }
    set { fields[optional: "prefix"] = newValue }
  }

  /// A Secret.
  public var secretRef: SecretEnvSource? {
    get { fields[optional: "secretRef"] }
    set { fields[optional: "secretRef"] = newValue }
  }
}

/// A ConfigMap whose keys become environment variables.
///
/// Kubernetes: `v1 ConfigMapEnvSource`.
public struct ConfigMapEnvSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the ConfigMap.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// Whether the source, or the key in it, may be missing.
  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// A Secret whose keys become environment variables.
///
/// Kubernetes: `v1 SecretEnvSource`.
public struct SecretEnvSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the Secret.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// Whether the source, or the key in it, may be missing.
  public var optional: Bool? {
    get { fields[optional: "optional"] }
    set { fields[optional: "optional"] = newValue }
  }
}

/// What is run after the start and before the end of a container.
///
/// Kubernetes: `v1 Lifecycle`.
public struct Lifecycle: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Run right after the start; the container is killed when it fails.
  public var postStart: LifecycleHandler? {
    get { fields[optional: "postStart"] }
    set { fields[optional: "postStart"] = newValue }
  }

  /// Run before the container is told to end, within its grace period.
  public var preStop: LifecycleHandler? {
    get { fields[optional: "preStop"] }
    set { fields[optional: "preStop"] = newValue }
  }

  /// The signal that tells the container to end, such as SIGTERM.
  public var stopSignal: String? {
    get { fields[optional: "stopSignal"] }
    set { fields[optional: "stopSignal"] = newValue }
  }
}

/// One action; exactly one field is given.
///
/// Kubernetes: `v1 LifecycleHandler`.
public struct LifecycleHandler: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Runs a command in the container.
  public var exec: ExecAction? {
    get { fields[optional: "exec"] }
    set { fields[optional: "exec"] = newValue }
  }

  /// Sends an HTTP request.
  public var httpGet: HTTPGetAction? {
    get { fields[optional: "httpGet"] }
    set { fields[optional: "httpGet"] = newValue }
  }

  /// Waits.
  public var sleep: SleepAction? {
    get { fields[optional: "sleep"] }
    set { fields[optional: "sleep"] = newValue }
  }

  /// Not supported here; kept for the sake of old objects.
  public var tcpSocket: TCPSocketAction? {
    get { fields[optional: "tcpSocket"] }
    set { fields[optional: "tcpSocket"] = newValue }
  }
}

/// Runs a command in a container.
///
/// Kubernetes: `v1 ExecAction`.
public struct ExecAction: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The command and its arguments, without a shell; the exit code 0 is success.
  public var command: [String] {
    get { fields[list: "command"] }
    set { fields[list: "command"] = newValue }
  }
}

/// Sends an HTTP GET request; codes from 200 to 399 are success.
///
/// Kubernetes: `v1 HTTPGetAction`.
public struct HTTPGetAction: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The host to connect to; the pod's address when not given.
  public var host: String? {
    get { fields[optional: "host"] }
    set { fields[optional: "host"] = newValue }
  }

  /// Headers of the request.
  public var httpHeaders: [HTTPHeader] {
    get { fields[list: "httpHeaders"] }
    set { fields[list: "httpHeaders"] = newValue }
  }

  /// The path to ask for.
  public var path: String? {
    get { fields[optional: "path"] }
    set { fields[optional: "path"] = newValue }
  }

  /// The port, by number or by name.
  public var port: IntOrString {
    get { fields[required: "port", empty: .empty] }
    set { fields[required: "port", empty: .empty] = newValue }
  }

  /// Whether to speak plain HTTP or HTTPS.
  public var scheme: String? {
    get { fields[optional: "scheme"] }
    set { fields[optional: "scheme"] = newValue }
  }
}

/// A header of an HTTP request.
///
/// Kubernetes: `v1 HTTPHeader`.
public struct HTTPHeader: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of the header.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The value of the header.
  public var value: String {
    get { fields[required: "value", empty: ""] }
    set { fields[required: "value", empty: ""] = newValue }
  }
}

/// Waits.
///
/// Kubernetes: `v1 SleepAction`.
public struct SleepAction: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How long.
  public var seconds: Int {
    get { fields[required: "seconds", empty: 0] }
    set { fields[required: "seconds", empty: 0] = newValue }
  }
}

/// Opens a TCP connection.
///
/// Kubernetes: `v1 TCPSocketAction`.
public struct TCPSocketAction: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The host to connect to; the pod's address when not given.
  public var host: String? {
    get { fields[optional: "host"] }
    set { fields[optional: "host"] = newValue }
  }

  /// The port, by number or by name.
  public var port: IntOrString {
    get { fields[required: "port", empty: .empty] }
    set { fields[required: "port", empty: .empty] = newValue }
  }
}

/// A check that is made of a container again and again; exactly one action is given.
///
/// Kubernetes: `v1 Probe`.
public struct Probe: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Runs a command in the container.
  public var exec: ExecAction? {
    get { fields[optional: "exec"] }
    set { fields[optional: "exec"] = newValue }
  }

  /// How many failures in a row make the probe fail.
  public var failureThreshold: Int? {
    get { fields[optional: "failureThreshold"] }
    set { fields[optional: "failureThreshold"] = newValue }
  }

  /// Asks the gRPC health service.
  public var grpc: GRPCAction? {
    get { fields[optional: "grpc"] }
    set { fields[optional: "grpc"] = newValue }
  }

  /// Sends an HTTP request.
  public var httpGet: HTTPGetAction? {
    get { fields[optional: "httpGet"] }
    set { fields[optional: "httpGet"] = newValue }
  }

  /// How long to wait after the start before the first check.
  public var initialDelaySeconds: Int? {
    get { fields[optional: "initialDelaySeconds"] }
    set { fields[optional: "initialDelaySeconds"] = newValue }
  }

  /// The time from one check to the next.
  public var periodSeconds: Int? {
    get { fields[optional: "periodSeconds"] }
    set { fields[optional: "periodSeconds"] = newValue }
  }

  /// How many successes in a row make the probe succeed after a failure; 1 for liveness and start-up.
  public var successThreshold: Int? {
    get { fields[optional: "successThreshold"] }
    set { fields[optional: "successThreshold"] = newValue }
  }

  /// Opens a TCP connection.
  public var tcpSocket: TCPSocketAction? {
    get { fields[optional: "tcpSocket"] }
    set { fields[optional: "tcpSocket"] = newValue }
  }

  /// The grace period when this probe's failure ends the container, in place of the pod's.
  public var terminationGracePeriodSeconds: Int? {
    get { fields[optional: "terminationGracePeriodSeconds"] }
    set { fields[optional: "terminationGracePeriodSeconds"] = newValue }
  }

  /// How long to wait for an answer.
  public var timeoutSeconds: Int? {
    get { fields[optional: "timeoutSeconds"] }
    set { fields[optional: "timeoutSeconds"] = newValue }
  }
}

/// Asks the gRPC health service.
///
/// Kubernetes: `v1 GRPCAction`.
public struct GRPCAction: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The port of the service.
  public var port: Int {
    get { fields[required: "port", empty: 0] }
    set { fields[required: "port", empty: 0] = newValue }
  }

  /// The service named in the request.
  public var service: String? {
    get { fields[optional: "service"] }
    set { fields[optional: "service"] = newValue }
  }
}

/// A port that a container listens on.
///
/// Kubernetes: `v1 ContainerPort`.
public struct ContainerPort: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The port in the pod's network.
  public var containerPort: Int {
    get { fields[required: "containerPort", empty: 0] }
    set { fields[required: "containerPort", empty: 0] = newValue }
  }

  /// The address of the node to bind the host port to.
  public var hostIP: String? {
    get { fields[optional: "hostIP"] }
    set { fields[optional: "hostIP"] = newValue }
  }

  /// The port of the node that leads to the container's.
  public var hostPort: Int? {
    get { fields[optional: "hostPort"] }
    set { fields[optional: "hostPort"] = newValue }
  }

  /// A name for the port that services and probes can refer to, unique in the pod.
  public var name: String? {
    get { fields[optional: "name"] }
    set { fields[optional: "name"] = newValue }
  }

  /// The transport protocol of the port.
  public var `protocol`: String? {
    get { fields[optional: "protocol"] }
    set { fields[optional: "protocol"] = newValue }
  }
}

/// Whether a change of one resource needs a restart.
///
/// Kubernetes: `v1 ContainerResizePolicy`.
public struct ContainerResizePolicy: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The resource: cpu or memory.
  public var resourceName: String {
    get { fields[required: "resourceName", empty: ""] }
    set { fields[required: "resourceName", empty: ""] = newValue }
  }

  /// NotRequired, or RestartContainer.
  public var restartPolicy: String {
    get { fields[required: "restartPolicy", empty: ""] }
    set { fields[required: "restartPolicy", empty: ""] = newValue }
  }
}

/// Compute resources that are asked for and limited.
///
/// Kubernetes: `v1 ResourceRequirements`.
public struct ResourceRequirements: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Claims of the pod's resourceClaims that the container uses.
  public var claims: [ResourceClaim] {
    get { fields[list: "claims"] }
    set { fields[list: "claims"] = newValue }
  }

  /// The most that may be used, by resource.
  public var limits: ResourceList {
    get { fields[values: "limits"] }
    set { fields[values: "limits"] = newValue }
  }

  /// What is set aside, by resource; equal to the limits when only these are given.
  public var requests: ResourceList {
    get { fields[values: "requests"] }
    set { fields[values: "requests"] = newValue }
  }
}

/// A claim of the pod that a container uses.
///
/// Kubernetes: `v1 ResourceClaim`.
public struct ResourceClaim: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name in the pod's resourceClaims.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The request of the claim whose result is used; all of them when not given.
  public var request: String? {
    get { fields[optional: "request"] }
    set { fields[optional: "request"] = newValue }
  }
}

/// What to do when a container ends in a certain way.
///
/// Kubernetes: `v1 ContainerRestartRule`.
public struct ContainerRestartRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What to do.
  public var action: String {
    get { fields[required: "action", empty: ""] }
    set { fields[required: "action", empty: ""] = newValue }
  }

  /// The exit codes that the rule is about.
  public var exitCodes: ContainerRestartRuleOnExitCodes? {
    get { fields[optional: "exitCodes"] }
    set { fields[optional: "exitCodes"] = newValue }
  }
}

/// A set of exit codes.
///
/// Kubernetes: `v1 ContainerRestartRuleOnExitCodes`.
public struct ContainerRestartRuleOnExitCodes: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether the exit code must be among the values, or must not.
  public var `operator`: String {
    get { fields[required: "operator", empty: ""] }
    set { fields[required: "operator", empty: ""] = newValue }
  }

  /// The exit codes.
  public var values: [Int] {
    get { fields[list: "values"] }
    set { fields[list: "values"] = newValue }
  }
}

/// The rights that a container has; wins over the pod's.
///
/// Kubernetes: `v1 SecurityContext`.
public struct SecurityContext: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Whether a process may gain more rights than its parent.
  public var allowPrivilegeEscalation: Bool? {
    get { fields[optional: "allowPrivilegeEscalation"] }
    set { fields[optional: "allowPrivilegeEscalation"] = newValue }
  }

  /// The AppArmor profile.
  public var appArmorProfile: AppArmorProfile? {
    get { fields[optional: "appArmorProfile"] }
    set { fields[optional: "appArmorProfile"] = newValue }
  }

  /// Capabilities of the kernel to give or take; by default those of the container runtime.
  public var capabilities: Capabilities? {
    get { fields[optional: "capabilities"] }
    set { fields[optional: "capabilities"] = newValue }
  }

  /// Runs the container with the rights of root on the node.
  public var privileged: Bool? {
    get { fields[optional: "privileged"] }
    set { fields[optional: "privileged"] = newValue }
  }

  /// Which parts of /proc are masked.
  public var procMount: String? {
    get { fields[optional: "procMount"] }
    set { fields[optional: "procMount"] = newValue }
  }

  /// Makes the root file system read-only.
  public var readOnlyRootFilesystem: Bool? {
    get { fields[optional: "readOnlyRootFilesystem"] }
    set { fields[optional: "readOnlyRootFilesystem"] = newValue }
  }

  /// The group of the first process.
  public var runAsGroup: Int? {
    get { fields[optional: "runAsGroup"] }
    set { fields[optional: "runAsGroup"] = newValue }
  }

  /// Refuses to start the container as root.
  public var runAsNonRoot: Bool? {
    get { fields[optional: "runAsNonRoot"] }
    set { fields[optional: "runAsNonRoot"] = newValue }
  }

  /// The user of the first process; the image's own when not given.
  public var runAsUser: Int? {
    get { fields[optional: "runAsUser"] }
    set { fields[optional: "runAsUser"] = newValue }
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

  /// Settings of Windows.
  public var windowsOptions: WindowsSecurityContextOptions? {
    get { fields[optional: "windowsOptions"] }
    set { fields[optional: "windowsOptions"] = newValue }
  }
}

/// An AppArmor profile.
///
/// Kubernetes: `v1 AppArmorProfile`.
public struct AppArmorProfile: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The name of a profile loaded on the node, with type Localhost.
  public var localhostProfile: String? {
    get { fields[optional: "localhostProfile"] }
    set { fields[optional: "localhostProfile"] = newValue }
  }

  /// Which profile: RuntimeDefault, Unconfined or Localhost.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// Capabilities of the kernel to give or take.
///
/// Kubernetes: `v1 Capabilities`.
public struct Capabilities: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Those to give.
  public var add: [String] {
    get { fields[list: "add"] }
    set { fields[list: "add"] = newValue }
  }

  /// Those to take.
  public var drop: [String] {
    get { fields[list: "drop"] }
    set { fields[list: "drop"] = newValue }
  }
}

/// An SELinux context.
///
/// Kubernetes: `v1 SELinuxOptions`.
public struct SELinuxOptions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The level.
  public var level: String? {
    get { fields[optional: "level"] }
    set { fields[optional: "level"] = newValue }
  }

  /// The role.
  public var role: String? {
    get { fields[optional: "role"] }
    set { fields[optional: "role"] = newValue }
  }

  /// The type.
  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  /// The user.
  public var user: String? {
    get { fields[optional: "user"] }
    set { fields[optional: "user"] = newValue }
  }
}

/// A seccomp profile.
///
/// Kubernetes: `v1 SeccompProfile`.
public struct SeccompProfile: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path of a profile on the node, with type Localhost.
  public var localhostProfile: String? {
    get { fields[optional: "localhostProfile"] }
    set { fields[optional: "localhostProfile"] = newValue }
  }

  /// Which profile: RuntimeDefault, Unconfined or Localhost.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// Security settings of Windows.
///
/// Kubernetes: `v1 WindowsSecurityContextOptions`.
public struct WindowsSecurityContextOptions: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The text of a GMSA credential spec.
  public var gmsaCredentialSpec: String? {
    get { fields[optional: "gmsaCredentialSpec"] }
    set { fields[optional: "gmsaCredentialSpec"] = newValue }
  }

  /// The name of a GMSA credential spec.
  public var gmsaCredentialSpecName: String? {
    get { fields[optional: "gmsaCredentialSpecName"] }
    set { fields[optional: "gmsaCredentialSpecName"] = newValue }
  }

  /// Runs the container as a host process.
  public var hostProcess: Bool? {
    get { fields[optional: "hostProcess"] }
    set { fields[optional: "hostProcess"] = newValue }
  }

  /// The user of the first process.
  public var runAsUserName: String? {
    get { fields[optional: "runAsUserName"] }
    set { fields[optional: "runAsUserName"] = newValue }
  }
}

/// A volume given to a container as a block device.
///
/// Kubernetes: `v1 VolumeDevice`.
public struct VolumeDevice: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path of the device in the container.
  public var devicePath: String {
    get { fields[required: "devicePath", empty: ""] }
    set { fields[required: "devicePath", empty: ""] = newValue }
  }

  /// The name of the volume, whose source is a PersistentVolumeClaim.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}

/// A volume mounted into a container.
///
/// Kubernetes: `v1 VolumeMount`.
public struct VolumeMount: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Where it is mounted in the container; without ':'.
  public var mountPath: String {
    get { fields[required: "mountPath", empty: ""] }
    set { fields[required: "mountPath", empty: ""] = newValue }
  }

  /// Whether later mounts are seen on the other side; None when not given.
  public var mountPropagation: String? {
    get { fields[optional: "mountPropagation"] }
    set { fields[optional: "mountPropagation"] = newValue }
  }

  /// The name of the volume.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// Mounts the volume for reading only.
  public var readOnly: Bool? {
    get { fields[optional: "readOnly"] }
    set { fields[optional: "readOnly"] = newValue }
  }

  /// Whether mounts beneath a read-only one are read-only too; Disabled when not given.
  public var recursiveReadOnly: String? {
    get { fields[optional: "recursiveReadOnly"] }
    set { fields[optional: "recursiveReadOnly"] = newValue }
  }

  /// The path in the volume that is mounted; its root when not given.
  public var subPath: String? {
    get { fields[optional: "subPath"] }
    set { fields[optional: "subPath"] = newValue }
  }

  /// Like subPath, with $(NAME) replaced by the environment.
  public var subPathExpr: String? {
    get { fields[optional: "subPathExpr"] }
    set { fields[optional: "subPathExpr"] = newValue }
  }
}

/// A container added to a running pod, for looking into it; it is never started again.
///
/// Kubernetes: `v1 EphemeralContainer`.
public struct EphemeralContainer: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Arguments to the entry point, in place of the image's own; $(NAME) is replaced by the environment.
  public var args: [String] {
    get { fields[list: "args"] }
    set { fields[list: "args"] = newValue }
  }

  /// The entry point, in place of the image's own; $(NAME) is replaced by the environment.
  public var command: [String] {
    get { fields[list: "command"] }
    set { fields[list: "command"] = newValue }
  }

  /// Environment variables; later ones may refer to earlier ones.
  public var env: [EnvVar] {
    get { fields[list: "env"] }
    set { fields[list: "env"] = newValue }
  }

  /// ConfigMaps and Secrets whose keys become environment variables; env wins over them.
  public var envFrom: [EnvFromSource] {
    get { fields[list: "envFrom"] }
    set { fields[list: "envFrom"] = newValue }
  }

  /// The image to run.
  public var image: String? {
    get { fields[optional: "image"] }
    set { fields[optional: "image"] = newValue }
  }

  /// When the image is pulled; Always for the tag latest, otherwise IfNotPresent.
  public var imagePullPolicy: String? {
    get { fields[optional: "imagePullPolicy"] }
    set { fields[optional: "imagePullPolicy"] = newValue }
  }

  /// What is run after the start and before the end.
  public var lifecycle: Lifecycle? {
    get { fields[optional: "lifecycle"] }
    set { fields[optional: "lifecycle"] = newValue }
  }

  /// When it fails, the container is started anew.
  public var livenessProbe: Probe? {
    get { fields[optional: "livenessProbe"] }
    set { fields[optional: "livenessProbe"] = newValue }
  }

  /// The name of the container, unique in the pod.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// Ports that the container listens on; a description that opens and closes nothing.
  public var ports: [ContainerPort] {
    get { fields[list: "ports"] }
    set { fields[list: "ports"] = newValue }
  }

  /// When it fails, the pod gets no traffic from services.
  public var readinessProbe: Probe? {
    get { fields[optional: "readinessProbe"] }
    set { fields[optional: "readinessProbe"] = newValue }
  }

  /// Whether a change of resources needs a restart, by resource.
  public var resizePolicy: [ContainerResizePolicy] {
    get { fields[list: "resizePolicy"] }
    set { fields[list: "resizePolicy"] = newValue }
  }

  /// The compute resources that the container asks for and is limited to.
  public var resources: ResourceRequirements? {
    get { fields[optional: "resources"] }
    set { fields[optional: "resources"] = newValue }
  }

  /// When this container is started again, if not as the pod says; Always makes an init container a
  /// sidecar.
  public var restartPolicy: String? {
    get { fields[optional: "restartPolicy"] }
    set { fields[optional: "restartPolicy"] = newValue }
  }

  /// Rules that decide by exit code whether the container is started again, before restartPolicy does.
  public var restartPolicyRules: [ContainerRestartRule] {
    get { fields[list: "restartPolicyRules"] }
    set { fields[list: "restartPolicyRules"] = newValue }
  }

  /// The rights that the container has; wins over the pod's.
  public var securityContext: SecurityContext? {
    get { fields[optional: "securityContext"] }
    set { fields[optional: "securityContext"] = newValue }
  }

  /// Until it has succeeded, the other probes wait; when it fails, the container is started anew.
  public var startupProbe: Probe? {
    get { fields[optional: "startupProbe"] }
    set { fields[optional: "startupProbe"] = newValue }
  }

  /// Keeps the standard input open.
  public var stdin: Bool? {
    get { fields[optional: "stdin"] }
    set { fields[optional: "stdin"] = newValue }
  }

  /// Closes the standard input after the first session.
  public var stdinOnce: Bool? {
    get { fields[optional: "stdinOnce"] }
    set { fields[optional: "stdinOnce"] = newValue }
  }

  /// The container whose process namespace is shared.
  public var targetContainerName: String? {
    get { fields[optional: "targetContainerName"] }
    set { fields[optional: "targetContainerName"] = newValue }
  }

  /// The file in the container that its last words are read from.
  public var terminationMessagePath: String? {
    get { fields[optional: "terminationMessagePath"] }
    set { fields[optional: "terminationMessagePath"] = newValue }
  }

  /// Whether the last lines of the log stand in for missing last words.
  public var terminationMessagePolicy: String? {
    get { fields[optional: "terminationMessagePolicy"] }
    set { fields[optional: "terminationMessagePolicy"] = newValue }
  }

  /// Gives the container a terminal; needs stdin.
  public var tty: Bool? {
    get { fields[optional: "tty"] }
    set { fields[optional: "tty"] = newValue }
  }

  /// Volumes given to the container as block devices.
  public var volumeDevices: [VolumeDevice] {
    get { fields[list: "volumeDevices"] }
    set { fields[list: "volumeDevices"] = newValue }
  }

  /// Volumes mounted into the container.
  public var volumeMounts: [VolumeMount] {
    get { fields[list: "volumeMounts"] }
    set { fields[list: "volumeMounts"] = newValue }
  }

  /// The folder that the container starts in; the image's own when not given.
  public var workingDir: String? {
    get { fields[optional: "workingDir"] }
    set { fields[optional: "workingDir"] = newValue }
  }
}
