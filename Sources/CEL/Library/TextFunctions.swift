import APIMachinery

/// Functions of texts. Positions count code points.
///
/// CEL: `langdef.md`; cel-go: `ext.Strings` version 2; Kubernetes: `library/regex.go`.
enum TextFunctions {
  static let unary: [String: FunctionTable.Unary] = [
    "lowerAscii": { (text) throws(CELError) in
      .string(mapped(try text.demandedText) { $0 &- 65 < 26 ? $0 | 32 : $0 })
    },
    "upperAscii": { (text) throws(CELError) in
      .string(mapped(try text.demandedText) { $0 &- 97 < 26 ? $0 & 0xDF : $0 })
    },
    "trim": { (text) throws(CELError) in .string(trim(try text.demandedText)) },
    "jsonpatch.escapeKey": { (text) throws(CELError) in
      .string(try text.demandedText.replacing("~", with: "~0").replacing("/", with: "~1"))
    },
    "strings.quote": { (text) throws(CELError) in .string(quote(try text.demandedText)) },
    "join": { (list) throws(CELError) in try join(list, .string("")) },
  ]

  static let binary: [String: FunctionTable.Binary] = [
    "contains": contains, "startsWith": startsWith, "endsWith": endsWith, "matches": matches,
    "charAt": character,
    "indexOf": { (value, other) throws(CELError) in
      if case .string(let text) = value { return .int(try index(of: other, in: text, from: 0)) }
      return try ListFunctions.index(value, other)
    },
    "lastIndexOf": { (value, other) throws(CELError) in
      if case .string(let text) = value { return .int(try lastIndex(of: other, in: text, from: nil)) }
      return try ListFunctions.lastIndex(value, other)
    },
    "split": { (text, separator) throws(CELError) in try split(text, separator, .int(-1)) },
    "substring": { (text, start) throws(CELError) in try substring(text, start, nil) },
    "join": join, "format": TextFormat.format,
    "find": { (text, pattern) throws(CELError) in try find(text, try regex(pattern)) },
    "findAll": { (text, pattern) throws(CELError) in try findAll(text, try regex(pattern), .int(-1)) },
  ]

  static let ternary: [String: FunctionTable.Ternary] = [
    "indexOf": { (text, part, start) throws(CELError) in
      .int(try index(of: part, in: try text.demandedText, from: try start.demandedInt))
    },
    "lastIndexOf": { (text, part, start) throws(CELError) in
      .int(try lastIndex(of: part, in: try text.demandedText, from: try start.demandedInt))
    },
    "split": split,
    "substring": { (text, start, end) throws(CELError) in try substring(text, start, end) },
    "replace": { (text, old, new) throws(CELError) in try replace(text, old, new, .int(-1)) },
    "findAll": { (text, pattern, limit) throws(CELError) in try findAll(text, try regex(pattern), limit) },
  ]

  private static func mapped(_ text: String, _ change: (UInt8) -> UInt8) -> String {
    String(decoding: text.utf8.map(change), as: UTF8.self)
  }

  private static func trim(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    var rest = text.unicodeScalars[...]
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }

  /// The text in quotes, with escapes for what cannot be printed.
  static func quote(_ text: String) -> String { GoQuote.plainlyQuoted(text) }

  // MARK: Tests

  @Sendable static func contains(_ text: CELValue, _ part: CELValue) throws(CELError) -> CELValue {
    let (text, part) = (try text.demandedText, try part.demandedText)
    return .bool(bytePosition(of: part, in: text) != nil)
  }

