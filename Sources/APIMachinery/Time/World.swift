/// What a program takes from outside itself: time and chance.
///
/// No code below the executables reads a wall clock or draws an unseeded number; it asks the world it was given.
/// The test kit's world has virtual time and a seed, so that one seed is one history.
public struct World: Sendable {
  public var time: any TimeSource
  public var random: any RandomSource

  public init(time: any TimeSource, random: any RandomSource) {
    self.time = time
    self.random = random
  }
}

/// Where time comes from.
public protocol TimeSource: Sendable {
  func now() -> Timestamp

  /// Suspends until `deadline`; returns at once when it has passed.
  ///
  /// - Throws: `CancellationError` when the task is cancelled meanwhile.
  func sleep(until deadline: Timestamp) async throws
}

extension TimeSource {
  /// Suspends for `duration`; a negative one is zero.
  public func sleep(for duration: Duration) async throws {
    try await sleep(until: now() + duration)
  }
}

/// Where chance comes from.
public protocol RandomSource: Sendable {
  func next() -> UInt64
}

extension RandomSource {
  /// A number in `0 ..< bound`, evenly distributed.
  public func next(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "the bound must be positive")
    return next().multipliedFullWidth(by: bound).high
  }

  /// A random (version 4) UUID in lower case, RFC 9562.
  public func uuid() -> String {
    let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    return String(unsafeUninitializedCapacity: 36) { buffer in
      var out = 0
      for position in 0..<32 {
        if position == 8 || position == 12 || position == 16 || position == 20 {
          buffer[out] = UInt8(ascii: "-")
          out += 1
        }
        let word = position < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: word >> UInt64((15 - position % 16) * 4) & 15)
        buffer[out] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
        out += 1
      }
      return 36
    }
  }

  /// The five characters that Kubernetes appends to `generateName`.
  ///
  /// Kubernetes: apimachinery `util/rand`: an alphabet of 27 characters without vowels and look-alikes.
  public func nameSuffix() -> String {
    let alphabet = Array("bcdfghjklmnpqrstvwxz2456789".utf8)
    return String(unsafeUninitializedCapacity: 5) { buffer in
      for position in 0..<5 { buffer[position] = alphabet[Int(next(below: UInt64(alphabet.count)))] }
      return 5
    }
  }
}
