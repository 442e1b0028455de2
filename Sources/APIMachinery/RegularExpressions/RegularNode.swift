/// A part of a regular expression.
indirect enum RegularNode: Sendable {
  case empty
  case scalars(ScalarSet)
  case assertion(RegularAssertion)
  case sequence([RegularNode])
  case alternatives([RegularNode])
  /// `maximum` is `nil` for any number.
  case repetition(RegularNode, minimum: Int, maximum: Int?)

  /// How many steps of a program the node takes, counted repetitions written out.
  var size: Int {
    switch self {
    case .empty: 0
    case .scalars, .assertion: 1
    case .sequence(let nodes): nodes.reduce(0) { $0 + $1.size }
    case .alternatives(let nodes): nodes.reduce(nodes.count) { $0 + $1.size }
    case .repetition(let node, let minimum, let maximum):
      (node.size + 1) * max(minimum, maximum ?? minimum, 1)
    }
  }
}

/// A condition on a place between two characters.
enum RegularAssertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

  func holds(between before: Unicode.Scalar?, and after: Unicode.Scalar?) -> Bool {
    switch self {
    case .textStart: before == nil
    case .textEnd: after == nil
    case .lineStart: before == nil || before == "\n"
    case .lineEnd: after == nil || after == "\n"
    case .wordBoundary: Self.isWord(before) != Self.isWord(after)
    case .noWordBoundary: Self.isWord(before) == Self.isWord(after)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ScalarSet.word.contains($0) } ?? false
  }
}

/// A set of Unicode scalars: ranges, general categories, and what is not in them.
struct ScalarSet: Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  /// Names of general categories: `L`, `Lu`; with `^` in front those that are meant not to be in it.
  var categories: [String] = []
  var isNegated = false

  static let digit = ScalarSet(ranges: [0x30...0x39])
  static let space = ScalarSet(ranges: [0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
  static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let any = ScalarSet(ranges: [0...0x10FFFF])
  static let anyButNewline = ScalarSet(ranges: [0...0x09, 0x0B...0x10FFFF])

  init(ranges: [ClosedRange<UInt32>] = []) { self.ranges = ranges }

  init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isIn =
      ranges.contains { $0.contains(scalar.value) }
      || categories.contains { $0.hasPrefix("^") != scalar.isIn(category: $0) }
    return isIn != isNegated
  }

  /// The complement.
  var inverted: ScalarSet {
    var set = self
    set.isNegated.toggle()
    return set
  }

  /// Adds a set that may be a complement.
  mutating func formUnion(_ other: ScalarSet) {
    if !other.isNegated {
      ranges += other.ranges
      categories += other.categories
      return
    }
    var next: UInt32 = 0
    for range in other.ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { ranges.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound &+ 1)
    }
    if next <= 0x10FFFF { ranges.append(next...0x10FFFF) }
    categories += other.categories.map { $0.hasPrefix("^") ? String($0.dropFirst()) : "^" + $0 }
  }

  /// The set with the other case of each letter of its ranges, for `(?i)`.
  var foldingCase: ScalarSet {
    var set = self
    for range in ranges where range.count <= 0x500 {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        for text in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
          let scalars = text.unicodeScalars
          if scalars.count == 1, let other = scalars.first, other != scalar {
            set.ranges.append(other.value...other.value)
          }
        }
      }
    }
    return set
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is of a general category: `L`, `Lu`, `Nd`; a `^` in front is not looked at.
  fileprivate func isIn(category name: String) -> Bool {
    let name = name.hasPrefix("^") ? name.dropFirst() : name[...]
    let own = Self.name(of: properties.generalCategory)
    return name == "Any" || own == name || (name.count == 1 && own.hasPrefix(name))
  }

  static let categories: Set<String> = [
    "Any", "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd",
    "Ps",
    "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co",
    "Cn",
  ]

  private static func name(of category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
