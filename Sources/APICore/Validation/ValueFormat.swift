import APIMachinery
import VPCAddressing

/// The formats that a schema can name for a text, each answering what is wrong.
enum ValueFormat {
  static func errors(_ format: String, _ text: String) -> [String] {
    switch format {
    case "dns1123-label": NameRules.dns1123Label(text)
    case "dns1123-subdomain": NameRules.dns1123Subdomain(text)
    case "dns1035-label": NameRules.dns1035Label(text)
    case "qualified-name": NameRules.qualifiedName(text)
    case "label-value": NameRules.labelValue(text)
    case "port-name": NameRules.portName(text)
    case "config-map-key": NameRules.configMapKey(text)
    case "env-var-name": NameRules.environmentVariableName(text)
    case "ip": ip(text)
    case "cidr": cidr(text)
    default: []
    }
  }

  static func ip(_ text: String) -> [String] {
    (try? IPAddress(text)) == nil ? ["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"] : []
  }

  static func cidr(_ text: String) -> [String] {
    block(text) == nil ? ["must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"] : []
  }

  /// A block of addresses, whose host bits may be set.
  static func block(_ text: String) -> IPCIDR? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = Int(parts[1]), let address = try? IPAddress(parts[0]) else {
      return nil
    }
    return IPCIDR(address, prefixLength: length)
  }
}
