import APIMachinery

extension JSON {
  /// The same with the members of all objects in the order of their names, as Go prints its maps.
  var inKeyOrder: JSON {
    switch self {
    case .object(let object):
      .object(
        JSONObject(uniqueKeysWithValues: object.sortedByKey().map { ($0.key, $0.value.inKeyOrder) }))
    case .array(let elements): .array(elements.map(\.inKeyOrder))
    default: self
    }
  }
}
