extension Evidence {
  /// What the detectors found: one for each kind, controller, object and field.
  func flaws(_ detectors: Detectors) -> [Flaw] {
    let found =
      runtimeFlaws + flipFlops + leaks(retained: detectors.retained) + missingOwnerReferences
      + wrongOwnerReferences + statusesWithoutGeneration + secondLookChanges
    var seen: Set<String> = []
    return found.filter { flaw in
      detectors.kinds.contains(flaw.kind)
        && seen.insert("\(flaw.kind) \(flaw.controller) \(flaw.object) \(flaw.field ?? "")").inserted
    }
  }
}
