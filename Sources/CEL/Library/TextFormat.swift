import APIMachinery

/// `format`: texts made after a pattern with `%s %d %f %e %b %x %X %o %%`.
///
/// cel-go: `ext/formatting.go`.
enum TextFormat {
  @Sendable static func format(_ pattern: CELValue, _ arguments: CELValue) throws(CELError) -> CELValue {
    let arguments = try arguments.demandedElements
    var rest = try pattern.demandedText.unicodeScalars[...]
    var (made, used) = ("", 0)
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        made.unicodeScalars.append(scalar)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        made += "%"
        continue
      }
      let precision = try precision(&rest)
      guard let verb = rest.popFirst() else { throw .evaluation("unexpected end of string") }
      guard used < arguments.count else { throw .evaluation("index \(used) out of range") }
      made += try text(arguments[used], verb, precision)
      used += 1
    }
    return .string(made)
  }

  private static func precision(_ rest: inout Substring.UnicodeScalarView) throws(CELError) -> Int? {
    guard rest.first == "." else { return nil }
    rest.removeFirst()
    let digits = rest.prefix(while: \.isDigit)
    rest = rest[digits.endIndex...]
    guard let precision = Int(String(digits)), precision <= 1000 else {
      throw .evaluation("error while converting precision to integer")
    }
    return precision
  }

  private static func text(
    _ value: CELValue, _ verb: Unicode.Scalar, _ precision: Int?
  ) throws(CELError) -> String {
    switch verb {
    case "s": return string(value)
    case "d":
      switch value {
      case .int, .uint: return value.text
      case .double(let number) where !number.isFinite: return special(number)
      default: throw mismatch("decimal clause", "integers", value)
      }
    case "f": return fixed(try number(value, "fixed-point clause"), precision ?? 6)
    case "e": return scientific(try number(value, "scientific clause"), precision ?? 6)
    case "b": return try radix(value, 2, "binary clause", "integers and bools")
    case "o": return try radix(value, 8, "octal clause", "integers")
    case "x", "X": return try hexadecimal(value, isUpper: verb == "X")
    default:
      throw .evaluation("could not parse formatting clause: unrecognized formatting clause \"\(verb)\"")
    }
  }

  private static func mismatch(_ clause: String, _ wanted: String, _ value: CELValue) -> CELError {
    .evaluation(
      "error during formatting: \(clause) can only be used on \(wanted), was given \(value.type.name)")
  }

  private static func special(_ number: Double) -> String {
    number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
  }

  /// Any value as `%s` prints it.
  private static func string(_ value: CELValue) -> String {
    switch value {
    case .double(let number): return number.isFinite ? decimal(number) : special(number)
    case .list, .jsonList:
      let elements = (try? value.elements()) ?? []
      return "[" + elements.map(string).joined(separator: ", ") + "]"
    case .map, .jsonMap:
      let entries = (0..<(value.elementCount ?? 0)).compactMap { try? value.entry(at: $0) }
      let texts = entries.map { (string($0.key), string($0.value)) }.sorted { $0.0 < $1.0 }
      return "{" + texts.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
    case .object(let object as any CustomStringConvertible): return object.description
    default: return value.text
    }
  }

  private static func decimal(_ number: Double) -> String {
    let text = GoFloat.general(number)
    if !text.contains("e") { return text }
    if let int = Int64(exactly: number) { return String(int) }
    return fixed(number, 20)
  }

  private static func number(_ value: CELValue, _ clause: String) throws(CELError) -> Double {
    switch value {
    case .double(let number): return number
    case .int(let number): return Double(number)
    case .uint(let number): return Double(number)
    case .string("NaN"): return .nan
    case .string("Infinity"): return .infinity
    case .string("-Infinity"): return -.infinity
    default: throw mismatch(clause, "doubles", value)
    }
  }

  /// A number with so many digits behind the point, rounded half to even on its exact value.
  static func fixed(_ number: Double, _ digits: Int) -> String {
    if !number.isFinite { return special(number) }
    var decimal = ExactDecimal(number.magnitude)
    decimal.round(toPlaces: digits)
    return (number.sign == .minus ? "-" : "") + decimal.text(places: digits)
  }

  private static func scientific(_ number: Double, _ digits: Int) -> String {
    if !number.isFinite { return special(number) }
    let sign = number.sign == .minus ? "-" : ""
    if number == 0 {
      return sign + "0" + (digits > 0 ? "." + String(repeating: "0", count: digits) : "") + "e+00"
    }
    var decimal = ExactDecimal(number.magnitude)
    decimal.round(toPlaces: digits - decimal.exponent)
    let exponent = decimal.exponent
    let all = decimal.significant(count: digits + 1)
    let magnitude = String(exponent.magnitude)
    return "\(sign)\(all.prefix(1))\(digits > 0 ? "." : "")\(all.dropFirst())e\(exponent < 0 ? "-" : "+")"
      + (magnitude.count < 2 ? "0" : "") + magnitude
  }

  private static func radix(
    _ value: CELValue, _ radix: Int, _ clause: String, _ wanted: String
  ) throws(CELError) -> String {
    switch value {
    case .int(let number): return String(number, radix: radix)
    case .uint(let number): return String(number, radix: radix)
    case .bool(let value) where radix == 2: return value ? "1" : "0"
    default: throw mismatch(clause, wanted, value)
    }
  }

  private static func hexadecimal(_ value: CELValue, isUpper: Bool) throws(CELError) -> String {
    let bytes: [UInt8]
    switch value {
    case .int(let number): return String(number, radix: 16, uppercase: isUpper)
    case .uint(let number): return String(number, radix: 16, uppercase: isUpper)
    case .string(let text): bytes = Array(text.utf8)
    case .bytes(let value): bytes = value
    default: throw mismatch("hex clause", "integers, byte buffers, and strings", value)
    }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: isUpper) }.joined()
  }
}

