import APIMachinery
import KubernetesAPI

extension DescriptionText {
  /// The events of an object, at the end of its description.
  ///
  /// Kubernetes: `kubectl/pkg/describe DescribeEvents`.
  mutating func events(_ events: [Event]) {
    guard !events.isEmpty else { return field("Events", "<none>") }
    flush()
    table(
      "Events", ["Type", "Reason", "Age", "From", "Message"],
      events.sorted { ($0.lastTime ?? .empty) < ($1.lastTime ?? .empty) }.map(row), rulers: [4, 6, 4, 4, 7])
  }

  private mutating func table(_ title: String, _ columns: [String], _ rows: [[String]], rulers: [Int]) {
    line("\(title):")
    line(columns.joined(separator: "\t"), level: 1)
    line(rulers.map { String(repeating: "-", count: $0) }.joined(separator: "\t"), level: 1)
    for row in rows { line(row.joined(separator: "\t"), level: 1) }
  }

  private func row(_ event: Event) -> [String] {
    [event.type ?? "", event.reason ?? "", event.interval(at: now), event.origin, event.trimmedMessage]
  }
}

extension Event {
  /// When the event was seen last.
  var lastTime: Timestamp? {
    series?.lastObservedTime?.timestamp ?? lastTimestamp ?? eventTime?.timestamp
      ?? metadata.creationTimestamp
  }

  /// Who reported it.
  var origin: String {
    let component = source?.component ?? ""
    return component.isEmpty ? reportingComponent ?? "" : component
  }

  /// When it was seen last, how often, and since when: `2m (x3 over 10m)`.
  ///
  /// Kubernetes: `kubectl/pkg/cmd/events getInterval`.
  func interval(at now: Timestamp) -> String {
    let first = (eventTime?.timestamp ?? firstTimestamp).age(at: now)
    if let series {
      return "\((series.lastObservedTime?.timestamp).age(at: now)) (x\(series.count ?? 0) over \(first))"
    }
    guard let count, count > 1 else { return first }
    return "\(lastTimestamp.age(at: now)) (x\(count) over \(first))"
  }

  /// The message without white space around it.
  var trimmedMessage: String {
    let message = (message ?? "").drop { $0.isWhitespace }
    return String(message.reversed().drop { $0.isWhitespace }.reversed())
  }
}
