/// A regular expression as steps that a matcher follows.
///
/// Thompson: "Regular Expression Search Algorithm"; RE2: `prog.h`.
struct RegularProgram: Sendable {
  enum Step: Sendable {
    case scalars(ScalarSet, next: Int)
    case assertion(RegularAssertion, next: Int)
    case split(Int, Int)
    case end
  }

  private(set) var steps: [Step] = []
  private(set) var start = 0
  /// Whether a match can begin at the start of the text alone.
  let isAnchored: Bool

  init(_ node: RegularNode) {
    isAnchored = Self.isAnchored(node)
    steps = [.end]
    start = add(node, before: 0)
  }

  /// Adds the steps of a node.
  ///
  /// - Returns: the first of them; after the node the program goes on at `next`.
  private mutating func add(_ node: RegularNode, before next: Int) -> Int {
    switch node {
    case .empty: return next
    case .scalars(let set): return append(.scalars(set, next: next))
    case .assertion(let assertion): return append(.assertion(assertion, next: next))
    case .sequence(let nodes): return nodes.reversed().reduce(next) { add($1, before: $0) }
    case .alternatives(let nodes):
      var first = add(nodes[nodes.count - 1], before: next)
      for node in nodes.dropLast().reversed() {
        let branch = add(node, before: next)
        first = append(.split(branch, first))
      }
      return first
    case .repetition(let node, let minimum, let maximum):
      return add(node, minimum: minimum, maximum: maximum, before: next)
    }
  }

  private mutating func add(_ node: RegularNode, minimum: Int, maximum: Int?, before next: Int) -> Int {
    var first = next
    if let maximum {
      for _ in minimum..<max(minimum, maximum) {
        let body = add(node, before: first)
        first = append(.split(body, next))
      }
    } else {
      let loop = append(.split(next, next))
      let body = add(node, before: loop)
      steps[loop] = .split(body, next)
      first = loop
    }
    for _ in 0..<minimum { first = add(node, before: first) }
    return first
  }

  private mutating func append(_ step: Step) -> Int {
    steps.append(step)
    return steps.count - 1
  }

  private static func isAnchored(_ node: RegularNode) -> Bool {
    switch node {
    case .assertion(.textStart): true
    case .sequence(let nodes): nodes.first.map(isAnchored) ?? false
    case .alternatives(let nodes): nodes.allSatisfy(isAnchored)
    case .repetition(let node, let minimum, _): minimum > 0 && isAnchored(node)
    default: false
    }
  }
}

/// Follows all ways through a program at once.
struct RegularMatcher {
  private let program: RegularProgram
  private var current: [Int] = []
  private var upcoming: [Int] = []
  /// In which round a step was last put on a list: a step is followed once a round.
  private var marks: [Int]
  private var round = 0
  private var isFound = false

  init(_ program: RegularProgram) {
    self.program = program
    marks = Array(repeating: 0, count: program.steps.count)
  }

  mutating func matches(_ text: String.UnicodeScalarView) -> Bool {
    var before: Unicode.Scalar?
    var position = text.startIndex
    while true {
      let scalar = position < text.endIndex ? text[position] : nil
      round += 1
      swap(&current, &upcoming)
      upcoming.removeAll(keepingCapacity: true)
      // What the last character led to is looked at between that character and this one.
      let arrived = current
      current.removeAll(keepingCapacity: true)
      for step in arrived { follow(step, before, scalar) }
      if before == nil || !program.isAnchored { follow(program.start, before, scalar) }
      if isFound { return true }
      guard let scalar else { return false }
      if current.isEmpty, program.isAnchored { return false }
      for step in current {
        if case .scalars(let set, let next) = program.steps[step], set.contains(scalar) {
          upcoming.append(next)
        }
      }
      before = scalar
      text.formIndex(after: &position)
    }
  }

  /// Puts a step on the list, or what it leads to without a character.
  private mutating func follow(_ first: Int, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) {
    var open = [first]
    while let step = open.popLast() {
      if marks[step] == round { continue }
      marks[step] = round
      switch program.steps[step] {
      case .end: isFound = true
      case .scalars: current.append(step)
      case .assertion(let assertion, let next):
        if assertion.holds(between: before, and: after) { open.append(next) }
      case .split(let left, let right):
        open.append(right)
        open.append(left)
      }
    }
  }
}
