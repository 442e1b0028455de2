extension JSONPatch {
  /// Applies all operations in order, or none.
  ///
  /// - Parameter limits: The greatest depth of the result, and how many bytes `copy` operations may add.
  /// - Throws: `JSONPatchError` when an operation does not apply, in the words of Kubernetes' library.
  public func apply(to tree: JSON, limits: JSONLimits = .request) throws(JSONPatchError) -> JSON {
    var application = JSONPatchApplication(tree, limits)
    for operation in operations { try application.apply(operation) }
    return application.tree
  }
}

/// A tree while a patch is applied to it.
private struct JSONPatchApplication {
  private(set) var tree: JSON
  private let limits: JSONLimits
  /// The bytes that copies have added, about.
  private var copied = 0
  /// The tree is not deeper than this.
  private var depthBound: Int
  /// How often the bound may still be brought down by measuring the tree, which takes time.
  private var measurements = 16

  init(_ tree: JSON, _ limits: JSONLimits) {
    self.tree = tree
    self.limits = limits
    depthBound = tree.depth
  }

  mutating func apply(_ operation: JSONPatch.Operation) throws(JSONPatchError) {
    switch operation {
    case .add(let path, let value):
      try deepen(to: path.tokens.count + value.depth)
      guard tree.add(path.tokens[...], value) else {
        throw missing("add operation does not apply: doc is missing path: \"\(path)\"")
      }
    case .remove(let path):
      guard tree.take(path.tokens[...]) != nil else {
        throw missing("remove operation does not apply: doc is missing path: \"\(path)\"")
      }
    case .replace(let path, let value):
      try deepen(to: path.tokens.count + value.depth)
      guard tree.replace(path.tokens[...], value) else {
        throw missing("replace operation does not apply: doc is missing path: \(path)")
      }
    case .test(let path, let expected): try test(path, expected)
    case .move(let from, let to): try move(from, to)
    case .copy(let from, let to): try copy(from, to)
    }
  }

  private func test(_ path: JSONPointer, _ expected: JSON) throws(JSONPatchError) {
    guard let value = tree[path] else {
      if expected.isNull { return }
      throw missing("test operation does not apply: is missing path: \(path)")
    }
    if value != expected {
      throw JSONPatchError(.testFailed, "testing value \(path) failed: test failed")
    }
  }

  private mutating func move(_ from: JSONPointer, _ to: JSONPointer) throws(JSONPatchError) {
    if to.isWithin(from) {
      throw missing("move operation does not apply: \"\(to)\" lies within \"\(from)\"")
    }
    try deepen(by: to.tokens.count - from.tokens.count)
    guard let value = tree.take(from.tokens[...]) else {
      throw missing("move operation does not apply: doc is missing from path: \(from)")
    }
    guard tree.add(to.tokens[...], value) else {
      throw missing("move operation does not apply: doc is missing destination path: \(to)")
    }
  }

  private mutating func copy(_ from: JSONPointer, _ to: JSONPointer) throws(JSONPatchError) {
    guard let value = tree[from] else {
      throw missing("copy operation does not apply: doc is missing from path: \(from)")
    }
    value.addWeight(to: &copied, limit: limits.bytes)
    if copied > limits.bytes {
      throw JSONPatchError(
        .tooLarge,
        "Unable to complete the copy, the accumulated size increase of copy exceeds the limit \(limits.bytes)"
      )
    }
    try deepen(by: to.tokens.count - from.tokens.count)
    guard tree.add(to.tokens[...], value) else {
      throw missing("copy operation does not apply: doc is missing destination path: \(to)")
    }
  }

  /// Notes that the tree becomes at least this deep.
  private mutating func deepen(to depth: Int) throws(JSONPatchError) {
    if depth > limits.depth { throw tooDeep }
    depthBound = max(depthBound, depth)
  }

  /// Notes that some value of the tree comes to stand that much deeper.
  private mutating func deepen(by levels: Int) throws(JSONPatchError) {
    if levels <= 0 { return }
    if depthBound + levels > limits.depth, measurements > 0 {
      measurements -= 1
      depthBound = tree.depth
    }
    try deepen(to: depthBound + levels)
  }

  private var tooDeep: JSONPatchError {
    JSONPatchError(.tooLarge, "exceeded max depth of \(limits.depth)")
  }

  private func missing(_ message: String) -> JSONPatchError {
    JSONPatchError(.missing, "\(message): missing value")
  }
}

// MARK: Changes in place

extension JSON {
  /// Adds at a path; `false` when its parent is not there, and then nothing is changed.
  fileprivate mutating func add(_ path: ArraySlice<String>, _ value: JSON) -> Bool {
    Self.change(&self, path, whole: { $0 = value }) { parent, token in
      switch parent {
      case .object(var object):
        parent = .null
        object[token] = value
        parent = .object(object)
      case .array(var array):
        guard let index = token == "-" ? array.count : JSON.index(token), index <= array.count else {
          return false
        }
        parent = .null
        array.insert(value, at: index)
        parent = .array(array)
      default: return false
      }
      return true
    }
  }

  fileprivate mutating func replace(_ path: ArraySlice<String>, _ value: JSON) -> Bool {
    Self.change(&self, path, whole: { $0 = value }) { parent, token in
      switch parent {
      case .object(var object):
        guard let position = object.position(of: token) else { return false }
        parent = .null
        object.setValue(value, at: position)
        parent = .object(object)
      case .array(var array):
        guard let index = JSON.index(token), index < array.count else { return false }
        parent = .null
        array[index] = value
        parent = .array(array)
      default: return false
      }
      return true
    }
  }

  /// Removes and returns what is at a path.
  fileprivate mutating func take(_ path: ArraySlice<String>) -> JSON? {
    var taken: JSON?
    let isDone = Self.change(
      &self, path,
      whole: {
        taken = $0
        $0 = .null
      }
    ) { parent, token in
      switch parent {
      case .object(var object):
        guard let position = object.position(of: token) else { return false }
        parent = .null
        taken = object[position].value
        object.removeValue(token)
        parent = .object(object)
      case .array(var array):
        guard let index = JSON.index(token), index < array.count else { return false }
        parent = .null
        taken = array.remove(at: index)
        parent = .array(array)
      default: return false
      }
      return true
    }
    return isDone ? taken : nil
  }

  /// Hands the parent of what is at `path`, and the last token, to `body`; each level is taken out of the one above
  /// it meanwhile, so that nothing is copied.
  private static func change(
    _ tree: inout JSON, _ path: ArraySlice<String>, whole: (inout JSON) -> Void,
    _ body: (inout JSON, String) -> Bool
  ) -> Bool {
    guard let token = path.first else {
      whole(&tree)
      return true
    }
    if path.count == 1 { return body(&tree, token) }
    switch tree {
    case .object(var object):
      guard let position = object.position(of: token) else { return false }
      tree = .null
      var child = object.take(at: position)
      let isDone = change(&child, path.dropFirst(), whole: whole, body)
      object.setValue(child, at: position)
      tree = .object(object)
      return isDone
    case .array(var array):
      guard let index = JSON.index(token), index < array.count else { return false }
      tree = .null
      var child = JSON.null
      swap(&child, &array[index])
      let isDone = change(&child, path.dropFirst(), whole: whole, body)
      array[index] = child
      tree = .array(array)
      return isDone
    default: return false
    }
  }
}
