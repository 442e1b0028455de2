public import APIMachinery

extension SchemaCatalog {
  /// The kinds of Kubernetes v1.36 that this project knows, with the types that all kinds share.
  public static let kubernetes = meta.merging(declared(Schemas.all, on: meta))
}
