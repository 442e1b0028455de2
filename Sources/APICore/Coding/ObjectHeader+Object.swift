import APIMachinery
import ObjectStore

extension ObjectHeader {
  /// The header of an object: its labels, the fields that selectors may name, and those that the API looks at.
  init(of object: JSONObject, _ served: ServedResource) {
    var labels: [(key: String, value: String)] = []
    if let given = object.metadataFields.object("labels") {
      labels.reserveCapacity(given.count)
      for (key, value) in given {
        if case .string(let text) = value { labels.append((key, text)) }
      }
      if labels.count > 1 { labels.sort { $0.key < $1.key } }
    }
    var indexed = served.rules.indexedFields(object)
    for (field, path, isBoolean) in served.selectable where !indexed.contains(where: { $0.field == field }) {
      switch object.value(at: path[...]) {
      case .string(let text)?: indexed.append((field, text))
      case .bool(let flag)?: indexed.append((field, flag ? "true" : "false"))
      case .int(let number)?: indexed.append((field, String(number)))
      default: if isBoolean { indexed.append((field, "false")) }
      }
    }
    if let custom = served.custom { indexed.append((CustomKind.stampField, custom.stamp)) }
    self.init(labels: labels, indexed: indexed)
  }
}
