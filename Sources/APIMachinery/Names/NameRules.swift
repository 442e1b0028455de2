/// The rules for names, labels and keys, each answering what is wrong: nothing for a valid text.
///
/// Kubernetes: `apimachinery/pkg/util/validation`, with its messages.
public enum NameRules {
  /// A DNS label (RFC 1123): the name of a namespace, a container, a volume.
  public static func dns1123Label(_ text: String) -> [String] {
    var errors = lengthErrors(text, 63)
    if !text.withBytes(isDNSLabel) {
      errors.append(text.withBytes(isDNSSubdomain) ? "must not contain dots" : dnsLabelMessage)
    }
    return errors
  }

  /// A DNS subdomain (RFC 1123): the name of most objects.
  public static func dns1123Subdomain(_ text: String) -> [String] {
    lengthErrors(text, 253) + (text.withBytes(isDNSSubdomain) ? [] : [dnsSubdomainMessage])
  }

  /// A DNS label (RFC 1035), which starts with a letter: the name of a Service.
  public static func dns1035Label(_ text: String) -> [String] {
    let startsWithLetter = text.utf8.first.map { isLower($0) } ?? false
    return lengthErrors(text, 63)
      + (startsWithLetter && text.withBytes(isDNSLabel) ? [] : [dns1035LabelMessage])
  }

  /// A name with an optional DNS prefix, `example.com/MyName`: the key of a label, an annotation, a taint.
  public static func qualifiedName(_ text: String) -> [String] {
    text.withBytes(isQualifiedName) ? [] : qualifiedNameErrors(text)
  }

  /// Says what is right without taking the name apart: most names are.
  private static func isQualifiedName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      return bytes.count <= 63 && isWord(bytes)
    }
    let prefix = UnsafeBufferPointer(rebasing: bytes[..<slash])
    let name = UnsafeBufferPointer(rebasing: bytes[(slash + 1)...])
    return name.count <= 63 && isWord(name) && prefix.count <= 253 && isDNSSubdomain(prefix)
  }

  private static func qualifiedNameErrors(_ text: String) -> [String] {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let name = parts.last else {
      return [
        "a qualified name \(qualifiedNameMessage) with an optional DNS subdomain prefix and '/' "
          + "(e.g. 'example.com/MyName')"
      ]
    }
    var errors: [String] = []
    if parts.count == 2 {
      let prefix = parts[0].isEmpty ? ["must be non-empty"] : dns1123Subdomain(String(Substring(parts[0])))
      errors = prefix.map { "prefix part \($0)" }
    }
    if name.isEmpty {
      errors.append("name part must be non-empty")
    } else if name.count > 63 {
      errors.append("name part must be no more than 63 characters")
    }
    if !String(Substring(name)).withBytes(isWord) { errors.append("name part \(qualifiedNameMessage)") }
    return errors
  }

  /// The key of a label.
  public static func labelKey(_ text: String) -> [String] { qualifiedName(text) }

  /// The value of a label, which may be empty.
  public static func labelValue(_ text: String) -> [String] {
    lengthErrors(text, 63) + (text.isEmpty || text.withBytes(isWord) ? [] : [labelValueMessage])
  }

  /// The name of a port (RFC 6335): `http`, `metrics-2`.
  public static func portName(_ text: String) -> [String] {
    let bytes = text.utf8
    let hyphen = UInt8(ascii: "-")
    var errors = lengthErrors(text, 15)
    if bytes.isEmpty || !bytes.allSatisfy({ isLowerAlphanumeric($0) || $0 == hyphen }) {
      errors.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
    }
    if !bytes.contains(where: isLower) { errors.append("must contain at least one letter (a-z)") }
    if zip(bytes, bytes.dropFirst()).contains(where: { $0 == hyphen && $1 == hyphen }) {
      errors.append("must not contain consecutive hyphens")
    }
    if bytes.first == hyphen || bytes.last == hyphen {
      errors.append("must not begin or end with a hyphen")
    }
    return errors
  }

  /// The number of a port.
  public static func portNumber(_ number: Int64) -> [String] {
    1...65535 ~= number ? [] : ["must be between 1 and 65535, inclusive"]
  }

  /// A key of a ConfigMap or a Secret.
  public static func configMapKey(_ text: String) -> [String] {
    var errors = lengthErrors(text, 253)
    if text.isEmpty || !text.utf8.allSatisfy(isWordByte) { errors.append(configMapKeyMessage) }
    return errors + changeDirectoryErrors(text)
  }

  /// The name of an environment variable: printable ASCII without `=`.
  public static func environmentVariableName(_ text: String) -> [String] {
    let isValid =
      !text.isEmpty && text.utf8.allSatisfy { 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "=") }
    return isValid
      ? []
      : [
        "a valid environment variable name must consist only of printable ASCII characters other than '='"
      ]
  }

  /// A name that can be a segment of a path: what every object's name must be at least.
  public static func pathSegment(_ text: String) -> [String] {
    if text == "." || text == ".." { return ["may not be '\(text)'"] }
    return ["/", "%"].filter { text.contains($0) }.map { "may not contain '\($0)'" }
  }

  /// What is wrong with a `generateName`: the rule of the name, but a hyphen may end it.
  public static func prefix(_ text: String, _ rule: (String) -> [String]) -> [String] {
    text.hasSuffix("-") && text.utf8.count > 1 ? rule(String(text.dropLast()) + "a") : rule(text)
  }
}

