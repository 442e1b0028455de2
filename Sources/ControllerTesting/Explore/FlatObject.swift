import APIMachinery

/// The leaves of a tree by their paths.
enum FlatObject {
  struct Difference: Hashable {
    let path: String
    let left: String?
    let right: String?
  }

  /// The leaves in which two trees differ, in the order of their paths.
  ///
  /// - Complexity: Paths are made for the parts that differ alone.
  static func differences(_ left: JSON, _ right: JSON) -> [Difference] {
    var found: [Difference] = []
    compare(left, right, "", &found)
    return found.sorted { $0.path < $1.path }
  }

  private static func compare(_ left: JSON?, _ right: JSON?, _ path: String, _ found: inout [Difference]) {
    switch (left, right) {
    case (let left?, let right?) where left.isIdentical(to: right) || left == right: return
    case (.object(let mine)?, .object(let theirs)?) where !mine.isEmpty && !theirs.isEmpty:
      for (key, value) in mine { compare(value, theirs[key], step(key, below: path), &found) }
      for (key, value) in theirs where !mine.contains(key) {
        compare(nil, value, step(key, below: path), &found)
      }
    case (.array(let mine)?, .array(let theirs)?) where !mine.isEmpty && !theirs.isEmpty:
      for index in 0..<max(mine.count, theirs.count) {
        compare(
          index < mine.count ? mine[index] : nil, index < theirs.count ? theirs[index] : nil,
          "\(path)[\(index)]", &found)
      }
    default:
      var (mine, theirs): ([String: String], [String: String]) = ([:], [:])
      if let left { flatten(left, path, into: &mine) }
      if let right { flatten(right, path, into: &theirs) }
      for path in Set(mine.keys).union(theirs.keys) where mine[path] != theirs[path] {
        found.append(Difference(path: path, left: mine[path], right: theirs[path]))
      }
    }
  }

  private static func flatten(_ value: JSON, _ path: String, into leaves: inout [String: String]) {
    switch value {
    case .object(let object) where !object.isEmpty:
      for (key, value) in object { flatten(value, step(key, below: path), into: &leaves) }
    case .array(let elements) where !elements.isEmpty:
      for (index, element) in elements.enumerated() { flatten(element, "\(path)[\(index)]", into: &leaves) }
    default: leaves[path] = String(decoding: value.serialized(), as: UTF8.self)
    }
  }

  private static func step(_ key: String, below path: String) -> String {
    let isPlain = key.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "/") }
    let step = isPlain ? key : "'\(key)'"
    return path.isEmpty ? step : "\(path).\(step)"
  }
}
