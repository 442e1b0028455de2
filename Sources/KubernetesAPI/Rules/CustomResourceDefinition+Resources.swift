public import APIMachinery

extension CustomResourceDefinition {
  /// The finalizer that keeps a definition until its objects are gone.
  public static let cleanupFinalizer = "customresourcecleanup.apiextensions.k8s.io"

  /// Whether the condition holds.
  public func isTrue(_ condition: String) -> Bool {
    status.conditions.contains { $0.type == condition && $0.status == "True" }
  }

  /// The resource that is served, in one of its versions: that in which objects are stored if it is served, else the
  /// first that is.
  ///
  /// - Returns: `nil` while nothing is served.
  public var servedResource: ResourceDefinition? {
    guard isTrue("Established") || isTrue("NamesAccepted"), let names = status.acceptedNames else {
      return nil
    }
    let versions = spec.versions.filter(\.served)
    guard let version = versions.first(where: \.storage) ?? versions.first else { return nil }
    let below = version.subresources?.fields.keys ?? []
    return ResourceDefinition(
      group: spec.group, version: version.name, kind: names.kind, plural: names.plural,
      singular: names.singular, shortNames: names.shortNames, categories: names.categories,
      scope: spec.scope == "Namespaced" ? .namespaced : .cluster, subresources: below.sorted())
  }
}
