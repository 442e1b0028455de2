extension RegularExpression {
  /// Whether the expression matches somewhere in `text`. Write `^` and `$` to match all of it.
  ///
  /// - Complexity: O(*n* · *m*) in the bytes of the text and the instructions.
  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { search($0, from: 0, isTest: true) != nil }
  }

  /// The first match from a byte on: the leftmost one, of these the one that the expression prefers.
  ///
  /// - Complexity: O(*n* · *m*) in the bytes of the text and the instructions.
  public func firstMatch(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Range<Int>? {
    search(bytes, from: start, isTest: false)
  }

  private func search(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isTest: Bool) -> Range<Int>? {
    let count = instructions.count
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: count * 8 + 2) { memory in
      memory.initialize(repeating: 0)
      return instructions.withUnsafeBufferPointer { instructions in
        var run = Run(instructions: instructions, sets: sets, bytes: bytes, memory: memory)
        return run.search(from: start, isAnchored: isAnchored, isTest: isTest)
      }
    }
  }

  /// One walk over a text.
  private struct Run {
    let instructions: UnsafeBufferPointer<Instruction>
    let sets: [ScalarSet]
    let bytes: UnsafeBufferPointer<UInt8>
    /// For each of two lists: the waiting instructions in their order, where each match began, and where each
    /// instruction stands in the list; then the stack of ``add(_:start:at:to:)``.
    let memory: UnsafeMutableBufferPointer<Int>
    var counts = (0, 0)

    private var size: Int { instructions.count }

    mutating func search(from start: Int, isAnchored: Bool, isTest: Bool) -> Range<Int>? {
      var found: Range<Int>?
      var position = start
      var isOdd = false
      while true {
        if found == nil, !isAnchored || position == 0 { add(0, start: position, at: position, isOdd: isOdd) }
        let waiting = isOdd ? counts.1 : counts.0
        if waiting == 0, found != nil || isAnchored { return found }
        let (scalar, length) = decode(position)
        let base = isOdd ? size * 3 : 0
        setCount(0, isOdd: !isOdd)
        for place in 0..<waiting {
          let origin = memory[base + size + place]
          switch instructions[memory[base + place]] {
          case .match:
            if isTest { return origin..<position }
            found = origin..<position
          case .take(let set):
            if length > 0, sets[set].contains(scalar) {
              add(memory[base + place] + 1, start: origin, at: position + length, isOdd: !isOdd)
            }
            continue
          default: continue
          }
          break
        }
        if length == 0 { return found }
        position += length
        isOdd.toggle()
      }
    }

    private mutating func setCount(_ count: Int, isOdd: Bool) {
      if isOdd { counts.1 = count } else { counts.0 = count }
    }

    /// Adds an instruction to a list, and all that can be reached from it without taking a code point.
    private mutating func add(_ first: Int, start: Int, at position: Int, isOdd: Bool) {
      let base = isOdd ? size * 3 : 0
      let stack = size * 6
      var count = isOdd ? counts.1 : counts.0
      var depth = 1
      memory[stack] = first
      while depth > 0 {
        depth -= 1
        let next = memory[stack + depth]
        let known = memory[base + size * 2 + next]
        if known < count, memory[base + known] == next { continue }
        memory[base + count] = next
        memory[base + size + count] = start
        memory[base + size * 2 + next] = count
        count += 1
        switch instructions[next] {
        case .jump(let target):
          memory[stack + depth] = target
          depth += 1
        case .split(let preferred, let other):
          memory[stack + depth] = other
          memory[stack + depth + 1] = preferred
          depth += 2
        case .assert(let assertion):
          if holds(assertion, position) {
            memory[stack + depth] = next + 1
            depth += 1
          }
        case .take, .match: break
        }
      }
      setCount(count, isOdd: isOdd)
    }

    private func holds(_ assertion: RegularNode.Assertion, _ position: Int) -> Bool {
      switch assertion {
      case .textStart: position == 0
      case .textEnd: position == bytes.count
      case .lineStart: position == 0 || bytes[position - 1] == 10
      case .lineEnd: position == bytes.count || bytes[position] == 10
      case .wordBoundary: isWord(position - 1) != isWord(position)
      case .noWordBoundary: isWord(position - 1) == isWord(position)
      }
    }

    private func isWord(_ position: Int) -> Bool {
      guard position >= 0, position < bytes.count else { return false }
      let byte = bytes[position]
      return byte &- 48 < 10 || (byte | 32) &- 97 < 26 || byte == 95
    }

    /// The code point at a byte and its length; a length of zero at the end.
    private func decode(_ position: Int) -> (UInt32, Int) {
      guard position < bytes.count else { return (0, 0) }
      let first = UInt32(bytes[position])
      if first < 0x80 { return (first, 1) }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard position + length <= bytes.count else { return (0xFFFD, 1) }
      var value = first & (0x7F >> UInt32(length))
      for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
      return (value, length)
    }
  }
}
