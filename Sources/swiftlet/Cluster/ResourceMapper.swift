import APIMachinery

/// The resources that a server offers, found by the names that people type: `po`, `pods`, `pod`, `deploy`,
/// `deployments.apps`, `deployments.v1.apps`, `Deployment`.
struct ResourceMapper: Sendable {
  let resources: [ResourceDefinition]

  init(resources: [ResourceDefinition]) { self.resources = resources }

  /// Reads both aggregated discovery documents: `/api` and `/apis`.
  ///
  /// Kubernetes: `apidiscovery.k8s.io/v2 APIGroupDiscoveryList`.
  init(discovery documents: [JSON]) {
    resources = documents.flatMap { document in
      (document["items"]?.arrayValue ?? []).flatMap(Self.group)
    }
  }

  private static func group(_ item: JSON) -> [ResourceDefinition] {
    let group = item["metadata"]?["name"]?.stringValue ?? ""
    return (item["versions"]?.arrayValue ?? []).flatMap { version in
      (version["resources"]?.arrayValue ?? []).map { resource in
        definition(resource, group, version["version"]?.stringValue ?? "")
      }
    }
  }

  private static func definition(_ resource: JSON, _ group: String, _ version: String) -> ResourceDefinition {
    func texts(_ key: String) -> [String] { resource[key]?.arrayValue?.compactMap(\.stringValue) ?? [] }
    return ResourceDefinition(
      group: group, version: version, kind: resource["responseKind"]?["kind"]?.stringValue ?? "",
      plural: resource["resource"]?.stringValue ?? "", singular: resource["singularResource"]?.stringValue,
      shortNames: texts("shortNames"), categories: texts("categories"),
      scope: resource["scope"]?.stringValue == "Namespaced" ? .namespaced : .cluster,
      subresources: (resource["subresources"]?.arrayValue ?? []).compactMap {
        $0["subresource"]?.stringValue
      },
      verbs: texts("verbs"))
  }

  /// The resource that `name` means; the first group that has it wins, as the server orders them.
  ///
  /// - Throws: ``CommandError`` in kubectl's words when the server has none.
  func resource(named name: String) throws -> ResourceDefinition {
    let parts = name.split(separator: ".", maxSplits: 1).map { $0.lowercased() }
    let base = parts.first ?? ""
    let suffix = parts.count > 1 ? parts[1] : nil
    for resource in resources where Self.names(resource).contains(base) {
      guard let suffix else { return resource }
      let group = resource.group
      if suffix == group || suffix == "\(resource.version).\(group)"
        || (group.isEmpty && suffix == resource.version)
      {
        return resource
      }
    }
    throw CommandError("the server doesn't have a resource type \"\(name)\"")
  }

  /// The resources that one typed word means: a name, or a category such as `all`.
  func resources(named name: String) throws -> [ResourceDefinition] {
    let members = resources.filter { $0.categories.contains(name.lowercased()) }
    return members.isEmpty ? [try resource(named: name)] : members
  }

  /// - Throws: ``CommandError`` in kubectl's words when the kind is not served.
  func resource(for kind: GroupVersionKind) throws -> ResourceDefinition {
    let ofGroup = resources.filter { $0.group == kind.group && $0.version == kind.version }
    if let exact = ofGroup.first(where: { $0.kind == kind.kind }) { return exact }
    // ACK spells `Nodegroup`; the server takes both.
    if let alias = ofGroup.first(where: { $0.kind.lowercased() == kind.kind.lowercased() }) { return alias }
    throw CommandError(
      """
      no matches for kind "\(kind.kind)" in version "\(kind.apiVersion)"
      ensure CRDs are installed first
      """)
  }

  /// The resource that an object of a manifest is one of.
  func resource(of item: ManifestReader.Item) throws -> ResourceDefinition {
    let object = item.object
    let version = GroupVersion(apiVersion: object.apiVersion)
    let kind = GroupVersionKind(
      group: version?.group ?? "", version: version?.version ?? "", kind: object.kind)
    do { return try resource(for: kind) } catch let error as CommandError {
      let metadata = object.metadata
      throw CommandError(
        "resource mapping not found for name: \"\(metadata.name ?? "")\" namespace: \"\(metadata.namespace ?? "")\""
          + " from \"\(item.file)\": \(error)")
    }
  }

  private static func names(_ resource: ResourceDefinition) -> [String] {
    [resource.plural, resource.singular, resource.kind.lowercased()] + resource.shortNames
  }
}
