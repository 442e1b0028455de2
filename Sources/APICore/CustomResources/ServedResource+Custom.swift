import APIMachinery
import ObjectStore

/// Versions of custom resources: objects are stored in one, and read and written in all.
extension ServedResource {
  /// An object as it is stored: in the storage version.
  ///
  /// - Parameter object: An object of this version.
  /// - Returns: for a built-in kind, the object itself.
  func storageForm(of object: JSONObject) throws(StatusError) -> JSONObject {
    guard storage !== self, let custom = storage.custom else { return object }
    if custom.convertsByWebhook { throw .noConversionWebhook(self) }
    return storage.adopted(object)
  }

  /// A stored object as this version reads it: with its `apiVersion`, without what its schema does not know, and with
  /// its defaults.
  ///
  /// - Complexity: O(1) for a built-in kind, and for an object that was stored in this version by the present schema; else
  ///   the object is parsed and written.
  func view(_ stored: StoredObject) throws(StatusError) -> StoredObject {
    guard let custom else { return stored }
    let isCurrent = stored.header.field(CustomKind.stampField) == storage.custom?.stamp
    if isCurrent, storage === self { return stored }
    let tree = stored.tree
    if custom.convertsByWebhook, tree.string("apiVersion") != apiVersion { throw .noConversionWebhook(self) }
    let object = ObjectEncoding.arranged(adopted(tree), self).withResourceVersion(String(stored.revision))
    return StoredObject(
      key: stored.key, revision: stored.revision, createRevision: stored.createRevision,
      header: ObjectHeader(of: object, self), bytes: JSON.object(object).serialized(),
      attachment: DecodedObject(object, isOutdated: !isCurrent))
  }

  /// The same without an error: an object that cannot be converted is passed over.
  func viewIfPossible(_ stored: StoredObject) -> StoredObject? {
    do throws(StatusError) { return try view(stored) } catch { return nil }
  }

  /// An object of another version, or of an older schema, as this version has it.
  ///
  /// Kubernetes: conversion strategy `None`: the `apiVersion` alone changes.
  private func adopted(_ object: JSONObject) -> JSONObject {
    var result = object
    result["apiVersion"] = .string(apiVersion)
    result["kind"] = .string(definition.kind)
    guard let custom else { return result }
    var normalizer = StructuralNormalizer(metadataType: metadataType)
    return (try? normalizer.normalize(result, custom.structure)) ?? result
  }

  /// The type of `metadata`.
  var metadataType: ObjectNode? { type["metadata"]?.node.object }
}

extension StatusError {
  /// Kubernetes: `conversion webhook for ... failed`.
  static func noConversionWebhook(_ served: ServedResource) -> StatusError {
    .internalError(
      "conversion webhook for \(served.storage.definition.groupVersionKind) failed: webhooks are not called by this "
        + "server")
  }
}
