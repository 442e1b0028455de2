public import APIMachinery
public import ObjectStore

/// An object that the API answers: the bytes of the store, or a tree that was made for the answer.
public struct APIObject: Sendable {
  enum Content: Sendable {
    case stored(StoredObject)
    case made(JSONObject)
  }

  let content: Content
  /// Texts for the client's `Warning` headers.
  public var warnings: [String]
  /// True when a new object was made: HTTP 201.
  public var isCreated: Bool
  /// True of the answer to a deletion when the object is gone, and not merely about to go.
  public var isGone: Bool

  init(_ stored: StoredObject, warnings: [String] = [], isCreated: Bool = false, isGone: Bool = false) {
    content = .stored(stored)
    self.warnings = warnings
    self.isCreated = isCreated
    self.isGone = isGone
  }

  init(_ tree: JSONObject, warnings: [String] = [], isCreated: Bool = false, isGone: Bool = false) {
    content = .made(tree)
    self.warnings = warnings
    self.isCreated = isCreated
    self.isGone = isGone
  }

  /// Puts warnings before those that there are.
  mutating func warn(first texts: [String]) {
    if !texts.isEmpty { warnings.insert(contentsOf: texts, at: 0) }
  }

  /// The object as it stands on the wire. Nothing is encoded for an object of the store.
  public var bytes: [UInt8] {
    switch content {
    case .stored(let object): object.bytes
    case .made(let tree): JSON.object(tree).serialized()
    }
  }

  /// The object as a tree. Nothing is parsed for a fresh commit.
  public var tree: JSONObject {
    switch content {
    case .stored(let object): object.tree
    case .made(let tree): tree
    }
  }

  /// The stored version behind the answer, if there is one.
  public var stored: StoredObject? {
    if case .stored(let object) = content { object } else { nil }
  }
}
