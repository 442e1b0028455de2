import APIMachinery

/// A function that templates can call.
///
/// Go: `text/template` builtins; kubectl: `exists`, `base64decode`.
enum GoTemplateFunction: String, Sendable {
  case and, or, not, len, index, slice, print, printf, println, html, urlquery, exists, base64decode
  case equal = "eq"
  case notEqual = "ne"
  case less = "lt"
  case lessOrEqual = "le"
  case greater = "gt"
  case greaterOrEqual = "ge"

  /// - Throws: ``GoTemplateError`` as the template shows it: `error calling index: ...`.
  func call(_ arguments: [GoValue]) throws(GoTemplateError) -> GoValue {
    try checkCount(arguments.count)
    do throws(GoTemplateError) { return try value(of: arguments) } catch {
      throw GoTemplateError(message: "error calling \(rawValue): \(error.message)")
    }
  }

  private func checkCount(_ count: Int) throws(GoTemplateError) {
    switch self {
    case .not, .len, .base64decode:
      if count != 1 {
        throw GoTemplateError(message: "wrong number of args for \(rawValue): want 1 got \(count)")
      }
    case .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      if count != 2 {
        throw GoTemplateError(message: "wrong number of args for \(rawValue): want 2 got \(count)")
      }
    case .equal, .index, .slice, .printf, .exists:
      if count == 0 {
        throw GoTemplateError(message: "wrong number of args for \(rawValue): want at least 1 got 0")
      }
    default: break
    }
  }

  private func value(of arguments: [GoValue]) throws(GoTemplateError) -> GoValue {
    switch self {
    case .and, .or: return arguments.last ?? .missing
    case .not: return .bool(!arguments[0].isTrue)
    case .len: return .int(try Self.length(of: arguments[0]))
    case .index: return try Self.indexed(arguments[0], arguments.dropFirst())
    case .slice: return try Self.slice(arguments[0], arguments.dropFirst())
    case .exists: return .bool(Self.exists(arguments[0], arguments.dropFirst()))
    case .print: return .string(GoFormat.print(arguments))
    case .println: return .string(arguments.map(\.text).joined(separator: " ") + "\n")
    case .printf: return .string(try Self.formatted(arguments))
    case .html: return .string(GoFormat.escapedHTML(GoFormat.print(arguments)))
    case .urlquery: return .string(GoFormat.escapedQuery(GoFormat.print(arguments)))
    case .base64decode: return .string(try Self.decoded(arguments[0]))
    case .equal: return .bool(try Self.isEqual(arguments))
    case .notEqual: return .bool(!(try Self.isEqual(arguments)))
    case .less: return .bool(try Self.order(arguments) == .before)
    case .lessOrEqual: return .bool(try Self.order(arguments) != .after)
    case .greater: return .bool(try Self.order(arguments) == .after)
    case .greaterOrEqual: return .bool(try Self.order(arguments) != .before)
    }
  }

  private static func formatted(_ arguments: [GoValue]) throws(GoTemplateError) -> String {
    guard case .string(let format) = arguments[0] else {
      throw GoTemplateError(message: "wrong type for value; expected string; got \(arguments[0].typeName)")
    }
    return GoFormat.printf(format, arguments.dropFirst())
  }

  private static func decoded(_ value: GoValue) throws(GoTemplateError) -> String {
    guard case .string(let text) = value else {
      throw GoTemplateError(message: "wrong type for value; expected string; got \(value.typeName)")
    }
    guard let bytes = ByteString(base64: text) else {
      throw GoTemplateError(message: "base64 decode failed: illegal base64 data")
    }
    return String(decoding: bytes.bytes, as: UTF8.self)
  }
}

// MARK: - Lists and maps

extension GoTemplateFunction {
  private static func length(of value: GoValue) throws(GoTemplateError) -> Int64 {
    switch value {
    case .string(let text): return Int64(text.utf8.count)
    case .list(let elements): return Int64(elements.count)
    case .map(let members): return Int64(members.count)
    case .missing, .null: throw GoTemplateError(message: "len of nil pointer")
    default: throw GoTemplateError(message: "len of type \(value.typeName)")
    }
  }

