/// A kind's standing in the API: its names, its scope and what hangs below it.
public struct ResourceDefinition: Sendable, Hashable {
  /// Whether objects live in namespaces.
  public enum Scope: Sendable, Hashable { case namespaced, cluster }

  public var group: String
  public var version: String
  public var kind: String
  /// The plural, as it stands in URLs: `deployments`.
  public var plural: String
  public var singular: String
  public var shortNames: [String]
  /// Groups of resources such as `all`.
  public var categories: [String]
  public var scope: Scope
  /// `status`, `scale`, `binding`, ...: the paths below an object.
  public var subresources: [String]
  /// The verbs that are served, as discovery lists them.
  public var verbs: [String]

  public static let allVerbs = [
    "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch",
  ]

  public init(
    group: String, version: String, kind: String, plural: String, singular: String? = nil,
    shortNames: [String] = [], categories: [String] = [], scope: Scope = .namespaced,
    subresources: [String] = [], verbs: [String] = ResourceDefinition.allVerbs
  ) {
    self.group = group
    self.version = version
    self.kind = kind
    self.plural = plural
    self.singular = singular ?? kind.lowercased()
    self.shortNames = shortNames
    self.categories = categories
    self.scope = scope
    self.subresources = subresources
    self.verbs = verbs
  }

  public var groupVersionKind: GroupVersionKind {
    GroupVersionKind(group: group, version: version, kind: kind)
  }
  public var groupVersionResource: GroupVersionResource {
    GroupVersionResource(group: group, version: version, resource: plural)
  }
  public var groupResource: GroupResource { GroupResource(group: group, resource: plural) }
  public var apiVersion: String { GroupVersion(group: group, version: version).description }
  public var isNamespaced: Bool { scope == .namespaced }
}

/// An object with `apiVersion`, `kind` and `metadata`.
public protocol KubernetesObject: ObjectView {}

extension KubernetesObject {
  @inlinable public var apiVersion: String {
    get { fields["apiVersion"]?.stringValue ?? "" }
    set { fields["apiVersion"] = .string(newValue) }
  }

  @inlinable public var kind: String {
    get { fields["kind"]?.stringValue ?? "" }
    set { fields["kind"] = .string(newValue) }
  }

  @inlinable public var metadata: ObjectMeta {
    get { fields[view: "metadata"] }
    set { fields[view: "metadata"] = newValue }
    _modify { yield &fields[view: "metadata"] }
  }

  @inlinable public var key: ObjectKey {
    let metadata = metadata
    return ObjectKey(namespace: metadata.namespace ?? "", name: metadata.name ?? "")
  }
}

/// A typed kind of the API.
public protocol Resource: KubernetesObject {
  static var definition: ResourceDefinition { get }
}

extension Resource {
  /// Makes an object with its `apiVersion` and `kind` set and fills it in.
  @inlinable public init(_ fill: (inout Self) throws -> Void) rethrows {
    self.init(fields: JSONObject())
    apiVersion = Self.definition.apiVersion
    kind = Self.definition.kind
    try fill(&self)
  }
}

/// An object of any kind.
public struct DynamicObject: KubernetesObject {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  @inlinable public init(_ object: some KubernetesObject) { fields = object.fields }

  /// The same object seen as a typed kind. Not checked: the caller knows the kind.
  @inlinable public func view<Kind: KubernetesObject>(as type: Kind.Type = Kind.self) -> Kind {
    Kind(fields: fields)
  }
}
