import Testing
import VPCAddressing

@Suite struct AddressTests {
  @Test(arguments: ["0.0.0.0", "10.0.1.23", "255.255.255.255", "192.168.0.1"])
  func `an IPv4 address is written as it was read`(text: String) throws {
    #expect(try IPv4Address(text).description == text)
    #expect(try IPAddress(text).description == text)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.04", "1..2.3", " 1.2.3.4", "1.2.3.4 ",
    "1.2.3.-4",
    "1.2.3.4/8", "a.b.c.d", "1.2.3.", ".1.2.3", "1,2,3,4",
  ])
  func `text that is no IPv4 address is refused`(text: String) {
    #expect(throws: AddressingError.self) { try IPv4Address(text) }
    #expect(!IPAddress.isValid(text))
  }

  @Test(arguments: [
    ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8::0001", "2001:db8::1"),
    ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
    ("0:0:0:0:0:0:0:0", "::"), ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
    ("::ffff:10.0.0.1", "::ffff:10.0.0.1"),
    ("::ffff:a00:1", "::ffff:10.0.0.1"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
    ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
  ])
  func `an IPv6 address is written as RFC 5952 has it`(text: String, canonical: String) throws {
    #expect(try IPv6Address(text).description == canonical)
    #expect(try IPAddress(canonical).description == canonical)
  }

  @Test(arguments: [
    ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "::1%eth0",
    "1:2:3:4:5:6:7:8::",
    "::1.2.3", "1.2.3.4::", "::1.2.3.4:5", "1:",
  ])
  func `text that is no IPv6 address is refused`(text: String) {
    #expect(throws: AddressingError.self) { try IPv6Address(text) }
  }

  @Test func `a CIDR knows its ends, its size and its members`() throws {
    let cidr = try IPv4CIDR("10.0.16.0/20")
    #expect(cidr.count == 4096)
    #expect(cidr.last == IPv4Address(10, 0, 31, 255))
    #expect(cidr.contains(IPv4Address(10, 0, 20, 1)))
    #expect(!cidr.contains(IPv4Address(10, 0, 32, 0)))
    #expect(cidr.address(at: 10) == IPv4Address(10, 0, 16, 10))
    #expect(cidr.address(at: 4096) == nil)
    #expect(try IPv4CIDR("0.0.0.0/0").count == 1 << 32)
    #expect(try IPv4CIDR("10.0.0.7/32").count == 1)
  }

  @Test func `a CIDR splits into its subnets in order`() throws {
    let parts = try IPv4CIDR("192.168.0.0/16").subnets(prefixLength: 19)
    #expect(parts.count == 8)
    #expect(parts.first?.description == "192.168.0.0/19")
    #expect(parts.last?.description == "192.168.224.0/19")
    #expect(try IPv4CIDR("10.0.0.0/24").subnets(prefixLength: 24).map(\.description) == ["10.0.0.0/24"])
  }

  @Test(arguments: [
    ("10.0.0.0/16", "10.0.3.0/24", true), ("10.0.0.0/24", "10.0.1.0/24", false),
    ("10.0.0.0/8", "0.0.0.0/0", true),
  ])
  func `two CIDRs overlap when they share an address`(left: String, right: String, overlap: Bool) throws {
    #expect(try IPv4CIDR(left).overlaps(try IPv4CIDR(right)) == overlap)
    #expect(try IPv4CIDR(right).overlaps(try IPv4CIDR(left)) == overlap)
  }

  @Test(arguments: ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0/8", "/8"])
  func `text that is no CIDR is refused`(text: String) {
    #expect(throws: AddressingError.self) { try IPv4CIDR(text) }
    #expect(throws: AddressingError.self) { try IPCIDR(text) }
  }

  @Test func `a CIDR with host bits is refused with the one that was meant`() {
    let error = #expect(throws: AddressingError.self) { try IPv4CIDR("10.0.0.5/24") }
    #expect(error?.code == .invalidCIDR)
    #expect(error?.message.contains("use 10.0.0.0/24") == true)
    #expect(throws: AddressingError.self) { try IPCIDR("fd00::1/64") }
  }

  @Test(arguments: ["10.0.0.0/8", "fd00::/8", "2001:db8::/64", "::1/128", "::/0"])
  func `a CIDR of either family is written as it was read`(text: String) throws {
    #expect(try IPCIDR(text).description == text)
  }

  @Test func `a range is read as one address, as two ends or as a CIDR`() throws {
    #expect(try IPv4Range("10.0.0.4").count == 1)
    #expect(try IPv4Range("10.0.0.4-10.0.0.13").count == 10)
    #expect(try IPv4Range("10.0.0.16/28").description == "10.0.0.16-10.0.0.31")
    #expect(throws: AddressingError.self) { try IPv4Range("10.0.0.4-10.0.0.3") }
  }
}
