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
    let parts = zone.split(separator: "-")
    guard let number = parts.firstIndex(where: { $0.first?.isNumber ?? false }) else { return zone }
    let head = parts[..<number].joined(separator: "-")
    return "\(head)-\(parts[number].prefix { $0.isNumber })"
  }

  private static func domain(_ region: String) -> String {
    region == "us-east-1" ? "ec2.internal" : "\(region).compute.internal"
  }

  private static func dashed(_ address: IPv4Address) -> String {
    address.octets.map { "\($0)" }.joined(separator: "-")
  }
}
