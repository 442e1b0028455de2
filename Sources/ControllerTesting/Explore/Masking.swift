import APIMachinery
import VPCAddressing

/// Replaces what differs from run to run by what it stands for: identifiers, names that the API or EC2 made up, addresses
/// that EC2 handed out, times.
struct Masking: Sendable {
  /// Identifiers and made-up names, and what stands for them.
  private var replacements: [TextKey: String] = [:]
  /// A bit for each number of bytes that one of them has: most texts have another.
  private var lengths: UInt64 = 0
  /// The subnets, whose addresses EC2 hands out in the order in which it is asked, and what stands for an address of each.
  private var subnets: [(range: IPv4Range, replacement: String)] = []

  init() {}

  init(_ state: CapturedState) {
    // A UID, and for some a name, of those that changed: fewer than there are objects.
    replacements.reserveCapacity(state.objects.count)
    for object in state.objects { if let tree = object.change { learn(object.resource, tree) } }
  }

  /// Knows also what the cluster began with.
  init(all state: CapturedState) {
    for object in state.objects { learn(object.resource, object.tree) }
  }

  static func isIgnored(metadata name: String) -> Bool {
    switch name.utf8.count {
    case 3: name == "uid"
    case 8: name == "selfLink"
    case 10: name == "generation"
    case 13: name == "managedFields"
    case 15: name == "resourceVersion"
    case 17: name == "creationTimestamp"
    case 26: name == "deletionGracePeriodSeconds"
    default: false
    }
  }

  static func isIgnored(field name: String) -> Bool {
    switch name.utf8.count {
    case 18: name == "observedGeneration"
    case 15: name == "resourceVersion"
    default: false
    }
  }

  /// What is left to chance beside the runs' differences: which interface got which addresses of a subnet, and as which
  /// device it was attached.
  static let assignments: Set<String> = [
    "subnets.ec2.services.k8s.aws status.allocations[].range",
    "subnets.ec2.services.k8s.aws status.allocations[].networkInterfaceID",
    "networkinterfaces.ec2.services.k8s.aws metadata.labels.'swiftlet.dev/device'",
    "networkinterfaces.ec2.services.k8s.aws status.attachment.deviceIndex",
  ]

  // MARK: Names

  /// The name under which an object is compared: `pods default/web-*` when the API made it up, `nodes ip-*...` when it is
  /// made of an address.
  func name(_ resource: String, _ tree: JSONObject) -> String { Self.name(resource, tree) }

  static func name(_ resource: String, _ tree: JSONObject) -> String {
    let metadata = tree.object("metadata")
    let namespace = metadata?.string("namespace").map { "\($0)/" } ?? ""
    if let prefix = metadata?.string("generateName"), !prefix.isEmpty {
      return "\(resource) \(namespace)\(prefix)*"
    }
    return "\(resource) \(namespace)\(withoutMadeUpParts(metadata?.string("name") ?? ""))"
  }

  /// The name with stars for what was made up at its start and its end. Nearly all are seen at once to have nothing of it.
  private static func withoutMadeUpParts(_ name: String) -> String {
    let first = name.utf8.first
    let rest = first == UInt8(ascii: "i") || first == UInt8(ascii: "f") ? withoutMadeUpStart(name) : name
    return rest.utf8.count > 18 ? withoutMadeUpEnd(rest) : rest
  }

  /// The name with a star for what EC2 or a volume's claim made up: `i-*` of `i-0d60a78d4ee4f2b55`, `pvc-*` of a name
  /// that ends in a UID.
  ///
  /// EC2: identifiers are a prefix and seventeen hexadecimal digits.
  static func withoutMadeUpEnd(_ name: String) -> String {
    let text = name.utf8
    for length in [17, 64] where hasHyphen(text, before: length) {
      let start = text.index(text.endIndex, offsetBy: -length)
      if text[start...].allSatisfy(isHexDigit) { return "\(name[..<start])*" }
    }
    guard text.count >= 36, hasHyphen(text, before: 12) else { return name }
    let start = text.index(text.endIndex, offsetBy: -36)
    return isUID(name[start...]) ? "\(name[..<start])*" : name
  }

  /// Whether a hyphen stands before the last `length` bytes.
  private static func hasHyphen(_ text: String.UTF8View, before length: Int) -> Bool {
    text.count > length && text[text.index(text.endIndex, offsetBy: -length - 1)] == UInt8(ascii: "-")
  }

