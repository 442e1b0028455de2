/// Why a text is not a quantity, in Kubernetes' words.
public struct QuantityError: Error, Sendable, Hashable, CustomStringConvertible {
  public var message: String
  public var description: String { message }

  /// The text has not the form of a quantity.
  public static let format = QuantityError(
    message:
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")
  /// The number is missing.
  static let numeric = QuantityError(message: "unable to parse numeric part of quantity")
  /// The suffix is not one of the known ones.
  static let suffix = QuantityError(message: "unable to parse quantity's suffix")
}

extension Quantity {
  /// Reads a quantity; `nil` when the text is none.
  public init?(_ text: String) {
    do throws(QuantityError) { try self.init(parsing: text) } catch { return nil }
  }

  /// Reads a quantity, with or without white space around it.
  ///
  /// A value finer than a billionth is rounded away from zero; one that is too large is capped.
  public init(parsing text: String) throws(QuantityError) {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(QuantityError) in try Self.parse(bytes) }
    }
    self = try result.get()
  }

  /// The text that the API server answers for a quantity that was written as `text`: the canonical one, except that
  /// some texts stay as they are although they are not canonical (`+5`, `5.`, `1.250`, `0900`, `9e0`).
  ///
  /// Kubernetes: `ParseQuantity` keeps a text whose digits, without the point, could be a canonical mantissa.
  public static func wireText(of text: String) throws(QuantityError) -> String {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(QuantityError) -> String in
        var scanner = QuantityScanner(bytes)
        try scanner.scan()
        let suffix = try QuantitySuffix(scanner.suffix)
        return scanner.keepsText(suffix) ? scanner.text : try quantity(scanner).description
      }
    }
    return try result.get()
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(QuantityError) -> Quantity {
    var scanner = QuantityScanner(bytes)
    try scanner.scan()
    return try quantity(scanner)
  }

  private static func quantity(_ scanner: QuantityScanner) throws(QuantityError) -> Quantity {
    let suffix = try QuantitySuffix(scanner.suffix)
    var format = suffix.format
    var magnitude = scanner.magnitude(suffix)
    if format == .binarySI {
      magnitude = min(magnitude, Int128(Int64.max) * 1_000_000_000)
      if magnitude > 0, magnitude < 1_000_000_000 { format = .decimalSI }
    }
    return Quantity(nanos: scanner.isNegative ? -magnitude : magnitude, format: format)
  }
}

/// What the suffix of a quantity multiplies its number by.
struct QuantitySuffix {
  var format: Quantity.Format
  /// The exponent of ten, or of two for `.binarySI`.
  var exponent: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(QuantityError) {
    guard let first = bytes.first else {
      (format, exponent) = (.decimalSI, 0)
      return
    }
    if bytes.count == 1, let exponent = Self.decimalExponent(first) {
      (format, self.exponent) = (.decimalSI, exponent)
    } else if bytes.count == 2, bytes[1] == UInt8(ascii: "i"), let power = Self.binaryPower(first) {
      (format, exponent) = (.binarySI, 10 * power)
    } else if bytes.count > 1, first | 0x20 == UInt8(ascii: "e") {
      let digits = String(decoding: UnsafeBufferPointer(rebasing: bytes[1...]), as: UTF8.self)
      guard let exponent = Int(digits) else { throw .suffix }
      (format, self.exponent) = (.decimalExponent, exponent)
    } else {
      throw .suffix
    }
  }

  private static func decimalExponent(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "n"): -9
    case UInt8(ascii: "u"): -6
    case UInt8(ascii: "m"): -3
    case UInt8(ascii: "k"): 3
    case UInt8(ascii: "M"): 6
    case UInt8(ascii: "G"): 9
    case UInt8(ascii: "T"): 12
    case UInt8(ascii: "P"): 15
    case UInt8(ascii: "E"): 18
    default: nil
    }
  }

  private static func binaryPower(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "K"): 1
    case UInt8(ascii: "M"): 2
    case UInt8(ascii: "G"): 3
    case UInt8(ascii: "T"): 4
    case UInt8(ascii: "P"): 5
    case UInt8(ascii: "E"): 6
    default: nil
    }
  }
}
