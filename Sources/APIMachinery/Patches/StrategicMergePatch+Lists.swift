extension StrategicMergePatch {
  /// Merges a list into another: by `key`, or, of scalars, by value.
  static func mergeLists(_ patch: [JSON], into original: [JSON], key: String?, element: SchemaNode?)
    throws(StrategicMergePatchError) -> [JSON]
  {
    guard
      patch.contains(where: { $0.objectValue != nil }) || original.contains(where: { $0.objectValue != nil })
    else {
      let added = patch.enumerated().filter { place, value in
        !original.contains(value) && !patch[..<place].contains(value)
      }
      return arrange(original + added.map(\.element), first: patch, original: original, key: nil)
    }
    guard let key else {
      throw StrategicMergePatchError(code: .unprocessable, message: "cannot merge lists without merge key")
    }
    var original = original
    var changes: [JSON] = []
    var replaces = false
    for value in patch {
      switch value[directive]?.stringValue {
      case "delete":
        let gone = try mergeKey(of: value, key)
        original.removeAll { $0[key] == gone }
      case "replace":
        replaces = true
        if value.objectValue?.count ?? 0 > 1 { changes.append(value) }
      default: changes.append(value)
      }
    }
    if replaces { return changes.compactMap(withoutDirectives) }
    return try merge(changes, into: original, key: key, element: element)
  }

  private static func merge(_ patch: [JSON], into original: [JSON], key: String, element: SchemaNode?)
    throws(StrategicMergePatchError) -> [JSON]
  {
    var merged = original
    let context = FieldContext(type: element?.object, element: element?.kind == .map ? element?.element : nil)
    for value in patch {
      let wanted = try mergeKey(of: value, key)
      let place = merged.firstIndex { $0[key] == wanted }
      if let place, case .object(let present) = merged[place], case .object(let change) = value {
        merged[place] = .object(try merge(change, into: present, context))
      } else if let plain = withoutDirectives(value) {
        merged.append(plain)
      }
    }
    return arrange(merged, first: patch, original: original, key: key)
  }

  private static func mergeKey(of value: JSON, _ key: String) throws(StrategicMergePatchError) -> JSON {
    if let found = value[key] { return found }
    throw StrategicMergePatchError(
      code: .unprocessable, message: "map: \(value) does not contain declared merge key: \(key)")
  }

  /// Puts the elements that `order` names into its order, and lets the others stand where they stood among them.
  static func arrange(_ merged: [JSON], first order: [JSON], original: [JSON], key: String?) -> [JSON] {
    func place(_ value: JSON, in list: [JSON]) -> Int? {
      guard let key else { return list.firstIndex(of: value) }
      let wanted = value[key]
      return list.firstIndex { $0[key] == wanted }
    }
    let named = merged.enumerated().compactMap { offset, value in
      place(value, in: order).map { (place: $0, offset: offset, value: value) }
    }.sorted { ($0.place, $0.offset) < ($1.place, $1.offset) }.map(\.value)
    let others = merged.filter { place($0, in: order) == nil }
    var result: [JSON] = []
    var (i, j) = (0, 0)
    while i < others.count || j < named.count {
      let takesOther: Bool
      if j == named.count {
        takesOther = true
      } else if i == others.count {
        takesOther = false
      } else if let a = place(others[i], in: original), let b = place(named[j], in: original) {
        takesOther = a < b
      } else {
        takesOther = false
      }
      if takesOther {
        result.append(others[i])
        i += 1
      } else {
        result.append(named[j])
        j += 1
      }
    }
    return result
  }
}
