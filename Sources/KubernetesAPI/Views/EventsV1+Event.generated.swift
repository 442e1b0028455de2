// Generated from Sources/KubernetesAPI/Schemas/EventsV1+Event.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A report of something that happened to an object, kept for a short while.
///
/// Kubernetes: `events.k8s.io/v1 Event`.
public struct EventsEvent: Resource {
  public static let definition = ResourceDefinition(
    group: "events.k8s.io", version: "v1", kind: "Event", plural: "events", shortNames: ["ev"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var action: String? {
    get { fields[optional: "action"] }
    set { fields[optional: "action"] = newValue }
  }

  public var deprecatedCount: Int? {
    get { fields[optional: "deprecatedCount"] }
    set { fields[optional: "deprecatedCount"] = newValue }
  }

  public var deprecatedFirstTimestamp: Timestamp? {
    get { fields[optional: "deprecatedFirstTimestamp"] }
    set { fields[optional: "deprecatedFirstTimestamp"] = newValue }
  }

  public var deprecatedLastTimestamp: Timestamp? {
    get { fields[optional: "deprecatedLastTimestamp"] }
    set { fields[optional: "deprecatedLastTimestamp"] = newValue }
  }

  public var deprecatedSource: EventSource? {
    get { fields[optional: "deprecatedSource"] }
    set { fields[optional: "deprecatedSource"] = newValue }
  }

  public var eventTime: MicroTime {
    get { fields[required: "eventTime", empty: .empty] }
    set { fields[required: "eventTime", empty: .empty] = newValue }
  }

  public var note: String? {
    get { fields[optional: "note"] }
    set { fields[optional: "note"] = newValue }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  public var regarding: ObjectReference? {
    get { fields[optional: "regarding"] }
    set { fields[optional: "regarding"] = newValue }
  }

  public var related: ObjectReference? {
    get { fields[optional: "related"] }
    set { fields[optional: "related"] = newValue }
  }

  public var reportingController: String? {
    get { fields[optional: "reportingController"] }
    set { fields[optional: "reportingController"] = newValue }
  }

  public var reportingInstance: String? {
    get { fields[optional: "reportingInstance"] }
    set { fields[optional: "reportingInstance"] = newValue }
  }

  public var series: EventsEventSeries? {
    get { fields[optional: "series"] }
    set { fields[optional: "series"] = newValue }
  }

  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }
}

/// Kubernetes: `events.k8s.io/v1 EventSeries`.
public struct EventsEventSeries: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var count: Int {
    get { fields[required: "count", empty: 0] }
    set { fields[required: "count", empty: 0] = newValue }
  }

  public var lastObservedTime: MicroTime {
    get { fields[required: "lastObservedTime", empty: .empty] }
    set { fields[required: "lastObservedTime", empty: .empty] = newValue }
  }
}
