/// One signature of a function.
struct Overload: Sendable {
  /// The name that costs are told by; that of cel-go and Kubernetes.
  var id: String
  /// Whether the first parameter stands before the name: `'a'.size()`.
  var isMember: Bool
  var parameters: [CELType]
  var result: CELType

  /// Reads a line like `string_contains string::contains(string): bool`, or `size_list size(list<A>): int` for a
  /// function without a receiver. A single capital letter stands for any type.
  ///
  /// - Precondition: The line has that form; the lines are part of this program.
  static func parse(_ line: Substring) -> (name: String, overload: Overload) {
    let parts = line.split(separator: " ", maxSplits: 1)
    precondition(parts.count == 2, "no signature: \(line)")
    var scanner = SignatureScanner(parts[1])
    let overload = scanner.signature(id: String(parts[0]))
    return (scanner.name, overload)
  }
}

/// Reads the signature of a function.
private struct SignatureScanner {
  private var rest: Substring
  private(set) var name = ""

  init(_ text: Substring) {
    rest = text
  }

  mutating func signature(id: String) -> Overload {
    let head = rest.prefix { $0 != "(" }
    var parameters: [CELType] = []
    let receiver = head.split(separator: "::")
    if receiver.count == 2 {
      var scanner = SignatureScanner(receiver[0])
      parameters.append(scanner.type())
      name = String(receiver[1])
    } else {
      name = String(head)
    }
    rest = rest.dropFirst(head.count + 1)
    while rest.first != ")" {
      parameters.append(type())
      if rest.hasPrefix(", ") { rest = rest.dropFirst(2) }
    }
    rest = rest.dropFirst(3)
    return Overload(id: id, isMember: receiver.count == 2, parameters: parameters, result: type())
  }

  private mutating func type() -> CELType {
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }
    rest = rest.dropFirst(name.count)
    var parameters: [CELType] = []
    if rest.first == "<" {
      repeat {
        rest = rest.dropFirst(rest.hasPrefix(", ") ? 2 : 1)
        parameters.append(type())
      } while rest.first == ","
      rest = rest.dropFirst()
    }
    return Self.type(String(name), parameters)
  }

  private static func type(_ name: String, _ parameters: [CELType]) -> CELType {
    switch name {
    case "list": .list(parameters[0])
    case "map": .map(parameters[0], parameters[1])
    case "optional": .optional(parameters[0])
    case "type": .type(parameters.first ?? .dyn)
    case "timestamp": .timestamp
    case "duration": .duration
    case "null": .null
    default: scalar(name) ?? (name.count == 1 ? .parameter(name) : .opaque(name))
    }
  }

  private static func scalar(_ name: String) -> CELType? {
    [.dyn, .bool, .int, .uint, .double, .string, .bytes].first { $0.name == name }
  }
}
