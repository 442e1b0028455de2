import APIMachinery
import KubernetesClient
import ObjectStore

extension APIService {
  /// Removes a pod if its disruption budget allows it.
  ///
  /// Kubernetes: `pkg/registry/core/pod/storage EvictionREST`.
  func evict(
    _ eviction: JSONObject, _ served: ServedResource, _ target: RequestTarget, _ options: WriteOptions
  ) async throws(StatusError) -> APIObject {
    let pod = try require(served, target).tree
    var deletion = Self.deleteOptions(eviction.object("deleteOptions") ?? JSONObject())
    deletion.isDryRun = deletion.isDryRun || options.isDryRun
    if !Self.ignoresBudgets(pod), let budget = try budget(of: pod, target) {
      try await claimDisruption(of: pod, budget, target, isDryRun: deletion.isDryRun)
    }
    _ = try await delete(served, target, deletion)
    return APIObject(
      ["kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success", "code": 201],
      isCreated: true)
  }

  private static func deleteOptions(_ object: JSONObject) -> DeleteOptions {
    DeleteOptions(
      gracePeriodSeconds: object["gracePeriodSeconds"]?.intValue.map(Int.init),
      propagationPolicy: object.string("propagationPolicy").flatMap(PropagationPolicy.init),
      preconditionUID: object.object("preconditions")?.string("uid"),
      preconditionResourceVersion: object.object("preconditions")?.string("resourceVersion"),
      isDryRun: !object.array("dryRun").isEmpty)
  }

  private static func ignoresBudgets(_ pod: JSONObject) -> Bool {
    if pod.metadataFields.contains("deletionTimestamp") { return true }
    return ["Succeeded", "Failed", "Pending"].contains(pod.string(at: "status", "phase") ?? "")
  }

  /// The budget that selects the pod.
  private func budget(of pod: JSONObject, _ target: RequestTarget) throws(StatusError) -> StoredObject? {
    let labels = StringMap(fields: pod.metadataFields.object("labels") ?? JSONObject())
    let page = try? store.list(resource: "poddisruptionbudgets.policy", namespace: target.namespace)
    let matching = (page?.objects ?? []).filter { budget in
      let selector = budget.tree.object("spec")?.object("selector")
      return (try? Selector(labelSelector: selector))?.matches(labels) ?? false
    }
    if matching.count > 1 {
      throw StatusError(
        code: 500, reason: .internalError,
        message:
          "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.")
    }
    return matching.first
  }

  /// Takes one disruption of the budget, which is counted in its status until its loop counts again.
  private func claimDisruption(
    of pod: JSONObject, _ budget: StoredObject, _ target: RequestTarget, isDryRun: Bool
  ) async throws(StatusError) {
    let resource = GroupVersionResource(group: "policy", version: "v1", resource: "poddisruptionbudgets")
    guard let served = registry.find(resource) else { return }
    var one = target.with(name: budget.key.name)
    (one.resource, one.subresource) = (resource, "status")
    if Self.isUnready(pod), Self.mayEvictUnready(budget.tree) { return }
    let now = timeText
    _ = try await write(one, served, WriteOptions(isDryRun: isDryRun)) { old, _ throws(StatusError) in
      try Self.checkBudget(old, target)
      var object = old
      object.withObject("status") { status in
        status["disruptionsAllowed"] = .int((status["disruptionsAllowed"]?.intValue ?? 0) - 1)
        status.withObject("disruptedPods") { $0[target.name] = .string(now) }
      }
      object.withObject("metadata") { $0.removeValue("resourceVersion") }
      return Proposal(object: object)
    }
  }

  private static func isUnready(_ pod: JSONObject) -> Bool {
    let conditions = pod.object("status")?.array("conditions") ?? []
    return !conditions.contains { $0["type"] == "Ready" && $0["status"] == "True" }
  }

  /// Kubernetes: `unhealthyPodEvictionPolicy`.
  private static func mayEvictUnready(_ budget: JSONObject) -> Bool {
    if budget.object("spec")?.string("unhealthyPodEvictionPolicy") == "AlwaysAllow" { return true }
    let status = budget.object("status") ?? JSONObject()
    let desired = status["desiredHealthy"]?.intValue ?? 0
    return desired > 0 && (status["currentHealthy"]?.intValue ?? 0) >= desired
  }

  private static func checkBudget(_ budget: JSONObject, _ target: RequestTarget) throws(StatusError) {
    let name = budget.metadataFields.string("name") ?? ""
    let status = budget.object("status") ?? JSONObject()
    let observed = status["observedGeneration"]?.intValue ?? 0
    if observed < budget.metadataFields["generation"]?.intValue ?? 0 {
      throw tooMany(
        target, "The disruption budget \(name) is still being processed by the server.", retryAfter: 10)
    }
    let allowed = status["disruptionsAllowed"]?.intValue ?? 0
    if allowed > 0 { return }
    let needed = status["desiredHealthy"]?.intValue ?? 0
    let healthy = status["currentHealthy"]?.intValue ?? 0
    throw tooMany(
      target, "The disruption budget \(name) needs \(needed) healthy pods and has \(healthy) currently",
      retryAfter: 0)
  }

  private static func tooMany(_ target: RequestTarget, _ explanation: String, retryAfter: Int) -> StatusError
  {
    StatusError(
      code: 429, reason: .tooManyRequests,
      message: "Cannot evict pod as it would violate the pod's disruption budget.",
      details: StatusError.Details(
        causes: [StatusError.Cause(reason: "DisruptionBudget", message: explanation)],
        retryAfterSeconds: retryAfter > 0 ? retryAfter : nil))
  }
}
