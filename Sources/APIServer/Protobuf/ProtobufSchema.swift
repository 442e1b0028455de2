/// The messages of the kinds that typed Go clients send in protobuf: what the number of a field stands for.
///
/// Read out of ``text`` when the first such request comes.
struct ProtobufSchema: Sendable {
  /// The value of a field.
  indirect enum Kind: Sendable {
    case string, int, bool, bytes, double
    case message(String)
    case map(Kind)
  }

  struct Field: Sendable {
    var name: String
    var kind: Kind
    var isRepeated: Bool
    /// The members of the message stand in the object around it, as Go's embedded structs do.
    var isInline: Bool
  }

  private let messages: [String: [Int: Field]]

  static let shared = ProtobufSchema(text)

  init(_ text: StaticString) {
    var messages: [String: [Int: Field]] = [:]
    for line in text.description.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      var fields: [Int: Field] = [:]
      for entry in parts.count > 1 ? parts[1].split(separator: ";") : [] {
        let words = entry.split(separator: " ")
        guard words.count == 3, let number = Int(words[0]) else { continue }
        fields[number] = Field(name: words[1], type: words[2])
      }
      messages[String(parts[0])] = fields
    }
    self.messages = messages
  }

  func fields(of message: String) -> [Int: Field]? { messages[message] }

  /// The message of a kind: `apps/v1 Deployment` is `apps.Deployment`, and what is not v1 says so, as in
  /// `autoscalingV2.HorizontalPodAutoscaler`.
  func message(apiVersion: String, kind: String) -> String? {
    let parts = apiVersion.split(separator: "/")
    let group = parts.count > 1 ? parts[0] : "core"
    let version = parts.last == "v1" ? "" : parts.last?.uppercased() ?? ""
    let prefix = (group.split(separator: ".").first ?? group) + version
    for name in ["\(prefix).\(kind)", "meta.\(kind)"] where messages[name] != nil { return name }
    return nil
  }
}

extension ProtobufSchema.Field {
  /// Kubernetes: the structs that are embedded with `json:",inline"`.
  private static let inlined = [
    "volumeSource", "persistentVolumeSource", "handler", "localObjectReference", "ephemeralContainerCommon",
    "ingressRuleValue", "ruleWithOperations", "rule",
  ]

  fileprivate init(name: Substring, type: Substring) {
    self.name = String(name)
    isRepeated = type.hasPrefix("*")
    kind = ProtobufSchema.Kind(type.drop { $0 == "*" })
    isInline = Self.inlined.contains(self.name)
  }
}

extension ProtobufSchema.Kind {
  fileprivate init(_ type: Substring) {
    switch type {
    case "string": self = .string
    case "int": self = .int
    case "bool": self = .bool
    case "bytes": self = .bytes
    case "double": self = .double
    case _ where type.hasPrefix("%"): self = .map(Self(type.dropFirst()))
    default: self = .message(String(type))
    }
  }
}
