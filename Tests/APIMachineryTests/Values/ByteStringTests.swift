import APIMachinery
import Testing

@Suite struct ByteStringTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func `bytes stand in base64`(text: String, base64: String) {
    #expect(ByteString(text: text).base64 == base64)
    #expect(ByteString(base64: base64)?.text == text)
    #expect(ByteString(json: .string(base64))?.json == .string(base64))
  }

  @Test func `every byte survives`() {
    for count in 0..<4 {
      let bytes = ByteString((0..<256 + count).map { UInt8(truncatingIfNeeded: $0) })
      #expect(ByteString(base64: bytes.base64) == bytes)
    }
  }

  @Test(arguments: ["Z", "Zg", "Zg=", "Zg===", "Zm9v=", "Zm=9", "Zm9*", "====", "Zm8-", "Zm 8="])
  func `what is not base64 is refused`(text: String) {
    #expect(ByteString(base64: text) == nil)
  }

  @Test func `line breaks are skipped`() {
    #expect(ByteString(base64: "Zm9v\r\nYmFy\n")?.text == "foobar")
  }

  @Test func `bytes that are not UTF-8 have no text`() {
    #expect(ByteString([0xFF]).text == nil)
  }
}
