import APIMachinery

/// A resource that shows the objects of another one in its own form: one store, two faces.
///
/// Kubernetes: kinds that are served in several groups, such as the events of `v1` and of `events.k8s.io/v1`, are
/// converted to one stored version.
protocol StorageFace: AnyObject, Sendable {
  /// The resource whose objects are shown.
  var storage: GroupVersionResource { get }

  /// The stored form of an object of the face. Fields that the face does not know are kept.
  func stored(_ object: JSONObject) -> JSONObject

  /// The face's form of a stored object.
  func shown(_ object: JSONObject) -> JSONObject

  /// What the stored form calls a selectable field of the face.
  func storedField(_ field: String) -> String

  /// Checks a new object in the face's form.
  func validate(_ object: JSONObject, _ errors: inout FieldErrors)

  /// Checks a change in the face's form.
  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors)
}

/// Which resources are faces of others.
enum StorageFaces {
  static func face(of resource: GroupVersionResource) -> (any StorageFace)? {
    switch resource {
    case GroupVersionResource(group: "events.k8s.io", version: "v1", resource: "events"): EventFace()
    default: nil
    }
  }
}
