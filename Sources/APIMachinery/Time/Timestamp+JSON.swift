extension Timestamp: JSONConvertible {
  public init?(json: JSON) {
    guard case .string(let text) = json else { return nil }
    self.init(rfc3339: text)
  }

  /// The time in whole seconds, as `metav1.Time` has it.
  public var json: JSON { .string(rfc3339) }
}
