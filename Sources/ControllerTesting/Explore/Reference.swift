import APIMachinery

/// What runs without faults came to.
struct Reference: Sendable {
  let state: FinalState
  private let sketch: StateSketch
  /// Fields that differ between runs without faults, and those that may.
  let masks: FieldMasks
  /// The greatest number of deletions of each object.
  let deletions: [String: Int]
  let profile: RunProfile

  /// - Precondition: There is a result.
  init(_ results: [RunResult], ignoring fields: Set<String> = []) {
    precondition(!results.isEmpty)
    profile = results[0].profile
    masks = Self.masks(results.map(\.state), fields.union(Masking.assignments))
    state = FinalState(results[0].state, masks)
    sketch = StateSketch(results[0].state, masks)
    deletions = results.reduce(into: [:]) {
      $0.merge($1.deletions.mapValues(\.count), uniquingKeysWith: max)
    }
  }

  /// The fields that differ between states. Objects of one made-up name are compared in the order of what is the same in
  /// all states, so it is looked again with what was found until nothing more is.
  private static func masks(_ states: [CapturedState], _ fields: Set<String>) -> FieldMasks {
    var fields = fields
    while true {
      let masks = FieldMasks(fields)
      let compared = states.map { FinalState($0, masks) }
      let found = compared.dropFirst().reduce(into: fields) {
        $0.formUnion(compared[0].patterns(differingFrom: $1))
      }
      if found == fields { return masks }
      fields = found
    }
  }

  func objection(to result: RunResult, checks: Checks) -> RunFailure? {
    if checks.contains(.finalState), let lines = differences(to: result.state) {
      return RunFailure(
        kind: .finalState,
        description: "the objects at the end are not those of a run without faults:\n"
          + lines.map { "  \($0)" }.joined(separator: "\n"))
    }
    guard checks.contains(.deletions) else { return nil }
    let lines = excessDeletions(in: result).map { name, count in
      "  \(name): deleted \(count) times, but \(deletions[name] ?? 0) times without faults"
    }
    if lines.isEmpty { return nil }
    return RunFailure(
      kind: .deletions,
      description: "more was deleted than in a run without faults:\n" + lines.joined(separator: "\n"))
  }

  /// What is different in another state; `nil` when nothing is.
  private func differences(to other: CapturedState) -> [String]? {
    if StateSketch(other, masks) == sketch { return nil }
    let lines = state.differences(to: FinalState(other, masks), masks: masks.patterns)
    return lines.isEmpty ? nil : lines
  }

  /// The objects that were deleted more often than without faults.
  ///
  /// A controller that sees a past state may make what is not wanted any more, and has to delete it when it sees
  /// better. So, where it was blind for a while, only what was deleted meanwhile counts, and the end of what had come back
  /// meanwhile does not.
  private func excessDeletions(in result: RunResult) -> [(name: String, count: Int)] {
    result.deletions.sorted { $0.key < $1.key }.filter { name, found in
      found.count - found.unwantedCount > deletions[name] ?? 0 && (!result.wasBlind || found.blindCount > 0)
    }.map { ($0.key, $0.value.count) }
  }
}
