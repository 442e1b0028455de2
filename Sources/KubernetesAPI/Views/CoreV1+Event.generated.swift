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

  /// What was done or went wrong, in one word.
  public var action: String? {
    get { fields[optional: "action"] }
    set { fields[optional: "action"] = newValue }
  }

  /// How often the event happened.
  public var count: Int? {
    get { fields[optional: "count"] }
    set { fields[optional: "count"] = newValue }
  }

  /// When the event first happened.
  public var eventTime: MicroTime? {
    get { fields[optional: "eventTime"] }
    set { fields[optional: "eventTime"] = newValue }
  }

  /// When the event first happened, in the older form.
  public var firstTimestamp: Timestamp? {
    get { fields[optional: "firstTimestamp"] }
    set { fields[optional: "firstTimestamp"] = newValue }
  }

  /// The object that the event is about.
  public var involvedObject: ObjectReference {
    get { fields[view: "involvedObject"] }
    set { fields[view: "involvedObject"] = newValue }
    _modify { yield &fields[view: "involvedObject"] }
  }

  /// When the event last happened, in the older form.
  public var lastTimestamp: Timestamp? {
    get { fields[optional: "lastTimestamp"] }
    set { fields[optional: "lastTimestamp"] = newValue }
  }

  /// What happened, in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// Why it happened, in one word for programs.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// A second object that plays a part.
  public var related: ObjectReference? {
    get { fields[optional: "related"] }
    set { fields[optional: "related"] = newValue }
  }

  /// The controller that reports, such as kubernetes.io/kubelet.
  public var reportingComponent: String? {
    get { fields[optional: "reportingComponent"] }
    set { fields[optional: "reportingComponent"] = newValue }
  }

  /// The instance of the controller.
  public var reportingInstance: String? {
    get { fields[optional: "reportingInstance"] }
    set { fields[optional: "reportingInstance"] = newValue }
  }

  /// The event as one of a series.
  public var series: EventSeries? {
    get { fields[optional: "series"] }
    set { fields[optional: "series"] = newValue }
  }

  /// Who reports, in the older form.
  public var source: EventSource? {
    get { fields[optional: "source"] }
    set { fields[optional: "source"] = newValue }
  }

  /// Normal or Warning.
  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }
}

/// Events that happened again and again.
///
/// Kubernetes: `v1 EventSeries`.
public struct EventSeries: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How often so far.
  public var count: Int? {
    get { fields[optional: "count"] }
    set { fields[optional: "count"] = newValue }
  }

  /// When last.
  public var lastObservedTime: MicroTime? {
    get { fields[optional: "lastObservedTime"] }
    set { fields[optional: "lastObservedTime"] = newValue }
  }
}

/// Who reports an event.
///
/// Kubernetes: `v1 EventSource`.
public struct EventSource: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The component.
  public var component: String? {
    get { fields[optional: "component"] }
    set { fields[optional: "component"] = newValue }
  }

  /// The node that it runs on.
  public var host: String? {
    get { fields[optional: "host"] }
    set { fields[optional: "host"] = newValue }
  }
}
