import APIMachinery

/// A format that a text can have.
final class NamedFormat: CELObject {
  let name: String
  /// How long the pattern of the format is taken to be when its costs are counted.
  let patternLength: Int
  private let rule: @Sendable (String) -> [String]

  /// What costs take for the pattern and the name of a format that is not known.
  static let longestPattern = 128
  static let longestName: UInt64 = 64

  private init(_ name: String, pattern: Int, _ rule: @escaping @Sendable (String) -> [String]) {
    self.name = name
    patternLength = pattern
    self.rule = rule
  }

  var celType: CELType { .opaque("kubernetes.NamedFormat") }

  func isEqual(to other: any CELObject) -> Bool { (other as? NamedFormat)?.name == name }

  /// What is wrong with a text.
  func errors(_ text: String) -> [String] { rule(text) }

  static let names = all.map(\.name)

  static func named(_ name: String) -> NamedFormat? { all.first { $0.name == name } }

  /// Kubernetes: `library/format.go`.
  private static let all: [NamedFormat] = [
    NamedFormat("dns1123Label", pattern: 30) { NameRules.dns1123Label($0) },
    NamedFormat("dns1123Subdomain", pattern: 60) { NameRules.dns1123Subdomain($0) },
    NamedFormat("dns1035Label", pattern: 30) { NameRules.dns1035Label($0) },
    NamedFormat("dns1123LabelPrefix", pattern: 30) { NameRules.prefix($0, NameRules.dns1123Label) },
    NamedFormat("dns1123SubdomainPrefix", pattern: 60) { NameRules.prefix($0, NameRules.dns1123Subdomain) },
    NamedFormat("dns1035LabelPrefix", pattern: 30) { NameRules.prefix($0, NameRules.dns1035Label) },
    NamedFormat("qualifiedName", pattern: 60) { NameRules.qualifiedName($0) },
    NamedFormat("portName", pattern: 20) { NameRules.portName($0) },
    NamedFormat("labelValue", pattern: 40) { NameRules.labelValue($0) },
    NamedFormat("uri", pattern: 1017) { URLValue($0) == nil ? ["invalid URI for request"] : [] },
    NamedFormat("uuid", pattern: 85) { isUUID($0) ? [] : ["does not match the UUID format"] },
    NamedFormat("byte", pattern: 88) { ByteString(base64: $0) == nil ? ["invalid base64"] : [] },
    NamedFormat("date", pattern: 71) { CELTimestamp(date: $0) == nil ? ["invalid date"] : [] },
    NamedFormat("datetime", pattern: 71) { CELTimestamp($0) == nil ? ["invalid datetime"] : [] },
  ]

  private static func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.unicodeScalars.allSatisfy(\.isHexDigit) }
  }
}

enum FormatFunctions {
  static let unary: [String: FunctionTable.Unary] = [
    "format.named": { (name) throws(CELError) in
      NamedFormat.named(try name.demandedText).map { .some(.object($0)) } ?? .empty
    }
  ]

  static let binary: [String: FunctionTable.Binary] = [
    "validate": { (format, text) throws(CELError) in
      let errors = try format.demanded(NamedFormat.self).errors(try text.demandedText)
      return errors.isEmpty ? .empty : .some(.list(errors.map { .string($0) }))
    }
  ]
}
