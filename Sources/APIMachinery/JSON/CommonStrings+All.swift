extension CommonStrings {
  /// Field names of more than 15 bytes of the kinds that clusters are full of, and their most frequent values.
  static let all: [String] = (metadata + podSpec + podStatus + workloads + nodes + others + values).filter {
    lengths.contains($0.utf8.count)
  }

  private static let metadata = [
    "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "resourceVersion",
    "ownerReferences",
    "blockOwnerDeletion", "lastTransitionTime", "lastProbeTime", "lastUpdateTime", "lastHeartbeatTime",
    "observedGeneration", "remainingItemCount", "fieldsType", "k:{\"type\":\"Ready\"}",
    "kubectl.kubernetes.io/last-applied-configuration", "kubectl.kubernetes.io/restartedAt",
    "deployment.kubernetes.io/revision", "deployment.kubernetes.io/desired-replicas",
    "deployment.kubernetes.io/max-replicas", "pod-template-hash", "controller-revision-hash",
    "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/version",
    "app.kubernetes.io/component", "app.kubernetes.io/part-of", "app.kubernetes.io/managed-by",
    "kubernetes.io/metadata.name", "kubernetes.io/hostname", "kubernetes.io/arch", "kubernetes.io/os",
    "beta.kubernetes.io/arch", "beta.kubernetes.io/os", "beta.kubernetes.io/instance-type",
    "node.kubernetes.io/instance-type", "topology.kubernetes.io/region", "topology.kubernetes.io/zone",
    "failure-domain.beta.kubernetes.io/region", "failure-domain.beta.kubernetes.io/zone",
    "eks.amazonaws.com/nodegroup", "eks.amazonaws.com/capacityType", "eks.amazonaws.com/compute-type",
    "eks.amazonaws.com/fargate-profile", "eks.amazonaws.com/nodegroup-image", "kubernetes.io/service-name",
    "endpointslice.kubernetes.io/managed-by", "endpoints.kubernetes.io/last-change-trigger-time",
    "cluster-autoscaler.kubernetes.io/safe-to-evict",
  ]

  private static let podSpec = [
    "activeDeadlineSeconds", "allowPrivilegeEscalation", "automountServiceAccountToken", "configMapKeyRef",
    "defaultMode", "enableServiceLinks", "ephemeralContainers", "ephemeral-storage", "failureThreshold",
    "hostnameOverride", "imagePullPolicy", "imagePullSecrets", "initialDelaySeconds", "initContainers",
    "labelSelector", "livenessProbe", "matchExpressions", "matchLabelKeys", "minReadySeconds",
    "nodeAffinityPolicy",
    "nodeSelectorTerms", "nodeTaintsPolicy", "persistentVolumeClaim", "podAffinityTerm", "podAntiAffinity",
    "preferredDuringSchedulingIgnoredDuringExecution", "requiredDuringSchedulingIgnoredDuringExecution",
    "preemptionPolicy", "priorityClassName", "readinessGates", "readOnlyRootFilesystem", "resourceFieldRef",
    "restartPolicyRules", "runtimeClassName", "runAsNonRoot", "schedulingGates", "seccompProfile",
    "securityContext", "serviceAccountName", "serviceAccountToken", "shareProcessNamespace",
    "successThreshold",
    "terminationGracePeriodSeconds", "terminationMessagePath", "terminationMessagePolicy", "timeoutSeconds",
    "tolerationSeconds", "topologySpreadConstraints", "whenUnsatisfiable", "namespaceSelector",
    "mismatchLabelKeys", "expirationSeconds", "recursiveReadOnly", "mountPropagation", "supplementalGroups",
    "fsGroupChangePolicy", "localhostProfile", "appArmorProfile", "stdinOnce", "httpHeaders",
    "privileged", "procMount", "startupProbe", "readinessProbe",
  ]

  private static let podStatus = [
    "allocatedResources", "containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses",
    "resourceClaimStatuses", "nominatedNodeName", "hostIPs", "restartCount", "volumeMounts", "containerID",
  ]

  private static let workloads = [
    "availableReplicas", "collisionCount", "fullyLabeledReplicas", "progressDeadlineSeconds", "readyReplicas",
    "revisionHistoryLimit", "rollingUpdate", "terminatingReplicas", "unavailableReplicas", "updatedReplicas",
    "volumeClaimTemplates", "podManagementPolicy", "currentRevision", "updateRevision", "currentReplicas",
    "updateStrategy", "ttlSecondsAfterFinished", "completionMode", "podReplacementPolicy",
    "startingDeadlineSeconds",
    "successfulJobsHistoryLimit", "failedJobsHistoryLimit", "concurrencyPolicy", "maxUnavailable",
    "minAvailable",
    "currentHealthy", "desiredHealthy", "disruptionsAllowed", "expectedPods", "disruptedPods",
    "unhealthyPodEvictionPolicy",
  ]

  private static let nodes = [
    "attachable-volumes-aws-ebs", "bootID", "containerRuntimeVersion", "daemonEndpoints", "kernelVersion",
    "kubeletEndpoint", "kubeProxyVersion", "kubeletVersion", "operatingSystem", "runtimeHandlers",
    "unschedulable", "volumesAttached", "volumesInUse", "leaseDurationSeconds", "leaseTransitions",
    "holderIdentity", "acquireTime", "availabilityZone", "attachmentID", "privateIPAddress",
    "privateIPAddresses", "networkInterfaceID", "networkInterfaces", "availableIPAddressCount",
    "instanceTypes",
    "securityGroupIDs", "scalingConfig", "fargateProfileName", "podExecutionRoleARN",
  ]

  private static let others = [
    "addressType", "allocateLoadBalancerNodePorts", "appProtocol", "clusterIPs", "deprecatedCount",
    "deprecatedFirstTimestamp", "deprecatedLastTimestamp", "deprecatedSource", "eventTime",
    "externalTrafficPolicy",
    "firstTimestamp", "globalDefault", "healthCheckNodePort", "insecureSkipTLSVerify",
    "internalTrafficPolicy",
    "involvedObject", "ipFamilyPolicy", "lastTimestamp", "loadBalancer", "loadBalancerClass",
    "loadBalancerSourceRanges", "publishNotReadyAddresses", "reportingComponent", "reportingController",
    "reportingInstance", "sessionAffinity", "sessionAffinityConfig", "trafficDistribution",
  ]

  private static let values = [
    "/dev/termination-log", "/var/run/secrets/kubernetes.io/serviceaccount", "kube-root-ca.crt",
    "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable", "node.kubernetes.io/unschedulable",
    "default-scheduler", "PreemptLowerPriority", "PodReadyToStartContainers", "ContainersReady",
    "ContainerCreating", "TerminationByKubelet", "MinimumReplicasAvailable", "NewReplicaSetAvailable",
    "NewReplicaSetCreated", "ReplicaSetUpdated", "RollingUpdate", "ScheduleAnyway", "FallbackToLogsOnError",
    "KubeletHasSufficientMemory", "KubeletHasNoDiskPressure", "KubeletHasSufficientPID",
    "kubelet has sufficient memory available", "kubelet has no disk pressure",
    "kubelet has sufficient PID available", "kubelet is posting ready status", "kube-controller-manager",
    "coordination.k8s.io/v1", "discovery.k8s.io/v1", "scheduling.k8s.io/v1", "eks.services.k8s.aws/v1alpha1",
    "ec2.services.k8s.aws/v1alpha1", "system-node-critical", "system-cluster-critical",
  ]
}
