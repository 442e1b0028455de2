import APIMachinery
import ObjectStore

/// The tree of a stored object, which travels with a fresh commit to readers in this process.
final class DecodedObject: DecodedForm {
  let tree: JSONObject
  /// Whether the object is stored otherwise than it would be now: by an older schema, or in another version.
  let isOutdated: Bool

  init(_ tree: JSONObject, isOutdated: Bool = false) {
    self.tree = tree
    self.isOutdated = isOutdated
  }

  var encoded: [UInt8] { JSON.object(tree).serialized() }
}

extension StoredObject {
  /// Whether a write that changes nothing would store it otherwise all the same.
  var isOutdated: Bool { (attachment as? DecodedObject)?.isOutdated ?? false }

  /// The object as a tree: the one that came with the commit, or its bytes parsed.
  var tree: JSONObject {
    if let decoded = attachment as? DecodedObject { return decoded.tree }
    guard case .object(let object)? = try? JSON.parse(bytes, limits: .response) else { return JSONObject() }
    return object
  }
}
