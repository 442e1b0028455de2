import ControllerRuntime

/// A run that an exploration found, made as small as it can be, with all that is known of it.
public struct ExplorationFailure: Error, Sendable {
  /// The smallest plan that fails.
  public let plan: FaultPlan
  /// The plan that was found to fail.
  public let original: FaultPlan
  /// What was demanded and not met.
  public let message: String
  /// What led there, oldest first.
  public let timeline: [Timeline.Entry]
  /// What the detectors found in runs without faults.
  public let flaws: [Flaw]
  /// False when a second run of the plan went another way: something depends on more than the seed.
  public let isReproducible: Bool
  private let isTested: @Sendable (String) -> Bool

  /// - Parameter isTested: Whether a controller is under test.
  init(
    plan: FaultPlan, original: FaultPlan, result: RunResult, isReproducible: Bool,
    isTested: @escaping @Sendable (String) -> Bool
  ) {
    self.plan = plan
    self.isTested = isTested
    self.original = original
    message = result.failure?.description ?? "the run failed, but not when it was looked at"
    timeline = result.timeline
    flaws = []
    self.isReproducible = isReproducible
  }

  /// Nothing came out wrong, but the detectors found something in a run without faults.
  init(plan: FaultPlan, flaws: [Flaw]) {
    self.plan = plan
    original = plan
    message =
      "the detectors found something in a run without faults:\n"
      + flaws.map { "  \($0)" }.joined(separator: "\n")
    timeline = []
    isTested = { _ in true }
    self.flaws = flaws
    isReproducible = true
  }
}

extension ExplorationFailure: CustomStringConvertible {
  /// How many lines of the timeline are shown.
  private static let shownEntries = 60

  public var description: String {
    if !flaws.isEmpty { return message + "\n(seed \(plan.seed))" }
    var lines = [message, "", "found with seed \(original.seed); the smallest plan that fails:", "  \(plan)"]
    if plan != original { lines.append("out of \(original)") }
    lines.append("replay it with: try replay(\(plan), ...)")
    if !isReproducible {
      lines.append("WARNING: another run of the same plan went another way; the code is not deterministic")
    }
    let shown = relevant(timeline)
    if !shown.isEmpty { lines += ["", "what led there:"] + shown.map { "  \($0)" } }
    return lines.joined(separator: "\n")
  }

  /// The reconciles of the controllers under test that wrote or failed, the faults and the restarts: the last of them, and
  /// all faults.
  private func relevant(_ entries: [Timeline.Entry]) -> [String] {
    let shown = entries.filter { entry in
      switch entry.kind {
      case .reconciled(let record):
        isTested(record.controller) && (!record.writes.isEmpty || record.outcome.label == "error")
      case .fault, .started, .note: true
      case .commit, .delivered: false
      }
    }
    let (cut, rest) = (shown.dropLast(Self.shownEntries), shown.suffix(Self.shownEntries))
    let faults = cut.filter { if case .fault = $0.kind { true } else { false } }
    let gap = cut.count > faults.count ? ["... \(cut.count - faults.count) more ..."] : []
    return faults.map(\.description) + gap + rest.map(\.description)
  }
}
