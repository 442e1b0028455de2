/// English plurals, as people name resources: `policies`, `proxies`, `databases`, `meshes`.
enum Plural {
  static func of(_ word: String) -> String {
    let last = word.last
    let before = word.dropLast().last
    if last == "y", let before, !"aeiou".contains(before) { return word.dropLast() + "ies" }
    let hissing = ["s", "x", "z", "ch", "sh"]
    if hissing.contains(where: word.hasSuffix) { return word + "es" }
    return word + "s"
  }
}
