/// The names that nodes get from their addresses.
public enum NodeName {
  /// EKS: node groups, section 6: the EC2 private DNS name, `ip-10-0-1-23.us-west-2.compute.internal`; in
  /// us-east-1 `ip-10-0-1-23.ec2.internal`.
  public static func ofInstance(address: IPv4Address, region: String) -> String {
    "ip-\(dashed(address)).\(domain(region))"
  }

  /// EKS: Fargate, section 4: `fargate-ip-10-0-1-23.us-west-2.compute.internal`.
  public static func ofFargate(address: IPv4Address, region: String) -> String {
    "fargate-ip-\(dashed(address)).\(domain(region))"
  }

  /// The region of an availability zone: `us-west-2` of `us-west-2a`, also of a local zone (`us-west-2-lax-1a`).
  public static func region(ofZone zone: String) -> String {
    var zone = zone
    return zone.withUTF8 { bytes in
      let number = bytes.indices.dropFirst().first {
        isDigit(bytes[$0]) && bytes[$0 - 1] == UInt8(ascii: "-")
      }
      let end = number.map { bytes[$0...].firstIndex { !isDigit($0) } ?? bytes.endIndex }
      return String(decoding: bytes[..<(end ?? bytes.endIndex)], as: UTF8.self)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func domain(_ region: String) -> String {
    region == "us-east-1" ? "ec2.internal" : "\(region).compute.internal"
  }

  private static func dashed(_ address: IPv4Address) -> String {
    address.octets.map { "\($0)" }.joined(separator: "-")
  }
}
