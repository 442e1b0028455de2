import APIMachinery

extension DescriptionText {
  /// Any object: its members in the order of their names.
  ///
  /// Kubernetes: `kubectl/pkg/describe genericDescriber`.
  mutating func describe(_ object: DynamicObject) {
    field("Name", object.metadata.name ?? "")
    field("Namespace", object.metadata.namespace ?? "")
    labels("Labels", object.metadata.labels)
    annotations("Annotations", object.metadata.annotations)
    members(of: object.fields, path: "", level: 0)
  }

  private static let shownAbove = [
    ".metadata.managedFields", ".metadata.name", ".metadata.namespace", ".metadata.labels",
    ".metadata.annotations",
  ]

  private mutating func members(of object: JSONObject, path: String, level: Int) {
    for (key, value) in object.sortedByKey() {
      let place = "\(path).\(key)"
      if Self.shownAbove.contains(place) { continue }
      let label = FieldLabel.text(for: key)
      switch value {
      case .object(let fields):
        line("\(label):", level: level)
        members(of: fields, path: place, level: level + 1)
      case .array(let elements):
        line("\(label):", level: level)
        for element in elements {
          if case .object(let fields) = element {
            members(of: fields, path: place, level: level + 1)
          } else {
            line(Self.text(of: element), level: level + 1)
          }
        }
      default: field(label, Self.text(of: value), level: level)
      }
    }
  }

  private static func text(of value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .null: "<nil>"
    default: value.description
    }
  }
}

/// The label that `describe` makes of a field's name: `resourceVersion` becomes `Resource Version`.
///
/// Kubernetes: `kubectl/pkg/describe smartLabelFor`.
enum FieldLabel {
  private static let acronyms: Set = ["API", "URL", "UID", "OSB", "GUID"]

  static func text(for field: String) -> String {
    guard field.allSatisfy({ $0.isLetter || $0 == "-" }) else { return field }
    return words(of: field).map { word in
      let upper = word.uppercased()
      return acronyms.contains(upper) ? upper : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  /// `podCIDRs` is `pod`, `CID`, `Rs`, as the Go library `camelcase` splits it.
  private static func words(of field: String) -> [String] {
    var runs: [[Character]] = []
    for character in field {
      if let last = runs.last?.last, kind(of: last) == kind(of: character) {
        runs[runs.count - 1].append(character)
      } else {
        runs.append([character])
      }
    }
    for position in runs.indices.dropLast() {
      guard kind(of: runs[position][0]) == 1, kind(of: runs[position + 1][0]) == 0 else { continue }
      runs[position + 1].insert(runs[position].removeLast(), at: 0)
    }
    return runs.filter { !$0.isEmpty }.map { String($0) }
  }

  private static func kind(of character: Character) -> Int {
    character.isLowercase ? 0 : character.isUppercase ? 1 : 2
  }
}
