import APIMachinery
import ControlPlane
import ControllerRuntime
import KubernetesAPI

/// What a simulated cluster is made of.
struct ClusterSetup: Sendable {
  var options = ControlPlaneOptions()
  /// The built-in loops that meet the faults; the others of `options` never do.
  var faultyLoops = LoopSelection.none
  /// Kinds that are served beside the built-in ones.
  var kinds: [KindSchema] = []
  /// Definitions of custom resources that the cluster has from the start.
  var definitions: [CustomResourceDefinition] = []
  /// Makes the controllers under test, anew for each start of their process.
  var controllers: @Sendable () -> [Controller] = { [] }
  /// Controllers that stand for the rest of the world, and never meet a fault.
  var surroundings: @Sendable () -> [Controller] = { [] }
  /// Whether the history keeps the bytes of all versions.
  var keepsBytes = false
  /// Whether the timeline is written.
  var recordsTimeline = true

  /// The options of the loops that never meet a fault.
  var sparedOptions: ControlPlaneOptions {
    var spared = options
    spared.loops = options.loops.without(faultyLoops)
    return spared
  }
}

extension LoopSelection {
  /// These loops, but for `others`.
  func without(_ others: LoopSelection) -> LoopSelection {
    switch (self, others) {
    case (_, .all): .none
    case (_, .only([])): self
    case (.only(let mine), _): .only(mine.filter { !others.includes($0) })
    case (.all, .only(let names)): .without(names)
    case (.all, .without(let names)): .only(names)
    case (.without(let mine), .only(let names)): .without(mine.union(names))
    case (.without(let mine), .without(let names)): .only(names.subtracting(mine))
    }
  }
}
