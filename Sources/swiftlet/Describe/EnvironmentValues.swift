import APIMachinery
import KubernetesAPI

/// What environment variables have for values that come from fields of their pod.
struct EnvironmentValues {
  private let pod: Pod

  init(_ pod: Pod) { self.pod = pod }

  /// Only of metadata: what the cluster gives a pod later is not shown.
  ///
  /// Kubernetes: `kubectl/pkg/describe EnvValueRetriever`.
  func value(ofField path: String) -> String {
    switch path {
    case "metadata.name": pod.metadata.name ?? ""
    case "metadata.namespace": pod.metadata.namespace ?? ""
    case "metadata.uid": pod.metadata.uid ?? ""
    default:
      Self.member(path, "metadata.labels", pod.metadata.labels)
        ?? Self.member(path, "metadata.annotations", pod.metadata.annotations) ?? ""
    }
  }

  /// `metadata.labels['app']`.
  private static func member(_ path: String, _ map: String, _ values: StringMap) -> String? {
    guard path.hasPrefix("\(map)['"), path.hasSuffix("']") else { return nil }
    return values[String(path.dropFirst(map.count + 2).dropLast(2))]
  }

  /// The amount of a container's resource, in units of the divisor, rounded up.
  static func value(of reference: ResourceFieldSelector, in container: Container) -> String {
    let parts = reference.resource.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return "" }
    let amounts = parts[0] == "limits" ? container.resources?.limits : container.resources?.requests
    let amount = amounts?[String(parts[1])] ?? .zero
    if amount.isZero, reference.resource == "limits.cpu" || reference.resource == "limits.memory" {
      return "node allocatable"
    }
    let unit = (reference.divisor.flatMap { $0.isZero ? nil : $0 } ?? Quantity(1)).doubleValue
    return "\(Int64((amount.doubleValue / unit).rounded(.up)))"
  }
}