  private static func indexed(_ value: GoValue, _ path: ArraySlice<GoValue>) throws(GoTemplateError)
    -> GoValue
  {
    var value = value
    for step in path {
      switch value {
      case .missing, .null: throw GoTemplateError(message: "index of untyped nil")
      case .list(let elements): value = GoValue(elements[try position(step, elements.count - 1)])
      case .string(let text):
        let bytes = Array(text.utf8)
        value = .int(Int64(bytes[try position(step, bytes.count - 1)]))
      case .map(let members):
        guard case .string(let key) = step else {
          throw GoTemplateError(message: "value has type \(step.typeName); should be string")
        }
        value = members[key].map { GoValue($0) } ?? .missing
      default: throw GoTemplateError(message: "can't index item of type \(value.typeName)")
      }
    }
    return value
  }

  private static func position(_ value: GoValue, _ last: Int) throws(GoTemplateError) -> Int {
    guard case .int(let index) = value else {
      throw GoTemplateError(
        message: value.isNothing
          ? "cannot index slice/array with nil" : "cannot index slice/array with type \(value.typeName)")
    }
    guard index >= 0, index <= Int64(last) else {
      throw GoTemplateError(message: "index out of range: \(index)")
    }
    return Int(index)
  }

  private static func slice(_ value: GoValue, _ bounds: ArraySlice<GoValue>) throws(GoTemplateError)
    -> GoValue
  {
    let count = Int(try length(of: value))
    guard bounds.count <= 2 else { throw GoTemplateError(message: "too many slice indexes: \(bounds.count)") }
    let start = try bounds.first.map { (bound) throws(GoTemplateError) in try position(bound, count) } ?? 0
    let end =
      try bounds.dropFirst().first.map { (bound) throws(GoTemplateError) in try position(bound, count) }
      ?? count
    guard start <= end else { throw GoTemplateError(message: "invalid slice index: \(start) > \(end)") }
    switch value {
    case .list(let elements): return .list(Array(elements[start..<end]))
    case .string(let text): return .string(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self))
    default: throw GoTemplateError(message: "can't slice item of type \(value.typeName)")
    }
  }

  /// Kubernetes: `kubectl/pkg/cmd/get exists`: whether there is something at a path.
  private static func exists(_ value: GoValue, _ path: ArraySlice<GoValue>) -> Bool {
    guard let found = try? indexed(value, path) else { return false }
    if case .missing = found { return false }
    return true
  }
}

// MARK: - Comparisons

extension GoTemplateFunction {
  private enum Order { case before, same, after }

  private static func isEqual(_ arguments: [GoValue]) throws(GoTemplateError) -> Bool {
    guard arguments.count > 1 else { throw GoTemplateError(message: "missing argument for comparison") }
    for other in arguments.dropFirst() where try isEqual(arguments[0], other) { return true }
    return false
  }

  private static func isEqual(_ left: GoValue, _ right: GoValue) throws(GoTemplateError) -> Bool {
    switch (left, right) {
    case (.bool(let a), .bool(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.float(let a), .float(let b)): return a == b
    case (.string(let a), .string(let b)): return a == b
    case (.list, .list), (.map, .map):
      throw GoTemplateError(
        message: "non-comparable types \(left.text): \(left.typeName), \(right.typeName): \(right.text)")
    default:
      if left.isNothing || right.isNothing { return left.isNothing && right.isNothing }
      throw GoTemplateError(message: "incompatible types for comparison")
    }
  }

  private static func order(_ arguments: [GoValue]) throws(GoTemplateError) -> Order {
    switch (arguments[0], arguments[1]) {
    case (.int(let a), .int(let b)): return a < b ? .before : a == b ? .same : .after
    case (.float(let a), .float(let b)): return a < b ? .before : a == b ? .same : .after
    case (.string(let a), .string(let b)):
      return a == b ? .same : a.utf8.lexicographicallyPrecedes(b.utf8) ? .before : .after
    case (.int, .float), (.int, .string), (.float, .int), (.float, .string), (.string, .int),
      (.string, .float):
      throw GoTemplateError(message: "incompatible types for comparison")
    default: throw GoTemplateError(message: "invalid type for comparison")
    }
  }
}
