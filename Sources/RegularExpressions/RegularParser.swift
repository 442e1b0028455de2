/// Reads a regular expression in the syntax of RE2.
///
/// RE2: `github.com/google/re2/wiki/Syntax`; the messages are those of Go's `regexp/syntax`.
struct RegularParser {
  private static let nestingLimit = 250

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var nesting = 0
  private var flags = Flags()

  private struct Flags {
    var foldsCase = false
    var isMultiline = false
    var dotTakesNewline = false
    var isLazy = false
  }

  static func parse(_ pattern: String) throws(RegularExpressionError) -> RegularNode {
    var parser = RegularParser(pattern)
    let node = try parser.choice()
    if parser.peek() != nil { throw RegularExpressionError("unexpected )", pattern) }
    return node
  }

  private init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance] : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    if peek() != scalar { return false }
    position += 1
    return true
  }

  private func text(from start: Int, to end: Int? = nil) -> String {
    String(String.UnicodeScalarView(scalars[start..<min(end ?? position, scalars.count)]))
  }

  // MARK: Structure

  private mutating func choice() throws(RegularExpressionError) -> RegularNode {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.nestingLimit {
      throw RegularExpressionError("expression nests too deeply", text(from: 0, to: scalars.count))
    }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(RegularExpressionError) -> RegularNode {
    var parts: [RegularNode] = []
    while let scalar = peek(), scalar != "|", scalar != ")" {
      let start = position
      if let atom = try atom() { parts.append(try repeated(atom, from: start)) }
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func repeated(_ atom: RegularNode, from start: Int) throws(RegularExpressionError)
    -> RegularNode
  {
    var node = atom
    var wasRepeated = false
    while true {
      let before = position
      guard let (least, most) = try bounds() else { return node }
      let isLazy = take("?")
      if wasRepeated {
        throw RegularExpressionError("invalid nested repetition operator", text(from: before))
      }
      wasRepeated = true
      node = .repetition(node, least: least, most: most, isGreedy: isLazy == flags.isLazy)
    }
  }

  private mutating func bounds() throws(RegularExpressionError) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = position
    guard take("{") else { return nil }
    guard let least = number() else {
      position = start
      return nil
    }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else {
      position = start
      return nil
    }
    if least > 1000 || most ?? 0 > 1000 || most.map({ $0 < least }) == true {
      throw RegularExpressionError("invalid repeat count", text(from: start))
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    let start = position
    var value = 0
    while let scalar = peek(), scalar.isDigit {
      value = min(value * 10 + Int(scalar.value - 48), 100_000)
      position += 1
    }
    return position > start ? value : nil
  }

  // MARK: Atoms

  /// The next atom; `nil` for something without a meaning of its own, such as flags.
  private mutating func atom() throws(RegularExpressionError) -> RegularNode? {
    guard let scalar = peek() else { return nil }
    switch scalar {
    case "(": return try group()
    case "[": return .set(try bracket())
    case "\\": return try escape()
    case "*", "+", "?":
      throw RegularExpressionError("missing argument to repetition operator", String(scalar))
    case "{":
      let start = position
      if try bounds() != nil {
        throw RegularExpressionError("missing argument to repetition operator", text(from: start))
      }
      position = start + 1
      return single("{")
    default: break
    }
    position += 1
    switch scalar {
    case ".":
      return .set(
        ScalarSet(flags.dotTakesNewline ? [.range(0, 0x10FFFF)] : [.range(0, 9), .range(11, 0x10FFFF)]))
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    default: return single(scalar)
    }
  }

  private func single(_ scalar: Unicode.Scalar) -> RegularNode {
    .set(ScalarSet([.range(scalar.value, scalar.value)], foldsCase: flags.foldsCase))
  }

  private mutating func group() throws(RegularExpressionError) -> RegularNode? {
    let start = position
    let outer = flags
    position += 1
    if take("?"), try !groupHead(start) { return nil }
    let inner = try choice()
    guard take(")") else {
      throw RegularExpressionError("missing closing )", text(from: 0, to: scalars.count))
    }
    flags = outer
    return inner
  }

  /// Reads what follows `(?`; answers whether a group follows, and not just flags.
  private mutating func groupHead(_ start: Int) throws(RegularExpressionError) -> Bool {
    if peek() == "P" && peek(1) == "<" || peek() == "<" {
      position += peek() == "P" ? 2 : 1
      let name = position
      while let scalar = peek(), scalar.isIdentifierStart || scalar.isDigit { position += 1 }
      guard position > name, take(">") else {
        throw RegularExpressionError("invalid named capture", text(from: start))
      }
      return true
    }
    var isOn = true
    var isEmpty = true
    while let scalar = peek() {
      position += 1
      switch scalar {
      case "i": flags.foldsCase = isOn
      case "m": flags.isMultiline = isOn
      case "s": flags.dotTakesNewline = isOn
      case "U": flags.isLazy = isOn
      case "-" where isOn:
        isOn = false
        isEmpty = true
        continue
      case ":" where isOn || !isEmpty: return true
      case ")" where !isEmpty: return false
      default: throw RegularExpressionError("invalid or unsupported Perl syntax", text(from: start))
      }
      isEmpty = false
    }
    throw RegularExpressionError("missing closing )", text(from: 0, to: scalars.count))
  }

  private mutating func escape() throws(RegularExpressionError) -> RegularNode? {
    let start = position
    guard let scalar = peek(1) else {
      throw RegularExpressionError("trailing backslash at end of expression", "")
    }
    switch scalar {
    case "A", "z", "b", "B":
      position += 2
      return .assertion(
        scalar == "A"
          ? .textStart : scalar == "z" ? .textEnd : scalar == "b" ? .wordBoundary : .noWordBoundary)
    case "Q":
      position += 2
      return quoted()
    default: break
    }
    if let item = try classEscape() { return .set(ScalarSet([item], foldsCase: flags.foldsCase)) }
    position = start
    return single(try scalarEscape())
  }

  private mutating func quoted() -> RegularNode {
    var parts: [RegularNode] = []
    while let scalar = peek() {
      if scalar == "\\", peek(1) == "E" {
        position += 2
        break
      }
      parts.append(single(scalar))
      position += 1
    }
    return .sequence(parts)
  }

  // MARK: Classes

  /// A class like `\d` or `\pL` at the backslash; `nil`, at the same place, when it is none.
  private mutating func classEscape() throws(RegularExpressionError) -> ScalarSet.Item? {
    guard peek() == "\\", let scalar = peek(1) else { return nil }
    let ranges: [ClosedRange<UInt32>]
    switch scalar {
    case "d", "D": ranges = [48...57]
    case "s", "S": ranges = [9...10, 12...13, 32...32]
    case "w", "W": ranges = [48...57, 65...90, 95...95, 97...122]
    case "p", "P": return try property(isNegated: scalar == "P")
    default: return nil
    }
    position += 2
    let isNegated = "DSW".unicodeScalars.contains(scalar)
    return isNegated ? .not(ranges) : .not(Self.complement(ranges))
  }

  private static func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var next: UInt32 = 0
    var gaps: [ClosedRange<UInt32>] = []
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    return gaps + [next...0x10FFFF]
  }

  private mutating func property(isNegated: Bool) throws(RegularExpressionError) -> ScalarSet.Item {
    let start = position
    position += 2
    var isNegated = isNegated
    var name = ""
    if take("{") {
      if take("^") { isNegated.toggle() }
      while let scalar = peek(), scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard take("}") else {
        throw RegularExpressionError("invalid character class range", text(from: start))
      }
    } else if let scalar = peek() {
      name = String(scalar)
      position += 1
    }
    guard let item = ScalarCategory.item(name, isNegated: isNegated) else {
      throw RegularExpressionError("invalid character class range", text(from: start))
    }
    return item
  }

  private mutating func bracket() throws(RegularExpressionError) -> ScalarSet {
    let start = position
    position += 1
    let isNegated = take("^")
    var items: [ScalarSet.Item] = []
    var isFirst = true
    while let scalar = peek(), scalar != "]" || isFirst {
      isFirst = false
      if let named = try posixClass() {
        items += named
      } else if let item = try classEscape() {
        items.append(item)
      } else {
        items.append(try range())
      }
    }
    guard take("]") else {
      throw RegularExpressionError("missing closing ]", text(from: start, to: scalars.count))
    }
    return ScalarSet(items, isNegated: isNegated, foldsCase: flags.foldsCase)
  }

  private mutating func range() throws(RegularExpressionError) -> ScalarSet.Item {
    let start = position
    let low = try classScalar()
    guard peek() == "-", let next = peek(1), next != "]" else { return .range(low.value, low.value) }
    position += 1
    let high = try classScalar()
    if high < low { throw RegularExpressionError("invalid character class range", text(from: start)) }
    return .range(low.value, high.value)
  }

  private mutating func classScalar() throws(RegularExpressionError) -> Unicode.Scalar {
    if peek() == "\\" { return try scalarEscape() }
    guard let scalar = peek() else { throw RegularExpressionError("missing closing ]", text(from: 0)) }
    position += 1
    return scalar
  }

  private static let posixClasses: [String: [(UInt32, UInt32)]] = [
    "alnum": [(48, 57), (65, 90), (97, 122)], "alpha": [(65, 90), (97, 122)], "ascii": [(0, 127)],
    "blank": [(9, 9), (32, 32)], "cntrl": [(0, 31), (127, 127)], "digit": [(48, 57)], "graph": [(33, 126)],
    "lower": [(97, 122)], "print": [(32, 126)], "punct": [(33, 47), (58, 64), (91, 96), (123, 126)],
    "space": [(9, 13), (32, 32)], "upper": [(65, 90)], "word": [(48, 57), (65, 90), (95, 95), (97, 122)],
    "xdigit": [(48, 57), (65, 70), (97, 102)],
  ]

  private mutating func posixClass() throws(RegularExpressionError) -> [ScalarSet.Item]? {
    guard peek() == "[", peek(1) == ":" else { return nil }
    let start = position
    guard
      let end = (position + 2..<max(position + 2, scalars.count - 1)).first(where: {
        scalars[$0] == ":" && scalars[$0 + 1] == "]"
      })
    else { return nil }
    var name = text(from: position + 2, to: end)
    let isNegated = name.hasPrefix("^")
    if isNegated { name.removeFirst() }
    position = end + 2
    guard let ranges = Self.posixClasses[name] else {
      throw RegularExpressionError("invalid character class range", text(from: start))
    }
    return isNegated ? [.not(ranges.map { $0...$1 })] : ranges.map { .range($0, $1) }
  }

  // MARK: Escapes

  private mutating func scalarEscape() throws(RegularExpressionError) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let scalar = peek() else {
      throw RegularExpressionError("trailing backslash at end of expression", "")
    }
    position += 1
    switch scalar {
    case "a": return "\u{7}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{B}"
    case "x": if let value = hexadecimal() { return value }
    case "0"..."7":
      if scalar == "0" || peek().map({ $0 >= "0" && $0 <= "7" }) == true { return octal(scalar) }
    default:
      if scalar.isASCII, !scalar.isDigit, !scalar.isIdentifierStart || scalar == "_" { return scalar }
    }
    throw RegularExpressionError("invalid escape sequence", text(from: start))
  }

  private mutating func octal(_ first: Unicode.Scalar) -> Unicode.Scalar {
    var value = first.value - 48
    var count = 1
    while count < 3, let scalar = peek(), scalar >= "0", scalar <= "7" {
      value = value * 8 + scalar.value - 48
      position += 1
      count += 1
    }
    return Unicode.Scalar(value) ?? first
  }

  private mutating func hexadecimal() -> Unicode.Scalar? {
    var value: UInt32 = 0
    if take("{") {
      var count = 0
      while let digit = peek()?.hexValue {
        value = value << 4 | digit
        position += 1
        count += 1
        if count > 6 { return nil }
      }
      return count > 0 && take("}") ? Unicode.Scalar(value) : nil
    }
    for _ in 0..<2 {
      guard let digit = peek()?.hexValue else { return nil }
      value = value << 4 | digit
      position += 1
    }
    return Unicode.Scalar(value)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { value &- 48 < 10 }
  fileprivate var isIdentifierStart: Bool { (value | 32) &- 97 < 26 || self == "_" }
  /// The value of a hexadecimal digit.
  fileprivate var hexValue: UInt32? {
    isDigit ? value - 48 : (value | 32) &- 97 < 6 ? (value | 32) - 87 : nil
  }
}
