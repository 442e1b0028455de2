internal import APIMachinery

/// The parameters of a URL, in their order.
struct Query {
  private var items: [(name: String, value: String)] = []

  init() {}

  /// Reads a query, without its question mark. A parameter with a malformed escape is left out.
  init(_ text: Substring) {
    for part in text.utf8.split(separator: UInt8(ascii: "&")) {
      let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCoding.decode(Substring(pair[0]), plusIsSpace: true),
        let value = PercentCoding.decode(pair.count > 1 ? Substring(pair[1]) : "", plusIsSpace: true)
      else { continue }
      items.append((name, value))
    }
  }

  var isEmpty: Bool { items.isEmpty }

  /// The first value of a parameter.
  subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  func contains(_ name: String) -> Bool { items.contains { $0.name == name } }

  /// The first value of each parameter.
  var firstValues: [String: String] {
    Dictionary(items.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// All values of a parameter.
  func values(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

  /// The value, unless it is empty.
  func text(_ name: String) -> String? {
    guard let value = self[name], !value.isEmpty else { return nil }
    return value
  }

  /// Kubernetes: apimachinery `runtime.Convert_Slice_string_To_bool`: anything but `0` and `false` is true.
  func flag(_ name: String) -> Bool? {
    guard let value = self[name] else { return nil }
    return !(value == "0" || value.lowercased() == "false")
  }

  /// - Throws: `StatusError` (400) when the value is no number.
  func integer(_ name: String) throws(StatusError) -> Int? {
    guard let value = self[name], !value.isEmpty else { return nil }
    guard let number = Int64(value) else {
      throw .badRequest("strconv.ParseInt: parsing \"\(value)\": invalid syntax")
    }
    return Int(number)
  }
}