  /// The name of a node with a star for the address that it is made of: `ip-*.us-west-2.compute.internal`.
  ///
  /// EC2: the type `ip-name` of host names.
  static func withoutMadeUpStart(_ name: String) -> String {
    guard let start = ["ip-", "fargate-ip-"].first(where: { name.utf8.starts(with: $0.utf8) }) else {
      return name
    }
    let end = name.utf8.firstIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    let numbers = name[..<end].utf8.dropFirst(start.utf8.count).split(separator: UInt8(ascii: "-"))
    guard numbers.count == 4, numbers.allSatisfy({ $0.allSatisfy(isDigit) }) else { return name }
    return "\(start)*\(name[end...])"
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  // MARK: Learning

  mutating func learn(_ resource: String, _ tree: JSONObject) {
    let metadata = tree.object("metadata")
    if let uid = metadata?.string("uid") {
      replace(uid, by: "<uid of \(Self.name(resource, tree))>")
    }
    let name = metadata?.string("name")
    if let prefix = metadata?.string("generateName"), !prefix.isEmpty, let name {
      replace(name, by: "\(prefix)*")
    }
    guard resource == "subnets.ec2.services.k8s.aws", let name,
      let block = tree.object("spec")?.string("cidrBlock"), let cidr = try? IPv4CIDR(block)
    else { return }
    subnets.append((cidr.range, "<address of subnet \(name)>"))
  }

  private mutating func replace(_ text: String, by replacement: String) {
    replacements[TextKey(text)] = replacement
    lengths |= Self.bit(text.utf8.count)
  }

  private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(length % 64) }

  // MARK: Replacing

  func masked(_ tree: JSONObject) -> JSON {
    var object = tree
    if case .object(let metadata)? = tree["metadata"] {
      var kept = JSONObject()
      for (key, value) in metadata where !Self.isIgnored(metadata: key) { kept.append(key, value) }
      object["metadata"] = .object(kept)
    }
    return masked(.object(object))
  }

  private func masked(_ value: JSON) -> JSON {
    switch value {
    case .object(let object):
      var result = JSONObject(minimumCapacity: object.count)
      for (key, value) in object.sortedByKey() where !Self.isIgnored(field: key) {
        result.append(key, key == "conditions" ? Self.sorted(masked(value)) : masked(value))
      }
      return .object(result)
    case .array(let elements): return .array(elements.map(masked))
    case .string(let text): return .string(masked(text))
    default: return value
    }
  }

  /// Conditions are a map by their type: in which order they came is no difference.
  private static func sorted(_ conditions: JSON) -> JSON {
    guard case .array(let elements) = conditions else { return conditions }
    return .array(
      elements.map { ($0["type"]?.stringValue ?? "", $0) }.sorted { $0.0 < $1.0 }.map(\.1))
  }

  func masked(_ text: String) -> String {
    let count = text.utf8.count
    if count < 5 { return text }
    if lengths & Self.bit(count) != 0, let replacement = replacements[TextKey(text)] { return replacement }
    if count == 20 || count == 27, Self.isTime(text) { return "<time>" }
    if count == 36, Self.isUID(text[...]) { return "<uid of something gone>" }
    if count <= 18, let first = text.utf8.first, Self.isDigit(first) { return address(text) ?? text }
    return Self.withoutMadeUpParts(text)
  }

  /// What stands for an address, or a block of addresses, of a subnet.
  private func address(_ text: String) -> String? {
    guard !subnets.isEmpty else { return nil }
    let end = text.utf8.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
    guard let address = try? IPv4Address(text[..<end]),
      let subnet = subnets.first(where: { $0.range.contains(address) }),
      end == text.endIndex || text[end...] == "/28" || text[end...] == "/32"
    else { return nil }
    return end == text.endIndex ? subnet.replacement : subnet.replacement + text[end...]
  }

  private static func isTime(_ text: String) -> Bool {
    text.utf8.last == UInt8(ascii: "Z") && Timestamp(rfc3339: text) != nil
  }

  private static func isUID(_ text: Substring) -> Bool {
    guard text.utf8.count == 36 else { return false }
    return text.utf8.enumerated().allSatisfy { index, byte in
      [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : isHexDigit(byte)
    }
  }
}
