public import APIMachinery

/// One resource as this server serves it: its declaration, its type ready for walking, and its own rules.
public final class ServedResource: Sendable {
  public let kind: KindSchema
  public let definition: ResourceDefinition
  /// What requests call it.
  let name: GroupVersionResource
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
  /// The selectable fields, in the order in which they are declared.
  let selectable: [SelectableFields]
  /// Whether it has all verbs, as most resources do.
  private let hasAllVerbs: Bool

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
    name = kind.definition.groupVersionResource
    groupResource = kind.definition.groupResource
    face = StorageFaces.face(of: name)
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
    selectable = SelectableFields.all(kind.selectableFields, of: type, isCustom: custom != nil)
    hasAllVerbs = ResourceDefinition.allVerbs.allSatisfy { kind.definition.verbs.contains($0) }
  }

  /// Whether a verb that requests have is served.
  func serves(_ verb: String) -> Bool { hasAllVerbs || definition.verbs.contains(verb) }

  func hasSubresource(_ name: String) -> Bool {
    name == "status" ? hasStatus : definition.subresources.contains(name)
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
