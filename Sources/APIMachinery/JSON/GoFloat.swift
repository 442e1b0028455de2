/// Doubles as Go writes them.
enum GoFloat {
  /// The text that `encoding/json` writes for a finite double: the fewest digits that read back as the same
  /// number, with an exponent only below 1e-6 and from 1e21 on.
  static func text(of value: Double) -> String {
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = decimal(of: value.magnitude)
    let sign = value < 0 ? "-" : ""
    if exponent < -6 || exponent >= 21 {
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      return "\(sign)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    if digits.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }

  /// The shortest digits of a positive double and the exponent of the first one: `d.ddd × 10^exponent`.
  private static func decimal(of value: Double) -> (digits: String, exponent: Int) {
    let description = value.description
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
