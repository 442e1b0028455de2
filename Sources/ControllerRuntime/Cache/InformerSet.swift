import APIMachinery
import KubernetesClient
import Synchronization

/// The informers of a manager: one a resource, however many controllers share it.
final class InformerSet: Sendable {
  private struct State {
    var informers: [Informer] = []
    /// With room for those of a control plane.
    var byResource = [GroupVersionResource: Informer](minimumCapacity: 64)
    /// The kinds that were asked for. So few that looking them through is quicker than hashing one.
    var byKind: [(kind: ObjectIdentifier, informer: Informer)] = []
    /// Resources whose informers come and go: see ``DynamicInformers``.
    var dynamic: Set<GroupVersionResource> = []
  }

  /// The namespace that is watched; all when `nil`.
  private let namespace: String?
  private let state = Mutex(State())

  init(namespace: String? = nil) {
    self.namespace = namespace
  }

  /// All informers, in the order in which they were asked for.
  var all: [Informer] { state.withLock { $0.informers } }

  func informer<Kind: Resource>(for kind: Kind.Type) -> Informer {
    let identity = ObjectIdentifier(kind)
    if let informer = known(identity) { return informer }
    let definition = Kind.definition
    let informer = informer(for: definition.groupVersionResource, isNamespaced: definition.isNamespaced)
    remember(informer, of: identity)
    return informer
  }

  func informer(for resource: GroupVersionResource, isNamespaced: Bool = true) -> Informer {
    state.withLock { state in
      if let informer = state.byResource[resource] { return informer }
      let informer = Informer(resource: resource, namespace: isNamespaced ? namespace : nil)
      state.informers.append(informer)
      state.byResource[resource] = informer
      return informer
    }
  }

  /// Whether a controller named the resource before the manager ran.
  func isFixed(_ resource: GroupVersionResource) -> Bool {
    state.withLock { $0.byResource[resource] != nil && !$0.dynamic.contains(resource) }
  }

  /// The informer of a resource that may come and go. It is none of ``all``: nobody waits for it, and it stays readable,
  /// and empty, when the resource has gone.
  func dynamicInformer(for resource: GroupVersionResource) -> Informer {
    state.withLock { state in
      if let informer = state.byResource[resource] { return informer }
      let informer = Informer(resource: resource, namespace: nil)
      state.byResource[resource] = informer
      state.dynamic.insert(resource)
      return informer
    }
  }

  func existing(for resource: GroupVersionResource) -> Informer? {
    state.withLock { $0.byResource[resource] }
  }

  func existing<Kind: Resource>(for kind: Kind.Type) -> Informer? {
    let identity = ObjectIdentifier(kind)
    if let informer = known(identity) { return informer }
    guard let informer = existing(for: Kind.definition.groupVersionResource) else { return nil }
    remember(informer, of: identity)
    return informer
  }

  private func known(_ kind: ObjectIdentifier) -> Informer? {
    state.withLock { state in
      // By position: to take a pair out would count its references.
      state.byKind.firstIndex { $0.kind == kind }.map { state.byKind[$0].informer }
    }
  }

  private func remember(_ informer: Informer, of kind: ObjectIdentifier) {
    state.withLock { state in
      guard !state.byKind.contains(where: { $0.kind == kind }) else { return }
      state.byKind.append((kind, informer))
    }
  }
}
