// Generated from Sources/KubernetesAPI/Schemas/CoreV1+Event.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A report of something that happened to an object, kept for a short while.
///
/// Kubernetes: `v1 Event`.
public struct Event: Resource {
  public static let definition = ResourceDefinition(
    group: "", version: "v1", kind: "Event", plural: "events", shortNames: ["ev"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var action: String? {
    get { fields[optional: "action"] }
    set { fields[optional: "action"] = newValue }
  }

  public var count: Int? {
    get { fields[optional: "count"] }
    set { fields[optional: "count"] = newValue }
  }

  public var eventTime: MicroTime? {
    get { fields[optional: "eventTime"] }
    set { fields[optional: "eventTime"] = newValue }
  }

  public var firstTimestamp: Timestamp? {
    get { fields[optional: "firstTimestamp"] }
    set { fields[optional: "firstTimestamp"] = newValue }
  }

  public var involvedObject: ObjectReference {
    get { fields[view: "involvedObject"] }
    set { fields[view: "involvedObject"] = newValue }
    _modify { yield &fields[view: "involvedObject"] }
  }

  public var lastTimestamp: Timestamp? {
    get { fields[optional: "lastTimestamp"] }
    set { fields[optional: "lastTimestamp"] = newValue }
  }

  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  public var related: ObjectReference? {
    get { fields[optional: "related"] }
    set { fields[optional: "related"] = newValue }
  }

  public var reportingComponent: String? {
    get { fields[optional: "reportingComponent"] }
    set { fields[optional: "reportingComponent"] = newValue }
  }

  public var reportingInstance: String? {
    get { fields[optional: "reportingInstance"] }
    set { fields[optional: "reportingInstance"] = newValue }
  }

  public var series: EventSeries? {
    get { fields[optional: "series"] }
    set { fields[optional: "series"] = newValue }
  }

  public var source: EventSource? {
    get { fields[optional: "source"] }
    set { fields[optional: "source"] = newValue }
  }

  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }
}

/// Kubernetes: `v1 EventSeries`.
public struct EventSeries: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var count: Int? {
    get { fields[optional: "count"] }
    set { fields[optional: "count"] = newValue }
  }

  public var lastObservedTime: MicroTime? {
    get { fields[optional: "lastObservedTime"] }
    set { fields[optional: "lastObservedTime"] = newValue }
  }
}

/// Kubernetes: `v1 EventSource`.
public struct EventSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var component: String? {
    get { fields[optional: "component"] }
    set { fields[optional: "component"] = newValue }
  }

  public var host: String? {
    get { fields[optional: "host"] }
    set { fields[optional: "host"] = newValue }
  }
}
