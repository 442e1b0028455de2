import APIMachinery

/// Whether tolerations accept taints.
extension Toleration {
  /// Kubernetes: `core/v1 Toleration.ToleratesTaint`.
  ///
  /// - Returns: `false` for an operator that is not known.
  public func tolerates(_ taint: Taint) -> Bool {
    if let effect, !effect.isEmpty, effect != taint.effect { return false }
    let key = key ?? ""
    if !key.isEmpty, key != taint.key { return false }
    switch self.operator ?? "Equal" {
    case "Exists": return true
    case "Equal", "": return !key.isEmpty && value ?? "" == taint.value ?? ""
    default: return false
    }
  }
}

extension PodSpec {
  /// The first taint of these effects that the pod does not tolerate; `nil` when there is none.
  ///
  /// Kubernetes: `component-helpers/scheduling/corev1 FindMatchingUntoleratedTaint`.
  public func firstUntolerated(of taints: [Taint], effects: [String]) -> Taint? {
    if taints.isEmpty { return nil }
    let tolerations = fields.array("tolerations")
    return taints.first { taint in
      guard effects.contains(taint.effect) else { return false }
      return !tolerations.contains { Toleration(json: $0)?.tolerates(taint) ?? false }
    }
  }
}
