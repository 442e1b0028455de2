public import APIMachinery
public import KubernetesAPI

/// A type of the API of Kubernetes as the value of a field: its schema is that of the API.
public protocol KubernetesValue: ObjectView, SchemaValue {}

extension KubernetesValue {
  public static var structuralSchema: JSONObject { StructuralDocument.schema(ofType: "\(Self.self)") }
  public static var emptyValue: Self { Self(fields: JSONObject()) }
}

extension ObjectMeta: KubernetesValue {}
extension LabelSelector: KubernetesValue {}
extension Condition: KubernetesValue {}

extension ObjectReference: KubernetesValue {}
extension LocalObjectReference: KubernetesValue {}
extension TypedLocalObjectReference: KubernetesValue {}
extension TypedObjectReference: KubernetesValue {}
extension SecretReference: KubernetesValue {}
extension SecretKeySelector: KubernetesValue {}
extension ConfigMapKeySelector: KubernetesValue {}

extension PodTemplateSpec: KubernetesValue {}
extension PodSpec: KubernetesValue {}
extension Container: KubernetesValue {}
extension ContainerPort: KubernetesValue {}
extension EnvVar: KubernetesValue {}
extension EnvFromSource: KubernetesValue {}
extension Probe: KubernetesValue {}
extension ResourceRequirements: KubernetesValue {}
extension SecurityContext: KubernetesValue {}
extension PodSecurityContext: KubernetesValue {}
extension Volume: KubernetesValue {}
extension VolumeMount: KubernetesValue {}
extension Toleration: KubernetesValue {}
extension Affinity: KubernetesValue {}
extension TopologySpreadConstraint: KubernetesValue {}
extension PersistentVolumeClaimSpec: KubernetesValue {}
extension ServicePort: KubernetesValue {}
