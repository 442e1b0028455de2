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

  /// What was done or went wrong, in one word.
  public var action: String? {
    get { fields[optional: "action"] }
    set { fields[optional: "action"] = newValue }
  }

  /// The count of the older form.
  public var deprecatedCount: Int? {
    get { fields[optional: "deprecatedCount"] }
    set { fields[optional: "deprecatedCount"] = newValue }
  }

  /// The first time of the older form.
  public var deprecatedFirstTimestamp: Timestamp? {
    get { fields[optional: "deprecatedFirstTimestamp"] }
    set { fields[optional: "deprecatedFirstTimestamp"] = newValue }
  }

  /// The last time of the older form.
  public var deprecatedLastTimestamp: Timestamp? {
    get { fields[optional: "deprecatedLastTimestamp"] }
    set { fields[optional: "deprecatedLastTimestamp"] = newValue }
  }

  /// The source of the older form.
  public var deprecatedSource: EventSource? {
    get { fields[optional: "deprecatedSource"] }
    set { fields[optional: "deprecatedSource"] = newValue }
  }

  /// When the event first happened.
  public var eventTime: MicroTime {
    get { fields[required: "eventTime", empty: .empty] }
    set { fields[required: "eventTime", empty: .empty] = newValue }
  }

  /// What happened, in words for people.
  public var note: String? {
    get { fields[optional: "note"] }
    set { fields[optional: "note"] = newValue }
  }

  /// Why it happened, in one word for programs.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// The object that the event is about.
  public var regarding: ObjectReference? {
    get { fields[optional: "regarding"] }
    set { fields[optional: "regarding"] = newValue }
  }

  /// A second object that plays a part.
  public var related: ObjectReference? {
    get { fields[optional: "related"] }
    set { fields[optional: "related"] = newValue }
  }

  /// The controller that reports, such as kubernetes.io/kubelet.
  public var reportingController: String? {
    get { fields[optional: "reportingController"] }
    set { fields[optional: "reportingController"] = newValue }
  }

  /// The instance of the controller.
  public var reportingInstance: String? {
    get { fields[optional: "reportingInstance"] }
    set { fields[optional: "reportingInstance"] = newValue }
  }

  /// The event as one of a series.
  public var series: EventsEventSeries? {
    get { fields[optional: "series"] }
    set { fields[optional: "series"] = newValue }
  }

  /// Normal or Warning.
  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }
}

/// Events that happened again and again.
///
/// Kubernetes: `events.k8s.io/v1 EventSeries`.
public struct EventsEventSeries: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How often so far.
  public var count: Int {
    get { fields[required: "count", empty: 0] }
    set { fields[required: "count", empty: 0] = newValue }
  }

  /// When last.
  public var lastObservedTime: MicroTime {
    get { fields[required: "lastObservedTime", empty: .empty] }
    set { fields[required: "lastObservedTime", empty: .empty] = newValue }
  }
}
