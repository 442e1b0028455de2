import APIMachinery

/// Fields that are not compared, by resource and path, all elements of a list alike: `pods status.conditions[].message`;
/// and groups of objects whose number is not, by resource and name: `pods default/web-*`.
struct FieldMasks: Sendable {
  struct Node: Sendable {
    var isMasked = false
    fileprivate var members: [TextKey: Int] = [:]
    fileprivate var element: Int?
  }

  /// The patterns that it was made of.
  let patterns: Set<String>
  private var nodes: [Node] = []
  private var roots: [TextKey: Int] = [:]

  init(_ patterns: Set<String>) {
    self.patterns = patterns
    for pattern in patterns { add(pattern) }
  }

  private mutating func add(_ pattern: String) {
    let parts = pattern.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return }
    var place = root(String(parts[0]))
    for step in Self.steps(of: parts[1]) { place = child(step, of: place) }
    nodes[place].isMasked = true
  }

  private mutating func root(_ resource: String) -> Int {
    if let root = self.root(of: resource) { return root }
    nodes.append(Node())
    roots[TextKey(resource)] = nodes.count - 1
    return nodes.count - 1
  }

  /// - Parameter step: The name of a member; `nil` for the elements of a list.
  private mutating func child(_ step: String?, of place: Int) -> Int {
    let present = if let step { member(step, of: place) } else { nodes[place].element }
    if let present { return present }
    nodes.append(Node())
    if let step {
      nodes[place].members[TextKey(step)] = nodes.count - 1
    } else {
      nodes[place].element = nodes.count - 1
    }
    return nodes.count - 1
  }

  /// The steps of `spec.containers[].name`; names with dots or slashes stand between apostrophes.
  private static func steps(of path: Substring) -> [String?] {
    var steps: [String?] = []
    var rest = path
    while let first = rest.first {
      switch first {
      case ".": rest.removeFirst()
      case "[":
        steps.append(nil)
        rest = rest.drop { $0 != "]" }.dropFirst()
      case "'":
        let name = rest.dropFirst().prefix { $0 != "'" }
        steps.append(String(name))
        rest = rest.dropFirst(name.count + 2)
      default:
        let name = rest.prefix { $0 != "." && $0 != "[" }
        steps.append(String(name))
        rest = rest.dropFirst(name.count)
      }
    }
    return steps
  }

  // MARK: Walking

  func root(of resource: String) -> Int? { roots[TextKey(resource)] }

  func member(_ name: String, of place: Int?) -> Int? { place.flatMap { nodes[$0].members[TextKey(name)] } }

  func element(of place: Int?) -> Int? { place.flatMap { nodes[$0].element } }

  /// A value without the fields that are masked; `nil` when nothing of it is left.
  func stripped(_ value: JSON, _ place: Int?) -> JSON? {
    guard let place else { return value }
    switch value {
    case .object(let object) where !object.isEmpty:
      var kept = JSONObject(minimumCapacity: object.count)
      for (key, value) in object {
        if let value = stripped(value, member(key, of: place)) { kept.append(key, value) }
      }
      return kept.isEmpty ? nil : .object(kept)
    case .array(let elements) where !elements.isEmpty:
      let kept = elements.compactMap { stripped($0, element(of: place)) }
      return kept.isEmpty ? nil : .array(kept)
    default: return isMasked(place) ? nil : value
    }
  }

  func isMasked(_ place: Int?) -> Bool { place.map { nodes[$0].isMasked } ?? false }
}
