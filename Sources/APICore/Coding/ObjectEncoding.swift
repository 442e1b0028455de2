import APIMachinery
import ObjectStore
import Synchronization

/// Writes objects for the store: members in the usual order, and a gap where the resource version goes.
enum ObjectEncoding {
  private static let metadataOrder = [
    "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation",
    "creationTimestamp",
    "deletionTimestamp", "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences",
    "finalizers",
    "managedFields",
  ]

  /// The object with `apiVersion`, `kind` and `metadata` first, `spec` next and `status` last, and with a resource
  /// version, whatever it is, in its place.
  static func arranged(_ object: JSONObject, _ served: ServedResource) -> JSONObject {
    var metadata = object.object("metadata") ?? JSONObject()
    if !isArranged(metadata) {
      metadata.setDefault("resourceVersion", "")
      metadata = arrangedMetadata(metadata)
    } else if isArranged(object, served) {
      return object
    }
    var result = JSONObject(minimumCapacity: object.count + 2)
    result.append("apiVersion", .string(served.apiVersion))
    result.append("kind", .string(served.definition.kind))
    result.append("metadata", .object(metadata))
    if let spec = object["spec"] { result.append("spec", spec) }
    for (key, value) in object {
      switch key {
      case "apiVersion", "kind", "metadata", "spec", "status": continue
      default: result.append(key, value)
      }
    }
    if let status = object["status"] { result.append("status", status) }
    return result
  }

  /// Whether the members stand in the usual order already, as those of an object that has been stored do.
  private static func isArranged(_ metadata: JSONObject) -> Bool {
    metadata.contains("resourceVersion") && metadata.hasKeys(inOrderOf: metadataOrder)
  }

  /// The same of the object around them.
  private static func isArranged(_ object: JSONObject, _ served: ServedResource) -> Bool {
    let last = object.count - 1
    return object.position(of: "apiVersion") == 0 && object.position(of: "kind") == 1
      && object.position(of: "metadata") == 2 && (object.position(of: "spec") ?? 3) == 3
      && (object.position(of: "status") ?? last) == last
      && object.string("apiVersion") == served.apiVersion && object.string("kind") == served.definition.kind
  }

  private static func arrangedMetadata(_ metadata: JSONObject) -> JSONObject {
    var result = JSONObject(minimumCapacity: metadata.count)
    for key in metadataOrder {
      if let value = metadata[key] { result.append(key, value) }
    }
    if result.count < metadata.count {
      for (key, value) in metadata where !metadataOrder.contains(key) { result.append(key, value) }
    }
    return result
  }

  /// The encoder of a commit that leaves the bytes to be made when somebody asks for them. It runs once.
  static func unencoded(_ form: APIService.StorageForm) -> ObjectEncoder {
    let draft = UnencodedDraft(form)
    return { draft.encoded($0) }
  }

  /// The encoder of a commit.
  ///
  /// - Parameter remember: Is given the tree of the new version.
  static func encoder(
    _ form: APIService.StorageForm,
    remember: @escaping @Sendable (_ decoded: DecodedObject, _ revision: UInt64) -> Void
  ) -> ObjectEncoder {
    let bytes = JSON.object(form.object.withResourceVersion("")).serialized()
    let template = ObjectTemplate(bytes, gap: gap(in: bytes))
    return { revision in
      form.keepOthers(revision)
      let decoded = DecodedObject(form.object.withResourceVersion(String(revision)))
      remember(decoded, revision)
      return EncodedObject(bytes: template.bytes(for: revision), attachment: decoded)
    }
  }

  private static let mark = Array(#""resourceVersion":""#.utf8)

  /// Where the digits of the resource version go. The mark cannot stand before its place: a text before it has its
  /// quotes escaped.
  static func gap(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      let end = buffer.count - mark.count
      var position = 0
      while position <= end {
        if buffer[position] == mark[0], buffer[position + 1] == mark[1], buffer[position + 9] == mark[9],
          mark.indices.allSatisfy({ buffer[position + $0] == mark[$0] })
        {
          return position + mark.count
        }
        position += 1
      }
      return 0
    }
  }

  /// The bytes of a stored object with another resource version: the last state of one that goes.
  static func bytes(_ bytes: [UInt8], revision: UInt64) -> [UInt8] {
    let start = gap(in: bytes)
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 4)
    result += bytes[..<start]
    result += String(revision).utf8
    result += bytes[end...]
    return result
  }
}

/// An object on its way into the store: it is taken once, so that its version is set without a copy if nobody else has
/// it by then.
private final class UnencodedDraft: Sendable {
  private let form: Mutex<APIService.StorageForm?>

  init(_ form: APIService.StorageForm) { self.form = Mutex(form) }

  func encoded(_ revision: UInt64) -> EncodedObject {
    guard var form = form.withLock({ $0.take() }) else { preconditionFailure("an object is encoded once") }
    form.keepOthers(revision)
    form.object.setResourceVersion(String(revision))
    return EncodedObject(unencoded: DecodedObject(form.object))
  }
}

extension JSONObject {
  /// The object with another `metadata.resourceVersion`.
  func withResourceVersion(_ version: String) -> JSONObject {
    var result = self
    result.setResourceVersion(version)
    return result
  }

  fileprivate mutating func setResourceVersion(_ version: String) {
    withObject("metadata") { $0["resourceVersion"] = .string(version) }
  }

  /// `metadata`, empty if absent.
  var metadataFields: JSONObject { object("metadata") ?? JSONObject() }

  /// The text at a path of members.
  func string(at path: String...) -> String? {
    guard case .string(let text)? = value(at: path) else { return nil }
    return text
  }

  /// The value at a path of members.
  func value(at path: [String]) -> JSON? {
    path.last.flatMap { object(at: path.dropLast())?[$0] }
  }

  /// The object at a path of members; at an empty one the object itself.
  func object(at path: some Sequence<String>) -> JSONObject? {
    var object = self
    for name in path {
      guard let inner = object.object(name) else { return nil }
      object = inner
    }
    return object
  }
}
