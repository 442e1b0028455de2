extension Schemas {
  static let coreV1Container = #"""
    api v1 io.k8s.api.core.v1

    type Container  "One container of a pod: an image, how to start it and what it needs."
      args                      [string]
          "Arguments to the entry point, in place of the image's own; $(NAME) is replaced by the"
          "environment."
      command                   [string]
          "The entry point, in place of the image's own; $(NAME) is replaced by the environment."
      env                       [EnvVar]                 list(name) patch(name)
          "Environment variables; later ones may refer to earlier ones."
      envFrom                   [EnvFromSource]
          "ConfigMaps and Secrets whose keys become environment variables; env wins over them."
      image                     string  "The image to run."
      imagePullPolicy           string                   enum(Always Never IfNotPresent)
          "When the image is pulled; Always for the tag latest, otherwise IfNotPresent."
      lifecycle                 Lifecycle  "What is run after the start and before the end."
      livenessProbe             Probe  "When it fails, the container is started anew."
      name                      string                   required format(dns1123-label)
          "The name of the container, unique in the pod."
      ports                     [ContainerPort]          list(containerPort protocol) patch(containerPort)
          "Ports that the container listens on; a description that opens and closes nothing."
      readinessProbe            Probe  "When it fails, the pod gets no traffic from services."
      resizePolicy              [ContainerResizePolicy]
          "Whether a change of resources needs a restart, by resource."
      resources                 ResourceRequirements     default({})
          "The compute resources that the container asks for and is limited to."
      restartPolicy             string                   enum(Always Never OnFailure)
          "When this container is started again, if not as the pod says; Always makes an init container"
          "a sidecar."
      restartPolicyRules        [ContainerRestartRule]
          "Rules that decide by exit code whether the container is started again, before restartPolicy"
          "does."
      securityContext           SecurityContext
          "The rights that the container has; wins over the pod's."
      startupProbe              Probe
          "Until it has succeeded, the other probes wait; when it fails, the container is started anew."
      stdin                     bool  "Keeps the standard input open."
      stdinOnce                 bool  "Closes the standard input after the first session."
      terminationMessagePath    string                   default(/dev/termination-log)
          "The file in the container that its last words are read from."
      terminationMessagePolicy  string                   default(File) enum(File FallbackToLogsOnError)
          "Whether the last lines of the log stand in for missing last words."
      tty                       bool  "Gives the container a terminal; needs stdin."
      volumeDevices             [VolumeDevice]           list(devicePath) patch(devicePath)
          "Volumes given to the container as block devices."
      volumeMounts              [VolumeMount]            list(mountPath) patch(mountPath)
          "Volumes mounted into the container."
      workingDir                string
          "The folder that the container starts in; the image's own when not given."

    type EnvVar  "An environment variable."
      name       string        required format(env-name)  "The name of the variable."
      value      string  "The value; $(NAME) is replaced by the variables before it."
      valueFrom  EnvVarSource  "Where the value comes from, in place of value."

    type EnvVarSource
        "Where the value of an environment variable comes from; exactly one field is given."
      configMapKeyRef   ConfigMapKeySelector  "A key of a ConfigMap."
      fieldRef          ObjectFieldSelector  "A field of the pod."
      fileKeyRef        FileKeySelector  "A key in a file of a volume."
      resourceFieldRef  ResourceFieldSelector  "A resource amount of a container."
      secretKeyRef      SecretKeySelector  "A key of a Secret."

    type ConfigMapKeySelector atomic  "A key of a ConfigMap."
      key       string  required  "The key."
      name      string  "The name of the ConfigMap."
      optional  bool  "Whether the source, or the key in it, may be missing."

    type FileKeySelector atomic  "A key in a file of a volume."
      key         string  required  "The key in the file."
      optional    bool    default(false)  "Whether the source, or the key in it, may be missing."
      path        string  required  "The path of the file in the volume; relative, without '..'."
      volumeName  string  required  "The volume."

    type SecretKeySelector atomic  "A key of a Secret."
      key       string  required  "The key."
      name      string  "The name of the Secret."
      optional  bool  "Whether the source, or the key in it, may be missing."

    type EnvFromSource  "An object whose keys become environment variables."
      configMapRef  ConfigMapEnvSource  "A ConfigMap."
      prefix        string  "Put in front of each key."
      secretRef     SecretEnvSource  "A Secret."

    type ConfigMapEnvSource  "A ConfigMap whose keys become environment variables."
      name      string  "The name of the ConfigMap."
      optional  bool  "Whether the source, or the key in it, may be missing."

    type SecretEnvSource  "A Secret whose keys become environment variables."
      name      string  "The name of the Secret."
      optional  bool  "Whether the source, or the key in it, may be missing."

    type Lifecycle  "What is run after the start and before the end of a container."
      postStart   LifecycleHandler  "Run right after the start; the container is killed when it fails."
      preStop     LifecycleHandler  "Run before the container is told to end, within its grace period."
      stopSignal  string  "The signal that tells the container to end, such as SIGTERM."

    type LifecycleHandler  "One action; exactly one field is given."
      exec       ExecAction  "Runs a command in the container."
      httpGet    HTTPGetAction  "Sends an HTTP request."
      sleep      SleepAction  "Waits."
      tcpSocket  TCPSocketAction  "Not supported here; kept for the sake of old objects."

    type ExecAction  "Runs a command in a container."
      command  [string]  "The command and its arguments, without a shell; the exit code 0 is success."

    type HTTPGetAction  "Sends an HTTP GET request; codes from 200 to 399 are success."
      host         string  "The host to connect to; the pod's address when not given."
      httpHeaders  [HTTPHeader]  "Headers of the request."
      path         string         default(/)  "The path to ask for."
      port         int-or-string  required format(port)  "The port, by number or by name."
      scheme       string         default(HTTP) enum(HTTP HTTPS)
          "Whether to speak plain HTTP or HTTPS."

    type HTTPHeader  "A header of an HTTP request."
      name   string  required  "The name of the header."
      value  string  required  "The value of the header."

    type SleepAction  "Waits."
      seconds  int64  required  "How long."

    type TCPSocketAction  "Opens a TCP connection."
      host  string  "The host to connect to; the pod's address when not given."
      port  int-or-string  required format(port)  "The port, by number or by name."

    type Probe  "A check that is made of a container again and again; exactly one action is given."
      exec                           ExecAction  "Runs a command in the container."
      failureThreshold               int32            default(3) min(0)
          "How many failures in a row make the probe fail."
      grpc                           GRPCAction  "Asks the gRPC health service."
      httpGet                        HTTPGetAction  "Sends an HTTP request."
      initialDelaySeconds            int32            min(0)
          "How long to wait after the start before the first check."
      periodSeconds                  int32            default(10) min(0)
          "The time from one check to the next."
      successThreshold               int32            default(1) min(0)
          "How many successes in a row make the probe succeed after a failure; 1 for liveness and"
          "start-up."
      tcpSocket                      TCPSocketAction  "Opens a TCP connection."
      terminationGracePeriodSeconds  int64            min(1)
          "The grace period when this probe's failure ends the container, in place of the pod's."
      timeoutSeconds                 int32            default(1) min(0)
          "How long to wait for an answer."

    type GRPCAction  "Asks the gRPC health service."
      port     int32   required min(1) max(65535)  "The port of the service."
      service  string  default()  "The service named in the request."

    type ContainerPort  "A port that a container listens on."
      containerPort  int32   required min(1) max(65535)  "The port in the pod's network."
      hostIP         string  "The address of the node to bind the host port to."
      hostPort       int32   min(0) max(65535)  "The port of the node that leads to the container's."
      name           string  format(port-name)
          "A name for the port that services and probes can refer to, unique in the pod."
      protocol       string  default(TCP) enum(TCP UDP SCTP)  "The transport protocol of the port."

    type ContainerResizePolicy  "Whether a change of one resource needs a restart."
      resourceName   string  required  "The resource: cpu or memory."
      restartPolicy  string  required enum(NotRequired RestartContainer)
          "NotRequired, or RestartContainer."

    type ResourceRequirements  "Compute resources that are asked for and limited."
      claims    [ResourceClaim]  list(name)
          "Claims of the pod's resourceClaims that the container uses."
      limits    map[quantity]  "The most that may be used, by resource."
      requests  map[quantity]
          "What is set aside, by resource; equal to the limits when only these are given."

    type ResourceClaim  "A claim of the pod that a container uses."
      name     string  required  "The name in the pod's resourceClaims."
      request  string  "The request of the claim whose result is used; all of them when not given."

    type ContainerRestartRule  "What to do when a container ends in a certain way."
      action     string                           required enum(Restart RestartAllContainers)
          "What to do."
      exitCodes  ContainerRestartRuleOnExitCodes  "The exit codes that the rule is about."

    type ContainerRestartRuleOnExitCodes  "A set of exit codes."
      operator  string   required enum(In NotIn)
          "Whether the exit code must be among the values, or must not."
      values    [int32]  set max-items(255)  "The exit codes."

    type SecurityContext  "The rights that a container has; wins over the pod's."
      allowPrivilegeEscalation  bool  "Whether a process may gain more rights than its parent."
      appArmorProfile           AppArmorProfile  "The AppArmor profile."
      capabilities              Capabilities
          "Capabilities of the kernel to give or take; by default those of the container runtime."
      privileged                bool  "Runs the container with the rights of root on the node."
      procMount                 string                         enum(Default Unmasked)
          "Which parts of /proc are masked."
      readOnlyRootFilesystem    bool  "Makes the root file system read-only."
      runAsGroup                int64                          min(0)  "The group of the first process."
      runAsNonRoot              bool  "Refuses to start the container as root."
      runAsUser                 int64                          min(0)
          "The user of the first process; the image's own when not given."
      seLinuxOptions            SELinuxOptions  "The SELinux context."
      seccompProfile            SeccompProfile  "The seccomp profile."
      windowsOptions            WindowsSecurityContextOptions  "Settings of Windows."

    type AppArmorProfile  "An AppArmor profile."
      localhostProfile  string  "The name of a profile loaded on the node, with type Localhost."
      type              string  required enum(RuntimeDefault Unconfined Localhost)
          "Which profile: RuntimeDefault, Unconfined or Localhost."

    type Capabilities  "Capabilities of the kernel to give or take."
      add   [string]  "Those to give."
      drop  [string]  "Those to take."

    type SELinuxOptions  "An SELinux context."
      level  string  "The level."
      role   string  "The role."
      type   string  "The type."
      user   string  "The user."

    type SeccompProfile  "A seccomp profile."
      localhostProfile  string  "The path of a profile on the node, with type Localhost."
      type              string  required enum(RuntimeDefault Unconfined Localhost)
          "Which profile: RuntimeDefault, Unconfined or Localhost."

    type WindowsSecurityContextOptions  "Security settings of Windows."
      gmsaCredentialSpec      string  "The text of a GMSA credential spec."
      gmsaCredentialSpecName  string  "The name of a GMSA credential spec."
      hostProcess             bool  "Runs the container as a host process."
      runAsUserName           string  "The user of the first process."

    type VolumeDevice  "A volume given to a container as a block device."
      devicePath  string  required  "The path of the device in the container."
      name        string  required  "The name of the volume, whose source is a PersistentVolumeClaim."

    type VolumeMount  "A volume mounted into a container."
      mountPath          string  required  "Where it is mounted in the container; without ':'."
      mountPropagation   string  enum(None HostToContainer Bidirectional)
          "Whether later mounts are seen on the other side; None when not given."
      name               string  required  "The name of the volume."
      readOnly           bool  "Mounts the volume for reading only."
      recursiveReadOnly  string  enum(Disabled IfPossible Enabled)
          "Whether mounts beneath a read-only one are read-only too; Disabled when not given."
      subPath            string  "The path in the volume that is mounted; its root when not given."
      subPathExpr        string  "Like subPath, with $(NAME) replaced by the environment."

    type EphemeralContainer
        "A container added to a running pod, for looking into it; it is never started again."
      args                      [string]
          "Arguments to the entry point, in place of the image's own; $(NAME) is replaced by the"
          "environment."
      command                   [string]
          "The entry point, in place of the image's own; $(NAME) is replaced by the environment."
      env                       [EnvVar]                 list(name) patch(name)
          "Environment variables; later ones may refer to earlier ones."
      envFrom                   [EnvFromSource]
          "ConfigMaps and Secrets whose keys become environment variables; env wins over them."
      image                     string  "The image to run."
      imagePullPolicy           string                   enum(Always Never IfNotPresent)
          "When the image is pulled; Always for the tag latest, otherwise IfNotPresent."
      lifecycle                 Lifecycle  "What is run after the start and before the end."
      livenessProbe             Probe  "When it fails, the container is started anew."
      name                      string                   required format(dns1123-label)
          "The name of the container, unique in the pod."
      ports                     [ContainerPort]          list(containerPort protocol) patch(containerPort)
          "Ports that the container listens on; a description that opens and closes nothing."
      readinessProbe            Probe  "When it fails, the pod gets no traffic from services."
      resizePolicy              [ContainerResizePolicy]
          "Whether a change of resources needs a restart, by resource."
      resources                 ResourceRequirements     default({})
          "The compute resources that the container asks for and is limited to."
      restartPolicy             string                   enum(Always Never OnFailure)
          "When this container is started again, if not as the pod says; Always makes an init container"
          "a sidecar."
      restartPolicyRules        [ContainerRestartRule]
          "Rules that decide by exit code whether the container is started again, before restartPolicy"
          "does."
      securityContext           SecurityContext
          "The rights that the container has; wins over the pod's."
      startupProbe              Probe
          "Until it has succeeded, the other probes wait; when it fails, the container is started anew."
      stdin                     bool  "Keeps the standard input open."
      stdinOnce                 bool  "Closes the standard input after the first session."
      targetContainerName       string  "The container whose process namespace is shared."
      terminationMessagePath    string                   default(/dev/termination-log)
          "The file in the container that its last words are read from."
      terminationMessagePolicy  string                   default(File) enum(File FallbackToLogsOnError)
          "Whether the last lines of the log stand in for missing last words."
      tty                       bool  "Gives the container a terminal; needs stdin."
      volumeDevices             [VolumeDevice]           list(devicePath) patch(devicePath)
          "Volumes given to the container as block devices."
      volumeMounts              [VolumeMount]            list(mountPath) patch(mountPath)
          "Volumes mounted into the container."
      workingDir                string
          "The folder that the container starts in; the image's own when not given."
    """#
}
