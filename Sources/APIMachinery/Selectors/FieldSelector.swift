/// A field selector: `metadata.name=web,status.phase!=Running`.
///
/// Which fields a kind can be selected by is the API's to say.
///
/// Kubernetes: `apimachinery/pkg/fields`.
public struct FieldSelector: Sendable, Hashable {
  /// The terms, which must all hold, in the byte order of their texts.
  public var terms: [Term]

  public init(_ terms: [Term] = []) {
    self.terms = terms
  }

  /// One condition on one field.
  public struct Term: Sendable, Hashable {
    public var field: String
    public var value: String
    /// True for `!=`.
    public var isNegated: Bool

    public init(field: String, value: String, isNegated: Bool = false) {
      self.field = field
      self.value = value
      self.isNegated = isNegated
    }
  }

  /// Selects every object.
  public static let everything = FieldSelector()

  public var selectsEverything: Bool { terms.isEmpty }

  /// Whether an object is selected whose fields are found by `value`. A field that is absent is empty.
  @inlinable public func matches(value: (String) -> String?) -> Bool {
    terms.allSatisfy { ((value($0.field) ?? "") == $0.value) != $0.isNegated }
  }

  /// The value that `field` must have, if there is one.
  public func requiredValue(of field: String) -> String? {
    terms.first { $0.field == field && !$0.isNegated }?.value
  }
}

extension FieldSelector {
  /// Reads the text form. `==` is `=`; `\`, `,` and `=` in a value are escaped by a backslash.
  public init(parsing text: String) throws(SelectorError) {
    var terms: [Term] = []
    for part in Self.split(text) where !part.isEmpty {
      guard let (field, isNegated, value) = Self.splitTerm(part) else {
        throw SelectorError(message: "invalid selector: '\(text)'; can't understand '\(part)'")
      }
      terms.append(Term(field: field, value: try Self.unescape(value), isNegated: isNegated))
    }
    self.init(terms.sorted { $0.description.utf8.lexicographicallyPrecedes($1.description.utf8) })
  }

  /// Splits at the commas that no backslash precedes.
  private static func split(_ text: String) -> [String] {
    var parts: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: ","), !isEscaped {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func splitTerm(_ term: String) -> (field: String, isNegated: Bool, value: String)? {
    let bytes = Array(term.utf8)
    let equals = UInt8(ascii: "=")
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let isNegated = byte == UInt8(ascii: "!") && next == equals
      guard isNegated || byte == equals else { continue }
      let length = isNegated || next == equals ? 2 : 1
      return (
        String(decoding: bytes[..<index], as: UTF8.self), isNegated,
        String(decoding: bytes[(index + length)...], as: UTF8.self)
      )
    }
    return nil
  }

  private static func unescape(_ value: String) throws(SelectorError) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ",", "=":
        if !isEscaped, scalar != "\\" {
          throw SelectorError(
            message: "invalid field selector: unescaped character in value: \(scalar.value)")
        }
        if isEscaped { result.append(scalar) }
        isEscaped = !isEscaped
      default:
        if isEscaped {
          throw SelectorError(message: "invalid field selector: invalid escape sequence: \\\(scalar)")
        }
        result.append(scalar)
      }
    }
    if isEscaped { throw SelectorError(message: "invalid field selector: invalid escape sequence: \\") }
    return String(result)
  }
}

extension FieldSelector: CustomStringConvertible {
  public var description: String { terms.map(\.description).joined(separator: ",") }
}

extension FieldSelector.Term: CustomStringConvertible {
  public var description: String {
    var escaped = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      if scalar == "\\" || scalar == "," || scalar == "=" { escaped.append("\\") }
      escaped.append(scalar)
    }
    return "\(field)\(isNegated ? "!=" : "=")\(String(escaped))"
  }
}
