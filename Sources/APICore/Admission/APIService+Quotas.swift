import APIMachinery
import KubernetesAPI
import KubernetesClient
import ObjectStore

extension APIService {
  /// Charges the quotas of its namespace with a new object, or with what an object takes more than before.
  ///
  /// The quota is written before the object is: if that fails, the loop that counts puts the sum right.
  ///
  /// Kubernetes: plug-in `ResourceQuota`, `checkQuotas`.
  ///
  /// - Throws: `Forbidden` when a quota is exceeded, says too little of its use yet, or wants the object to say more.
  /// - Complexity: it lists the quotas; ask ``quotas`` before whether there are any.
  func chargeQuotas(
    for object: JSONObject, replacing old: JSONObject? = nil, _ served: ServedResource, isDryRun: Bool
  ) async throws(StatusError) {
    guard served.definition.isNamespaced, served.storeName != "events" else { return }
    let namespace = object.metadataFields.string("namespace") ?? ""
    var settled: Set<String> = []
    for _ in 0..<16 {
      let page = try? store.list(resource: quotas.resource, namespace: namespace)
      guard let stored = page?.objects, !stored.isEmpty else { return }
      let open = stored.map { ResourceQuota(fields: trees.tree(of: $0)) }
        .filter { !settled.contains($0.metadata.uid ?? "") }
      let charged = try Self.charge(open, object, old, served)
      if isDryRun || charged.isEmpty { return }
      let written = try await write(charged)
      if written.count == charged.count { return }
      // Those that were charged are not charged again: only where somebody else was faster is there another try.
      settled.formUnion(written)
    }
    throw .conflict(served, object.metadataFields.string("name") ?? "", StatusError.modified)
  }

  /// Whether a change of an object can take more of a quota: others do not grow, so that what a quota came to demand after
  /// they were made does not keep them from being changed.
  ///
  /// Kubernetes: `Handles` of the evaluators in `pkg/quota/v1/evaluator/core`.
  func isCharged(_ served: ServedResource, _ scope: WriteScope) -> Bool {
    scope == .resize
      || scope == .main && ["services", "persistentvolumeclaims"].contains(served.storeName)
  }

  /// The quotas that count the object, charged with it.
  private static func charge(
    _ quotas: [ResourceQuota], _ object: JSONObject, _ old: JSONObject?, _ served: ServedResource
  ) throws(StatusError) -> [ResourceQuota] {
    let resource = served.groupResource
    let usage = ResourceUsage.of(object, resource)
    var charged: [ResourceQuota] = []
    for quota in quotas where quota.spec.covers(object, resource) {
      var before: [String: Quantity] = [:]
      if let old, quota.spec.covers(old, resource) { before = ResourceUsage.of(old, resource) }
      let check = QuotaCheck(quota, usage, before)
      if let problem = check.problem(with: object, isPod: served.storeName == "pods") {
        throw .forbidden(resource, name: object.metadataFields.string("name") ?? "", problem)
      }
      if let quota = check.charged { charged.append(quota) }
    }
    return charged
  }

  /// - Returns: The UIDs of the quotas that were written; the others were changed or deleted by somebody faster.
  private func write(_ charged: [ResourceQuota]) async throws(StatusError) -> Set<String> {
    let client = client(as: .controller("resourcequota"), fieldManager: "resourcequota")
    var written: Set<String> = []
    for quota in charged {
      do throws(StatusError) {
        try await client.updateStatus(quota)
        written.insert(quota.metadata.uid ?? "")
      } catch {
        guard error.isConflict || error.isNotFound else { throw error }
      }
    }
    return written
  }
}

/// One quota and what an object would add to its use.
private struct QuotaCheck {
  private let quota: ResourceQuota
  private let delta: [(name: String, amount: Quantity)]

  /// - Parameter before: What the object took so far. What it takes less is not given back here: the loop counts it.
  init(_ quota: ResourceQuota, _ usage: [String: Quantity], _ before: [String: Quantity]) {
    self.quota = quota
    let hard = quota.status.hard
    delta = usage.keys.sorted().compactMap { name in
      guard hard[name] != nil, let amount = usage[name] else { return nil }
      let added = amount - (before[name] ?? .zero)
      return added > .zero ? (name, added) : nil
    }
  }

  /// Why the object may not be made, in the plug-in's words.
  func problem(with object: JSONObject, isPod: Bool) -> String? {
    let name = quota.metadata.name ?? ""
    if isPod, let missing = missing(in: object) { return "failed quota: \(name): must specify \(missing)" }
    let (hard, used) = (quota.status.hard, quota.status.used)
    let unknown = delta.map(\.name).filter { used[$0] == nil }
    if !unknown.isEmpty {
      return "status unknown for quota: \(name), resources: \(unknown.joined(separator: ","))"
    }
    let exceeded = delta.filter { one in
      (used[one.name] ?? .zero) + one.amount > hard[one.name] ?? .zero
    }
    guard !exceeded.isEmpty else { return nil }
    func text(_ amount: (String, Quantity) -> Quantity) -> String {
      exceeded.map { "\($0.name)=\(amount($0.name, $0.amount))" }.joined(separator: ",")
    }
    return
      "exceeded quota: \(name), requested: \(text { $1 }), used: \(text { name, _ in used[name] ?? .zero }), "
      + "limited: \(text { name, _ in hard[name] ?? .zero })"
  }

  /// The amounts of compute that a quota limits have to be said by every container.
  ///
  /// Kubernetes: `evaluator/core podEvaluator.Constraints`.
  private func missing(in pod: JSONObject) -> String? {
    let wanted = [
      ("cpu", "requests", "cpu"), ("memory", "requests", "memory"), ("requests.cpu", "requests", "cpu"),
      ("requests.memory", "requests", "memory"), ("limits.cpu", "limits", "cpu"),
      ("limits.memory", "limits", "memory"),
    ]
    let spec = pod.object("spec") ?? JSONObject()
    let containers = spec.array("containers") + spec.array("initContainers")
    var texts: [String] = []
    for (name, field, resource) in wanted where quota.status.hard[name] != nil {
      let silent = containers.filter { $0["resources"]?[field]?[resource] == nil }
      guard !silent.isEmpty else { continue }
      let names = silent.compactMap { $0["name"]?.stringValue }.sorted()
      texts.append("\(name) for: \(names.joined(separator: ","))")
    }
    return texts.isEmpty ? nil : texts.sorted().joined(separator: "; ")
  }

  /// The quota with the object counted; `nil` when it does not count for it.
  var charged: ResourceQuota? {
    guard !delta.isEmpty else { return nil }
    var charged = quota
    for one in delta { charged.status.used[one.name] = (quota.status.used[one.name] ?? .zero) + one.amount }
    return charged
  }
}
