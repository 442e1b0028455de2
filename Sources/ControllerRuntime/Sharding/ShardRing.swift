/// The processes that share keys, as of one number of the ring.
struct ShardRing: Sendable, Hashable {
  /// Grows with every change.
  var epoch = 0
  /// In byte order.
  var members: [String] = []

  /// Whose a text is: the member with the highest weight for it. A member that comes takes its share from all others, and
  /// one that goes leaves its own to them; nothing else moves.
  ///
  /// Thaler, Ravishankar 1998: rendezvous hashing.
  ///
  /// - Complexity: O(*n*) in the number of members.
  func owner(of text: String) -> String? {
    let hash = Self.hash(text)
    var owner: String?
    var highest: UInt64 = 0
    for member in members {
      let weight = Self.mix(hash ^ Self.hash(member))
      if owner == nil || weight > highest { (owner, highest) = (member, weight) }
    }
    return owner
  }

  /// FNV-1a. Not the standard library's hash: that is another one in every process.
  private static func hash(_ text: String) -> UInt64 {
    mix(text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 })
  }

  /// The last steps of SplitMix64 (Steele, Lea, Flood 2014).
  private static func mix(_ word: UInt64) -> UInt64 {
    var word = word &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
