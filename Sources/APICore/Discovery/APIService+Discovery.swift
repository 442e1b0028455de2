public import APIMachinery

/// The documents that tell clients what is served.
///
/// Kubernetes: `meta/v1 APIGroupList`, `APIResourceList`; `apidiscovery.k8s.io/v2 APIGroupDiscoveryList`.
extension APIService {
  /// `/api`.
  public func coreVersionsDocument(serverAddress: String) -> [UInt8] {
    document("api " + serverAddress) {
      [
        "kind": "APIVersions", "versions": .array(groupVersions(group: "").map { .string($0.version) }),
        "serverAddressByClientCIDRs": [
          ["clientCIDR": "0.0.0.0/0", "serverAddress": .string(serverAddress)]
        ],
      ]
    }
  }

  /// `/apis`.
  public var groupsDocument: [UInt8] {
    document("apis") {
      ["kind": "APIGroupList", "apiVersion": "v1", "groups": .array(groups.map { .object(groupFields($0)) })]
    }
  }

  /// `/apis/GROUP`; `nil` when nothing of the group is served.
  public func groupDocument(_ group: String) -> [UInt8]? {
    guard groups.contains(group) else { return nil }
    return document("group " + group) {
      var fields: JSONObject = ["kind": "APIGroup", "apiVersion": "v1"]
      for (key, value) in groupFields(group) { fields[key] = value }
      return .object(fields)
    }
  }

  /// `/api/v1` and `/apis/GROUP/VERSION`; `nil` when nothing of the version is served.
  public func resourcesDocument(_ version: GroupVersion) -> [UInt8]? {
    let served = resources(of: version)
    guard !served.isEmpty else { return nil }
    return document("resources \(version)") {
      [
        "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": .string(version.description),
        "resources": .array(served.flatMap(\.discoveryEntries)),
      ]
    }
  }

  /// `/api` or `/apis` for clients that accept `application/json;v=v2;g=apidiscovery.k8s.io;as=APIGroupDiscoveryList`.
  public func aggregatedDocument(core: Bool) -> [UInt8] {
    document(core ? "aggregated core" : "aggregated") {
      let names = core ? [""] : groups
      return [
        "kind": "APIGroupDiscoveryList", "apiVersion": "apidiscovery.k8s.io/v2", "metadata": [:],
        "items": .array(names.map(aggregated)),
      ]
    }
  }

  func document(_ name: String, _ make: () -> JSON) -> [UInt8] {
    documents.document(name, generation: registry.generation) { make().serialized() }
  }

  // MARK: Groups

  /// The named groups, in the order in which they were declared.
  private var groups: [String] {
    var names: [String] = []
    for served in registry.all
    where !served.definition.group.isEmpty && !names.contains(served.definition.group) {
      names.append(served.definition.group)
    }
    return names
  }

  func groupVersions(group: String) -> [GroupVersion] {
    var versions: [GroupVersion] = []
    for served in registry.all where served.definition.group == group {
      let version = GroupVersion(group: group, version: served.definition.version)
      if !versions.contains(version) { versions.append(version) }
    }
    return versions
  }

  func resources(of version: GroupVersion) -> [ServedResource] {
    registry.all.filter { $0.definition.group == version.group && $0.definition.version == version.version }
  }

  private func groupFields(_ group: String) -> JSONObject {
    let versions: [JSON] = groupVersions(group: group).map {
      ["groupVersion": .string($0.description), "version": .string($0.version)]
    }
    return [
      "name": .string(group), "versions": .array(versions), "preferredVersion": versions.first ?? [:],
    ]
  }

  private func aggregated(_ group: String) -> JSON {
    let versions: [JSON] = groupVersions(group: group).map { version in
      [
        "version": .string(version.version), "freshness": "Current",
        "resources": .array(resources(of: version).map(\.aggregatedEntry)),
      ]
    }
    var metadata: JSONObject = ["creationTimestamp": nil]
    if !group.isEmpty { metadata["name"] = .string(group) }
    return ["metadata": .object(metadata), "versions": .array(versions)]
  }
}

