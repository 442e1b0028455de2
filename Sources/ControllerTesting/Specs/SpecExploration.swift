import APIMachinery
import ControlPlane
import ControllerRuntime
import KubernetesClient
import ObjectStore
import Simulation

/// An operator and the specs that it is given, one after the other.
struct SpecExploration<Kind: Resource>: Sendable {
  var setup: ClusterSetup
  /// The object that everything starts from, and comes back to.
  let base: Kind
  let schema: ObjectSchema
  let varying: Set<String>?
  let steps: Int
  let quiet: Duration
  let ignored: Set<String>
  let isReached: @Sendable (Kind) -> Bool

  typealias Spec = JSONObject

  /// What a run came to: why it failed, the specs that were accepted, and the objects after each of them.
  struct Outcome: Sendable {
    var failure: String?
    var accepted: [Spec] = []
    var rejections = 0
    var states: [FinalState] = []
  }

  struct Reference: Sendable {
    let state: FinalState
    let masks: Set<String>
  }

  func specs(seed: UInt64) -> [Spec] {
    let mutator = SpecMutator(schema: schema, varying: varying, random: SeededRandom(seed: seed))
    var specs: [Spec] = []
    // What is refused is not built upon: the next one starts where the last was, or at the base.
    for _ in 0..<steps { specs.append(mutator.mutated(specs.last ?? baseSpec)) }
    return specs
  }

  var baseSpec: Spec { if case .object(let spec)? = base.fields["spec"] { spec } else { JSONObject() } }

  // MARK: Runs

  func perform(_ specs: [Spec], seed: UInt64) -> Outcome {
    do {
      return try SimulatedCluster.run(setup, FaultPlan(seed: seed)) { cluster in
        var outcome = Outcome()
        for spec in specs {
          guard outcome.failure == nil else { break }
          try await take(spec, &outcome, cluster)
        }
        return outcome
      }
    } catch {
      return Outcome(failure: String(describing: error))
    }
  }

  private func take(_ spec: Spec, _ outcome: inout Outcome, _ cluster: SimulatedCluster) async throws {
    let before = Self.changes(in: cluster)
    var object = base
    object.fields["spec"] = .object(spec)
    do {
      try await cluster.apply(object)
    } catch let error as StatusError where (400..<500).contains(error.code) {
      outcome.rejections += 1
      try await cluster.advance(by: .seconds(5))
      if Self.changes(in: cluster) != before {
        outcome.failure = "the API refused a spec (\(error.message)), but something was changed"
      }
      return
    }
    do {
      try await cluster.settle(quiet: quiet)
    } catch {
      outcome.failure = (error as? ExpectationFailure)?.message ?? "\(error)"
      return
    }
    let live = try await cluster.client.get(Kind.self, object.key(in: "default"))
    if !isReached(live) { outcome.failure = "the spec was not reached; status: \(Self.status(of: live))" }
    outcome.accepted.append(spec)
    outcome.states.append(
      FinalState(CapturedState(of: cluster.plane.service, since: cluster.startRevision)))
  }

  private static func changes(in cluster: SimulatedCluster) -> Int {
    cluster.history.events.count { !CapturedState.ignoredResources.contains($0.key.resource) }
  }

  private static func status(of object: Kind) -> String {
    String(decoding: (object.fields["status"] ?? .null).serialized(), as: UTF8.self)
  }

  // MARK: Judging

  /// - Throws: ``SpecFailure`` when the base itself is not reached.
  func reference() throws(SpecFailure) -> Reference {
    let outcomes = (0..<3).map { perform([baseSpec], seed: $0) }
    for outcome in outcomes {
      guard let failure = outcome.failure ?? (outcome.states.isEmpty ? "the base was refused" : nil) else {
        continue
      }
      throw SpecFailure(seed: 0, specs: [baseSpec], message: failure)
    }
    let states = outcomes.compactMap(\.states.first)
    let masks = states.dropFirst().reduce(into: ignored.union(Masking.assignments)) {
      $0.formUnion(states[0].patterns(differingFrom: $1))
    }
    return Reference(state: states[0], masks: masks)
  }

  /// What is wrong with a sequence; `nil` when nothing is.
  func objection(to specs: [Spec], seed: UInt64, _ reference: Reference, _ tally: SpecTally? = nil) -> String?
  {
    let way = perform([baseSpec] + specs + [baseSpec], seed: seed)
    tally?.add(way.accepted.count, way.rejections)
    if let failure = way.failure { return failure }
    guard let last = way.states.last, way.states.count > 1 else { return nil }
    let back = reference.state.differences(to: last, masks: reference.masks)
    if !back.isEmpty {
      return Self.text("coming back to the first spec does not bring back its objects:", back)
    }
    guard way.accepted.count > 2 else { return nil }
    let direct = perform([way.accepted[way.accepted.count - 2]], seed: seed)
    guard let straight = direct.states.last else { return direct.failure }
    let detour = straight.differences(to: way.states[way.states.count - 2], masks: reference.masks)
    return detour.isEmpty
      ? nil : Self.text("the way to the last spec matters; straight there the objects are others:", detour)
  }

  private static func text(_ head: String, _ lines: [String]) -> String {
    head + "\n" + lines.map { "  \($0)" }.joined(separator: "\n")
  }

  /// The shortest part of a failing sequence that still fails.
  func shrunk(_ specs: [Spec], seed: UInt64, _ reference: Reference) -> [Spec] {
    var best = specs
    var position = 0
    while position < best.count {
      var fewer = best
      fewer.remove(at: position)
      if objection(to: fewer, seed: seed, reference) != nil { best = fewer } else { position += 1 }
    }
    return best
  }
}

extension KubernetesObject {
  func key(in namespace: String) -> ObjectKey {
    ObjectKey(namespace: metadata.namespace ?? namespace, name: metadata.name ?? "")
  }
}
