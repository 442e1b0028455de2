/// A regular expression with the syntax of RE2, as Go and therefore Kubernetes' `pattern` and CEL's `matches` read it.
///
/// Matching takes time in proportion to the text, whatever the expression: it becomes a small program that is run for
/// all its alternatives at once, a code point after the other (Thompson 1968, Pike); nothing is ever tried twice. There
/// are no look-arounds and no back references.
///
/// RE2: `doc/syntax.txt`; Go: `regexp/syntax`.
public struct RegularExpression: Sendable {
  /// The expression as it was written.
  public let pattern: String
  let instructions: [Instruction]
  let sets: [ScalarSet]
  /// Whether the pattern can only match where the text begins.
  let isAnchored: Bool

  enum Instruction: Sendable {
    /// A code point of the set, then the next instruction.
    case take(Int)
    /// Both ways, the first one first.
    case split(Int, Int)
    case jump(Int)
    case assert(RegularNode.Assertion)
    case match
  }

  /// The most instructions of a pattern.
  private static let sizeLimit = 50_000

  /// - Throws: ``RegularExpressionError`` with Go's words: "missing closing ): `(a`".
  /// - Complexity: O(*n*) in the expression with its counted repetitions written out; at most 1,000 repetitions.
  public init(_ pattern: String) throws(RegularExpressionError) {
    self.pattern = pattern
    let node = try RegularParser.parse(pattern)
    var compiler = Compiler()
    try compiler.emit(node, pattern)
    compiler.instructions.append(.match)
    instructions = compiler.instructions
    sets = compiler.sets
    isAnchored = Self.isAnchored(node)
  }

  private static func isAnchored(_ node: RegularNode) -> Bool {
    switch node {
    case .assertion(.textStart): true
    case .sequence(let parts): parts.first.map(isAnchored) ?? false
    case .choice(let branches): branches.allSatisfy(isAnchored)
    default: false
    }
  }

  private struct Compiler {
    var instructions: [Instruction] = []
    var sets: [ScalarSet] = []

    mutating func emit(_ node: RegularNode, _ pattern: String) throws(RegularExpressionError) {
      if instructions.count > RegularExpression.sizeLimit {
        throw RegularExpressionError("expression too large", pattern)
      }
      switch node {
      case .empty: break
      case .set(let set):
        instructions.append(.take(sets.count))
        sets.append(set)
      case .assertion(let assertion): instructions.append(.assert(assertion))
      case .sequence(let parts): for part in parts { try emit(part, pattern) }
      case .choice(let branches): try emit(choice: branches, pattern)
      case .repetition(let inner, let least, let most, let isGreedy):
        try emit(inner, least, most, isGreedy, pattern)
      }
    }

    private mutating func emit(choice branches: [RegularNode], _ pattern: String)
      throws(RegularExpressionError)
    {
      var exits: [Int] = []
      for (position, branch) in branches.enumerated() {
        let split = instructions.count
        let isLast = position == branches.count - 1
        if !isLast { instructions.append(.match) }
        try emit(branch, pattern)
        if isLast { break }
        exits.append(instructions.count)
        instructions.append(.match)
        instructions[split] = .split(split + 1, instructions.count)
      }
      for exit in exits { instructions[exit] = .jump(instructions.count) }
    }

    private mutating func emit(
      _ inner: RegularNode, _ least: Int, _ most: Int?, _ isGreedy: Bool, _ pattern: String
    ) throws(RegularExpressionError) {
      for _ in 0..<least { try emit(inner, pattern) }
      guard let most else { return try emit(loop: inner, isGreedy, pattern) }
      var splits: [Int] = []
      for _ in least..<max(least, most) {
        splits.append(instructions.count)
        instructions.append(.match)
        try emit(inner, pattern)
      }
      for split in splits { instructions[split] = way(split + 1, instructions.count, isGreedy) }
    }

    private mutating func emit(
      loop inner: RegularNode, _ isGreedy: Bool, _ pattern: String
    ) throws(RegularExpressionError) {
      let split = instructions.count
      instructions.append(.match)
      try emit(inner, pattern)
      instructions.append(.jump(split))
      instructions[split] = way(split + 1, instructions.count, isGreedy)
    }

    private func way(_ first: Int, _ second: Int, _ isGreedy: Bool) -> Instruction {
      isGreedy ? .split(first, second) : .split(second, first)
    }
  }
}

/// Why a text is no regular expression.
public struct RegularExpressionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong: `missing closing ]`.
  public var message: String
  /// The part of the expression that is meant.
  public var part: String

  init(_ message: String, _ part: some StringProtocol) {
    self.message = message
    self.part = String(part)
  }

  /// As Go writes it.
  public var description: String { "error parsing regexp: \(message): `\(part)`" }
}
