import APIMachinery

/// An object of a manifest with the place in the API where it belongs.
struct ObjectTarget {
  let resource: ResourceDefinition
  let key: ObjectKey
  var object: DynamicObject
  /// The file that the object stands in.
  let file: String

  /// - Throws: ``CommandError`` when the kind is not served or the object has no name.
  init(_ item: ManifestReader.Item, _ session: Session, allowsGeneratedName: Bool = false) async throws {
    resource = try await session.mapper().resource(of: item)
    object = item.object
    file = item.file
    if resource.isNamespaced {
      if let own = object.metadata.namespace, session.isNamespaceExplicit, own != session.namespace {
        throw CommandError(
          """
          the namespace from the provided object "\(own)" does not match the namespace "\(session.namespace)". You must \
          pass '--namespace=\(own)' to perform this operation.
          """)
      }
      if object.metadata.namespace == nil { object.metadata.namespace = session.namespace }
    }
    key = object.key
    if key.name.isEmpty, !(allowsGeneratedName && object.metadata.generateName != nil) {
      throw CommandError(
        "error when retrieving current configuration of \(item.origin): resource name may not be empty")
    }
  }
}