extension ServedResource {
  private static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  /// The entries of the resource and its subresources in an `APIResourceList`.
  var discoveryEntries: [JSON] {
    var entry: JSONObject = [
      "name": .string(definition.plural), "singularName": .string(definition.singular),
      "namespaced": .bool(definition.isNamespaced), "kind": .string(definition.kind),
      "verbs": Self.strings(definition.verbs),
    ]
    if !definition.shortNames.isEmpty { entry["shortNames"] = Self.strings(definition.shortNames) }
    if !definition.categories.isEmpty { entry["categories"] = Self.strings(definition.categories) }
    let below = servedSubresources.map { sub -> JSON in
      var entry: JSONObject = [
        "name": .string("\(definition.plural)/\(sub.name)"), "singularName": "",
        "namespaced": .bool(definition.isNamespaced), "kind": .string(sub.kind.kind),
        "verbs": Self.strings(sub.verbs),
      ]
      if sub.kind != definition.groupVersionKind {
        entry["group"] = .string(sub.kind.group)
        entry["version"] = .string(sub.kind.version)
      }
      return .object(entry)
    }
    return [.object(entry)] + below
  }

  /// The entry of the resource in an `APIGroupDiscoveryList`.
  var aggregatedEntry: JSON {
    var entry: JSONObject = [
      "resource": .string(definition.plural), "responseKind": Self.json(definition.groupVersionKind),
      "scope": .string(definition.isNamespaced ? "Namespaced" : "Cluster"),
      "singularResource": .string(definition.singular), "verbs": Self.strings(definition.verbs),
    ]
    if !definition.shortNames.isEmpty { entry["shortNames"] = Self.strings(definition.shortNames) }
    if !definition.categories.isEmpty { entry["categories"] = Self.strings(definition.categories) }
    let below: [JSON] = servedSubresources.map { sub in
      [
        "subresource": .string(sub.name), "responseKind": Self.json(sub.kind),
        "verbs": Self.strings(sub.verbs),
      ]
    }
    if !below.isEmpty { entry["subresources"] = .array(below) }
    return .object(entry)
  }

  private static func json(_ kind: GroupVersionKind) -> JSON {
    ["group": .string(kind.group), "version": .string(kind.version), "kind": .string(kind.kind)]
  }

  struct Subresource {
    var name: String
    var kind: GroupVersionKind
    var verbs: [String]
  }

  /// The subresources that are served, with the kinds and the verbs of each.
  var servedSubresources: [Subresource] {
    definition.subresources.sorted().compactMap { name in
      let own = definition.groupVersionKind
      return switch name {
      case "status": Subresource(name: name, kind: own, verbs: ["get", "patch", "update"])
      case "scale":
        Subresource(
          name: name, kind: GroupVersionKind(group: "autoscaling", version: "v1", kind: "Scale"),
          verbs: ["get", "patch", "update"])
      case "binding":
        Subresource(
          name: name, kind: GroupVersionKind(group: "", version: "v1", kind: "Binding"), verbs: ["create"])
      case "eviction":
        Subresource(
          name: name, kind: GroupVersionKind(group: "policy", version: "v1", kind: "Eviction"),
          verbs: ["create"])
      case "token":
        Subresource(
          name: name,
          kind: GroupVersionKind(group: "authentication.k8s.io", version: "v1", kind: "TokenRequest"),
          verbs: ["create"])
      case "finalize": Subresource(name: name, kind: own, verbs: ["update"])
      case "log": Subresource(name: name, kind: own, verbs: ["get"])
      case "ephemeralcontainers", "resize":
        Subresource(name: name, kind: own, verbs: ["get", "patch", "update"])
      default: nil
      }
    }
  }
}
