import APIMachinery
import ObjectStore

/// The tree of a stored object, which travels with a fresh commit to readers in this process.
final class DecodedObject: Sendable {
  let tree: JSONObject

  init(_ tree: JSONObject) { self.tree = tree }
}

extension StoredObject {
  /// The object as a tree: the one that came with the commit, or its bytes parsed.
  var tree: JSONObject {
    if let decoded = attachment as? DecodedObject { return decoded.tree }
    guard case .object(let object)? = try? JSON.parse(bytes, limits: .response) else { return JSONObject() }
    return object
  }
}
