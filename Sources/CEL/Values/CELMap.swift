/// A map that an expression has made. It keeps the order in which its entries were written.
public final class CELMap: Sendable {
  public let entries: [(key: CELValue, value: CELValue)]
  /// Where each key stands, once there are too many to look through.
  private let index: [MapKey: Int]

  /// - Throws: When a key cannot be one, or is there twice.
  init(_ entries: [(key: CELValue, value: CELValue)]) throws(CELError) {
    var index: [MapKey: Int] = [:]
    for (position, entry) in entries.enumerated() {
      guard let key = MapKey(entry.key) else {
        throw .evaluation("unsupported key type: \(entry.key.type)")
      }
      if index.updateValue(position, forKey: key) != nil {
        throw .evaluation("Failed with repeated key [\(entry.key.text)]")
      }
    }
    self.entries = entries
    self.index = index
  }

  public var count: Int { entries.count }

  /// The value of a key; numbers are found by their value, whatever their type.
  public func value(of key: CELValue) -> CELValue? {
    MapKey(key).flatMap { index[$0] }.map { entries[$0].value }
  }
}

/// A key of a map, with equal numbers equal.
private enum MapKey: Hashable {
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case text([UInt8])

  init?(_ value: CELValue) {
    switch value {
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .uint(let value): self = Int64(exactly: value).map { .int($0) } ?? .uint(value)
    case .string(let value): self = .text(Array(value.utf8))
    case .double(let value):
      if let int = Int64(exactly: value) {
        self = .int(int)
      } else if let uint = UInt64(exactly: value) {
        self = .uint(uint)
      } else {
        return nil
      }
    default: return nil
    }
  }
}
