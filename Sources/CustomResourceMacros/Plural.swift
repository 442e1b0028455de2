/// English plurals, as people name resources: `policies`, `proxies`, `databases`, `meshes`, `shelves`.
enum Plural {
  /// The ends of words whose `f` becomes a `v`; that of others stays, as in `proofs`.
  private static let softening = [
    "elf", "alf", "olf", "leaf", "loaf", "thief", "scarf", "knife", "life", "wife",
  ]

  static func of(_ word: String) -> String {
    if let end = softening.first(where: word.hasSuffix) {
      return word.dropLast(end.hasSuffix("e") ? 2 : 1) + "ves"
    }
    let last = word.last
    let before = word.dropLast().last
    if last == "y", let before, !"aeiou".contains(before) { return word.dropLast() + "ies" }
    let hissing = ["s", "x", "z", "ch", "sh"]
    if hissing.contains(where: word.hasSuffix) { return word + "es" }
    return word + "s"
  }
}
