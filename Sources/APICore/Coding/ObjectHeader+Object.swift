import APIMachinery
import ObjectStore

extension ObjectHeader {
  /// The header of an object: its labels, the fields that selectors may name, and those that the API looks at.
  ///
  /// - Parameter old: The version that it replaces, with its header: labels that nobody has changed are taken over.
  init(
    of object: JSONObject, _ served: ServedResource,
    replacing old: (tree: JSONObject, header: ObjectHeader)? = nil
  ) {
    let given = object.metadataFields.object("labels") ?? JSONObject()
    let labels: [(key: String, value: String)]
    if let old, let before = old.tree.metadataFields.object("labels"), before.isIdentical(to: given),
      served.custom == nil
    {
      labels = old.header.labels
    } else {
      labels = Self.labels(given)
    }
    var indexed = served.rules.indexedFields(object)
    let own = indexed.count
    indexed.reserveCapacity(own + served.kind.selectableFields.count + 1)
    for group in served.selectable {
      let holder = object.object(at: group.path)
      for (path, key, kind) in group.fields
      where own == 0 || !indexed[..<own].contains(where: { $0.field == path }) {
        if let value = SelectableFields.value(key, kind, in: holder) { indexed.append((path, value)) }
      }
    }
    if let custom = served.custom { indexed.append((CustomKind.stampField, custom.stamp)) }
    self.init(labels: labels, indexed: indexed)
  }

  private static func labels(_ given: JSONObject) -> [(key: String, value: String)] {
    var labels: [(key: String, value: String)] = []
    labels.reserveCapacity(given.count)
    for (key, value) in given {
      if case .string(let text) = value { labels.append((key, text)) }
    }
    if labels.count > 1 { labels.sort { $0.key < $1.key } }
    return labels
  }
}
