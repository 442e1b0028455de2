extension Schemas {
  static let coreV1Container = #"""
    api v1 io.k8s.api.core.v1

    type Container
      args                      [string]
      command                   [string]
      env                       [EnvVar]                 list(name) patch(name)
      envFrom                   [EnvFromSource]
      image                     string
      imagePullPolicy           string
      lifecycle                 Lifecycle
      livenessProbe             Probe
      name                      string                   required
      ports                     [ContainerPort]          list(containerPort protocol)
          patch(containerPort)
      readinessProbe            Probe
      resizePolicy              [ContainerResizePolicy]
      resources                 ResourceRequirements
      restartPolicy             string
      restartPolicyRules        [ContainerRestartRule]
      securityContext           SecurityContext
      startupProbe              Probe
      stdin                     bool
      stdinOnce                 bool
      terminationMessagePath    string
      terminationMessagePolicy  string
      tty                       bool
      volumeDevices             [VolumeDevice]           list(devicePath) patch(devicePath)
      volumeMounts              [VolumeMount]            list(mountPath) patch(mountPath)
      workingDir                string

    type EnvVar
      name       string        required
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
      optional    bool
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
      path         string
      port         int-or-string  required
      scheme       string

    type HTTPHeader
      name   string  required
      value  string  required

    type SleepAction
      seconds  int64  required

    type TCPSocketAction
      host  string
      port  int-or-string  required

    type Probe
      exec                           ExecAction
      failureThreshold               int32
      grpc                           GRPCAction
      httpGet                        HTTPGetAction
      initialDelaySeconds            int32
      periodSeconds                  int32
      successThreshold               int32
      tcpSocket                      TCPSocketAction
      terminationGracePeriodSeconds  int64
      timeoutSeconds                 int32

    type GRPCAction
      port     int32   required
      service  string

    type ContainerPort
      containerPort  int32   required
      hostIP         string
      hostPort       int32
      name           string
      protocol       string

    type ContainerResizePolicy
      resourceName   string  required
      restartPolicy  string  required

    type ResourceRequirements
      claims    [ResourceClaim]  list(name)
      limits    map[quantity]
      requests  map[quantity]

    type ResourceClaim
      name     string  required
      request  string

    type ContainerRestartRule
      action     string                           required
      exitCodes  ContainerRestartRuleOnExitCodes

    type ContainerRestartRuleOnExitCodes
      operator  string   required
      values    [int32]  set

    type SecurityContext
      allowPrivilegeEscalation  bool
      appArmorProfile           AppArmorProfile
      capabilities              Capabilities
      privileged                bool
      procMount                 string
      readOnlyRootFilesystem    bool
      runAsGroup                int64
      runAsNonRoot              bool
      runAsUser                 int64
      seLinuxOptions            SELinuxOptions
      seccompProfile            SeccompProfile
      windowsOptions            WindowsSecurityContextOptions

    type AppArmorProfile
      localhostProfile  string
      type              string  required

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
      type              string  required

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
      mountPropagation   string
      name               string  required
      readOnly           bool
      recursiveReadOnly  string
      subPath            string
      subPathExpr        string

    type EphemeralContainer
      args                      [string]
      command                   [string]
      env                       [EnvVar]                 list(name) patch(name)
      envFrom                   [EnvFromSource]
      image                     string
      imagePullPolicy           string
      lifecycle                 Lifecycle
      livenessProbe             Probe
      name                      string                   required
      ports                     [ContainerPort]          list(containerPort protocol)
          patch(containerPort)
      readinessProbe            Probe
      resizePolicy              [ContainerResizePolicy]
      resources                 ResourceRequirements
      restartPolicy             string
      restartPolicyRules        [ContainerRestartRule]
      securityContext           SecurityContext
      startupProbe              Probe
      stdin                     bool
      stdinOnce                 bool
      targetContainerName       string
      terminationMessagePath    string
      terminationMessagePolicy  string
      tty                       bool
      volumeDevices             [VolumeDevice]           list(devicePath) patch(devicePath)
      volumeMounts              [VolumeMount]            list(mountPath) patch(mountPath)
      workingDir                string
    """#
}
