/// Takes the text of a quantity apart: sign, digits before and after the point, suffix.
///
/// As lenient as Kubernetes' scanner: `.5`, `5.`, `+5` are numbers, and a missing number before a suffix is zero.
struct QuantityScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var isNegative = false
  private(set) var suffix: UnsafeBufferPointer<UInt8>
  private var whole = 0..<0
  private var fraction = 0..<0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var bytes = bytes[...]
    while let first = bytes.first, Self.isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
    self.bytes = UnsafeBufferPointer(rebasing: bytes)
    suffix = UnsafeBufferPointer(start: nil, count: 0)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 9...13 ~= byte }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isSuffixLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "u"),
      UInt8(ascii: "m"), UInt8(ascii: "k"), UInt8(ascii: "K"), UInt8(ascii: "M"), UInt8(ascii: "G"),
      UInt8(ascii: "T"), UInt8(ascii: "P"):
      true
    default: false
    }
  }

  mutating func scan() throws(QuantityError) {
    guard let first = bytes.first else { throw .format }
    isNegative = first == UInt8(ascii: "-")
    var position = isNegative || first == UInt8(ascii: "+") ? 1 : 0
    whole = digits(from: position)
    position = whole.upperBound
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      fraction = digits(from: position + 1)
      position = fraction.upperBound
    }
    try checkSuffix(from: position)
    suffix = UnsafeBufferPointer(rebasing: bytes[position...])
  }

  /// Letters, then a sign, then digits.
  private func checkSuffix(from start: Int) throws(QuantityError) {
    var position = start
    while position < bytes.count, Self.isSuffixLetter(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
      position += 1
    }
    if digits(from: position).upperBound != bytes.count { throw .format }
  }

  private func digits(from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
    return start..<end
  }

  /// The text without white space around it.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether Kubernetes takes the text for a canonical one and keeps it.
  func keepsText(_ suffix: QuantitySuffix) -> Bool {
    let digits = significantWholeDigits
    if digits == 0 { return false }
    let mantissa = Array(bytes[(whole.upperBound - digits)..<whole.upperBound]) + Array(bytes[fraction])
    if suffix.format == .binarySI {
      guard fraction.isEmpty, digits <= 14 - suffix.exponent * 3 / 10 else { return false }
      var lowBits: UInt8 = 0
      for digit in mantissa { lowBits = (lowBits &* 10 &+ (digit - 0x30)) & 7 }
      return lowBits != 0
    }
    let scale = suffix.exponent - fraction.count
    let endsInThousand = mantissa.suffix(3) == [0x30, 0x30, 0x30]
    return mantissa.count <= 18 && scale >= -9 && scale % 3 == 0 && !endsInThousand
  }

  /// The magnitude in billionths, rounded up, at most ``Quantity/limit``.
  ///
  /// - Complexity: O(*n*) in the length of the text, whatever the exponent.
  func magnitude(_ suffix: QuantitySuffix) -> Int128 {
    let isBinary = suffix.format == .binarySI
    let power = (isBinary ? 0 : min(max(suffix.exponent, -1000), 1000)) + 9
    var digits = UInt128(0)
    var isRounded = false
    // The digits of the fraction that still count: to the billionth, or as many as there is room for.
    let kept = isBinary ? max(38 - significantWholeDigits, 0) : power
    for index in whole {
      if !isBinary, index >= whole.upperBound + power {
        isRounded = isRounded || bytes[index] != UInt8(ascii: "0")
      } else if !append(bytes[index], to: &digits) {
        return Quantity.limit
      }
    }
    for index in fraction {
      if index - fraction.lowerBound >= kept {
        isRounded = isRounded || bytes[index] != UInt8(ascii: "0")
      } else if !append(bytes[index], to: &digits) {
        return Quantity.limit
      }
    }
    let written = min(fraction.count, max(kept, 0))
    if isBinary { return binaryMagnitude(digits, fractionDigits: written, suffix.exponent, isRounded) }
    return Self.shifted(digits, by: max(power, 0) - written, isRounded)
  }

  private var significantWholeDigits: Int {
    (whole.first { bytes[$0] != UInt8(ascii: "0") }).map { whole.upperBound - $0 } ?? 0
  }

  private func append(_ digit: UInt8, to digits: inout UInt128) -> Bool {
    let (scaled, overflow) = digits.multipliedReportingOverflow(by: 10)
    digits = scaled &+ UInt128(digit &- 0x30)
    return !overflow && scaled < .max - 10
  }

  private static func shifted(_ digits: UInt128, by power: Int, _ isRounded: Bool) -> Int128 {
    var value = digits + (isRounded ? 1 : 0)
    if value == 0 { return 0 }
    for _ in 0..<power {
      if value > UInt128(Quantity.limit) / 10 { return Quantity.limit }
      value *= 10
    }
    return Int128(min(value, UInt128(Quantity.limit)))
  }

  /// `digits / 10^fractionDigits * 2^exponent` in billionths.
  private func binaryMagnitude(
    _ digits: UInt128, fractionDigits: Int, _ exponent: Int, _ isRounded: Bool
  ) -> Int128 {
    var divisor = UInt128(1)
    for _ in 0..<fractionDigits { divisor *= 10 }
    let factor = UInt128(1_000_000_000) << UInt128(exponent)
    let product = digits.multipliedFullWidth(by: factor)
    if product.high >= divisor { return Quantity.limit }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    let magnitude = quotient + (remainder > 0 || isRounded ? 1 : 0)
    return Int128(min(magnitude, UInt128(Quantity.limit)))
  }
}
