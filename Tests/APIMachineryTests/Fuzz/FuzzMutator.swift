/// Makes inputs: a seed that is changed a few times, or a row of tokens.
struct FuzzMutator {
  var seeds: [[UInt8]]
  var tokens: [[UInt8]]
  var lengthMax = 1500

  init(seeds: [String], tokens: [String]) {
    self.seeds = seeds.map { Array($0.utf8) }
    self.tokens = tokens.map { Array($0.utf8) }
  }

  func input(_ random: inout FuzzRandom) -> [UInt8] {
    if random.once(in: 4) {
      return (0..<random.below(30)).flatMap { _ in random.pick(tokens) }
    }
    var bytes = random.pick(seeds)
    for _ in 0...random.below(8) { change(&bytes, &random) }
    return Array(bytes.prefix(lengthMax))
  }

  private func change(_ bytes: inout [UInt8], _ random: inout FuzzRandom) {
    let place = random.below(bytes.count + 1)
    switch random.below(8) {
    case 0, 1: bytes.insert(contentsOf: random.pick(tokens), at: place)
    case 2: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: random.next()) }
    case 3: if place < bytes.count { bytes[place] ^= 1 << UInt8(random.below(8)) }
    case 4: bytes.removeSubrange(range(bytes, from: place, &random))
    case 5: bytes.insert(contentsOf: Array(bytes[range(bytes, from: place, &random)]), at: place)
    case 6: bytes.replaceSubrange(range(bytes, from: place, &random), with: random.pick(tokens))
    default:
      let other = random.pick(seeds)
      bytes.insert(
        contentsOf: Array(other[range(other, from: random.below(other.count + 1), &random)]), at: place)
    }
  }

  private func range(_ bytes: [UInt8], from start: Int, _ random: inout FuzzRandom) -> Range<Int> {
    start..<min(bytes.count, start + random.below(20))
  }
}
