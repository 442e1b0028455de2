import APIMachinery
import VPCAddressing

/// The formats of OpenAPI that the texts of custom resources are checked by.
///
/// Kubernetes: "Validation" of custom resource definitions; kube-openapi `pkg/validation/strfmt`. An unknown format
/// says nothing.
enum TextFormat {
  static func isValid(_ text: String, _ format: String) -> Bool {
    switch format.filter({ $0 != "-" }) {
    case "datetime": Timestamp(rfc3339: text) != nil
    case "date": Timestamp(rfc3339: text + "T00:00:00Z") != nil
    case "duration": isDuration(text)
    case "ipv4": isAddress(text) { if case .v4 = $0 { true } else { false } }
    case "ipv6": isAddress(text) { if case .v6 = $0 { true } else { false } }
    case "cidr": ValueFormat.cidr(text).isEmpty
    case "hostname": text.utf8.count <= 255 && matches("hostname", text)
    case "byte": isBase64(text)
    case "k8sshortname": NameRules.dns1123Label(text).isEmpty
    case "k8slongname": NameRules.dns1123Subdomain(text).isEmpty
    case "creditcard": matches("creditcard", text.filter { $0 != " " && $0 != "-" })
    case let name: patterns[name] == nil || matches(name, text)
    }
  }

  private static func isAddress(_ text: String, _ kind: (IPAddress) -> Bool) -> Bool {
    guard let address = try? IPAddress(text) else { return false }
    return kind(address)
  }

  private static func isDuration(_ text: String) -> Bool {
    if (try? Duration(goDuration: text)) != nil { return true }
    return matches("duration", text)
  }

  private static func isBase64(_ text: String) -> Bool {
    text.utf8.count.isMultiple(of: 4) && matches("byte", text)
  }

  private static func matches(_ name: String, _ text: String) -> Bool {
    patterns[name].map { $0.matches(text) } ?? true
  }

  private static let patterns: [String: RegularExpression] = {
    let hex = "[0-9a-fA-F]"
    let label = "[a-zA-Z0-9]([-a-zA-Z0-9_]{0,61}[a-zA-Z0-9])?"
    let texts = [
      "hostname": "^\(label)(\\.\(label))*\\.?$",
      "email": #"^[^@\s<>()\[\],;:\\"]+@[^@\s<>()\[\],;:\\"]+$"#,
      "uri": #"^([a-zA-Z][a-zA-Z0-9+.-]*:[^\s]*|/[^\s]*)$"#,
      "mac": "^(\(hex){2}[:-]){5}\(hex){2}$|^(\(hex){2}[:-]){7}\(hex){2}$|^(\(hex){4}\\.){2}\(hex){4}$",
      "uuid": "(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$",
      "uuid3": "(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$",
      "uuid4": "(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$",
      "uuid5": "(?i)^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$",
      "isbn": "^([0-9]{9}[0-9X]|[0-9]{13})$", "isbn10": "^[0-9]{9}[0-9X]$", "isbn13": "^[0-9]{13}$",
      "creditcard": "^[0-9]{13,19}$", "ssn": "^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}$",
      "hexcolor": "^#?(\(hex){3}|\(hex){6})$",
      "rgbcolor": #"^rgb\(\s*[0-9]{1,3}\s*,\s*[0-9]{1,3}\s*,\s*[0-9]{1,3}\s*\)$"#,
      "bsonobjectid": "^\(hex){24}$", "byte": "^[A-Za-z0-9+/]*={0,2}$",
      "duration":
        #"^\s*([0-9]+(\.[0-9]+)?\s*(ns|us|µs|ms|s|m|h|d|w|nanos?|micros?|millis?|sec(ond)?s?|min(ute)?s?|hours?|hrs?|days?|weeks?|wks?)\s*)+$"#,
    ]
    return texts.compactMapValues { try? RegularExpression($0) }
  }()
}
