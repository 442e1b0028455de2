extension Timestamp: JSONConvertible {
  // Replaced by the RFC 3339 coding.
  public init?(json: JSON) { nil }
  public var json: JSON { .null }
}
