/// Why a text is not a duration, in Go's words.
public struct DurationError: Error, Sendable, Hashable, CustomStringConvertible {
  public var message: String
  public var description: String { message }
}

extension Duration {
  /// Reads a duration as Go writes it: `1h2m3.5s`, `300ms`, `-1.5h`, `0`. Units: `ns us µs ms s m h`.
  ///
  /// Kubernetes: `metav1.Duration`.
  public init(goDuration text: String) throws(DurationError) {
    let invalid = DurationError(message: "time: invalid duration \"\(text)\"")
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual("0".utf8) {
      self = .zero
      return
    }
    if rest.isEmpty { throw invalid }
    var total = Int128(0)
    while !rest.isEmpty {
      total += try Self.component(&rest, of: text, invalid)
      if total > Int128(Int64.max) + (isNegative ? 1 : 0) { throw invalid }
    }
    self = .nanoseconds(Int64(isNegative ? -total : total))
  }

  /// The text that Go writes: `1h2m3.5s`, `300ms`, `0s`.
  public var goDescription: String {
    let nanoseconds = nanosecondsClamped
    let sign = nanoseconds < 0 ? "-" : ""
    let magnitude = nanoseconds.magnitude
    switch magnitude {
    case 0: return "0s"
    case ..<1_000: return "\(sign)\(magnitude)ns"
    case ..<1_000_000: return "\(sign)\(Self.decimal(magnitude, digits: 3))µs"
    case ..<1_000_000_000: return "\(sign)\(Self.decimal(magnitude, digits: 6))ms"
    default: break
    }
    let seconds = "\(Self.decimal(magnitude % 60_000_000_000, digits: 9))s"
    let minutes = magnitude / 60_000_000_000
    if minutes == 0 { return sign + seconds }
    return sign + (minutes < 60 ? "" : "\(minutes / 60)h") + "\(minutes % 60)m" + seconds
  }

  /// `number / 10^digits` without trailing zeros.
  private static func decimal(_ number: UInt64, digits: Int) -> String {
    var unit: UInt64 = 1
    for _ in 0..<digits { unit *= 10 }
    if number % unit == 0 { return "\(number / unit)" }
    var (fraction, places) = (number % unit, digits)
    while fraction % 10 == 0 { (fraction, places) = (fraction / 10, places - 1) }
    let text = String(fraction)
    return "\(number / unit)." + String(repeating: "0", count: places - text.utf8.count) + text
  }

  /// Reads one number with its unit, in nanoseconds.
  private static func component(
    _ rest: inout ArraySlice<UInt8>, of text: String, _ invalid: DurationError
  ) throws(DurationError) -> Int128 {
    let isDigit = { (byte: UInt8) in byte &- 0x30 < 10 }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = ArraySlice<UInt8>()
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    if whole.isEmpty && fraction.isEmpty || whole.count > 19 { throw invalid }
    let name = rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }
    rest = rest.dropFirst(name.count)
    if name.isEmpty { throw DurationError(message: "time: missing unit in duration \"\(text)\"") }
    guard let unit = unit(of: name) else {
      let unknown = String(decoding: name, as: UTF8.self)
      throw DurationError(message: "time: unknown unit \"\(unknown)\" in duration \"\(text)\"")
    }
    let number = { (digits: ArraySlice<UInt8>) in digits.reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) } }
    let kept = fraction.prefix(18)
    let scale = kept.reduce(Int128(1)) { scale, _ in scale * 10 }
    return number(whole) * unit + number(kept) * unit / scale
  }

  private static func unit(of name: ArraySlice<UInt8>) -> Int128? {
    switch String(decoding: name, as: UTF8.self) {
    case "ns": 1
    case "us", "\u{B5}s", "\u{3BC}s": 1_000
    case "ms": 1_000_000
    case "s": 1_000_000_000
    case "m": 60_000_000_000
    case "h": 3_600_000_000_000
    default: nil
    }
  }
}

extension Duration: JSONConvertible {
  public init?(json: JSON) {
    guard case .string(let text) = json else { return nil }
    do throws(DurationError) { try self.init(goDuration: text) } catch { return nil }
  }

  /// Go's text.
  public var json: JSON { .string(goDescription) }
}
