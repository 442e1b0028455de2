public import APIMachinery

/// One resource as this server serves it: its declaration, its type ready for walking, and its own rules.
public final class ServedResource: Sendable {
  public let kind: KindSchema
  public let definition: ResourceDefinition
  public let groupResource: GroupResource
  /// The resource's name in the store: `pods`, `deployments.apps`.
  public let storeName: String
  public let apiVersion: String
  /// How the objects of another resource are shown; `nil` for a resource with objects of its own.
  let face: (any StorageFace)?
  /// The type of the whole object.
  public let type: ObjectNode
  /// Whether the status is written through a subresource of its own, and `metadata.generation` counts the changes of
  /// the rest.
  public let hasStatus: Bool
  /// True for a kind that was declared at run time.
  public let isCustom: Bool
  /// What a kind has that a definition in the cluster declares; `nil` for the program's own.
  let custom: CustomKind?
  /// The kind of a list: `PodList`.
  public let listKind: String
  let rules: any ResourceRules
  /// Whether the kind counts its generations. The rest of Kubernetes' older kinds do not.
  let countsGenerations: Bool
  /// Whether its objects are questions that are answered and not stored; see `APIService.review`.
  let isReview: Bool
  /// Whether something follows from a write of its objects; see `APIService.settle`.
  let settlesWrites: Bool
  /// The paths of the selectable fields, split, with whether the field is a Boolean.
  let selectable: [(field: String, path: [String], isBoolean: Bool)]

  private let storageVersion: ServedResource?

  /// - Parameter storage: The version that objects are stored in; `nil` when it is this one.
  init(
    kind: KindSchema, compiler: inout SchemaCompiler, isCustom: Bool, rules: any ResourceRules,
    custom: CustomKind? = nil, listKind: String? = nil, storage: ServedResource? = nil
  ) {
    self.kind = kind
    self.custom = custom
    self.listKind = listKind ?? kind.definition.kind + "List"
    storageVersion = storage
    definition = kind.definition
    groupResource = kind.definition.groupResource
    face = StorageFaces.face(of: kind.definition.groupVersionResource)
    storeName = (face?.storage.groupResource ?? groupResource).description
    apiVersion = kind.definition.apiVersion
    type = compiler.compile(kind.schema)
    hasStatus = kind.definition.subresources.contains("status")
    let isCounting =
      hasStatus ? !Self.withoutGeneration.contains(storeName) : Self.alsoCounting.contains(storeName)
    countsGenerations = custom != nil || isCounting
    isReview = Self.reviews.contains(storeName)
    settlesWrites = [CustomDefinition.resource, Self.checkedPolicies].contains(storeName)
    self.isCustom = isCustom
    self.rules = rules
    let root = type
    selectable = kind.selectableFields.map { field in
      let path = field.split(separator: ".").map(String.init)
      return (field, path, custom == nil && Self.isBoolean(path, in: root))
    }
  }

  private static func isBoolean(_ path: [String], in root: ObjectNode) -> Bool {
    var node: ObjectNode? = root
    var kind: SchemaNode.Kind?
    for name in path {
      let field = node?[name]
      node = field?.node.object
      kind = field?.node.kind
    }
    return kind == .boolean
  }

  /// The kind as messages about invalid objects name it: `Deployment.apps`, `Pod`.
  var qualifiedKind: String {
    definition.group.isEmpty ? definition.kind : "\(definition.kind).\(definition.group)"
  }

  /// The version that objects are stored in.
  var storage: ServedResource { storageVersion ?? self }

  private static let withoutGeneration: Set<String> = [
    "namespaces", "nodes", "services", "persistentvolumes", "persistentvolumeclaims", "resourcequotas",
  ]
  private static let alsoCounting: Set<String> = [
    "endpointslices.discovery.k8s.io", "mutatingadmissionpolicies.admissionregistration.k8s.io",
    "mutatingadmissionpolicybindings.admissionregistration.k8s.io",
    "mutatingwebhookconfigurations.admissionregistration.k8s.io",
    "validatingwebhookconfigurations.admissionregistration.k8s.io", "priorityclasses.scheduling.k8s.io",
    "validatingadmissionpolicybindings.admissionregistration.k8s.io",
  ]

  private static let reviews: Set<String> = [
    "bindings", "selfsubjectaccessreviews.authorization.k8s.io", "subjectaccessreviews.authorization.k8s.io",
    "localsubjectaccessreviews.authorization.k8s.io", "selfsubjectrulesreviews.authorization.k8s.io",
    "selfsubjectreviews.authentication.k8s.io", "tokenreviews.authentication.k8s.io",
  ]
  /// The policies whose expressions are checked when they are written.
  static let checkedPolicies = "validatingadmissionpolicies.admissionregistration.k8s.io"

  func storeKey(namespace: String, name: String) -> (resource: String, namespace: String, name: String) {
    (storeName, definition.isNamespaced ? namespace : "", name)
  }
}
