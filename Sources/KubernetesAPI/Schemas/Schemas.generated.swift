// Generated from Sources/KubernetesAPI/Schemas by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

import APIMachinery

/// The declarations of this room, each in a file of its own.
enum Schemas {
  static let all: [SchemaSource] = [
    SchemaSource(name: "AdmissionregistrationV1+MatchResources", text: admissionregistrationV1MatchResources),
    SchemaSource(name: "AdmissionregistrationV1+MutatingAdmissionPolicy", text: admissionregistrationV1MutatingAdmissionPolicy),
    SchemaSource(name: "AdmissionregistrationV1+ValidatingAdmissionPolicy", text: admissionregistrationV1ValidatingAdmissionPolicy),
    SchemaSource(name: "AdmissionregistrationV1+Webhooks", text: admissionregistrationV1Webhooks),
    SchemaSource(name: "ApiextensionsV1+CustomResourceDefinition", text: apiextensionsV1CustomResourceDefinition),
    SchemaSource(name: "AppsV1+ControllerRevision", text: appsV1ControllerRevision),
    SchemaSource(name: "AppsV1+DaemonSet", text: appsV1DaemonSet),
    SchemaSource(name: "AppsV1+Deployment", text: appsV1Deployment),
    SchemaSource(name: "AppsV1+ReplicaSet", text: appsV1ReplicaSet),
    SchemaSource(name: "AppsV1+StatefulSet", text: appsV1StatefulSet),
    SchemaSource(name: "AuthenticationV1", text: authenticationV1),
    SchemaSource(name: "AuthorizationV1", text: authorizationV1),
    SchemaSource(name: "AutoscalingV1+Scale", text: autoscalingV1Scale),
    SchemaSource(name: "BatchV1+CronJob", text: batchV1CronJob),
    SchemaSource(name: "BatchV1+Job", text: batchV1Job),
    SchemaSource(name: "CoordinationV1+Lease", text: coordinationV1Lease),
    SchemaSource(name: "CoreV1+Binding", text: coreV1Binding),
    SchemaSource(name: "CoreV1+ConfigMap", text: coreV1ConfigMap),
    SchemaSource(name: "CoreV1+Container", text: coreV1Container),
    SchemaSource(name: "CoreV1+Endpoints", text: coreV1Endpoints),
    SchemaSource(name: "CoreV1+Event", text: coreV1Event),
    SchemaSource(name: "CoreV1+LimitRange", text: coreV1LimitRange),
    SchemaSource(name: "CoreV1+Namespace", text: coreV1Namespace),
    SchemaSource(name: "CoreV1+Node", text: coreV1Node),
    SchemaSource(name: "CoreV1+PersistentVolume", text: coreV1PersistentVolume),
    SchemaSource(name: "CoreV1+PersistentVolumeClaim", text: coreV1PersistentVolumeClaim),
    SchemaSource(name: "CoreV1+Pod", text: coreV1Pod),
    SchemaSource(name: "CoreV1+PodStatus", text: coreV1PodStatus),
    SchemaSource(name: "CoreV1+References", text: coreV1References),
    SchemaSource(name: "CoreV1+ReplicationController", text: coreV1ReplicationController),
    SchemaSource(name: "CoreV1+ResourceQuota", text: coreV1ResourceQuota),
    SchemaSource(name: "CoreV1+Scheduling", text: coreV1Scheduling),
    SchemaSource(name: "CoreV1+Secret", text: coreV1Secret),
    SchemaSource(name: "CoreV1+Service", text: coreV1Service),
    SchemaSource(name: "CoreV1+ServiceAccount", text: coreV1ServiceAccount),
    SchemaSource(name: "CoreV1+VolumeSources", text: coreV1VolumeSources),
    SchemaSource(name: "DiscoveryV1+EndpointSlice", text: discoveryV1EndpointSlice),
    SchemaSource(name: "EventsV1+Event", text: eventsV1Event),
    SchemaSource(name: "NetworkingV1", text: networkingV1),
    SchemaSource(name: "PolicyV1+Eviction", text: policyV1Eviction),
    SchemaSource(name: "PolicyV1+PodDisruptionBudget", text: policyV1PodDisruptionBudget),
    SchemaSource(name: "RbacV1", text: rbacV1),
    SchemaSource(name: "SchedulingV1+PriorityClass", text: schedulingV1PriorityClass),
    SchemaSource(name: "StorageV1", text: storageV1),
  ]
}
