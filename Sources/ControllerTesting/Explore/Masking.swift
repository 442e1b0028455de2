import APIMachinery

/// Replaces what differs from run to run by what it stands for.
struct Masking {
  /// Identifiers and made-up names, and what stands for them.
  private var replacements: [String: String] = [:]

  private static let ignoredMetadata: Set<String> = [
    "uid", "resourceVersion", "creationTimestamp", "managedFields", "generation", "selfLink",
    "deletionGracePeriodSeconds",
  ]
  private static let ignoredFields: Set<String> = ["observedGeneration", "resourceVersion"]

  /// The name under which an object is compared: `pods default/web-*` when the API made it up.
  static func name(_ resource: String, _ tree: JSONObject) -> String {
    let metadata = tree["metadata"]
    let namespace = metadata?["namespace"]?.stringValue.map { "\($0)/" } ?? ""
    if let prefix = metadata?["generateName"]?.stringValue, !prefix.isEmpty {
      return "\(resource) \(namespace)\(prefix)*"
    }
    return "\(resource) \(namespace)\(withoutMadeUpEnd(metadata?["name"]?.stringValue ?? ""))"
  }

  /// The name with a star for what EC2 or a volume's claim made up: `i-*` of `i-0d60a78d4ee4f2b55`, `pvc-*` of a name
  /// that ends in a UID.
  ///
  /// EC2: identifiers are a prefix and seventeen hexadecimal digits.
  static func withoutMadeUpEnd(_ name: String) -> String {
    guard name.utf8.count > 18, let hyphen = name.lastIndex(of: "-") else { return name }
    let end = name[name.index(after: hyphen)...]
    if end.utf8.count == 17 || end.utf8.count == 64, end.allSatisfy(\.isHexDigit) {
      return "\(name[...hyphen])*"
    }
    let start = name.utf8.count > 37 ? name.index(name.endIndex, offsetBy: -36) : name.endIndex
    return isUID(String(name[start...])) ? "\(name[..<start])*" : name
  }

  mutating func learn(_ resource: String, _ tree: JSONObject) {
    let metadata = tree["metadata"]
    if let uid = metadata?["uid"]?.stringValue {
      replacements[uid] = "<uid of \(Self.name(resource, tree))>"
    }
    if let prefix = metadata?["generateName"]?.stringValue, !prefix.isEmpty,
      let name = metadata?["name"]?.stringValue
    {
      replacements[name] = "\(prefix)*"
    }
  }

  func masked(_ tree: JSONObject) -> JSON {
    var object = tree
    if case .object(let metadata)? = tree["metadata"] {
      var kept = JSONObject()
      for (key, value) in metadata where !Self.ignoredMetadata.contains(key) { kept.append(key, value) }
      object["metadata"] = .object(kept)
    }
    return masked(.object(object))
  }

  private func masked(_ value: JSON) -> JSON {
    switch value {
    case .object(let object):
      var result = JSONObject(minimumCapacity: object.count)
      for (key, value) in object.sortedByKey() where !Self.ignoredFields.contains(key) {
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

  private func masked(_ text: String) -> String {
    if text.utf8.count < 5 { return text }
    if let replacement = replacements[text] { return replacement }
    if Self.isTime(text) { return "<time>" }
    return Self.isUID(text) ? "<uid of something gone>" : Self.withoutMadeUpEnd(text)
  }

  private static func isTime(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count == 20 || bytes.count == 27, bytes.last == UInt8(ascii: "Z") else { return false }
    return Timestamp(rfc3339: text) != nil
  }

  private static func isUID(_ text: String) -> Bool {
    guard text.utf8.count == 36 else { return false }
    return text.utf8.enumerated().allSatisfy { index, byte in
      [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : byte != UInt8(ascii: "-")
    }
  }
}
