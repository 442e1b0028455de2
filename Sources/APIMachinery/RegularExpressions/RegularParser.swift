/// Reads a regular expression.
struct RegularParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var flags = Flags()
  private var depth = 0

  private struct Flags {
    var foldsCase = false
    var isMultiline = false
    var dotMatchesNewline = false
  }

  /// Go: `maxRepeat`.
  private static let repeatMax = 1000
  private static let sizeMax = 100_000
  private static let depthMax = 250

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  mutating func parse() throws(RegularExpressionError) -> RegularNode {
    let node = try alternatives()
    if position < scalars.count { throw failure("unexpected )", from: 0) }
    if node.size > Self.sizeMax { throw failure("expression too large", from: 0) }
    return node
  }

  // MARK: Structure

  private mutating func alternatives() throws(RegularExpressionError) -> RegularNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(RegularExpressionError) -> RegularNode {
    var nodes: [RegularNode] = []
    while let scalar = peek, scalar != "|", scalar != ")" {
      let start = position
      guard let atom = try atom() else { continue }
      nodes.append(try repeated(atom, from: start))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  /// One character, class, assertion or group; `nil` for flags alone.
  private mutating func atom() throws(RegularExpressionError) -> RegularNode? {
    let start = position
    let scalar = next()
    switch scalar {
    case "(": return try group(from: start)
    case "[": return .scalars(folded(try characterClass(from: start)))
    case ".": return .scalars(flags.dotMatchesNewline ? .any : .anyButNewline)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "\\": return try escape(from: start)
    case "*", "+", "?": throw failure("missing argument to repetition operator", from: start)
    default: return .scalars(folded(ScalarSet(scalar)))
    }
  }

  private mutating func group(from start: Int) throws(RegularExpressionError) -> RegularNode? {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthMax { throw failure("expression nests too deeply", from: 0) }
    let outer = flags
    if take("?") {
      if take("P") || peek == "<" {
        guard take("<"), let end = scalars[position...].firstIndex(of: ">"), end > position else {
          throw failure("invalid named capture", from: start)
        }
        position = end + 1
      } else if try readFlags(from: start) {
        return nil
      }
    }
    let node = try alternatives()
    guard take(")") else { throw failure("missing closing )", from: 0) }
    flags = outer
    return node
  }

  /// Reads `i-s:` or `i)`; true when the flags hold for what follows instead of a group of their own.
  private mutating func readFlags(from start: Int) throws(RegularExpressionError) -> Bool {
    var isOn = true
    while let scalar = peek {
      position += 1
      switch scalar {
      case "i": flags.foldsCase = isOn
      case "m": flags.isMultiline = isOn
      case "s": flags.dotMatchesNewline = isOn
      case "U": break
      case "-" where isOn: isOn = false
      case ":": return false
      case ")": return true
      default: throw failure("invalid or unsupported Perl syntax", from: start, to: position)
      }
    }
    throw failure("missing argument to repetition operator", from: start)
  }

  // MARK: Repetition

  private mutating func repeated(_ atom: RegularNode, from start: Int) throws(RegularExpressionError)
    -> RegularNode
  {
    var node = atom
    var isRepeated = false
    while let scalar = peek {
      let operatorStart = position
      let bounds: (Int, Int?)
      switch scalar {
      case "*": bounds = (0, nil)
      case "+": bounds = (1, nil)
      case "?": bounds = (0, 1)
      case "{":
        guard let counted = try count() else { return node }
        bounds = counted
        position -= 1
      default: return node
      }
      position += 1
      _ = take("?")
      if isRepeated { throw failure("invalid nested repetition operator", from: operatorStart, to: position) }
      isRepeated = true
      node = .repetition(node, minimum: bounds.0, maximum: bounds.1)
      if node.size > Self.sizeMax { throw failure("invalid repeat count", from: operatorStart, to: position) }
    }
    return node
  }

  /// Reads `{2}`, `{2,}` or `{2,5}`; `nil`, and nothing read, when it is none: the brace means itself.
  private mutating func count() throws(RegularExpressionError) -> (Int, Int?)? {
    let start = position
    position += 1
    guard let minimum = number() else { return giveBack(start) }
    var maximum: Int? = minimum
    if take(",") { maximum = peek == "}" ? nil : number() ?? -1 }
    guard maximum != -1, take("}") else { return giveBack(start) }
    if minimum > Self.repeatMax || (maximum ?? 0) > Self.repeatMax || minimum > maximum ?? minimum {
      throw failure("invalid repeat count", from: start, to: position)
    }
    return (minimum, maximum)
  }

  private mutating func giveBack(_ start: Int) -> (Int, Int?)? {
    position = start
    return nil
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = peek, ScalarSet.digit.contains(scalar) {
      value = min((value ?? 0) * 10 + Int(scalar.value - 48), 1_000_000)
      position += 1
    }
    return value
  }

  // MARK: Characters

  private mutating func escape(from start: Int) throws(RegularExpressionError) -> RegularNode {
    guard let scalar = peek else { throw failure("trailing backslash at end of expression", part: "") }
    switch scalar {
    case "A": return assertion(.textStart)
    case "z": return assertion(.textEnd)
    case "b": return assertion(.wordBoundary)
    case "B": return assertion(.noWordBoundary)
    case "Q": return quoted()
    default: break
    }
    if let set = try perlClass(from: start) { return .scalars(folded(set)) }
    return .scalars(folded(ScalarSet(try escapedScalar(from: start))))
  }

  private mutating func assertion(_ assertion: RegularAssertion) -> RegularNode {
    position += 1
    return .assertion(assertion)
  }

  /// `\Q...\E`
  private mutating func quoted() -> RegularNode {
    position += 1
    var nodes: [RegularNode] = []
    while let scalar = peek {
      if scalar == "\\", position + 1 < scalars.count, scalars[position + 1] == "E" {
        position += 2
        break
      }
      position += 1
      nodes.append(.scalars(folded(ScalarSet(scalar))))
    }
    return .sequence(nodes)
  }

  /// `\d`, `\pL`, `\p{Lu}`; `nil` when the letter stands for none.
  private mutating func perlClass(from start: Int) throws(RegularExpressionError) -> ScalarSet? {
    guard let scalar = peek else { return nil }
    let set: ScalarSet
    switch scalar {
    case "d": set = .digit
    case "D": set = ScalarSet.digit.inverted
    case "s": set = .space
    case "S": set = ScalarSet.space.inverted
    case "w": set = .word
    case "W": set = ScalarSet.word.inverted
    case "p", "P": return try category(isNegated: scalar == "P", from: start)
    default: return nil
    }
    position += 1
    return set
  }

  private mutating func category(isNegated: Bool, from start: Int) throws(RegularExpressionError) -> ScalarSet
  {
    position += 1
    var isNegated = isNegated
    var name = ""
    if take("{") {
      if take("^") { isNegated.toggle() }
      while let scalar = peek, scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard take("}") else { throw failure("invalid character class range", from: start) }
    } else if let scalar = peek {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard Unicode.Scalar.categories.contains(name) else {
      throw failure("invalid character class range", from: start, to: position)
    }
    var set = ScalarSet()
    set.categories = [name]
    return isNegated ? set.inverted : set
  }

  private mutating func escapedScalar(from start: Int) throws(RegularExpressionError) -> Unicode.Scalar {
    guard let scalar = peek else { throw failure("trailing backslash at end of expression", part: "") }
    position += 1
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "f": return "\u{0C}"
    case "v": return "\u{0B}"
    case "a": return "\u{07}"
    case "x": return try hexadecimal(from: start)
    case "0"..."7": return try octal(scalar, from: start)
    default:
      if scalar.isASCII, !ScalarSet.word.contains(scalar) || scalar == "_" { return scalar }
      throw failure("invalid escape sequence", from: start, to: position)
    }
  }

  private mutating func octal(_ first: Unicode.Scalar, from start: Int) throws(RegularExpressionError)
    -> Unicode.Scalar
  {
    // Go: a single digit from 1 on would be a back reference.
    if first != "0", !(peek.map { ("0"..."7").contains($0) } ?? false) {
      throw failure("invalid escape sequence", from: start, to: position)
    }
    var value = first.value - 48
    for _ in 0..<2 {
      guard let scalar = peek, ("0"..."7").contains(scalar) else { break }
      value = value * 8 + scalar.value - 48
      position += 1
    }
    return Unicode.Scalar(value) ?? "\0"
  }

  private mutating func hexadecimal(from start: Int) throws(RegularExpressionError) -> Unicode.Scalar {
    var digits = ""
    if take("{") {
      while let scalar = peek, scalar != "}" {
        digits.unicodeScalars.append(scalar)
        position += 1
      }
      guard take("}") else { throw failure("invalid escape sequence", from: start) }
    } else {
      for _ in 0..<2 {
        guard let scalar = peek else { break }
        digits.unicodeScalars.append(scalar)
        position += 1
      }
      if digits.count < 2 { throw failure("invalid escape sequence", from: start) }
    }
    guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
      throw failure("invalid escape sequence", from: start, to: position)
    }
    return scalar
  }

  // MARK: Classes

  private mutating func characterClass(from start: Int) throws(RegularExpressionError) -> ScalarSet {
    var set = ScalarSet()
    let isNegated = take("^")
    var isFirst = true
    while isFirst || peek != "]" {
      guard peek != nil else { throw failure("missing closing ]", from: start) }
      isFirst = false
      if peek == "[", position + 1 < scalars.count, scalars[position + 1] == ":",
        let named = try namedClass()
      {
        set.formUnion(named)
        continue
      }
      let itemStart = position
      if peek == "\\" {
        position += 1
        if let perl = try perlClass(from: itemStart) {
          set.formUnion(perl)
          continue
        }
        position -= 1
      }
      try addRange(to: &set, from: itemStart, classStart: start)
    }
    position += 1
    if flags.foldsCase { set = set.foldingCase }
    return isNegated ? set.inverted : set
  }

  private mutating func addRange(
    to set: inout ScalarSet, from itemStart: Int, classStart: Int
  ) throws(RegularExpressionError) {
    let low = try classScalar(from: itemStart, classStart: classStart)
    guard peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
      set.ranges.append(low.value...low.value)
      return
    }
    position += 1
    let high = try classScalar(from: position, classStart: classStart)
    if high.value < low.value {
      throw failure("invalid character class range", from: itemStart, to: position)
    }
    set.ranges.append(low.value...high.value)
  }

  private mutating func classScalar(from start: Int, classStart: Int) throws(RegularExpressionError)
    -> Unicode.Scalar
  {
    guard peek != nil else { throw failure("missing closing ]", from: classStart) }
    if take("\\") { return try escapedScalar(from: start) }
    return next()
  }

  /// `[:alpha:]`; `nil` when no such text stands here.
  private mutating func namedClass() throws(RegularExpressionError) -> ScalarSet? {
    let start = position
    var end = position + 2
    while end + 1 < scalars.count, !(scalars[end] == ":" && scalars[end + 1] == "]") { end += 1 }
    guard end + 1 < scalars.count else { return nil }
    var name = String(String.UnicodeScalarView(scalars[(start + 2)..<end]))
    position = end + 2
    let isNegated = name.hasPrefix("^")
    if isNegated { name.removeFirst() }
    guard let ranges = Self.posix[name] else {
      throw failure("invalid character class range", from: start, to: position)
    }
    let set = ScalarSet(ranges: ranges)
    return isNegated ? set.inverted : set
  }

  private static let posix: [String: [ClosedRange<UInt32>]] = [
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
    "ascii": [0...0x7F],
    "blank": [0x09...0x09, 0x20...0x20], "cntrl": [0...0x1F, 0x7F...0x7F], "digit": [0x30...0x39],
    "graph": [0x21...0x7E], "lower": [0x61...0x7A], "print": [0x20...0x7E],
    "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E], "space": [0x09...0x0D, 0x20...0x20],
    "upper": [0x41...0x5A], "word": ScalarSet.word.ranges, "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]

  private func folded(_ set: ScalarSet) -> ScalarSet {
    flags.foldsCase && !set.isNegated ? set.foldingCase : set
  }

  // MARK: Reading

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func next() -> Unicode.Scalar {
    position += 1
    return scalars[position - 1]
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  private func failure(_ message: String, from start: Int, to end: Int? = nil) -> RegularExpressionError {
    let part = String(String.UnicodeScalarView(scalars[start..<min(end ?? scalars.count, scalars.count)]))
    return RegularExpressionError(message: message, part: part)
  }

  private func failure(_ message: String, part: String) -> RegularExpressionError {
    RegularExpressionError(message: message, part: part)
  }
}
