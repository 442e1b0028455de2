import APIMachinery
import KubernetesAPI

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describeQuota`.
  mutating func describe(_ quota: ResourceQuota) {
    field("Name", quota.metadata.name ?? "")
    field("Namespace", quota.metadata.namespace ?? "")
    scopes(of: quota, level: 0)
    line("Resource\tUsed\tHard\n--------\t----\t----")
    amounts(of: quota, indent: "")
  }

  private mutating func scopes(of quota: ResourceQuota, level: Int) {
    guard !quota.spec.scopes.isEmpty else { return }
    field("Scopes", quota.spec.scopes.sorted().joined(separator: ", "), level: level)
    for scope in quota.spec.scopes.sorted() {
      guard let text = Self.scopeTexts[scope] else { continue }
      line(" * \(text)", level: level)
    }
  }

  /// Kubernetes: `kubectl/pkg/describe helpTextForResourceQuotaScope`.
  private static let scopeTexts = [
    "Terminating":
      "Matches all pods that have an active deadline. These pods have a limited lifespan on a node"
      + " before being actively terminated by the system.",
    "NotTerminating": "Matches all pods that do not have an active deadline. These pods usually include long"
      + " running pods whose container command is not expected to terminate.",
    "BestEffort": "Matches all pods that do not have resource requirements set. These pods have a best effort"
      + " quality of service.",
    "NotBestEffort":
      "Matches all pods that have at least one resource requirement set. These pods have a burstable"
      + " or guaranteed quality of service.",
  ]

  private mutating func amounts(of quota: ResourceQuota, indent: String) {
    for (name, hard) in quota.status.hard.sorted(by: { $0.key < $1.key }) {
      line("\(indent)\(name)\t\(quota.status.used[name]?.description ?? "0")\t\(hard)")
    }
  }

  /// Kubernetes: `kubectl/pkg/describe describeLimitRange`.
  mutating func describe(_ range: LimitRange) {
    field("Name", range.metadata.name ?? "")
    field("Namespace", range.metadata.namespace ?? "")
    limitHeader(indent: "")
    for item in range.spec.limits { limits(of: item, indent: "") }
  }

  private mutating func limitHeader(indent: String) {
    let columns = [
      "Type", "Resource", "Min", "Max", "Default Request", "Default Limit", "Max Limit/Request Ratio",
    ]
    line(indent + columns.joined(separator: "\t"))
    line(indent + columns.map { String(repeating: "-", count: $0.count) }.joined(separator: "\t"))
  }

  private mutating func limits(of item: LimitRangeItem, indent: String) {
    let columns = [item.min, item.max, item.defaultRequest, item.default, item.maxLimitRequestRatio]
    let names = Set(columns.flatMap { $0.map(\.key) }).sorted()
    for name in names {
      let amounts = columns.map { $0[name]?.description ?? "-" }.joined(separator: "\t")
      line("\(indent)\(item.type)\t\(name)\t\(amounts)")
    }
  }

  /// What limits the objects of a namespace, at the end of its description.
  ///
  /// Kubernetes: `kubectl/pkg/describe DescribeResourceQuotas` and `DescribeLimitRanges`.
  mutating func limits(_ quotas: [ResourceQuota], _ ranges: [LimitRange]) {
    line(quotas.isEmpty ? "\nNo resource quota." : "\nResource Quotas")
    for quota in quotas.sorted(by: { $0.key.name < $1.key.name }) {
      line("  Name:\t\(quota.key.name)")
      scopes(of: quota, level: 1)
      line("  Resource\tUsed\tHard\n  --------\t---\t---")
      amounts(of: quota, indent: "  ")
    }
    line(ranges.isEmpty ? "\nNo LimitRange resource." : "\nResource Limits")
    guard !ranges.isEmpty else { return }
    limitHeader(indent: " ")
    for item in ranges.flatMap(\.spec.limits) { limits(of: item, indent: " ") }
  }
}
