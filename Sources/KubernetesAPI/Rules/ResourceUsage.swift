public import APIMachinery

/// What objects take of the quotas of their namespace.
///
/// Kubernetes: `pkg/quota/v1/evaluator/core`.
public enum ResourceUsage {
  /// The amounts by the names that quotas have for them: `pods`, `requests.cpu`, `count/deployments.apps`.
  public static func of(_ object: JSONObject, _ resource: GroupResource) -> [String: Quantity] {
    var usage = ["count/\(resource)": Quantity(1)]
    switch resource.description {
    case "configmaps", "secrets", "replicationcontrollers", "resourcequotas":
      usage[resource.resource] = Quantity(1)
    case "services": usage.merge(service(Service(fields: object))) { $1 }
    case "persistentvolumeclaims": usage.merge(claim(PersistentVolumeClaim(fields: object))) { $1 }
    case "pods": usage.merge(pod(Pod(fields: object))) { $1 }
    default: break
    }
    return usage
  }

  private static func service(_ service: Service) -> [String: Quantity] {
    var usage = ["services": Quantity(1)]
    let ports = Quantity(Int64(service.spec.ports.count))
    switch service.spec.type {
    case "NodePort": usage["services.nodeports"] = ports
    case "LoadBalancer":
      usage["services.loadbalancers"] = Quantity(1)
      if service.spec.allocateLoadBalancerNodePorts != false { usage["services.nodeports"] = ports }
    default: break
    }
    return usage
  }

  private static func claim(_ claim: PersistentVolumeClaim) -> [String: Quantity] {
    let size = claim.requestedSize
    var usage = ["persistentvolumeclaims": Quantity(1), "requests.storage": size]
    if !claim.className.isEmpty {
      let prefix = "\(claim.className).storageclass.storage.k8s.io"
      usage["\(prefix)/persistentvolumeclaims"] = Quantity(1)
      usage["\(prefix)/requests.storage"] = size
    }
    return usage
  }

  /// A pod that has ended takes nothing but its place among all objects.
  private static func pod(_ pod: Pod) -> [String: Quantity] {
    if pod.isOver { return [:] }
    var usage = ["pods": Quantity(1)]
    for (name, amount) in sum(pod.spec, \.requests) {
      usage["requests.\(name)"] = amount
      if ["cpu", "memory", "ephemeral-storage"].contains(name) { usage[name] = amount }
    }
    for (name, amount) in sum(pod.spec, \.limits) { usage["limits.\(name)"] = amount }
    return usage
  }

  /// What a pod takes: what runs together at the most, and what the pod itself takes on top.
  ///
  /// Kubernetes: `component-helpers/resource PodRequests`, `PodLimits`.
  private static func sum(
    _ spec: PodSpec, _ field: KeyPath<ResourceRequirements, ResourceList>
  ) -> [String: Quantity] {
    var total = containers(of: spec, field)
    for (name, amount) in spec.overhead where total[name] != nil || field == \.requests {
      total[name] = (total[name] ?? .zero) + amount
    }
    return total
  }

  /// What runs together at the most: the containers and the sidecars beside them, or an init container and the sidecars that
  /// were started before it.
  ///
  /// Kubernetes: `component-helpers/resource AggregateContainerRequests`, `AggregateContainerLimits`; so does the plug-in
  /// `LimitRanger` count.
  public static func containers(
    of spec: PodSpec, _ field: KeyPath<ResourceRequirements, ResourceList>
  ) -> [String: Quantity] {
    func amounts(_ container: Container) -> [String: Quantity] {
      var amounts: [String: Quantity] = [:]
      for (name, amount) in container.resources?[keyPath: field] ?? [:] { amounts[name] = amount }
      return amounts
    }
    var total: [String: Quantity] = [:]
    for container in spec.containers { total.merge(amounts(container), uniquingKeysWith: +) }
    var sidecars: [String: Quantity] = [:]
    var greatest: [String: Quantity] = [:]
    for container in spec.initContainers {
      let own = amounts(container)
      if container.restartPolicy == "Always" {
        sidecars.merge(own, uniquingKeysWith: +)
        total.merge(own, uniquingKeysWith: +)
        greatest.merge(sidecars, uniquingKeysWith: max)
      } else {
        greatest.merge(own.merging(sidecars, uniquingKeysWith: +), uniquingKeysWith: max)
      }
    }
    total.merge(greatest, uniquingKeysWith: max)
    return total
  }
}

extension ResourceQuotaSpec {
  /// Whether an object is in the scopes of the quota. Scopes are about pods: other objects are in none.
  public func covers(_ object: JSONObject, _ resource: GroupResource) -> Bool {
    let selectors = scopeSelector?.matchExpressions ?? []
    if scopes.isEmpty, selectors.isEmpty { return true }
    guard resource.description == "pods" else { return false }
    let pod = Pod(fields: object)
    return scopes.allSatisfy { Self.isIn($0, pod) }
      && selectors.allSatisfy { selector in
        guard selector.scopeName == "PriorityClass" else { return Self.isIn(selector.scopeName, pod) }
        let name = pod.spec.priorityClassName ?? ""
        switch selector.operator {
        case "In": return selector.values.contains(name)
        case "NotIn": return !selector.values.contains(name)
        case "Exists": return !name.isEmpty
        default: return name.isEmpty
        }
      }
  }

  private static func isIn(_ scope: String, _ pod: Pod) -> Bool {
    let isBestEffort = pod.status.qosClass == "BestEffort"
    switch scope {
    case "Terminating": return pod.spec.activeDeadlineSeconds != nil
    case "NotTerminating": return pod.spec.activeDeadlineSeconds == nil
    case "BestEffort": return isBestEffort
    case "NotBestEffort": return !isBestEffort
    case "PriorityClass": return pod.spec.priorityClassName?.isEmpty == false
    default: return false
    }
  }
}