  /// Where the bytes of a text stand in another one first.
  private static func bytePosition(of part: String, in text: String) -> Int? {
    var (text, part) = (text, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        guard text.count >= part.count else { return nil }
        return (0...(text.count - part.count)).first { start in
          part.indices.allSatisfy { text[start + $0] == part[$0] }
        }
      }
    }
  }

  @Sendable static func startsWith(_ text: CELValue, _ part: CELValue) throws(CELError) -> CELValue {
    .bool(try text.demandedText.utf8.starts(with: try part.demandedText.utf8))
  }

  @Sendable static func endsWith(_ text: CELValue, _ part: CELValue) throws(CELError) -> CELValue {
    let (text, part) = (try text.demandedText.utf8, try part.demandedText.utf8)
    return .bool(text.count >= part.count && text.suffix(part.count).elementsEqual(part))
  }

  @Sendable static func matches(_ text: CELValue, _ pattern: CELValue) throws(CELError) -> CELValue {
    .bool(try regex(pattern).matches(try text.demandedText))
  }

  static func regex(_ pattern: CELValue) throws(CELError) -> RegularExpression {
    let pattern = try pattern.demandedText
    do throws(RegularExpressionError) {
      return try RegularExpression(pattern)
    } catch {
      throw .evaluation(error.description)
    }
  }

  // MARK: Positions

  private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func outOfRange(_ position: Int64) -> CELError {
    .evaluation("index out of range: \(position)")
  }

  @Sendable static func character(_ text: CELValue, _ position: CELValue) throws(CELError) -> CELValue {
    let (all, position) = (scalars(try text.demandedText), try position.demandedInt)
    guard position >= 0, position <= all.count else { throw outOfRange(position) }
    return .string(position == all.count ? "" : String(all[Int(position)]))
  }

  private static func index(
    of part: CELValue, in text: String, from start: Int64
  ) throws(CELError) -> Int64 {
    let (all, part) = (scalars(text), scalars(try part.demandedText))
    guard start >= 0, start <= all.count else {
      if part.isEmpty, start >= 0 { return start }
      throw outOfRange(start)
    }
    if part.isEmpty { return start }
    guard all.count >= part.count, Int(start) <= all.count - part.count else { return -1 }
    return (Int(start)...(all.count - part.count)).first { all[$0..<($0 + part.count)].elementsEqual(part) }
      .map(Int64.init) ?? -1
  }

  private static func lastIndex(
    of part: CELValue, in text: String, from start: Int64?
  ) throws(CELError) -> Int64 {
    let (all, part) = (scalars(text), scalars(try part.demandedText))
    if let start, start < 0 || start >= all.count, !(part.isEmpty && start >= 0) { throw outOfRange(start) }
    if part.isEmpty { return start ?? Int64(all.count) }
    let last = min(Int(start ?? Int64(all.count)), all.count - part.count)
    guard last >= 0 else { return -1 }
    return stride(from: last, through: 0, by: -1).first { all[$0..<($0 + part.count)].elementsEqual(part) }
      .map(Int64.init) ?? -1
  }

  private static func substring(
    _ text: CELValue, _ start: CELValue, _ end: CELValue?
  ) throws(CELError) -> CELValue {
    let all = scalars(try text.demandedText)
    let start = try start.demandedInt
    let end = try end?.demandedInt ?? Int64(all.count)
    if start > end { throw .evaluation("invalid substring range. start: \(start), end: \(end)") }
    guard start >= 0, start <= all.count else { throw outOfRange(start) }
    guard end >= 0, end <= all.count else { throw outOfRange(end) }
    return .string(Self.text(all[Int(start)..<Int(end)]))
  }

  // MARK: Parts

  @Sendable static func join(_ list: CELValue, _ separator: CELValue) throws(CELError) -> CELValue {
    var parts: [String] = []
    for element in try list.demandedElements { parts.append(try element.demandedText) }
    return .string(parts.joined(separator: try separator.demandedText))
  }

  @Sendable static func split(
    _ text: CELValue, _ separator: CELValue, _ limit: CELValue
  ) throws(CELError) -> CELValue {
    let (whole, separator, limit) = (try text.demandedText, try separator.demandedText, try limit.demandedInt)
    if limit == 0 { return .list([]) }
    if limit == 1 { return .list([.string(whole)]) }
    return .list(pieces(whole, separator, limit).map { .string($0) })
  }

  private static func pieces(_ text: String, _ separator: String, _ limit: Int64) -> [String] {
    let (all, separator) = (scalars(text), scalars(separator))
    let most = limit < 0 ? Int.max : Int(limit)
    var pieces: [String] = []
    var (start, position) = (0, 0)
    if separator.isEmpty {
      while position < all.count, pieces.count < most - 1 {
        pieces.append(String(all[position]))
        position += 1
      }
      return position < all.count ? pieces + [Self.text(all[position...])] : pieces
    }
    while position + separator.count <= all.count, pieces.count < most - 1 {
      if all[position..<(position + separator.count)].elementsEqual(separator) {
        pieces.append(Self.text(all[start..<position]))
        position += separator.count
        start = position
      } else {
        position += 1
      }
    }
    return pieces + [Self.text(all[start...])]
  }

  @Sendable static func replace(
    _ text: CELValue, _ old: CELValue, _ new: CELValue, _ limit: CELValue
  ) throws(CELError) -> CELValue {
    let (whole, old) = (try text.demandedText, try old.demandedText)
    let (new, limit) = (try new.demandedText, try limit.demandedInt)
    if limit == 0 { return text }
    let most = limit < 0 || limit == .max ? Int64.max : limit + 1
    if !old.isEmpty { return .string(pieces(whole, old, most).joined(separator: new)) }
    // Nothing stands before each code point, and at the end.
    var made = String.UnicodeScalarView()
    var count: Int64 = 0
    for scalar in whole.unicodeScalars {
      if count < most - (most == .max ? 0 : 1) {
        made.append(contentsOf: new.unicodeScalars)
        count += 1
      }
      made.append(scalar)
    }
    if most == .max || count < most - 1 { made.append(contentsOf: new.unicodeScalars) }
    return .string(String(made))
  }

  // MARK: Searches

  static func find(_ text: CELValue, _ regex: RegularExpression) throws(CELError) -> CELValue {
    var text = try text.demandedText
    return .string(
      text.withUTF8 { bytes in
        guard let range = regex.firstMatch(in: bytes) else { return "" }
        return String(decoding: bytes[range], as: UTF8.self)
      })
  }

  static func findAll(_ text: CELValue, _ regex: RegularExpression, _ limit: CELValue) throws(CELError)
    -> CELValue
  {
    var text = try text.demandedText
    let limit = try limit.demandedInt
    return .list(
      text.withUTF8 { bytes in
        var found: [CELValue] = []
        var position = 0
        var lastEnd = -1
        while limit < 0 || found.count < limit, let range = regex.firstMatch(in: bytes, from: position) {
          // An empty match right behind the last one does not count.
          if !range.isEmpty || range.lowerBound != lastEnd {
            found.append(.string(String(decoding: bytes[range], as: UTF8.self)))
          }
          lastEnd = range.upperBound
          position = range.upperBound
          if range.isEmpty {
            position += 1
            while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
          }
          if position > bytes.count { break }
        }
        return found
      })
  }
}
