import APIMachinery
import ObjectStore

/// Which objects a list or a watch asks for. It looks at headers alone.
struct ObjectFilter: Sendable {
  private let labels: Selector
  private var fields: FieldSelector

  /// - Throws: `BadRequest` for a selector that does not parse, or that names a field that cannot be selected by.
  init(_ served: ServedResource, labels: String?, fields text: String?, name: String = "") throws(StatusError)
  {
    do throws(SelectorError) {
      self.labels =
        try labels.map { text throws(SelectorError) in try Selector(parsing: text) } ?? .everything
      var selector =
        try text.map { text throws(SelectorError) in try FieldSelector(parsing: text) } ?? .everything
      if !name.isEmpty { selector.terms.append(FieldSelector.Term(field: "metadata.name", value: name)) }
      fields = selector
    } catch {
      throw .badRequest("unable to parse requirement: \(error)")
    }
    for term in fields.terms where !Self.isSelectable(term.field, of: served) {
      throw .badRequest("field label not supported: \(term.field)")
    }
    guard let face = served.face else { return }
    for index in fields.terms.indices {
      fields.terms[index].field = face.storedField(fields.terms[index].field)
    }
  }

  private static func isSelectable(_ field: String, of served: ServedResource) -> Bool {
    field == "metadata.name" || field == "metadata.namespace" || served.kind.selectableFields.contains(field)
  }

  var selectsEverything: Bool { labels.selectsEverything && fields.selectsEverything }

  /// Whether the object is asked for, as a version of a custom resource shows it.
  func matches(_ object: StoredObject, as served: ServedResource) -> Bool {
    if served.custom == nil { return matches(object) }
    return served.viewIfPossible(object).map(matches) ?? false
  }

  func matches(_ object: StoredObject) -> Bool {
    labels.matches { object.header.label($0) }
      && fields.matches { field in
        switch field {
        case "metadata.name": object.key.name
        case "metadata.namespace": object.key.namespace
        default: object.header.field(field)
        }
      }
  }
}
