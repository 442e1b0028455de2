import APIMachinery
import Testing

@Suite struct QuantityTests {
  static let canonicalForms: [(String, String)] = [
    ("0", "0"), ("0Gi", "0"), ("-0", "0"), ("0.0000", "0"), ("1", "1"), ("+1", "1"), ("-1", "-1"),
    ("007", "7"),
    ("1500m", "1500m"), ("1000m", "1"), ("100000m", "100"), ("100m", "100m"), ("0.1", "100m"),
    ("1.5", "1500m"),
    ("0.5Gi", "512Mi"), ("1.5Gi", "1536Mi"), ("1024Ki", "1Mi"), ("1Ki", "1Ki"), ("1023Ki", "1023Ki"),
    ("1000Ki", "1000Ki"), ("2048Mi", "2Gi"), ("0.5Ki", "512"), ("0.1Ki", "102400m"), ("1.1Mi", "1153433600m"),
    ("0.0001Ki", "102400u"), ("-1.5Gi", "-1536Mi"), ("128974848", "128974848"), ("129e6", "129e6"),
    ("129M", "129M"), ("123Mi", "123Mi"), ("1e3", "1e3"), ("1E3", "1e3"), ("1e4", "10e3"), ("1000e-3", "1"),
    ("1e-3", "1e-3"), ("12e-9", "12e-9"), ("1e0", "1"), ("100e0", "100"), ("1000", "1k"), ("1000k", "1M"),
    ("1024", "1024"), ("10000000", "10M"), ("1E", "1E"), ("1000E", "1e21"), ("1000000T", "1E"),
    ("1n", "1n"), ("1u", "1u"), ("1000n", "1u"), ("0.9n", "1n"), ("-0.1n", "-1n"),
    ("1.0000000001", "1000000001n"),
    ("1.2345", "1234500u"), ("18446744073709551616", "18446744073709551616"), ("1e-100", "1e-9"),
    ("0e1000", "0"),
    ("8Ei", "9223372036854775807"), ("7Ei", "7Ei"), ("100000000000000000000Ki", "9223372036854775807"),
    ("9223372036854775807", "9223372036854775807"), (".5", "500m"), ("5.", "5"), ("1.Gi", "1Gi"),
    (" 1 ", "1"),
    ("1e1000", "100e27"), ("123456789012345678901234567890123456789", "100e27"),
    ("1.0000000000000000000000001Ki", "1024000000001n"),
    ("0.00000000000000000000000000000000000000000001Ei", "1n"), (".", "0"), ("-", "0"), ("Ki", "0"),
  ]

  @Test(arguments: canonicalForms)
  func `a text has one canonical form`(text: String, canonical: String) throws {
    let quantity = try Quantity(parsing: text)
    #expect(quantity.description == canonical)
    #expect(quantity.json == .string(canonical))
    let again = try Quantity(parsing: canonical)
    #expect(again == quantity)
    #expect(again.description == canonical)
  }

  /// As kubectl 1.32 and an API server print them.
  static let wireTexts: [(String, String)] = [
    ("+5", "+5"), ("5.", "5."), ("1.250", "1.250"), ("1.5", "1500m"), ("0900", "0900"), ("9e0", "9e0"),
    ("5e+6", "5e+6"),
    ("1000m", "1"), ("0.5", "500m"), ("0.500", "500m"), ("24.064229295", "24.064229295"),
    ("9412.Mi", "9412.Mi"),
    ("1.5Gi", "1536Mi"), ("1024Ki", "1Mi"), ("1000Ki", "1000Ki"), ("01Ki", "01Ki"), ("08Ki", "8Ki"),
    ("1000.000", "1k"),
    ("652.369m", "652.369m"), ("1000e-3", "1"), ("1e4", "10e3"), (" 1.250 ", "1.250"), ("0", "0"), ("-", "0"),
    ("123456789012345678", "123456789012345678"), ("1.1234567890", "1123456789n"), ("170.074391n", "171n"),
    ("835337406812Ki", "835337406812Ki"), ("6834497869073662Mi", "9223372036854775807"),
  ]

  @Test(arguments: wireTexts)
  func `the server keeps a text that could be canonical`(text: String, wire: String) throws {
    #expect(try Quantity.wireText(of: text) == wire)
    #expect(try Quantity(parsing: wire) == Quantity(parsing: text))
  }

