extension ProgramBuilder {
  /// One round of a walk: the element and, with two names, its index or key.
  private typealias Round = @Sendable (inout Frame) throws(CELError) -> Bool

  /// A macro as a loop of its own; the costs are those of the general loop that it stands for.
  mutating func comprehension(_ walk: Expression.Comprehension) -> Step {
    let range = step(walk.range)
    return withLocal(walk.first) { builder, first in
      guard let second = walk.second else {
        return builder.loop(walk, range, Names(first: first, second: nil))
      }
      return builder.withLocal(second) { builder, second in
        builder.loop(walk, range, Names(first: first, second: second))
      }
    }
  }

  /// The slots of the names of a walk.
  fileprivate struct Names: Sendable {
    var first: Int
    var second: Int?

    /// Puts the element at a position into the slots.
    @inline(__always)
    func bind(_ frame: inout Frame, _ range: CELValue, _ position: Int, isList: Bool) throws(CELError) {
      if isList {
        let element = try range.element(at: position)
        guard let second else {
          frame.slots[first] = element
          return
        }
        frame.slots[first] = .int(Int64(position))
        frame.slots[second] = element
      } else {
        let entry = try range.entry(at: position)
        frame.slots[first] = entry.key
        if let second { frame.slots[second] = entry.value }
      }
    }
  }

  private mutating func loop(_ walk: Expression.Comprehension, _ range: @escaping Step, _ names: Names)
    -> Step
  {
    let body = step(walk.body)
    let filter = walk.filter.map { step($0) }
    switch walk.operation {
    case .all: return quantifier(range, names, body, isAll: true)
    case .exists: return quantifier(range, names, body, isAll: false)
    case .existsOne: return one(range, names, body)
    case .filter: return filtered(range, names, body)
    case .map, .transformList: return mapped(range, names, filter, body)
    case .transformMap: return entries(range, names, filter, body, isEntry: false)
    case .transformMapEntry: return entries(range, names, filter, body, isEntry: true)
    }
  }

  private static func extent(_ range: CELValue) throws(CELError) -> (count: Int, isList: Bool) {
    switch range {
    case .list(let elements): return (elements.count, true)
    case .jsonList(let elements, _): return (elements.count, true)
    default:
      guard let count = range.elementCount else { throw .noSuchOverload }
      return (count, false)
    }
  }

  /// `all` and `exists`: an error of one element does not matter when another one decides.
  private func quantifier(_ range: @escaping Step, _ names: Names, _ body: @escaping Step, isAll: Bool)
    -> Step
  {
    { (frame) throws(CELError) in
      let range = try range(&frame)
      let (count, isList) = try Self.extent(range)
      var problem: CELError?
      for position in 0..<count {
        try frame.charge(isAll ? 3 : 4)
        try names.bind(&frame, range, position, isList: isList)
        do throws(CELError) {
          if try body(&frame).demandedBool != isAll {
            // The condition of the loop is looked at once more before it ends.
            try frame.charge(position + 1 < count ? (isAll ? 3 : 4) : 1)
            return .bool(!isAll)
          }
        } catch {
          if error.code == .costLimitExceeded { throw error }
          problem = problem ?? error
        }
      }
      try frame.charge(1)
      if let problem { throw problem }
      return .bool(isAll)
    }
  }

  private func one(_ range: @escaping Step, _ names: Names, _ body: @escaping Step) -> Step {
    { (frame) throws(CELError) in
      let range = try range(&frame)
      let (count, isList) = try Self.extent(range)
      var found = 0
      for position in 0..<count {
        try names.bind(&frame, range, position, isList: isList)
        let isTrue = try body(&frame).demandedBool
        try frame.charge(isTrue ? 2 : 1)
        if isTrue { found += 1 }
      }
      try frame.charge(2)
      return .bool(found == 1)
    }
  }

  private func filtered(_ range: @escaping Step, _ names: Names, _ body: @escaping Step) -> Step {
    { (frame) throws(CELError) in
      let range = try range(&frame)
      let (count, isList) = try Self.extent(range)
      var made: [CELValue] = []
      for position in 0..<count {
        try names.bind(&frame, range, position, isList: isList)
        let isTrue = try body(&frame).demandedBool
        try frame.charge(isTrue ? 13 : 1)
        if isTrue { made.append(frame.slots[names.first]) }
      }
      try frame.charge(1)
      return .list(made)
    }
  }

  private func mapped(
    _ range: @escaping Step, _ names: Names, _ filter: Step?, _ body: @escaping Step
  ) -> Step {
    { (frame) throws(CELError) in
      let range = try range(&frame)
      let (count, isList) = try Self.extent(range)
      var made: [CELValue] = []
      for position in 0..<count {
        try names.bind(&frame, range, position, isList: isList)
        if let filter, try !filter(&frame).demandedBool {
          try frame.charge(1)
          continue
        }
        made.append(try body(&frame))
        try frame.charge(12)
      }
      try frame.charge(1)
      return .list(made)
    }
  }

  private func entries(
    _ range: @escaping Step, _ names: Names, _ filter: Step?, _ body: @escaping Step, isEntry: Bool
  ) -> Step {
    { (frame) throws(CELError) in
      let range = try range(&frame)
      let (count, isList) = try Self.extent(range)
      var made: [(key: CELValue, value: CELValue)] = []
      for position in 0..<count {
        try names.bind(&frame, range, position, isList: isList)
        if let filter, try !filter(&frame).demandedBool {
          try frame.charge(1)
          continue
        }
        let key = frame.slots[names.first]
        let value = try body(&frame)
        try frame.charge(isEntry ? 2 : 3)
        if !isEntry {
          made.append((key, value))
          continue
        }
        guard case .map(let map) = value else { throw .noSuchOverload }
        made += map.entries
      }
      try frame.charge(1)
      return .map(try Self.inserted(made))
    }
  }

  private static func inserted(_ entries: [(key: CELValue, value: CELValue)]) throws(CELError) -> CELMap {
    do throws(CELError) {
      return try CELMap(entries)
    } catch {
      throw .evaluation(error.message.replacingRepeatedKey)
    }
  }
}

extension String {
  /// The message about a key that an insertion finds taken, in place of that about a literal.
  fileprivate var replacingRepeatedKey: String {
    guard hasPrefix("Failed with repeated key ["), hasSuffix("]") else { return self }
    return "insert failed: key \(dropFirst(26).dropLast()) already exists"
  }
}
