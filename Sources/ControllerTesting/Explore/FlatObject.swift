import APIMachinery

/// The leaves of a tree by their paths.
enum FlatObject {
  struct Difference: Hashable {
    let path: String
    let left: String?
    let right: String?
  }

  /// The leaves in which two trees differ, in the order of their paths.
  static func differences(_ left: JSON, _ right: JSON) -> [Difference] {
    if left == right { return [] }
    var (mine, theirs): ([String: String], [String: String]) = ([:], [:])
    flatten(left, "", into: &mine)
    flatten(right, "", into: &theirs)
    return Set(mine.keys).union(theirs.keys).sorted()
      .filter { mine[$0] != theirs[$0] }
      .map { Difference(path: $0, left: mine[$0], right: theirs[$0]) }
  }

  private static func flatten(_ value: JSON, _ path: String, into leaves: inout [String: String]) {
    switch value {
    case .object(let object) where !object.isEmpty:
      for (key, value) in object {
        let isPlain = key.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "/") }
        let step = isPlain ? key : "'\(key)'"
        flatten(value, path.isEmpty ? step : "\(path).\(step)", into: &leaves)
      }
    case .array(let elements) where !elements.isEmpty:
      for (index, element) in elements.enumerated() { flatten(element, "\(path)[\(index)]", into: &leaves) }
    default: leaves[path] = String(decoding: value.serialized(), as: UTF8.self)
    }
  }
}
