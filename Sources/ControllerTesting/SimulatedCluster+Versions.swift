public import APIMachinery
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
    return written.compactMap { event in
      guard let bytes = event.bytes else {
        preconditionFailure("the history keeps no bytes: run the cluster with keepsBytes: true")
      }
      guard case .object(let fields)? = try? JSON.parse(bytes) else { return nil }
      return Kind(fields: fields)
    }
  }
}
