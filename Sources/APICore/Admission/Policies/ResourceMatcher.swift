import APIMachinery
import ObjectStore

/// Tells which requests a policy or a binding is about.
///
/// Kubernetes: `admission/plugin/policy/matching` and `webhook/predicates`.
struct ResourceMatcher: Sendable {
  private let namespaceSelector: Selector
  private let objectSelector: Selector
  private let rules: [OperationRule]
  private let excluded: [OperationRule]
  private let isExact: Bool

  /// - Parameter json: `matchConstraints` or `matchResources`; without rules it is about all resources.
  init(_ json: JSONObject) throws(SelectorError) {
    namespaceSelector = try Selector(labelSelector: json.object("namespaceSelector") ?? JSONObject())
    objectSelector = try Selector(labelSelector: json.object("objectSelector") ?? JSONObject())
    rules = json.array("resourceRules").compactMap { $0.objectValue.map { OperationRule($0) } }
    excluded = json.array("excludeResourceRules").compactMap { $0.objectValue.map { OperationRule($0) } }
    isExact = json.string("matchPolicy") == "Exact"
  }

  /// The version of the resource that a rule names; `nil` when no rule means the request.
  ///
  /// - Throws: `NotFound` for a namespace that does not exist.
  func match(_ request: AdmissionRequest, in service: APIService) throws(StatusError) -> String? {
    guard try matchesNamespace(request, in: service), matchesObject(request) else { return nil }
    if version(request, excluded, in: service) != nil { return nil }
    return rules.isEmpty ? request.resource.version : version(request, rules, in: service)
  }

  private func matchesNamespace(
    _ request: AdmissionRequest, in service: APIService
  ) throws(StatusError) -> Bool {
    if namespaceSelector.selectsEverything { return true }
    if request.resource.group.isEmpty, request.resource.resource == "namespaces" {
      return namespaceSelector.matches(Self.labels(request.object ?? request.oldObject))
    }
    if request.namespace.isEmpty { return true }
    guard let namespace = service.namespaceObject(request.namespace) else {
      throw .notFound(GroupResource(group: "", resource: "namespaces"), name: request.namespace)
    }
    return namespaceSelector.matches(Self.labels(namespace))
  }

  private func matchesObject(_ request: AdmissionRequest) -> Bool {
    if objectSelector.selectsEverything { return true }
    return [request.object, request.oldObject].contains { object in
      object.map { objectSelector.matches(Self.labels($0)) } ?? false
    }
  }

  private static func labels(_ object: JSONObject?) -> StringMap {
    StringMap(fields: object?.metadataFields.object("labels") ?? JSONObject())
  }

  private func version(_ request: AdmissionRequest, _ rules: [OperationRule], in service: APIService)
    -> String?
  {
    if rules.contains(where: { $0.matches(request, version: request.resource.version) }) {
      return request.resource.version
    }
    if isExact { return nil }
    for rule in rules where rule.matches(request, version: nil) {
      let others = service.versions(of: request.resource)
      if let version = others.first(where: { rule.matches(request, version: $0) }) { return version }
    }
    return nil
  }
}

/// Requests by what they do to what.
private struct OperationRule: Sendable {
  private let operations: [String]
  private let groups: [String]
  private let versions: [String]
  private let resources: [String]
  private let names: [String]
  private let scope: String

  init(_ json: JSONObject) {
    func texts(_ field: String) -> [String] { json.array(field).compactMap(\.stringValue) }
    operations = texts("operations")
    groups = texts("apiGroups")
    versions = texts("apiVersions")
    resources = texts("resources")
    names = texts("resourceNames")
    scope = json.string("scope") ?? "*"
  }

  /// - Parameter version: `nil` when the version does not matter.
  func matches(_ request: AdmissionRequest, version: String?) -> Bool {
    Self.has(operations, request.operation.rawValue) && Self.has(groups, request.resource.group)
      && (version.map { Self.has(versions, $0) } ?? true) && matchesScope(request) && matchesResource(request)
      && (names.isEmpty || names.contains(request.name))
  }

  private static func has(_ list: [String], _ text: String) -> Bool {
    list.contains("*") || list.contains(text)
  }

  private func matchesScope(_ request: AdmissionRequest) -> Bool {
    switch scope {
    case "Namespaced": !request.namespace.isEmpty
    case "Cluster": request.namespace.isEmpty
    default: true
    }
  }

  private func matchesResource(_ request: AdmissionRequest) -> Bool {
    resources.contains { resource in
      let parts = resource.split(separator: "/", maxSplits: 1)
      let name = parts.first ?? ""
      let subresource = parts.count > 1 ? parts[1] : ""
      return (name == "*" || name == request.resource.resource)
        && (subresource == "*" || subresource == request.subresource)
    }
  }
}

extension APIService {
  /// A namespace; `nil` when it does not exist.
  func namespaceObject(_ name: String) -> JSONObject? {
    store.get(StoreKey(resource: "namespaces", namespace: "", name: name)).map { trees.tree(of: $0) }
  }

  /// The versions in which a resource is served.
  fileprivate func versions(of resource: GroupVersionResource) -> [String] {
    registry.all.map(\.definition).filter { $0.group == resource.group && $0.plural == resource.resource }
      .map(\.version)
  }
}
