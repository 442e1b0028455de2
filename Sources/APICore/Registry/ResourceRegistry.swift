import APIMachinery
import Synchronization

/// The resources that are served. Kinds can be added while the server runs.
final class ResourceRegistry: Sendable {
  private struct State {
    var compiler = SchemaCompiler()
    var order: [GroupVersionResource] = []
    var resources: [GroupVersionResource: ServedResource] = [:]
    var byKind: [GroupVersionKind: ServedResource] = [:]
    /// Grows with every change, so that documents made of the kinds can be cached.
    var generation = 0
  }

  private let state = Mutex(State())

  init(kinds: [KindSchema]) {
    for kind in kinds where !kind.definition.plural.isEmpty { add(kind, isCustom: false) }
  }

  func add(_ kind: KindSchema, isCustom: Bool) {
    let rules = ResourceRulesTable.rules(for: kind.definition)
    state.withLock { state in
      let served = ServedResource(kind: kind, compiler: &state.compiler, isCustom: isCustom, rules: rules)
      let name = kind.definition.groupVersionResource
      if state.resources[name] == nil { state.order.append(name) }
      state.resources[name] = served
      for alias in [kind.definition.kind] + kind.kindAliases {
        var gvk = kind.definition.groupVersionKind
        gvk.kind = alias
        state.byKind[gvk] = served
      }
      state.generation += 1
    }
  }

  func remove(_ name: GroupVersionResource) {
    state.withLock { state in
      guard let served = state.resources.removeValue(forKey: name) else { return }
      state.order.removeAll { $0 == name }
      state.byKind = state.byKind.filter { $0.value !== served }
      state.generation += 1
    }
  }

  func find(_ name: GroupVersionResource) -> ServedResource? { state.withLock { $0.resources[name] } }

  func find(kind: GroupVersionKind) -> ServedResource? { state.withLock { $0.byKind[kind] } }

  /// All resources, in the order in which they were declared.
  var all: [ServedResource] {
    state.withLock { state in state.order.compactMap { state.resources[$0] } }
  }

  var generation: Int { state.withLock { $0.generation } }
}
