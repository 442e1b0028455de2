/// Doubles as Go writes them.
package enum GoFloat {
  /// The text that `encoding/json` writes for a finite double: the fewest digits that read back as the same
  /// number, with an exponent only below 1e-6 and from 1e21 on.
  static func text(of value: Double) -> String {
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = decimal(value.magnitude.description)
    let sign = value < 0 ? "-" : ""
    if exponent < -6 || exponent >= 21 { return sign + exponential(digits, exponent, exponentDigits: 1) }
    return sign + positional(digits, exponent)
  }

  /// The text that `strconv.FormatFloat(value, 'g', -1, ...)` gives for a finite number: with an exponent below
  /// 1e-4 and from 1e6 on.
  package static func general(_ value: some BinaryFloatingPoint & CustomStringConvertible) -> String {
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = decimal(value.magnitude.description)
    let sign = value < 0 ? "-" : ""
    if exponent < -4 || exponent >= 6 { return sign + exponential(digits, exponent, exponentDigits: 2) }
    return sign + positional(digits, exponent)
  }

  /// The text that go-yaml writes for a double that it has read from JSON.
  static func yamlText(of value: Double) -> String {
    if !value.isFinite { return value.isNaN ? ".nan" : value > 0 ? ".inf" : "-.inf" }
    let text = text(of: value)
    return Int64(text) != nil || UInt64(text) != nil ? text : general(value)
  }

  /// The integer that a double becomes when it is written as JSON and read again, if it does.
  static func integer(_ value: Double) -> Int64? { Int64(text(of: value)) }

  private static func exponential(_ digits: String, _ exponent: Int, exponentDigits: Int) -> String {
    let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
    let magnitude = String(exponent.magnitude)
    let zeros = String(repeating: "0", count: max(0, exponentDigits - magnitude.count))
    return "\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(zeros)\(magnitude)"
  }

  private static func positional(_ digits: String, _ exponent: Int) -> String {
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 {
      return digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }

  /// The shortest digits of a positive number, from Swift's description of it, and the exponent of the first one:
  /// `d.ddd × 10^exponent`.
  private static func decimal(_ description: String) -> (digits: String, exponent: Int) {
    let parts = description.split(separator: "e", maxSplits: 1)
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let number = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = number.count > 1 ? String(number[1]) : ""
    exponent += number[0].count - 1
    var digits = number[0] + fraction
    while digits.first == "0" {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.last == "0" { digits.removeLast() }
    return (String(digits), exponent)
  }
}