// MARK: Messages

extension NameRules {
  private static let dnsLabelPattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?"
  private static let wordPattern = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"
  private static let ends = "and must start and end with an alphanumeric character"

  private static let dnsLabelMessage = message(
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', \(ends)",
    examples: ["my-name", "123-abc"], dnsLabelPattern)

  private static let dnsSubdomainMessage = message(
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', \(ends)",
    examples: ["example.com"], "\(dnsLabelPattern)(\\.\(dnsLabelPattern))*")

  private static let dns1035LabelMessage = message(
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
      + "character, and end with an alphanumeric character",
    examples: ["my-name", "abc-123"], "[a-z]([-a-z0-9]*[a-z0-9])?")

  private static let qualifiedNameMessage = message(
    "must consist of alphanumeric characters, '-', '_' or '.', \(ends)",
    examples: ["MyName", "my.name", "123-abc"], wordPattern)

  private static let labelValueMessage = message(
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', \(ends)",
    examples: ["MyValue", "my_value", "12345"], "(\(wordPattern))?")

  private static let configMapKeyMessage = message(
    "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
    examples: ["key.name", "KEY_NAME", "key-name"], "[-._a-zA-Z0-9]+")

  private static func message(_ rule: String, examples: [String], _ pattern: String) -> String {
    let quoted = examples.map { "'\($0)', " }.joined(separator: " or ")
    return "\(rule) (e.g. \(quoted)regex used for validation is '\(pattern)')"
  }

  private static func lengthErrors(_ text: String, _ limit: Int) -> [String] {
    text.utf8.count > limit ? ["must be no more than \(limit) characters"] : []
  }

  private static func changeDirectoryErrors(_ text: String) -> [String] {
    if text == "." { return ["must not be '.'"] }
    if text == ".." { return ["must not be '..'"] }
    return text.hasPrefix("..") ? ["must not start with '..'"] : []
  }
}

// MARK: Characters

extension NameRules {
  private static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private static func isLowerAlphanumeric(_ byte: UInt8) -> Bool { isLower(byte) || byte &- 0x30 < 10 }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLowerAlphanumeric(byte) || byte &- 0x41 < 26 }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }

  /// Alphanumeric at both ends, with `-`, `_` and `.` between.
  private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last) && bytes.allSatisfy(isWordByte)
  }

  private static func isDNSLabel(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    return isLowerAlphanumeric(first) && isLowerAlphanumeric(last)
      && bytes.allSatisfy { isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  /// Labels with dots between: an alphanumeric byte on both sides of each dot, and at both ends.
  private static func isDNSSubdomain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isLabelEnd = false
    var isLabelStart = true
    for byte in bytes {
      if isLowerAlphanumeric(byte) {
        (isLabelStart, isLabelEnd) = (false, true)
      } else if byte == UInt8(ascii: ".") {
        guard isLabelEnd else { return false }
        (isLabelStart, isLabelEnd) = (true, false)
      } else {
        guard byte == UInt8(ascii: "-"), !isLabelStart else { return false }
        isLabelEnd = false
      }
    }
    return isLabelEnd
  }
}
