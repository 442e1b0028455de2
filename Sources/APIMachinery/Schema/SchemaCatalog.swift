/// All that is known of a set of kinds and of the types that they are made of.
///
/// Catalogues are values and can be put together: the one of Kubernetes, the one of the AWS side, and the kinds
/// that a user defines.
public struct SchemaCatalog: Sendable {
  /// The kinds, in the order of their declarations.
  public let kinds: [KindSchema]
  /// The types, those of the kinds themselves among them, in the order of their declarations.
  public let types: [ObjectSchema]
  private let kindPositions: [GroupVersionKind: Int]
  private let resourcePositions: [GroupVersionResource: Int]
  private let typePositions: [String: Int]
  private let namePositions: [String: Int]

  /// Puts kinds and types together. Of several with one name the first stays.
  public init(kinds: [KindSchema], types: [ObjectSchema]) {
    self.kinds = kinds
    self.types = types
    kindPositions = Self.positions(of: kinds)
    resourcePositions = Dictionary(
      kinds.enumerated().filter { !$1.definition.plural.isEmpty }
        .map { ($1.definition.groupVersionResource, $0) }, uniquingKeysWith: { first, _ in first })
    typePositions = Dictionary(
      types.enumerated().map { ($1.openAPIName, $0) }, uniquingKeysWith: { first, _ in first })
    namePositions = Dictionary(
      types.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func positions(of kinds: [KindSchema]) -> [GroupVersionKind: Int] {
    var positions: [GroupVersionKind: Int] = [:]
    for (position, kind) in kinds.enumerated() {
      for name in [kind.definition.kind] + kind.kindAliases {
        var key = kind.definition.groupVersionKind
        key.kind = name
        if positions[key] == nil { positions[key] = position }
      }
    }
    return positions
  }

  /// Reads texts of the schema language. Types are looked for in these texts first, then in `base`, whose own
  /// kinds and types are not part of the result.
  ///
  /// - Throws: A mistake in a text, with the name of the source, the line and the type.
  /// - Complexity: O(*n*) in the bytes of the texts; some 3 ms for all kinds of Kubernetes.
  public init(
    reading sources: [SchemaSource], on base: SchemaCatalog = SchemaCatalog(kinds: [], types: [])
  ) throws(SchemaLanguageError) {
    var declarations: [TypeDeclaration] = []
    for source in sources { declarations += try SchemaParser.parse(source) }
    self = try SchemaLinker(declarations, on: base).link()
  }

  /// The kinds and types of both; of several with one name, those of this catalogue stay.
  public func merging(_ other: SchemaCatalog) -> SchemaCatalog {
    SchemaCatalog(
      kinds: kinds + other.kinds.filter { kindPositions[$0.definition.groupVersionKind] == nil },
      types: types + other.types.filter { typePositions[$0.openAPIName] == nil })
  }
}

extension SchemaCatalog {
  /// The kind of that name, or that has it as an alias.
  public func kind(_ name: GroupVersionKind) -> KindSchema? {
    kindPositions[name].map { kinds[$0] }
  }

  /// The kind that is served as a resource.
  public func kind(_ resource: GroupVersionResource) -> KindSchema? {
    resourcePositions[resource].map { kinds[$0] }
  }

  /// The kind that a typed view stands for.
  public func kind<Kind: Resource>(of type: Kind.Type) -> KindSchema? {
    kind(Kind.definition.groupVersionKind)
  }

  /// The first type of that name: `PodSpec`. Where groups have types of one name, ask for the OpenAPI name.
  public func type(named name: String) -> ObjectSchema? {
    namePositions[name].map { types[$0] }
  }

  /// The type of that name in OpenAPI documents: `io.k8s.api.core.v1.PodSpec`.
  public func type(openAPIName name: String) -> ObjectSchema? {
    typePositions[name].map { types[$0] }
  }

  /// The kinds that are resources of their own: those that discovery lists. A kind such as `Scale`, which is only
  /// the body of a subresource, is not.
  public var resources: [KindSchema] { kinds.filter { !$0.definition.plural.isEmpty } }
}

extension SchemaCatalog {
  /// The types that all kinds share: `ObjectMeta`, `LabelSelector`, `Status`, ...
  public static let meta = declared(Schemas.all)

  /// The catalogue of declarations that are part of the program and therefore hold no mistake.
  package static func declared(
    _ sources: [SchemaSource], on base: SchemaCatalog = SchemaCatalog(kinds: [], types: [])
  ) -> SchemaCatalog {
    do throws(SchemaLanguageError) {
      return try SchemaCatalog(reading: sources, on: base)
    } catch {
      preconditionFailure("the declared kinds have a mistake: \(error)")
    }
  }
}
