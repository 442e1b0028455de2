extension JSON {
  /// Parses a JSON text (RFC 8259).
  ///
  /// Integers of 64 bits are exact. Of members with the same key the last one counts, as in Go; use
  /// ``parse(_:limits:duplicates:)`` to be told of them. A lone surrogate escape becomes U+FFFD.
  ///
  /// - Parameter bytes: The text, in UTF-8.
  /// - Throws: `JSONError` when the text is not JSON, is not UTF-8, or exceeds `limits`.
  /// - Complexity: O(*n*) in the number of bytes.
  public static func parse(
    _ bytes: UnsafeRawBufferPointer, limits: JSONLimits = .request
  ) throws(JSONError) -> JSON {
    var duplicates: [JSONDuplicate] = []
    return try parse(bytes, limits: limits, duplicates: &duplicates)
  }

  /// Parses a JSON text and appends to `duplicates` the keys (at most 100) that stand twice in an object.
  public static func parse(
    _ bytes: UnsafeRawBufferPointer, limits: JSONLimits = .request, duplicates: inout [JSONDuplicate]
  ) throws(JSONError) -> JSON {
    let text = bytes.assumingMemoryBound(to: UInt8.self)
    guard let base = text.baseAddress, !text.isEmpty else {
      throw JSONError(code: .syntax, message: "unexpected end of JSON input")
    }
    var parser = JSONParser(text, base: base, limits: limits)
    do {
      let value = try parser.parseDocument()
      for duplicate in parser.duplicates { duplicates.append(JSONDuplicate(path: duplicate.path)) }
      return value
    } catch {
      throw JSONError(error, in: text)
    }
  }

  /// Parses the bytes of any collection; contiguous ones are not copied.
  public static func parse(
    _ bytes: some Collection<UInt8>, limits: JSONLimits = .request
  ) throws(JSONError) -> JSON {
    var duplicates: [JSONDuplicate] = []
    return try parse(bytes, limits: limits, duplicates: &duplicates)
  }

  /// Parses the bytes of any collection and reports duplicate keys.
  public static func parse(
    _ bytes: some Collection<UInt8>, limits: JSONLimits = .request, duplicates: inout [JSONDuplicate]
  ) throws(JSONError) -> JSON {
    let result = bytes.withContiguousStorageIfAvailable { buffer in
      Self.result { () throws(JSONError) -> JSON in
        try parse(UnsafeRawBufferPointer(buffer), limits: limits, duplicates: &duplicates)
      }
    }
    if let result { return try result.get() }
    return try parse(Array(bytes), limits: limits, duplicates: &duplicates)
  }

  /// Parses a text.
  public static func parse(_ text: String, limits: JSONLimits = .request) throws(JSONError) -> JSON {
    try parse(text.utf8, limits: limits)
  }

  private static func result(_ body: () throws(JSONError) -> JSON) -> Result<JSON, JSONError> {
    do { return .success(try body()) } catch { return .failure(error) }
  }
}
