import APIMachinery

/// The objects of a cluster, without what differs from run to run: identifiers, revisions, times, and names that the
/// API made up.
struct FinalState: Sendable {
  /// The objects by resource and name; several under one where the API made up the names.
  private(set) var objects: [String: [JSON]] = [:]

  init() {}

  /// - Parameter masks: What else is left out.
  init(_ state: CapturedState, _ masks: FieldMasks = FieldMasks([])) {
    let names = Masking(all: state)
    for object in state.objects {
      let tree = object.tree
      let name = names.name(object.resource, tree)
      let content =
        masks.stripped(names.masked(tree), masks.root(of: object.resource)) ?? .object(JSONObject())
      objects[name, default: []].append(content)
    }
    for (name, group) in objects where group.count > 1 {
      objects[name] = group.map { ($0, String(decoding: $0.serialized(), as: UTF8.self)) }
        .sorted { $0.1 < $1.1 }.map(\.0)
    }
  }

  // MARK: Comparing

  /// What differs, one line each, beside the fields in `masks`.
  ///
  /// - Parameter self: What is expected.
  func differences(to other: FinalState, masks: Set<String> = []) -> [String] {
    var lines: [String] = []
    let names = Set(objects.keys).union(other.objects.keys).sorted()
    for name in names {
      let (mine, theirs) = (objects[name] ?? [], other.objects[name] ?? [])
      guard mine != theirs, !masks.contains(Self.pattern(name, "")) else { continue }
      if mine.count != theirs.count {
        lines.append(Self.countLine(name, mine.count, theirs.count))
      } else {
        lines += zip(mine, theirs).flatMap { Self.fieldLines(name, $0, $1, masks) }
      }
    }
    return lines
  }

  /// The fields that differ, as patterns in which all elements of a list are the same.
  func patterns(differingFrom other: FinalState) -> Set<String> {
    var patterns: Set<String> = []
    for name in Set(objects.keys).union(other.objects.keys) {
      let (mine, theirs) = (objects[name] ?? [], other.objects[name] ?? [])
      guard mine != theirs else { continue }
      if mine.count != theirs.count { patterns.insert(Self.pattern(name, "")) }
      for (left, right) in zip(mine, theirs) {
        for path in FlatObject.differences(left, right) { patterns.insert(Self.pattern(name, path.path)) }
      }
    }
    return patterns
  }

  private static func countLine(_ name: String, _ expected: Int, _ actual: Int) -> String {
    switch (expected, actual) {
    case (0, 1): "+ \(name): exists, but not without faults"
    case (1, 0): "- \(name): exists without faults, but not here"
    default: "! \(name): \(actual) objects, but \(expected) without faults"
    }
  }

  private static func fieldLines(
    _ name: String, _ expected: JSON, _ actual: JSON, _ masks: Set<String>
  ) -> [String] {
    FlatObject.differences(expected, actual).filter { !masks.contains(pattern(name, $0.path)) }.map {
      "! \(name): \($0.path) is \($0.right ?? "absent"), but \($0.left ?? "absent") without faults"
    }
  }

  private static func pattern(_ name: String, _ path: String) -> String {
    let resource = name.split(separator: " ").first ?? ""
    var result = "\(resource) "
    var isInside = false
    for character in path {
      if character == "[" { isInside = true }
      if !isInside { result.append(character) }
      if character == "]" {
        isInside = false
        result += "[]"
      }
    }
    return path.isEmpty ? name : result
  }
}
