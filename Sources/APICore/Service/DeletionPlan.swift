import APIMachinery
import KubernetesClient

/// What a deletion does to an object: removes it, or marks it until others are done with it.
///
/// Kubernetes: `registry/rest.BeforeDelete`, `registry/generic/registry.deletionFinalizersForGarbageCollection`.
enum DeletionPlan: Equatable {
  /// It is marked already, and nothing changes.
  case keep
  case remove
  case mark(JSONObject)

  /// The object as it becomes, if it stays.
  var object: JSONObject? {
    if case .mark(let object) = self { object } else { nil }
  }

  init(_ old: JSONObject, _ served: ServedResource, _ options: DeleteOptions, now: Timestamp) {
    let metadata = old.metadataFields
    let finalizers = Self.finalizers(metadata, options)
    let grace = Self.gracePeriod(old, served, options)
    let isKept = !finalizers.isEmpty || Self.hasContent(old, served)
    guard grace > 0 || isKept else {
      self = .remove
      return
    }
    let isMarked = metadata.contains("deletionTimestamp")
    let oldGrace = metadata["deletionGracePeriodSeconds"]?.intValue ?? 0
    let isSame = finalizers == metadata.array("finalizers")
    if isMarked, grace >= oldGrace, isSame {
      self = .keep
      return
    }
    var object = old
    let newGrace = isMarked ? min(grace, oldGrace) : grace
    object.withObject("metadata") { metadata in
      if !isMarked || newGrace < oldGrace {
        metadata["deletionTimestamp"] = .string((now + .seconds(newGrace)).rfc3339)
        metadata["deletionGracePeriodSeconds"] = .int(newGrace)
      }
      if !isMarked, let generation = metadata["generation"]?.intValue, served.countsGenerations {
        metadata["generation"] = .int(generation + 1)
      }
      if !isSame { metadata["finalizers"] = finalizers.isEmpty ? nil : .array(finalizers) }
    }
    if served.storeName == "namespaces" { object.withObject("status") { $0["phase"] = "Terminating" } }
    self = .mark(object)
  }

  /// The finalizers that the propagation policy asks for.
  private static func finalizers(_ metadata: JSONObject, _ options: DeleteOptions) -> [JSON] {
    var finalizers = metadata.array("finalizers")
    guard let policy = options.propagationPolicy else { return finalizers }
    finalizers.removeAll { $0 == "orphan" || $0 == "foregroundDeletion" }
    switch policy {
    case .orphan: finalizers.append("orphan")
    case .foreground: finalizers.append("foregroundDeletion")
    case .background: break
    }
    return finalizers
  }

  /// How long the object is to stay: only pods that run on a node have the time to end.
  private static func gracePeriod(_ old: JSONObject, _ served: ServedResource, _ options: DeleteOptions)
    -> Int64
  {
    guard served.storeName == "pods" else { return 0 }
    let spec = old.object("spec") ?? JSONObject()
    let phase = old.string(at: "status", "phase") ?? ""
    if spec.string("nodeName").isNilOrEmpty || phase == "Succeeded" || phase == "Failed" { return 0 }
    let wanted =
      options.gracePeriodSeconds.map(Int64.init) ?? spec["terminationGracePeriodSeconds"]?.intValue ?? 30
    return max(wanted, wanted < 0 ? 1 : 0)
  }

  private static func hasContent(_ old: JSONObject, _ served: ServedResource) -> Bool {
    served.storeName == "namespaces" && !(old.object("spec")?.array("finalizers") ?? []).isEmpty
  }
}
