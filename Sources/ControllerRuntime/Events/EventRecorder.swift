public import APIMachinery

/// Tells users what a controller did or could not do, as Event objects.
///
/// Recording never waits and never fails: events are written by a task of the manager, similar ones as one with a
/// count, and those of an object that has too many are dropped.
///
/// Kubernetes: client-go `tools/record`.
public struct EventRecorder: Sendable {
  /// Kubernetes: `core/v1 Event.type`.
  public enum EventType: String, Sendable, Hashable {
    case normal = "Normal"
    case warning = "Warning"
  }

  let component: String
  let sink: EventSink

  /// Records that something happened as it should.
  public func normal(_ object: some KubernetesObject, _ reason: String, _ message: String) {
    record(.normal, object, reason, message)
  }

  /// Records that something is wrong.
  public func warning(_ object: some KubernetesObject, _ reason: String, _ message: String) {
    record(.warning, object, reason, message)
  }

  /// Records an event about `object`.
  ///
  /// - Parameters:
  ///   - reason: One word in CamelCase: `FailedScheduling`.
  ///   - message: A sentence for people.
  ///   - fieldPath: The part of the object that the event is about: `spec.containers{web}`.
  public func record(
    _ type: EventType, _ object: some KubernetesObject, _ reason: String, _ message: String,
    fieldPath: String = ""
  ) {
    guard sink.isOpen else { return }
    var subject = EventSubject(object)
    subject.fieldPath = fieldPath
    sink.record(
      EventNote(type: type, component: component, object: subject, reason: reason, message: message))
  }
}

/// What an event is about.
struct EventSubject: Sendable, Hashable {
  var apiVersion: String
  var kind: String
  var namespace: String
  var name: String
  var uid: String
  var resourceVersion: String
  var fieldPath = ""

  init(_ object: some KubernetesObject) {
    let metadata = object.metadata
    apiVersion = object.apiVersion
    kind = object.kind
    namespace = metadata.namespace ?? ""
    name = metadata.name ?? ""
    uid = metadata.uid ?? ""
    resourceVersion = metadata.resourceVersion ?? ""
  }
}

/// An event that was recorded and not written yet.
struct EventNote: Sendable {
  var type: EventRecorder.EventType
  var component: String
  var object: EventSubject
  var reason: String
  var message: String
}
