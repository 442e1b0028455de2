public import APIMachinery

/// Paths and queries of the API's URLs.
public struct RequestPath: Sendable, Hashable {
  public private(set) var text: String
  private var hasQuery = false

  public init(_ text: String) {
    self.text = text
    hasQuery = text.contains("?")
  }

  /// The path of a resource's collection: of a namespace, or of all when `namespace` is `nil` or empty.
  public init(_ resource: GroupVersionResource, namespace: String?) {
    text = resource.group.isEmpty ? "/api/\(resource.version)" : "/apis/\(resource.group)/\(resource.version)"
    if let namespace, !namespace.isEmpty { append("namespaces", namespace) }
    append(resource.resource)
  }

  /// The path of an object or of one of its subresources.
  public init(_ resource: GroupVersionResource, _ key: ObjectKey, subresource: String? = nil) {
    let isNamespace = resource.group.isEmpty && resource.resource == "namespaces"
    self.init(resource, namespace: isNamespace ? nil : key.namespace)
    append(key.name)
    if let subresource { append(subresource) }
  }

  /// Appends segments, each with its special characters escaped.
  public mutating func append(_ segments: String...) {
    for segment in segments {
      text += "/"
      Self.escape(segment, into: &text)
    }
  }

  /// Appends a parameter; nothing when `value` is `nil`.
  public mutating func query(_ name: String, _ value: String?) {
    guard let value else { return }
    text += hasQuery ? "&" : "?"
    hasQuery = true
    text += name
    text += "="
    Self.escape(value, into: &text)
  }

  private static func escape(_ text: String, into output: inout String) {
    let isPlain = text.utf8.allSatisfy { isUnreserved($0) }
    if isPlain {
      output += text
      return
    }
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in text.utf8 {
      if isUnreserved(byte) {
        output.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        output += "%"
        output.unicodeScalars.append(digits[Int(byte >> 4)])
        output.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
