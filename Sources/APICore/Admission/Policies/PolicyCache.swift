import APIMachinery
import ObjectStore
import Synchronization

/// The policies of one kind and their bindings, compiled once a version.
final class PolicyCache<Policy: Sendable>: Sendable {
  private struct Entry<Value: Sendable> {
    var revision: UInt64
    var value: Value
  }

  private struct State {
    var policies: [String: Entry<Policy>] = [:]
    var bindings: [String: Entry<PolicyBinding>] = [:]
  }

  private let policyPresence: ResourcePresence
  private let bindingPresence: ResourcePresence
  private let compile: @Sendable (JSONObject) -> Policy
  private let state = Mutex(State())

  init(
    _ policies: String, bindings: String, compile: @escaping @Sendable (JSONObject) -> Policy
  ) {
    policyPresence = ResourcePresence(policies + ".admissionregistration.k8s.io")
    bindingPresence = ResourcePresence(bindings + ".admissionregistration.k8s.io")
    self.compile = compile
  }

  /// Whether any policy is in force.
  ///
  /// - Complexity: O(1).
  func isActive(in store: ObjectStore) -> Bool {
    bindingPresence.isConfirmed(by: store) && policyPresence.isConfirmed(by: store)
  }

  /// The policies that have bindings, with these, in the order of their names.
  func hooks(in store: ObjectStore) -> [(policy: Policy, bindings: [PolicyBinding])] {
    guard let policies = try? store.list(resource: policyPresence.resource).objects,
      let bindings = try? store.list(resource: bindingPresence.resource).objects
    else { return [] }
    return state.withLock { state in
      let known = Self.refresh(&state.bindings, bindings) { PolicyBinding($0) }
      let compiled = Self.refresh(&state.policies, policies, compile)
      return zip(policies, compiled).compactMap { stored, policy in
        let own = known.filter { $0.policyName == stored.key.name }
        return own.isEmpty ? nil : (policy, own)
      }
    }
  }

  private static func refresh<Value>(
    _ entries: inout [String: Entry<Value>], _ objects: [StoredObject], _ make: (JSONObject) -> Value
  ) -> [Value] {
    var fresh: [String: Entry<Value>] = [:]
    var values: [Value] = []
    for object in objects {
      let name = object.key.name
      var entry = Entry(revision: object.revision, value: entries[name]?.value)
      let isKnown = entries[name]?.revision == object.revision
      let value = isKnown ? entry.value ?? make(object.tree) : make(object.tree)
      entry.value = value
      fresh[name] = Entry(revision: object.revision, value: value)
      values.append(value)
    }
    entries = fresh
    return values
  }
}
