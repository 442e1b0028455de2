import APIMachinery
import KubernetesClient

/// Server-side apply over objects that kubectl applied on the client's side before.
extension APIService {
  /// Applies. Where kubectl meets fields of its own client-side apply, it takes them over without a conflict.
  ///
  /// Kubernetes: managedfields `lastAppliedManager.Apply`; kubectl moves the rest of the ownership itself afterwards.
  func upgrading(
    _ apply: ServerSideApply, _ configuration: JSONObject, _ live: JSONObject, _ managed: ManagedFields,
    _ served: ServedResource
  ) throws(ServerSideApply.Failure) -> (object: JSONObject, managed: ManagedFields) {
    let complete = { (object: JSONObject) in self.completed(object, served) }
    do throws(ServerSideApply.Failure) {
      return try apply.apply(configuration, to: live, managed: managed, complete: complete)
    } catch {
      guard apply.manager.manager == "kubectl", case .conflicts(let conflicts) = error,
        let allowed = lastApplied(live, served)
      else { throw error }
      let left = conflicts.filter { !allowed.contains($0.path) }
      if !left.isEmpty { throw .conflicts(left) }
      var forced = apply
      forced.isForced = true
      return try forced.apply(configuration, to: live, managed: managed, complete: complete)
    }
  }

  /// The object with the defaults that it gets when it is stored.
  func completed(_ object: JSONObject, _ served: ServedResource) -> JSONObject {
    guard let draft = try? normalize(object, served, WriteOptions(fieldValidation: .ignore)) else {
      return object
    }
    var result = draft.object
    served.rules.setDefaults(&result)
    return result
  }

  /// The paths of the fields that the last client-side apply set, and that are still as it set them.
  private func lastApplied(_ live: JSONObject, _ served: ServedResource) -> Set<String>? {
    let annotations = live.metadataFields.object("annotations")
    guard let text = annotations?.string("kubectl.kubernetes.io/last-applied-configuration"),
      case .object(let last)? = try? JSON.parse(Array(text.utf8)), last["apiVersion"] == live["apiVersion"]
    else { return nil }
    let changed = FieldDiff(from: completed(last, served), to: live, type: served.type)
    let fields = FieldSet(of: last, type: served.type, form: .applied)
    return Set(fields.subtracting(changed.changed).subtracting(changed.removed).paths)
  }
}
