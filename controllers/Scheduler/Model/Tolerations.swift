import KubernetesAPI

/// Whether tolerations accept taints.
///
/// Kubernetes: `core/v1 Toleration.ToleratesTaint`.
enum Tolerations {
  static func tolerate(_ taint: Taint, _ tolerations: [Toleration]) -> Bool {
    tolerations.contains { accepts(taint, $0) }
  }

  /// The first taint of `effects` that is not accepted.
  static func firstUntolerated(
    _ taints: [Taint], _ tolerations: [Toleration], effects: [String]
  ) -> Taint? {
    taints.first { effects.contains($0.effect) && !tolerate($0, tolerations) }
  }

  private static func accepts(_ taint: Taint, _ toleration: Toleration) -> Bool {
    if let effect = toleration.effect, !effect.isEmpty, effect != taint.effect { return false }
    if let key = toleration.key, !key.isEmpty, key != taint.key { return false }
    switch toleration.operator ?? "Equal" {
    case "Exists": return true
    case "Equal", "":
      return (toleration.key ?? "") == taint.key && (toleration.value ?? "") == (taint.value ?? "")
    default: return false
    }
  }
}
