import APIMachinery

/// What runs without faults came to.
struct Reference: Sendable {
  let state: FinalState
  /// Fields that differ between runs without faults, and those that may.
  let masks: Set<String>
  /// The greatest number of deletions of each object.
  let deletions: [String: Int]
  let profile: RunProfile
  let results: [RunResult]

  /// - Precondition: There is a result.
  init(_ results: [RunResult], ignoring fields: Set<String> = []) {
    precondition(!results.isEmpty)
    let first = results[0]
    state = first.state
    profile = first.profile
    masks = results.dropFirst().reduce(into: fields) {
      $0.formUnion(first.state.patterns(differingFrom: $1.state))
    }
    deletions = results.reduce(into: [:]) {
      $0.merge($1.deletions.mapValues(\.count), uniquingKeysWith: max)
    }
    self.results = results
  }

  func objection(to result: RunResult, checks: Checks) -> RunFailure? {
    if checks.contains(.finalState) {
      let lines = state.differences(to: result.state, masks: masks)
      if !lines.isEmpty {
        return RunFailure(
          kind: .finalState,
          description: "the objects at the end are not those of a run without faults:\n"
            + lines.map { "  \($0)" }.joined(separator: "\n"))
      }
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

  /// The objects that were deleted more often than without faults.
  ///
  /// A controller that sees a past state may make what is not wanted any more, and has to delete it when it sees
  /// better. So, where it was blind for a while, only what was deleted meanwhile counts.
  private func excessDeletions(in result: RunResult) -> [(name: String, count: Int)] {
    result.deletions.sorted { $0.key < $1.key }.filter { name, found in
      found.count > deletions[name] ?? 0 && (!result.wasBlind || found.blindCount > 0)
    }.map { ($0.key, $0.value.count) }
  }
}
