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
    self.withBytes { left in
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
    utf8.count == other.utf8.count && bytewiseOrder(to: other) == 0
  }

  /// Calls `body` with the UTF-8 bytes, which are contiguous in every native string.
  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}
