import APIMachinery
import KubernetesClient
import Synchronization

/// The informers of a manager: one a resource, however many controllers share it.
final class InformerSet: Sendable {
  private struct State {
    var informers: [Informer] = []
    var byResource: [GroupVersionResource: Informer] = [:]
    var byKind: [ObjectIdentifier: Informer] = [:]
  }

  private let state = Mutex(State())

  /// All informers, in the order in which they were asked for.
  var all: [Informer] { state.withLock { $0.informers } }

  func informer<Kind: Resource>(for kind: Kind.Type) -> Informer {
    let informer = informer(for: Kind.definition.groupVersionResource)
    state.withLock { $0.byKind[ObjectIdentifier(kind)] = informer }
    return informer
  }

  func informer(for resource: GroupVersionResource) -> Informer {
    state.withLock { state in
      if let informer = state.byResource[resource] { return informer }
      let informer = Informer(resource: resource)
      state.informers.append(informer)
      state.byResource[resource] = informer
      return informer
    }
  }

  func existing(for resource: GroupVersionResource) -> Informer? {
    state.withLock { $0.byResource[resource] }
  }

  func existing<Kind: Resource>(for kind: Kind.Type) -> Informer? {
    if let informer = state.withLock({ $0.byKind[ObjectIdentifier(kind)] }) { return informer }
    guard let informer = existing(for: Kind.definition.groupVersionResource) else { return nil }
    state.withLock { $0.byKind[ObjectIdentifier(kind)] = informer }
    return informer
  }
}
