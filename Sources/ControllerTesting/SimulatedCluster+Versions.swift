import APICore
public import APIMachinery
import ControlPlane
import ObjectStore

extension SimulatedCluster {
  /// Every version of an object that was written, oldest first, those of former objects of the name included: to make
  /// sure that something never was.
  ///
  /// - Precondition: The history keeps the bytes, as in an exploration, or with `keepsBytes: true`.
  public func versions<Kind: Resource>(of kind: Kind.Type, _ key: ObjectKey) -> [Kind] {
    let resource = kind.definition.groupVersionResource.groupResource.description
    let written = history.events.filter {
      $0.key.resource == resource && $0.key.namespace == key.namespace && $0.key.name == key.name
    }
    return written.map { event in
      guard let object = event.object else {
        preconditionFailure("the history keeps no bytes: run the cluster with keepsBytes: true")
      }
      return Kind(fields: plane.service.tree(of: object))
    }
  }
}
