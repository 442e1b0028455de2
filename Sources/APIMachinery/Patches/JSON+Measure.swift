extension JSON {
  /// How deeply arrays and objects are nested in this value: 0 for a scalar, 1 for a flat list.
  public var depth: Int {
    switch self {
    case .array(let array): 1 + (array.lazy.map(\.depth).max() ?? 0)
    case .object(let object): 1 + (object.lazy.map(\.value.depth).max() ?? 0)
    default: 0
    }
  }

  /// Adds about how many bytes this value has as text, and stops beyond `limit`.
  func addWeight(to weight: inout Int, limit: Int) {
    if weight > limit { return }
    switch self {
    case .string(let text): weight += 2 + text.utf8.count
    case .array(let array):
      weight += 2
      for element in array { element.addWeight(to: &weight, limit: limit) }
    case .object(let object):
      weight += 2
      for (key, value) in object {
        weight += 4 + key.utf8.count
        value.addWeight(to: &weight, limit: limit)
      }
    default: weight += 5
    }
  }
}
