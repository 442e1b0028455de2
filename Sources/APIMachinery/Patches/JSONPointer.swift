/// A path into a tree (RFC 6901): `/spec/containers/0/name`. `~1` stands for `/` and `~0` for `~`.
public struct JSONPointer: Sendable, Hashable {
  public var tokens: [String]

  public init(tokens: [String]) {
    self.tokens = tokens
  }

  /// Reads a pointer; `nil` when a text that is not empty does not start with `/`, or has a `~` without `0` or `1`.
  public init?(_ text: String) {
    tokens = []
    if text.isEmpty { return }
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    for part in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let token = Self.unescape(part) else { return nil }
      tokens.append(token)
    }
  }

  private static func unescape(_ part: Substring.UTF8View.SubSequence) -> String? {
    guard part.contains(UInt8(ascii: "~")) else { return String(Substring(part)) }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in part {
      switch (isEscaped, byte) {
      case (true, UInt8(ascii: "0")): bytes.append(UInt8(ascii: "~"))
      case (true, UInt8(ascii: "1")): bytes.append(UInt8(ascii: "/"))
      case (true, _): return nil
      case (false, UInt8(ascii: "~")):
        isEscaped = true
        continue
      case (false, _): bytes.append(byte)
      }
      isEscaped = false
    }
    return isEscaped ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Whether this is a pointer to something within what `other` points to.
  func isWithin(_ other: JSONPointer) -> Bool {
    tokens.count > other.tokens.count && tokens.starts(with: other.tokens)
  }
}

extension JSONPointer: CustomStringConvertible {
  public var description: String {
    var text = ""
    for token in tokens {
      text += "/"
      for scalar in token.unicodeScalars {
        switch scalar {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    return text
  }
}

extension JSON {
  /// The value that a pointer points to; `nil` when there is none.
  public subscript(pointer: JSONPointer) -> JSON? {
    var value = self
    for token in pointer.tokens {
      switch value {
      case .object(let object):
        guard let member = object[token] else { return nil }
        value = member
      case .array(let array):
        guard let index = Self.index(token), array.indices.contains(index) else { return nil }
        value = array[index]
      default: return nil
      }
    }
    return value
  }

  /// An index into an array: digits without a leading zero.
  static func index(_ token: String) -> Int? {
    guard let first = token.utf8.first, token.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      first != UInt8(ascii: "0") || token.utf8.count == 1
    else { return nil }
    return Int(token)
  }
}
