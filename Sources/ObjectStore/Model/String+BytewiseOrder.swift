#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension String {
  /// Less than zero, zero or more than zero, as this string's UTF-8 bytes come before, equal or follow the
  /// other's.
  ///
  /// Swift's own `<` compares by canonical equivalence: two names that Kubernetes tells apart could be one
  /// key.
  func bytewiseOrder(to other: String) -> Int {
    if isSameValue(as: other) { return 0 }
    return self.withBytes { left in
      other.withBytes { right in
        let common = min(left.count, right.count)
        if common > 0, let leftStart = left.baseAddress, let rightStart = right.baseAddress {
          let order = memcmp(leftStart, rightStart, common)
          if order != 0 { return Int(order) }
        }
        return left.count - right.count
      }
    }
  }

  func isBytewiseEqual(to other: String) -> Bool {
    isSameValue(as: other) || (utf8.count == other.utf8.count && bytewiseOrder(to: other) == 0)
  }

  /// Whether the two values are the same bits, and so the same text, short or shared; false says nothing.
  @inline(__always)
  func isSameValue(as other: String) -> Bool {
    unsafeBitCast(self, to: (UInt64, UInt64).self) == unsafeBitCast(other, to: (UInt64, UInt64).self)
  }

  /// Mixes the UTF-8 bytes into a hash, eight a step.
  func mixed(into hash: UInt64) -> UInt64 {
    withBytes { text in
      let bytes = UnsafeRawBufferPointer(text)
      var hash = hash ^ UInt64(bytes.count)
      guard bytes.count >= 8 else {
        return Self.mix(hash ^ bytes.reduce(0) { $0 << 8 | UInt64($1) })
      }
      // The last eight may share some with those before them.
      let last = bytes.count - 8
      var position = 0
      while position < last {
        hash = Self.mix(hash ^ bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        position += 8
      }
      return Self.mix(hash ^ bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self))
    }
  }

  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    let product = word &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 32)
  }

  /// Calls `body` with the UTF-8 bytes, which are contiguous in every native string.
  @inline(__always)
  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}
