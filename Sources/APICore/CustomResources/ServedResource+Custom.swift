import APIMachinery
import ObjectStore

/// Versions of custom resources: objects are stored in one, and read and written in all.
extension ServedResource {
  /// Whether a webhook brings its objects to other versions, which has to be waited for.
  var convertsByWebhook: Bool { custom?.convertsByWebhook == true }

  /// An object as it is stored: in the storage version.
  ///
  /// - Parameter object: An object of this version.
  /// - Returns: for a built-in kind, the object itself.
  func storageForm(of object: JSONObject) throws(StatusError) -> JSONObject {
    guard storage !== self, let custom = storage.custom else { return object }
    if custom.convertsByWebhook { throw .unconverted(self) }
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
    var adopted: JSONObject
    if custom.convertsByWebhook, tree.string("apiVersion") != apiVersion {
      guard let converted = custom.converted.find(stored.revision) else { throw .unconverted(self) }
      adopted = converted
    } else {
      adopted = self.adopted(tree)
    }
    let object = ObjectEncoding.arranged(adopted, self).withResourceVersion(String(stored.revision))
    return StoredObject(
      key: stored.key, revision: stored.revision, createRevision: stored.createRevision,
      header: ObjectHeader(of: object, self), bytes: JSON.object(object).serialized(),
      attachment: DecodedObject(object, isOutdated: !isCurrent))
  }

  /// Whether a webhook has still to bring a stored object into this version.
  ///
  /// - Complexity: O(1) for kinds that no webhook converts and for objects that are stored in this version; else the
  ///   object is parsed.
  func isUnconverted(_ stored: StoredObject) -> Bool {
    guard let custom, custom.convertsByWebhook, custom.converted.find(stored.revision) == nil else {
      return false
    }
    if stored.header.field(CustomKind.stampField) == custom.stamp { return false }
    return stored.tree.string("apiVersion") != apiVersion
  }

  /// The same without an error: an object that cannot be converted is passed over.
  func viewIfPossible(_ stored: StoredObject) -> StoredObject? {
    do throws(StatusError) { return try view(stored) } catch { return nil }
  }

  /// An object of another version, or of an older schema, as this version has it.
  ///
  /// Kubernetes: conversion strategy `None`: the `apiVersion` alone changes.
  func adopted(_ object: JSONObject) -> JSONObject {
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
  private static let unconvertedCause = "Unconverted"

  /// An object is not there in the version that is asked for: it has to be converted first.
  static func unconverted(_ served: ServedResource) -> StatusError {
    var error = StatusError.internalError(
      "an object of \(served.definition.groupVersionKind) has not been converted")
    error.details = Details(causes: [Cause(reason: unconvertedCause, message: "")])
    return error
  }

  var isUnconverted: Bool { details?.causes.first?.reason == Self.unconvertedCause }
}
