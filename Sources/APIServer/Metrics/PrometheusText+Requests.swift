extension PrometheusText {
  /// Kubernetes: `apiserver_request_total`, `apiserver_request_duration_seconds`.
  mutating func requests(_ metrics: [RequestMetrics]) {
    var merged: [RequestMetrics.Labels: RequestMetrics.Series] = [:]
    for one in metrics {
      for (labels, series) in one.snapshot { merged[labels, default: .init()].merge(series) }
    }
    let sorted = merged.sorted { $0.key.sortKey < $1.key.sortKey }
    family(
      "apiserver_request_total", type: "counter",
      help:
        "Counter of apiserver requests broken out for each verb, group, version, resource, scope and code.")
    for (labels, series) in sorted {
      for (code, count) in series.codes.sorted(by: { $0.key < $1.key }) {
        sample("apiserver_request_total", labels.pairs + [("code", String(code))], count)
      }
    }
    family(
      "apiserver_request_duration_seconds", type: "histogram",
      help: "Response latency distribution in seconds for each verb, group, version, resource and scope.")
    for (labels, series) in sorted { histogram("apiserver_request_duration_seconds", labels.pairs, series) }
  }

  private mutating func histogram(
    _ name: String, _ labels: [(String, String)], _ series: RequestMetrics.Series
  ) {
    var sum = 0
    for (index, bound) in RequestMetrics.bounds.enumerated() {
      sum += series.buckets[index]
      sample("\(name)_bucket", labels + [("le", bound.label)], sum)
    }
    sample("\(name)_bucket", labels + [("le", "+Inf")], series.count)
    sample("\(name)_sum", labels, Double(series.sumNanoseconds) / 1e9)
    sample("\(name)_count", labels, series.count)
  }
}

extension RequestMetrics.Labels {
  fileprivate var pairs: [(String, String)] {
    [
      ("group", group), ("resource", resource), ("scope", scope), ("subresource", subresource),
      ("verb", verb), ("version", version),
    ]
  }

  fileprivate var sortKey: String { "\(group)/\(version)/\(resource)/\(subresource)/\(verb)/\(scope)" }
}
