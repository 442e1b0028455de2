import Synchronization

/// Says what this process may look at, and knows what it is looking at.
final class ShardGate: Sendable {
  private struct State {
    /// The ring by which this process works, and those that came since: a text is its own while it is so by all of them.
    var rings: [ShardRing] = [ShardRing()]
    var isActive = false
    /// The newest ring by which all that this process gave up has ended.
    var acknowledged = 0
    /// How many looks at each text are under way.
    var underWay: [String: Int] = [:]

    func allows(_ text: String, _ identity: String) -> Bool {
      rings.allSatisfy { $0.owner(of: text) == identity }
    }

    func isDrained(_ identity: String) -> Bool { underWay.keys.allSatisfy { allows($0, identity) } }
  }

  let identity: String
  private let state = Mutex(State())

  init(identity: String) {
    self.identity = identity
  }

  func allows(_ text: String) -> Bool { state.withLock { $0.allows(text, identity) } }

  /// - Returns: `false` when the look must not be.
  func begin(_ text: String) -> Bool {
    state.withLock { state in
      guard state.allows(text, identity) else { return false }
      state.underWay[text, default: 0] += 1
      return true
    }
  }

  func end(_ text: String) {
    state.withLock { state in
      guard let count = state.underWay[text] else { return }
      state.underWay[text] = count > 1 ? count - 1 : nil
    }
  }

  // MARK: Rings

  /// The newest ring.
  var ring: ShardRing { state.withLock { $0.rings.last ?? ShardRing() } }

  /// Whether this process works by the newest ring.
  var isSettled: Bool { state.withLock { $0.isActive && $0.rings.count == 1 } }

  /// Gives up what is not this process' own by `ring`; what it gains has to wait for ``activate(_:)``.
  func adopt(_ ring: ShardRing) {
    state.withLock { state in
      if let last = state.rings.last, last.epoch < ring.epoch { state.rings.append(ring) }
    }
  }

  /// Whether nothing is under way that this process has given up.
  var isDrained: Bool { state.withLock { $0.isDrained(identity) } }

  /// The number of the newest ring by which nothing is under way that this process has given up.
  func acknowledge() -> Int {
    state.withLock { state in
      if state.isDrained(identity) { state.acknowledged = state.rings.last?.epoch ?? 0 }
      return state.acknowledged
    }
  }

  /// Works by the newest ring from now on.
  ///
  /// - Returns: What this process was allowed before.
  func activate() -> @Sendable (String) -> Bool {
    let before = state.withLock { state in
      let before = state.rings
      state.rings = Array(before.suffix(1))
      state.isActive = true
      return before
    }
    return { [identity] text in before.allSatisfy { $0.owner(of: text) == identity } }
  }
}
