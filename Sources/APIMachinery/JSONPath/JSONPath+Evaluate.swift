extension JSONPath {
  /// Fills the template in with what its expressions find.
  ///
  /// Values that one expression finds are separated by spaces; objects and arrays are written as JSON.
  ///
  /// - Throws: ``JSONPathError`` when a field or an element is missing, unless `allowsMissing`.
  public func render(_ document: JSON, allowsMissing: Bool = true) throws(JSONPathError) -> String {
    let walk = Walk(root: document, allowsMissing: allowsMissing)
    var output = ""
    try walk.render(nodes, at: document, into: &output)
    return output
  }

  /// The values that the expressions find, in their order.
  public func find(in document: JSON, allowsMissing: Bool = true) throws(JSONPathError) -> [JSON] {
    let walk = Walk(root: document, allowsMissing: allowsMissing)
    var found: [JSON] = []
    for node in nodes {
      if case .expression(let steps) = node { found += try walk.follow(steps, from: document) }
    }
    return found
  }
}

/// One evaluation of a path over a document.
private struct Walk {
  let root: JSON
  let allowsMissing: Bool

  func render(_ nodes: [JSONPath.Node], at value: JSON, into output: inout String) throws(JSONPathError) {
    for node in nodes {
      switch node {
      case .text(let text): output += text
      case .expression(let steps):
        output += try follow(steps, from: value).map(Self.text).joined(separator: " ")
      case .range(let steps, let body):
        for element in try follow(steps, from: value) { try render(body, at: element, into: &output) }
      }
    }
  }

  private static func text(_ value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .null: "<nil>"
    default: String(decoding: value.serialized(), as: UTF8.self)
    }
  }

  func follow(_ steps: [JSONPath.Step], from value: JSON) throws(JSONPathError) -> [JSON] {
    var values = [value]
    for (position, step) in steps.enumerated() {
      var next: [JSON] = []
      let isAfterDescent = position > 0 && steps[position - 1] == .descent
      for value in values { try apply(step, to: value, isLenient: isAfterDescent, into: &next) }
      values = next
    }
    return values
  }

  private func apply(
    _ step: JSONPath.Step, to value: JSON, isLenient: Bool, into found: inout [JSON]
  ) throws(JSONPathError) {
    switch step {
    case .root: found.append(root)
    case .literal(let literal): found.append(literal)
    case .field(let name):
      if let member = value[name] {
        found.append(member)
      } else if !isLenient, !allowsMissing {
        throw JSONPathError(message: "\(name) is not found")
      }
    case .wildcard: found += Self.children(value)
    case .index(let index): try take(index, of: value, isLenient, into: &found)
    case .slice(let start, let end, let stride): slice(value, start, end, stride, into: &found)
    case .union(let steps):
      for step in steps { try apply(step, to: value, isLenient: isLenient, into: &found) }
    case .filter(let condition):
      for element in value.arrayValue ?? [] where try holds(condition, element) { found.append(element) }
    case .descent: Self.collect(value, into: &found)
    }
  }

  private static func children(_ value: JSON) -> [JSON] {
    switch value {
    case .array(let elements): elements
    case .object(let members): members.map(\.value)
    default: []
    }
  }

  /// The value itself and all below it, parents first.
  private static func collect(_ value: JSON, into found: inout [JSON]) {
    found.append(value)
    for child in children(value) { collect(child, into: &found) }
  }

  private func take(
    _ index: Int, of value: JSON, _ isLenient: Bool, into found: inout [JSON]
  ) throws(JSONPathError) {
    guard let elements = value.arrayValue else {
      if isLenient || allowsMissing { return }
      throw JSONPathError(message: "\(value.typeName) is not array or slice")
    }
    let position = index < 0 ? elements.count + index : index
    if elements.indices.contains(position) {
      found.append(elements[position])
    } else if !isLenient, !allowsMissing {
      throw JSONPathError(message: "array index out of bounds: index \(index), length \(elements.count)")
    }
  }

  private func slice(_ value: JSON, _ start: Int?, _ end: Int?, _ step: Int, into found: inout [JSON]) {
    guard let elements = value.arrayValue else { return }
    func place(_ index: Int) -> Int {
      min(max(index < 0 ? elements.count + index : index, 0), elements.count)
    }
    for position in stride(from: place(start ?? 0), to: place(end ?? elements.count), by: step) {
      found.append(elements[position])
    }
  }

  private func holds(_ condition: JSONPath.Condition, _ element: JSON) throws(JSONPathError) -> Bool {
    let lenient = Walk(root: root, allowsMissing: true)
    let left = try lenient.follow(condition.left, from: element)
    guard let comparison = condition.comparison else { return !left.isEmpty }
    let right = try lenient.follow(comparison.right, from: element)
    guard let a = left.first, let b = right.first else { return false }
    switch comparison.relation {
    case .equal: return a == b
    case .notEqual: return a != b
    case .less: return Self.precedes(a, b)
    case .lessOrEqual: return a == b || Self.precedes(a, b)
    case .greater: return Self.precedes(b, a)
    case .greaterOrEqual: return a == b || Self.precedes(b, a)
    }
  }

  private static func precedes(_ left: JSON, _ right: JSON) -> Bool {
    if let a = left.doubleValue, let b = right.doubleValue { return a < b }
    if let a = left.stringValue, let b = right.stringValue { return a < b }
    return false
  }
}
