import APIMachinery

/// A CustomResourceDefinition, read once to serve what it declares.
struct CustomDefinition {
  static let resource = "customresourcedefinitions.apiextensions.k8s.io"
  static let finalizer = "customresourcecleanup.apiextensions.k8s.io"

  let name: String
  let group: String
  let isNamespaced: Bool
  let isDeleting: Bool
  let conversion: JSONObject
  /// The names that are wanted.
  let names: CustomNames
  let versions: [Version]

  init(_ object: JSONObject) {
    let spec = object.object("spec") ?? JSONObject()
    name = object.metadataFields.string("name") ?? ""
    group = spec.string("group") ?? ""
    isNamespaced = spec.string("scope") == "Namespaced"
    isDeleting = object.metadataFields.contains("deletionTimestamp")
    conversion = spec.object("conversion") ?? JSONObject()
    names = CustomNames(spec.object("names") ?? JSONObject())
    versions = spec.array("versions").compactMap { $0.objectValue.map { Version($0) } }
  }

  /// One version that is declared.
  struct Version {
    let name: String
    let isServed: Bool
    let isStorage: Bool
    let schema: JSONObject
    let structure: StructuralSchema
    private let fields: JSONObject

    init(_ fields: JSONObject) {
      self.fields = fields
      name = fields.string("name") ?? ""
      isServed = fields["served"] == true
      isStorage = fields["storage"] == true
      schema = fields.object("schema")?.object("openAPIV3Schema") ?? JSONObject()
      structure = StructuralSchema(schema)
    }

    private var subresources: JSONObject { fields.object("subresources") ?? JSONObject() }

    var subresourceNames: [String] { ["scale", "status"].filter { subresources.object($0) != nil } }

    var scale: ScalePaths? {
      guard let scale = subresources.object("scale") else { return nil }
      return ScalePaths(
        specReplicas: scale.string("specReplicasPath") ?? "",
        statusReplicas: scale.string("statusReplicasPath") ?? "", selector: scale.string("labelSelectorPath"))
    }

    var columns: [PrinterColumn] {
      fields.array("additionalPrinterColumns").compactMap(\.objectValue).map { column in
        PrinterColumn(
          name: column.string("name") ?? "", type: column.string("type") ?? "string",
          format: column.string("format") ?? "", summary: column.string("description") ?? "",
          priority: Int(column["priority"]?.intValue ?? 0), path: column.string("jsonPath"))
      }
    }

    var selectableFields: [String] {
      fields.array("selectableFields").compactMap { $0["jsonPath"]?.stringValue }.map { path in
        path.hasPrefix(".") ? String(path.dropFirst()) : path
      }
    }

    /// A digest of the version's name, schema and selectable fields.
    var stamp: String {
      let parts: JSON = [
        .string(name), .object(schema), .array(selectableFields.map { .string($0) }),
      ]
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in parts.serialized() { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return String(hash, radix: 36)
    }

    private var isDeprecated: Bool { fields["deprecated"] == true }

    /// What users of the version are told; `nil` when it is not deprecated.
    ///
    /// Kubernetes: `customresource_handler.go`, `defaultDeprecationWarning`: the newest served version that is at least as
    /// stable is recommended.
    func warning(_ definition: CustomDefinition) -> String? {
      guard isDeprecated else { return nil }
      if let own = fields.string("deprecationWarning") { return own }
      let kind = definition.names.kind
      let text = "\(definition.group)/\(name) \(kind) is deprecated"
      let better = definition.versions.filter {
        $0.isServed && !$0.isDeprecated && VersionPriority($0.name) > VersionPriority(name)
      }
      let best = better.max { VersionPriority($0.name) < VersionPriority($1.name) }
      return best.map { "\(text); use \(definition.group)/\($0.name) \(kind)" } ?? text
    }
  }

  // MARK: What is served

  /// The resources of all versions, those that are not served among them: objects may be stored in one.
  ///
  /// - Parameter names: The names that were accepted.
  func resources(named names: CustomNames, compiler: SchemaCompiler) -> [ServedResource] {
    guard let stored = versions.first(where: \.isStorage) else { return [] }
    let storage = resource(stored, names, compiler, storage: nil)
    return versions.map { version in
      version.isStorage ? storage : resource(version, names, compiler, storage: storage)
    }
  }

  private func resource(
    _ version: Version, _ names: CustomNames, _ compiler: SchemaCompiler, storage: ServedResource?
  ) -> ServedResource {
    let definition = ResourceDefinition(
      group: group, version: version.name, kind: names.kind, plural: names.plural, singular: names.singular,
      shortNames: names.shortNames, categories: names.categories,
      scope: isNamespaced ? .namespaced : .cluster,
      subresources: version.subresourceNames)
    let package = group.split(separator: ".").reversed().joined(separator: ".") + ".\(version.name)"
    let kind = KindSchema(
      definition: definition,
      schema: version.structure.objectSchema(named: names.kind, openAPIName: "\(package).\(names.kind)"),
      columns: version.columns, selectableFields: version.selectableFields, scale: version.scale)
    // A copy: the types of this version are known to it alone.
    var compiler = compiler
    return ServedResource(
      kind: kind, compiler: &compiler, isCustom: true, rules: PlainRules(),
      custom: CustomKind(version, of: self), listKind: names.listKind, storage: storage)
  }

  /// What decides how objects are served; where it is the same, what is served stays.
  static func fingerprint(_ object: JSONObject, _ names: CustomNames) -> JSON {
    [object["spec"] ?? .null, names.json]
  }
}

/// The names of a custom resource.
///
/// Kubernetes: `CustomResourceDefinitionNames`.
struct CustomNames: Hashable, Sendable {
  var plural = ""
  var singular = ""
  var kind = ""
  var listKind = ""
  var shortNames: [String] = []
  var categories: [String] = []

  init() {}

  init(_ json: JSONObject) {
    plural = json.string("plural") ?? ""
    singular = json.string("singular") ?? ""
    kind = json.string("kind") ?? ""
    listKind = json.string("listKind") ?? ""
    shortNames = json.array("shortNames").compactMap(\.stringValue)
    categories = json.array("categories").compactMap(\.stringValue)
  }

  var json: JSON {
    var names = JSONObject()
    if !categories.isEmpty { names["categories"] = .array(categories.map { .string($0) }) }
    names["kind"] = .string(kind)
    if !listKind.isEmpty { names["listKind"] = .string(listKind) }
    names["plural"] = .string(plural)
    if !shortNames.isEmpty { names["shortNames"] = .array(shortNames.map { .string($0) }) }
    if !singular.isEmpty { names["singular"] = .string(singular) }
    return .object(names)
  }

  var resourceNames: [String] { [plural, singular] + shortNames }
  var kindNames: [String] { [kind, listKind] }
}