  static let formatMessage =
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
  static let broken: [(String, String)] = [
    ("", formatMessage), ("1.2.3", formatMessage), ("1Gb", formatMessage), ("1 Gi", formatMessage),
    ("abc", formatMessage), ("1e3.5", formatMessage), ("1e3k", formatMessage), ("1--1", formatMessage),
    ("1,5", formatMessage), ("１", formatMessage),
    ("--1", "unable to parse quantity's suffix"), ("1kK", "unable to parse quantity's suffix"),
    ("1i", "unable to parse quantity's suffix"),
    ("1e", "unable to parse quantity's suffix"), ("1e+", "unable to parse quantity's suffix"),
    ("1ki", "unable to parse quantity's suffix"), ("1K", "unable to parse quantity's suffix"),
    ("1m5", "unable to parse quantity's suffix"), ("1MiMi", "unable to parse quantity's suffix"),
    ("1e99999999999999999999", "unable to parse quantity's suffix"),
  ]

  @Test(arguments: broken)
  func `a text that is no quantity is refused in Kubernetes' words`(text: String, message: String) {
    #expect(throws: QuantityError.self) { try Quantity(parsing: text) }
    do throws(QuantityError) { _ = try Quantity(parsing: text) } catch { #expect(error.message == message) }
    #expect(Quantity(text) == nil)
  }

  static let roundings: [(Quantity, Int64, Int64)] = [
    ("1", 1, 1000), ("1m", 1, 1), ("999m", 1, 999), ("1001m", 2, 1001), ("-1m", -1, -1),
    ("-1001m", -2, -1001),
    ("1u", 1, 1), ("1Gi", 1 << 30, 1000 << 30), ("0", 0, 0), ("9223372036854775807", .max, .max),
    ("-1e28", .min, .min),
  ]

  @Test(arguments: roundings)
  func `values round away from zero and are cut to 64 bits`(quantity: Quantity, value: Int64, milli: Int64) {
    #expect(quantity.value == value)
    #expect(quantity.milliValue == milli)
  }

  static let sums: [(Quantity, Quantity, String)] = [
    ("100m", "250m", "350m"), ("1", "500m", "1500m"), ("1Gi", "512Mi", "1536Mi"), ("0", "1Gi", "1Gi"),
    ("1Gi", "1M", "1074741824"), ("1e3", "1k", "2e3"), ("1Gi", "-1Gi", "0"),
    ("1n", "1E", "1000000000000000000000000001n"),
  ]

  @Test(arguments: sums)
  func `sums are exact and keep the style`(left: Quantity, right: Quantity, sum: String) {
    #expect((left + right).description == sum)
    #expect(left + right - right == left)
    #expect(right - left == -(left - right))
    var accumulated = left
    accumulated += right
    accumulated -= left
    #expect(accumulated == right)
  }

  @Test func `products are exact and capped`() {
    #expect(("250m" as Quantity) * 3 == "750m")
    #expect((("1Gi" as Quantity) * 4).description == "4Gi")
    #expect((("1e28" as Quantity) * .max).description == "100e27")
    #expect((("1e28" as Quantity) * .min).description == "-100e27")
    #expect(("1e28" as Quantity) + "1e29" == "1e29")
    // Found by fuzzing: the sum of two capped values is beyond 128 bits.
    #expect(("1e29" as Quantity) + "1e29" == "1e29")
    #expect(("-1e29" as Quantity) - "1e29" == "-1e29")
  }

  @Test func `order and equality go by value`() {
    #expect(("1024Mi" as Quantity) == "1Gi")
    #expect(("1024Mi" as Quantity).hashValue == ("1Gi" as Quantity).hashValue)
    #expect(("1G" as Quantity) < "1Gi")
    #expect(("-1" as Quantity) < "1n")
    #expect((["2", "100m", "1Ki"] as [Quantity]).sorted().map(\.description) == ["100m", "2", "1Ki"])
    #expect((Quantity(milli: -5).sign, Quantity.zero.sign, Quantity(3).sign) == (-1, 0, 1))
  }

  @Test func `numbers in JSON are quantities too`() {
    #expect(Quantity(json: 2)?.description == "2")
    #expect(Quantity(json: 0.5)?.description == "500m")
    #expect(Quantity(json: .double(1e21))?.description == "1e21")
    #expect(Quantity(json: true) == nil)
    #expect(Quantity(json: "x") == nil)
  }

  @Test func `the double is near`() {
    #expect(("1500m" as Quantity).doubleValue == 1.5)
    #expect(("64Gi" as Quantity).doubleValue == 68_719_476_736)
  }
}
