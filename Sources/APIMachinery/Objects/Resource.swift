/// A kind's standing in the API: its names, its scope and what hangs below it.
public struct ResourceDefinition: Sendable {
  /// Whether objects live in namespaces.
  public enum Scope: Sendable, Hashable { case namespaced, cluster }

  private struct Fields: Sendable, Hashable {
    var group: String
    var version: String
    var kind: String
    var plural: String
    var singular: String
    var shortNames: [String]
    var categories: [String]
    var scope: Scope
    var subresources: [String]
    var verbs: [String]
  }

  /// Definitions are handed around with every request, and hardly ever changed: a copy costs one reference.
  private final class Box: Sendable {
    let fields: Fields

    init(_ fields: Fields) {
      self.fields = fields
    }
  }

  private var box: Box

  public var group: String {
    get { box.fields.group }
    set { change { $0.group = newValue } }
  }
  public var version: String {
    get { box.fields.version }
    set { change { $0.version = newValue } }
  }
  public var kind: String {
    get { box.fields.kind }
    set { change { $0.kind = newValue } }
  }
  /// The plural, as it stands in URLs: `deployments`.
  public var plural: String {
    get { box.fields.plural }
    set { change { $0.plural = newValue } }
  }
  public var singular: String {
    get { box.fields.singular }
    set { change { $0.singular = newValue } }
  }
  public var shortNames: [String] {
    get { box.fields.shortNames }
    set { change { $0.shortNames = newValue } }
  }
  /// Groups of resources such as `all`.
  public var categories: [String] {
    get { box.fields.categories }
    set { change { $0.categories = newValue } }
  }
  public var scope: Scope {
    get { box.fields.scope }
    set { change { $0.scope = newValue } }
  }
  /// `status`, `scale`, `binding`, ...: the paths below an object.
  public var subresources: [String] {
    get { box.fields.subresources }
    set { change { $0.subresources = newValue } }
  }
  /// The verbs that are served, as discovery lists them.
  public var verbs: [String] {
    get { box.fields.verbs }
    set { change { $0.verbs = newValue } }
  }

  public static let allVerbs = [
    "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch",
  ]

  public init(
    group: String, version: String, kind: String, plural: String, singular: String? = nil,
    shortNames: [String] = [], categories: [String] = [], scope: Scope = .namespaced,
    subresources: [String] = [], verbs: [String] = ResourceDefinition.allVerbs
  ) {
    box = Box(
      Fields(
        group: group, version: version, kind: kind, plural: plural, singular: singular ?? kind.lowercased(),
        shortNames: shortNames, categories: categories, scope: scope, subresources: subresources, verbs: verbs
      ))
  }

  private mutating func change(_ change: (inout Fields) -> Void) {
    var fields = box.fields
    change(&fields)
    box = Box(fields)
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

extension ResourceDefinition: Hashable {
  public static func == (left: ResourceDefinition, right: ResourceDefinition) -> Bool {
    left.box === right.box || left.box.fields == right.box.fields
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(box.fields) }
}

/// An object with `apiVersion`, `kind` and `metadata`.
public protocol KubernetesObject: ObjectView {}

extension KubernetesObject {
  @inlinable public var apiVersion: String {
    get { fields.string("apiVersion") ?? "" }
    set { fields["apiVersion"] = .string(newValue) }
  }

  @inlinable public var kind: String {
    get { fields.string("kind") ?? "" }
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
