// What a view gives for a required field that is missing.

extension Timestamp {
  /// 1970-01-01T00:00:00Z.
  public static let empty = Timestamp(secondsSince1970: 0)
}

extension MicroTime {
  /// 1970-01-01T00:00:00.000000Z.
  public static let empty = MicroTime(.empty)
}

extension Quantity {
  public static let empty = Quantity.zero
}

extension IntOrString {
  public static let empty = IntOrString.int(0)
}

extension ByteString {
  public static let empty = ByteString([])
}
