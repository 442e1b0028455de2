extension Quantity: CustomStringConvertible {
  /// The canonical text: without a fraction and with the largest suffix that loses nothing.
  ///
  /// A binary quantity below 1024, or with a fraction, is written with a decimal suffix.
  public var description: String {
    if isZero { return "0" }
    let unit: Int128 = 1_000_000_000
    if format == .binarySI, nanos.magnitude >= 1024 * unit.magnitude, nanos % unit == 0 {
      return binaryDescription(nanos / unit)
    }
    return decimalDescription
  }

  private func binaryDescription(_ value: Int128) -> String {
    let suffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
    var (mantissa, power) = (value, 0)
    while power < 6, mantissa % 1024 == 0 {
      mantissa /= 1024
      power += 1
    }
    return "\(mantissa)\(suffixes[power])"
  }

  private var decimalDescription: String {
    var (mantissa, exponent) = (nanos, -9)
    while mantissa % 1000 == 0 {
      mantissa /= 1000
      exponent += 3
    }
    if format == .decimalExponent || exponent > 18 {
      return exponent == 0 ? "\(mantissa)" : "\(mantissa)e\(exponent)"
    }
    let suffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]
    return "\(mantissa)\(suffixes[exponent / 3 + 3])"
  }
}
