import APIMachinery

/// The text of `describe` while it is written: lines of cells at levels of indentation.
///
/// Kubernetes: `kubectl/pkg/describe PrefixWriter`.
struct DescriptionText {
  /// The time that ages are counted from.
  let now: Timestamp
  private var finished = ""
  private var pending = ""

  init(now: Timestamp) { self.now = now }

  /// The whole text, laid out.
  var text: String { finished + TabWriter().layOut(pending) }

  /// The cells with their tabs, as `rollout history` shows a template.
  var rawText: String { finished + pending }

  /// Lays out what is written so far; the columns of what follows start anew.
  mutating func flush() {
    finished += TabWriter().layOut(pending)
    pending = ""
  }

  /// A line whose cells are separated by tabs.
  mutating func line(_ text: String, level: Int = 0) {
    pending += String(repeating: "  ", count: level) + text + "\n"
  }

  /// `Name:  value`.
  mutating func field(_ name: String, _ value: String, level: Int = 0) {
    line("\(name):\t\(value)", level: level)
  }

  /// The same, if there is a value that is not empty.
  mutating func field(_ name: String, optional value: String?, level: Int = 0) {
    if let value, !value.isEmpty { field(name, value, level: level) }
  }

  /// A heading with its columns, and rows under a ruler.
  mutating func table(_ title: String, _ columns: [String], _ rows: [[String]], separator: String = "\t") {
    line("\(title):")
    line(columns.joined(separator: "\t"), level: 1)
    line(columns.map { String(repeating: "-", count: $0.count) }.joined(separator: "\t"), level: 1)
    for row in rows { line(row.joined(separator: separator), level: 1) }
  }

  /// One value a line, the first behind the title.
  mutating func list(_ title: String, _ values: [String]) {
    field(title, values.first ?? "<none>")
    for value in values.dropFirst() { line("\t\(value)") }
  }

  mutating func labels(_ title: String, _ labels: StringMap) {
    list(title, labels.sortedTexts)
  }
}

// MARK: - What all objects have

extension DescriptionText {
  /// Name, namespace, labels and annotations.
  mutating func identity(_ metadata: ObjectMeta, isNamespaced: Bool = true) {
    field("Name", metadata.name ?? "")
    if isNamespaced { field("Namespace", metadata.namespace ?? "") }
    labels("Labels", metadata.labels)
    annotations("Annotations", metadata.annotations)
  }

  mutating func annotations(_ title: String, _ annotations: StringMap) {
    let shown = annotations.filter { $0.key != Applier.lastApplied }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    list(title, shown.flatMap { Self.annotationLines($0.key, $0.value) })
  }

  /// Kubernetes: `kubectl/pkg/describe printAnnotationsMultiline`: long values go below their key, cut.
  private static func annotationLines(_ key: String, _ value: String) -> [String] {
    let limit = 140
    let value = value.hasSuffix("\n") ? String(value.dropLast()) : value
    guard value.utf8.count + key.utf8.count + 2 > limit || value.contains("\n") else {
      return ["\(key): \(value)"]
    }
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    return ["\(key):"]
      + lines.map { "  " + ($0.count > limit - 2 ? "\($0.prefix(limit - 2))..." : String($0)) }
  }

  /// `Deployment/web`, the object that owns this one.
  mutating func controller(_ metadata: ObjectMeta) {
    if let owner = metadata.controller { field("Controlled By", "\(owner.kind)/\(owner.name)") }
  }
}

extension StringMap {
  /// `key=value`, in the byte order of the keys.
  var sortedTexts: [String] {
    sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { "\($0.key)=\($0.value)" }
  }
}
