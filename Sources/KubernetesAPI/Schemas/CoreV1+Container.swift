extension Schemas {
  static let coreV1Container = #"""
    api v1 io.k8s.api.core.v1

    type Container
      args                      [string]
      command                   [string]
      env                       [EnvVar]                 list(name) patch(name)
      envFrom                   [EnvFromSource]
      image                     string
      imagePullPolicy           string                   enum(Always Never IfNotPresent)
      lifecycle                 Lifecycle
      livenessProbe             Probe
      name                      string                   required format(dns1123-label)
      ports                     [ContainerPort]          list(containerPort protocol) patch(containerPort)
      readinessProbe            Probe
      resizePolicy              [ContainerResizePolicy]
      resources                 ResourceRequirements     default({})
      restartPolicy             string                   enum(Always Never OnFailure)
      restartPolicyRules        [ContainerRestartRule]
      securityContext           SecurityContext
      startupProbe              Probe
      stdin                     bool
      stdinOnce                 bool
      terminationMessagePath    string                   default(/dev/termination-log)
      terminationMessagePolicy  string                   default(File) enum(File FallbackToLogsOnError)
      tty                       bool
      volumeDevices             [VolumeDevice]           list(devicePath) patch(devicePath)
      volumeMounts              [VolumeMount]            list(mountPath) patch(mountPath)
      workingDir                string

    type EnvVar
      name       string        required format(env-name)
      value      string
      valueFrom  EnvVarSource

    type EnvVarSource
      configMapKeyRef   ConfigMapKeySelector
      fieldRef          ObjectFieldSelector
      fileKeyRef        FileKeySelector
      resourceFieldRef  ResourceFieldSelector
      secretKeyRef      SecretKeySelector

    type ConfigMapKeySelector atomic
      key       string  required
      name      string
      optional  bool

    type FileKeySelector atomic
      key         string  required
      optional    bool    default(false)
      path        string  required
      volumeName  string  required

    type SecretKeySelector atomic
      key       string  required
      name      string
      optional  bool

    type EnvFromSource
      configMapRef  ConfigMapEnvSource
      prefix        string
      secretRef     SecretEnvSource

    type ConfigMapEnvSource
      name      string
      optional  bool

    type SecretEnvSource
      name      string
      optional  bool

    type Lifecycle
      postStart   LifecycleHandler
      preStop     LifecycleHandler
      stopSignal  string

    type LifecycleHandler
      exec       ExecAction
      httpGet    HTTPGetAction
      sleep      SleepAction
      tcpSocket  TCPSocketAction

    type ExecAction
      command  [string]

    type HTTPGetAction
      host         string
      httpHeaders  [HTTPHeader]
      path         string         default(/)
      port         int-or-string  required format(port)
      scheme       string         default(HTTP) enum(HTTP HTTPS)

    type HTTPHeader
      name   string  required
      value  string  required

    type SleepAction
      seconds  int64  required

    type TCPSocketAction
      host  string
      port  int-or-string  required format(port)

    type Probe
      exec                           ExecAction
      failureThreshold               int32            default(3) min(0)
      grpc                           GRPCAction
      httpGet                        HTTPGetAction
      initialDelaySeconds            int32            min(0)
      periodSeconds                  int32            default(10) min(0)
      successThreshold               int32            default(1) min(0)
      tcpSocket                      TCPSocketAction
      terminationGracePeriodSeconds  int64            min(1)
      timeoutSeconds                 int32            default(1) min(0)

    type GRPCAction
      port     int32   required min(1) max(65535)
      service  string  default()

    type ContainerPort
      containerPort  int32   required min(1) max(65535)
      hostIP         string
      hostPort       int32   min(0) max(65535)
      name           string  format(port-name)
      protocol       string  default(TCP) enum(TCP UDP SCTP)

    type ContainerResizePolicy
      resourceName   string  required
      restartPolicy  string  required enum(NotRequired RestartContainer)

    type ResourceRequirements
      claims    [ResourceClaim]  list(name)
      limits    map[quantity]
      requests  map[quantity]

    type ResourceClaim
      name     string  required
      request  string

    type ContainerRestartRule
      action     string                           required enum(Restart RestartAllContainers)
      exitCodes  ContainerRestartRuleOnExitCodes

    type ContainerRestartRuleOnExitCodes
      operator  string   required enum(In NotIn)
      values    [int32]  set max-items(255)

    type SecurityContext
      allowPrivilegeEscalation  bool
      appArmorProfile           AppArmorProfile
      capabilities              Capabilities
      privileged                bool
      procMount                 string                         enum(Default Unmasked)
      readOnlyRootFilesystem    bool
      runAsGroup                int64                          min(0)
      runAsNonRoot              bool
      runAsUser                 int64                          min(0)
      seLinuxOptions            SELinuxOptions
      seccompProfile            SeccompProfile
      windowsOptions            WindowsSecurityContextOptions

    type AppArmorProfile
      localhostProfile  string
      type              string  required enum(RuntimeDefault Unconfined Localhost)

    type Capabilities
      add   [string]
      drop  [string]

    type SELinuxOptions
      level  string
      role   string
      type   string
      user   string

    type SeccompProfile
      localhostProfile  string
      type              string  required enum(RuntimeDefault Unconfined Localhost)

    type WindowsSecurityContextOptions
      gmsaCredentialSpec      string
      gmsaCredentialSpecName  string
      hostProcess             bool
      runAsUserName           string

    type VolumeDevice
      devicePath  string  required
      name        string  required

    type VolumeMount
      mountPath          string  required
      mountPropagation   string  enum(None HostToContainer Bidirectional)
      name               string  required
      readOnly           bool
      recursiveReadOnly  string  enum(Disabled IfPossible Enabled)
      subPath            string
      subPathExpr        string

    type EphemeralContainer
      args                      [string]
      command                   [string]
      env                       [EnvVar]                 list(name) patch(name)
      envFrom                   [EnvFromSource]
      image                     string
      imagePullPolicy           string                   enum(Always Never IfNotPresent)
      lifecycle                 Lifecycle
      livenessProbe             Probe
      name                      string                   required format(dns1123-label)
      ports                     [ContainerPort]          list(containerPort protocol) patch(containerPort)
      readinessProbe            Probe
      resizePolicy              [ContainerResizePolicy]
      resources                 ResourceRequirements     default({})
      restartPolicy             string                   enum(Always Never OnFailure)
      restartPolicyRules        [ContainerRestartRule]
      securityContext           SecurityContext
      startupProbe              Probe
      stdin                     bool
      stdinOnce                 bool
      targetContainerName       string
      terminationMessagePath    string                   default(/dev/termination-log)
      terminationMessagePolicy  string                   default(File) enum(File FallbackToLogsOnError)
      tty                       bool
      volumeDevices             [VolumeDevice]           list(devicePath) patch(devicePath)
      volumeMounts              [VolumeMount]            list(mountPath) patch(mountPath)
      workingDir                string
    """#
}
