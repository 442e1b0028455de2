/// One entry of an `Accept` header, or a `Content-Type`: a media type with its parameters.
struct MediaRange: Hashable {
  /// In lower case: `application/json`.
  var type: String
  /// `as`, `g`, `v`, `stream`, ...: of a `Content-Type` also `charset`.
  var parameters: [(name: String, value: String)] = []

  init(_ text: Substring) {
    var parts = text.utf8.split(separator: UInt8(ascii: ";")).makeIterator()
    type = Self.trimmed(parts.next().map { Substring($0) } ?? "").lowercased()
    while let part = parts.next() {
      let pair = Substring(part).split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      parameters.append((Self.trimmed(pair[0]).lowercased(), Self.trimmed(pair[1])))
    }
  }

  subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  static func == (left: MediaRange, right: MediaRange) -> Bool {
    left.type == right.type && left.parameters.elementsEqual(right.parameters) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(type) }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\t" || first == "\"" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\"" { text.removeLast() }
    return String(text)
  }
}
