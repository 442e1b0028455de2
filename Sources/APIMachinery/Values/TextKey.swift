/// A text by which a dictionary finds something: told from others by its bytes, and hashed by them, which costs a third of
/// what the hash of a `String` does.
package struct TextKey: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (left: TextKey, right: TextKey) -> Bool { left.text.hasBytes(of: right.text) }

  package func hash(into hasher: inout Hasher) { hasher.combine(text.textHash) }

  /// What dictionaries ask: the mixed words need no `Hasher`.
  package func _rawHashValue(seed: Int) -> Int { TextHash.mix(text.textHash, seed: seed) }
}