/// The exact decimal digits of a double.
package struct ExactDecimal {
  /// Digits of the whole part, the highest first, then those of the fraction.
  private var whole: [UInt8]
  private var fraction: [UInt8]

  package init(_ value: Double) {
    whole = [0]
    fraction = []
    var mantissa = value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)
    var exponent = (value.isNormal ? Int(value.exponentBitPattern) : 1) - 1075
    while exponent < 0, mantissa & 1 == 0, mantissa != 0 {
      mantissa >>= 1
      exponent += 1
    }
    var digits = String(mantissa).utf8.map { $0 - 48 }
    for _ in 0..<max(0, exponent) { Self.multiply(&digits, by: 2) }
    // A half is five tenths: n / 2^k is n * 5^k with the point k places to the left.
    let places = mantissa == 0 ? 0 : max(0, -exponent)
    for _ in 0..<places { Self.multiply(&digits, by: 5) }
    if digits.count <= places { digits = [UInt8](repeating: 0, count: places + 1 - digits.count) + digits }
    whole = Array(digits.dropLast(places))
    fraction = Array(digits.suffix(places))
  }

  private static func multiply(_ digits: inout [UInt8], by factor: UInt8) {
    var carry: UInt8 = 0
    for place in digits.indices.reversed() {
      let product = digits[place] * factor + carry
      digits[place] = product % 10
      carry = product / 10
    }
    if carry > 0 { digits.insert(carry, at: 0) }
  }

  /// The power of ten of the first digit that is not zero.
  var exponent: Int {
    if let first = whole.firstIndex(where: { $0 != 0 }) { return whole.count - 1 - first }
    return fraction.firstIndex { $0 != 0 }.map { -1 - $0 } ?? 0
  }

  /// Keeps so many places of the fraction; negative ones reach into the whole part.
  package mutating func round(toPlaces places: Int) {
    var digits = whole + fraction
    let kept = whole.count + places
    if kept >= digits.count { return }
    if kept < 0 {
      whole = [0]
      fraction = []
      return
    }
    let rest = digits[kept...]
    let isAbove = rest.first.map { $0 > 5 || $0 == 5 && rest.dropFirst().contains { $0 != 0 } } ?? false
    let isHalf = rest.first == 5 && !rest.dropFirst().contains { $0 != 0 }
    let isOdd = kept > 0 && digits[kept - 1] % 2 == 1
    for place in kept..<digits.count { digits[place] = 0 }
    if isAbove || isHalf && isOdd { Self.increment(&digits, at: kept - 1) }
    let wholeCount = digits.count - fraction.count
    whole = Array(digits.prefix(wholeCount))
    fraction = Array(digits.dropFirst(wholeCount).prefix(max(0, places)))
  }

  private static func increment(_ digits: inout [UInt8], at place: Int) {
    var place = place
    while place >= 0 {
      digits[place] += 1
      if digits[place] < 10 { return }
      digits[place] = 0
      place -= 1
    }
    digits.insert(1, at: 0)
  }

  package func text(places: Int) -> String {
    let start = whole.firstIndex { $0 != 0 } ?? whole.count - 1
    let head = whole[start...].map { String($0) }.joined()
    if places == 0 { return head }
    let tail = fraction.prefix(places).map { String($0) }.joined()
    return head + "." + tail + String(repeating: "0", count: places - tail.utf8.count)
  }

  /// The first digits that count, without a point.
  func significant(count: Int) -> String {
    let digits = (whole + fraction).drop { $0 == 0 }.prefix(count).map { String($0) }.joined()
    return digits + String(repeating: "0", count: max(0, count - digits.utf8.count))
  }
}
