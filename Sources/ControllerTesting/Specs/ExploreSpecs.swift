public import APIMachinery
public import ControlPlane
public import ControllerRuntime
import Synchronization

/// Gives an operator sequences of specs, and checks that it gets everywhere and back.
///
/// ```swift
/// try await exploreSpecs(
///   of: Database.self, from: database, kinds: Database.kinds, loops: .none, controllers: [operator()])
/// ```
///
/// The specs are made from the schema, one field changed at a time: to other values that it allows, to none, and now and
/// then to one that it does not allow. Of each sequence it is demanded that
///
/// - a spec that the API refuses changes nothing;
/// - the operator comes to rest after each other one, and says so (`isReached`);
/// - the objects at the end are those that the last spec leads to straight away: the way there does not matter;
/// - the first spec brings back what was there first, whatever came between.
///
/// Acto (Gu et al., SOSP 2023): the generation of state transitions from the schema, and its differential oracles.
///
/// - Parameters:
///   - base: A valid object, from which all sequences start.
///   - kinds: Kinds that are served beside the built-in ones; the one that is explored may be one of them.
///   - varying: The fields of the spec that change; all when `nil`.
///   - seeds: One sequence each.
///   - steps: How many specs a sequence has.
///   - fields: Fields of the objects that may differ, as ``explore`` takes them.
///   - isReached: Whether a status says that the spec is reached. If not said: its `observedGeneration`, if it has one, is
///     that of the object.
/// - Throws: ``SpecFailure`` with the shortest sequence that fails.
@discardableResult
public func exploreSpecs<Kind: Resource>(
  of kind: Kind.Type, from base: Kind, kinds: [KindSchema] = [], varying: Set<String>? = nil,
  seeds: ClosedRange<UInt64> = 1...100, steps: Int = 4,
  options: ControlPlaneOptions = ControlPlaneOptions(), loops: LoopSelection = .all,
  ignoring fields: Set<String> = [], quiet: Duration = .seconds(60),
  controllers: @autoclosure @escaping @Sendable () -> [Controller] = [],
  surroundings: @autoclosure @escaping @Sendable () -> [Controller] = [],
  isReached: @escaping @Sendable (Kind) -> Bool = observesItsGeneration
) async throws -> SpecReport {
  let exploration = SpecExploration(
    setup: .exploring(options, loops, .none, kinds, [], controllers, surroundings), base: base,
    schema: specSchema(of: kind, kinds), varying: varying, steps: steps, quiet: quiet, ignored: fields,
    isReached: isReached)
  let reference = try exploration.reference()
  let tally = SpecTally()
  let failing = await withTaskGroup(of: UInt64?.self) { group in
    let queue = SeedQueue(seeds)
    for _ in 0..<ProcessorCount.active {
      group.addTask {
        while let seed = queue.take() {
          let specs = exploration.specs(seed: seed)
          guard exploration.objection(to: specs, seed: seed, reference, tally) != nil else { continue }
          queue.close()
          return seed
        }
        return nil
      }
    }
    return await group.reduce(into: [UInt64]()) { if let seed = $1 { $0.append(seed) } }.min()
  }
  guard let seed = failing else { return tally.report }
  let specs = exploration.shrunk(exploration.specs(seed: seed), seed: seed, reference)
  throw SpecFailure(
    seed: seed, specs: specs,
    message: exploration.objection(to: specs, seed: seed, reference)
      ?? "the sequence failed once, and not again")
}

/// Whether the status of an object is about its present generation, if it says.
@Sendable public func observesItsGeneration<Kind: Resource>(_ object: Kind) -> Bool {
  guard let observed = object.fields["status"]?["observedGeneration"]?.intValue else { return true }
  return observed == object.fields["metadata"]?["generation"]?.intValue
}

/// - Precondition: The kind is one of `kinds` or built in, and has a spec.
private func specSchema<Kind: Resource>(of kind: Kind.Type, _ kinds: [KindSchema]) -> ObjectSchema {
  let declared =
    kinds.first { $0.definition.groupVersionKind == kind.definition.groupVersionKind }
    ?? builtInSchema(of: kind)
  guard case .object(let spec)? = declared?.schema.field("spec")?.type else {
    preconditionFailure("\(kind.definition.kind) has no spec with a schema")
  }
  return spec
}

/// What a sequence of specs should do and does not.
public struct SpecFailure: Error, Sendable, CustomStringConvertible {
  public let seed: UInt64
  /// The specs, in their order; the base comes before the first and after the last.
  public let specs: [JSONObject]
  public let message: String

  public var description: String {
    let steps = specs.enumerated().map { index, spec in
      "  \(index + 1). spec: \(String(decoding: JSON.object(spec).serialized(), as: UTF8.self))"
    }
    return
      ([message, "", "the shortest sequence that fails (seed \(seed)), from the base and back:"] + steps)
      .joined(separator: "\n")
  }
}

/// What an exploration of specs went through.
public struct SpecReport: Hashable, Sendable, CustomStringConvertible {
  /// How many sequences there were, how many specs were accepted in them, and how many refused.
  public var sequences = 0
  public var accepted = 0
  public var refused = 0

  public var description: String { "\(sequences) sequences, \(accepted) specs accepted, \(refused) refused" }
}

final class SpecTally: Sendable {
  private let state = Mutex(SpecReport())

  var report: SpecReport { state.withLock { $0 } }

  func add(_ accepted: Int, _ refused: Int) {
    state.withLock { report in
      report.sequences += 1
      report.accepted += accepted
      report.refused += refused
    }
  }
}
