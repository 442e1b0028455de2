public import APIMachinery
import Synchronization

/// Chance from a seed: the same numbers in every process.
///
/// SplitMix64 (Steele, Lea, Flood 2014).
public final class SeededRandom: RandomSource {
  private let state: Atomic<UInt64>

  public init(seed: UInt64) {
    state = Atomic(seed)
  }

  public func next() -> UInt64 {
    let (_, state) = state.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed)
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
