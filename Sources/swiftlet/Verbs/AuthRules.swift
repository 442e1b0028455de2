import APIMachinery

/// What somebody may do, as rows of a table.
///
/// Kubernetes: `kubectl auth can-i --list`: each resource by itself, with the verbs of all rules about it.
struct AuthRules {
  private struct Row {
    var group = ""
    var resource = ""
    var paths: [String] = []
    var names: [String] = []
    var verbs: [String] = []

    var cells: [String] {
      func list(_ texts: [String]) -> String { "[\(texts.joined(separator: " "))]" }
      return [full, list(paths), list(names), list(verbs)]
    }

    /// `deployments.apps/scale`
    private var full: String {
      let parts = resource.split(separator: "/", maxSplits: 1)
      guard let base = parts.first else { return "" }
      let name = group.isEmpty ? String(base) : "\(base).\(group)"
      return parts.count > 1 ? "\(name)/\(parts[1])" : name
    }

    func isAboutSame(as other: Row) -> Bool {
      group == other.group && resource == other.resource && paths == other.paths && names == other.names
    }

    /// The order of the rows: resources by group, then paths.
    var order: [String] {
      resource.isEmpty
        ? ["NonResourceURLs"] + paths : ["APIGroups", group, resource] + names
    }
  }

  private var rows: [Row] = []

  /// - Parameter status: The status of a SelfSubjectRulesReview.
  init(_ status: JSON?) {
    for rule in status?["resourceRules"]?.arrayValue ?? [] {
      let names = Self.texts(rule["resourceNames"])
      for group in Self.texts(rule["apiGroups"]) {
        for resource in Self.texts(rule["resources"]) {
          for name in names.isEmpty ? [[]] : names.map({ [$0] }) {
            add(Row(group: group, resource: resource, names: name, verbs: Self.texts(rule["verbs"])))
          }
        }
      }
    }
    for rule in status?["nonResourceRules"]?.arrayValue ?? [] {
      for path in Self.texts(rule["nonResourceURLs"]) {
        add(Row(paths: [path], verbs: Self.texts(rule["verbs"])))
      }
    }
  }

  private static func texts(_ list: JSON?) -> [String] { list?.arrayValue?.compactMap(\.stringValue) ?? [] }

  private mutating func add(_ row: Row) {
    guard let position = rows.firstIndex(where: row.isAboutSame) else { return rows.append(row) }
    for verb in row.verbs where !rows[position].verbs.contains(verb) { rows[position].verbs.append(verb) }
  }

  func table(showsHeaders: Bool) -> String {
    let sorted = rows.sorted { $0.order.lexicographicallyPrecedes($1.order) }
    let header = showsHeaders ? [["Resources", "Non-Resource URLs", "Resource Names", "Verbs"]] : []
    return TextColumns.layOut(header + sorted.map(\.cells))
  }
}
