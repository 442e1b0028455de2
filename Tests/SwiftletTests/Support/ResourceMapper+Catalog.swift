import APIMachinery
import EKSAPI
import KubernetesAPI

@testable import swiftlet

extension ResourceMapper {
  /// What our own server offers.
  static let catalog = ResourceMapper(
    resources: SchemaCatalog.kubernetes.merging(.eks).resources.map(\.definition))
}
