/// What a plain scalar means.
///
/// go-yaml v2 `resolve.go`, which implements YAML 1.1 with a few deviations.
enum YAMLScalar: Equatable {
  case null
  case bool(Bool)
  case int(Int64)
  /// An integer beyond 64 bits with sign, as the nearest double.
  case largeInt(Double)
  case float(Double)
  case timestamp
  case string

  /// The short name of the tag.
  var tag: String {
    switch self {
    case .null: "!!null"
    case .bool: "!!bool"
    case .int, .largeInt: "!!int"
    case .float: "!!float"
    case .timestamp: "!!timestamp"
    case .string: "!!str"
    }
  }

  /// Resolves the text of a scalar that has no tag and no quotes.
  init(plain text: String) {
    guard let first = text.utf8.first else {
      self = .null
      return
    }
    if let word = Self.word(text) {
      self = word
      return
    }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
      let bytes = Array(text.utf8)
      self = (Self.isTimestamp(bytes) ? .timestamp : nil) ?? Self.number(bytes) ?? .string
    case UInt8(ascii: "."): self = Self.pointFloat(text) ?? .string
    default: self = .string
    }
  }

  private static func word(_ text: String) -> YAMLScalar? {
    // The longest are `false` and `-.inf`; the first letters of all of them are few.
    guard text.utf8.count <= 5, let first = text.utf8.first, "yYtToOnNfF~.+-".utf8.contains(first) else {
      return nil
    }
    return switch text {
    case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": .bool(true)
    case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": .bool(false)
    case "~", "null", "Null", "NULL": .null
    case ".nan", ".NaN", ".NAN": .float(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": .float(-.infinity)
    default: nil
    }
  }

  // MARK: Numbers

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A float that starts with its point: no underscores here.
  private static func pointFloat(_ text: String) -> YAMLScalar? {
    isFloatForm(Array(text.utf8)[...]) ? finite(text) : nil
  }

  private static func number(_ bytes: [UInt8]) -> YAMLScalar? {
    let digits = bytes.filter { $0 != UInt8(ascii: "_") }
    if let integer = integer(digits[...]) { return integer }
    return isFloatForm(digits[...]) ? finite(String(decoding: digits, as: UTF8.self)) : nil
  }

  private static func finite(_ text: String) -> YAMLScalar? {
    guard let value = Double(text), value.isFinite else { return nil }
    return .float(value)
  }

  /// An integer as Go's `strconv.ParseInt(text, 0, 64)` reads it, or a larger one.
  private static func integer(_ bytes: ArraySlice<UInt8>) -> YAMLScalar? {
    var rest = bytes
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var radix: UInt64 = 10
    if rest.first == UInt8(ascii: "0"), rest.count > 1 {
      let letter = rest[rest.startIndex + 1] | 0x20
      radix = letter == UInt8(ascii: "x") ? 16 : letter == UInt8(ascii: "b") ? 2 : 8
      rest = rest.dropFirst(radix != 8 || letter == UInt8(ascii: "o") ? 2 : 1)
    }
    guard !rest.isEmpty else { return nil }
    var (exact, isExact, near): (UInt64, Bool, Double) = (0, true, 0)
    for byte in rest {
      guard let digit = digitValue(byte), digit < radix else { return nil }
      let (scaled, over) = exact.multipliedReportingOverflow(by: radix)
      let (sum, carry) = scaled.addingReportingOverflow(digit)
      (exact, isExact) = (sum, isExact && !over && !carry)
      near = near * Double(radix) + Double(digit)
    }
    if isExact, exact <= UInt64(Int64.max) + (isNegative ? 1 : 0) {
      return .int(isNegative ? Int64(truncatingIfNeeded: 0 &- exact) : Int64(exact))
    }
    if radix == 10 { near = Double(String(decoding: rest, as: UTF8.self)) ?? near }
    return near.isFinite ? .largeInt(isNegative ? -near : near) : nil
  }

  private static func digitValue(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - 0x30)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - 0x57)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - 0x37)
    default: nil
    }
  }

  /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
  private static func isFloatForm(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(whole)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit).count
      if whole == 0, fraction == 0 { return false }
      rest = rest.dropFirst(1 + fraction)
    } else if whole == 0 {
      return false
    }
    guard let letter = rest.first else { return true }
    guard letter | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  /// `N:N`, a float to base 60 in YAML 1.1. It is read as a string, but written with quotes for other readers.
  static func isBase60(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard let first = rest.first, isDigit(first), rest.contains(UInt8(ascii: ":")) else { return false }
    let isPart = { (byte: UInt8) in isDigit(byte) || byte == UInt8(ascii: "_") }
    var parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.removeFirst().allSatisfy(isPart), let last = parts.popLast() else { return false }
    let lastParts = last.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    if lastParts.count > 1, !lastParts[1].allSatisfy(isPart) { return false }
    return (parts + [lastParts[0]]).allSatisfy { part in
      guard let first = part.first, part.count <= 2, part.allSatisfy(isDigit) else { return false }
      return part.count == 1 || first < UInt8(ascii: "6")
    }
  }
}
