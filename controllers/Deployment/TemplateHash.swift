import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// The name of a pod template: what `pod-template-hash` labels the pods of one revision with.
///
/// Kubernetes: `controller.ComputeHash` of the template and the collision count.
struct TemplateHash: CustomStringConvertible {
  static let label = "pod-template-hash"

  let description: String

  init(_ template: PodTemplateSpec, collisionCount: Int?) {
    description = ContentHash(template.json, collisionCount: collisionCount).description
  }
}
