/// The tags of YAML 1.1 that mean something here.
enum YAMLTag {
  private static let prefix = "tag:yaml.org,2002:"
  static let binary = prefix + "binary"
  static let merge = prefix + "merge"

  /// The tags that ask for a scalar of a certain type, with their short names. `!!str` and unknown tags give the
  /// text as it is.
  static let resolvable = [
    prefix + "bool": "!!bool", prefix + "int": "!!int", prefix + "float": "!!float",
    prefix + "null": "!!null",
    prefix + "timestamp": "!!timestamp",
  ]

  /// A scalar as the key of a JSON object; `nil` when it cannot be one.
  ///
  /// Kubernetes: `sigs.k8s.io/yaml` writes floats with the digits of 32 bits.
  static func keyText(_ scalar: YAMLScalar, _ text: String) -> String? {
    switch scalar {
    case .string, .timestamp: text
    case .int(let value): "\(value)"
    case .bool(let value): value ? "true" : "false"
    case .float(let value): value.isFinite ? GoFloat.general(Float(value)) : nil
    case .null, .largeInt: nil
    }
  }
}
