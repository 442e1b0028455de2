import APIMachinery
import Foundation

/// The formatting of Go's package `fmt`, as far as values of JSON go.
enum GoFormat {
  /// Go: `fmt.Sprint`: a space between operands when neither is a string.
  static func print(_ values: [GoValue]) -> String {
    var output = ""
    var followsString = true
    for value in values {
      var isString = false
      if case .string = value { isString = true }
      if !followsString, !isString { output += " " }
      output += value.text
      followsString = isString
    }
    return output
  }

  /// Go: `fmt.Sprintf`: flags `-+# 0`, width, precision and the verbs that fit values of JSON.
  static func printf(_ format: String, _ arguments: ArraySlice<GoValue>) -> String {
    var output = ""
    var rest = arguments
    var characters = format[...]
    while let character = characters.popFirst() {
      guard character == "%" else {
        output.append(character)
        continue
      }
      output += directive(&characters, &rest)
    }
    if !rest.isEmpty {
      let extra = rest.map { $0.isNothing ? "<nil>" : "\($0.typeName)=\($0.text)" }
      output += "%!(EXTRA \(extra.joined(separator: ", ")))"
    }
    return output
  }

  /// What stands between `%` and its verb.
  private struct Directive {
    var isLeft = false
    var hasSign = false
    var hasSpace = false
    var isZeroed = false
    var isSharp = false
    var width = 0
    var precision: Int?
  }

  private static func directive(_ text: inout Substring, _ arguments: inout ArraySlice<GoValue>) -> String {
    var directive = Directive()
    while let flag = text.first, "-+# 0".contains(flag) {
      switch flag {
      case "-": directive.isLeft = true
      case "+": directive.hasSign = true
      case " ": directive.hasSpace = true
      case "0": directive.isZeroed = true
      default: directive.isSharp = true
      }
      text.removeFirst()
    }
    directive.width = number(&text, &arguments) ?? 0
    if directive.width < 0 { (directive.isLeft, directive.width) = (true, -directive.width) }
    if text.first == "." {
      text.removeFirst()
      directive.precision = number(&text, &arguments) ?? 0
    }
    guard let verb = text.popFirst() else { return "%!(NOVERB)" }
    if verb == "%" { return "%" }
    guard let value = arguments.popFirst() else { return "%!\(verb)(MISSING)" }
    guard let body = body(value, verb, directive) else {
      return value.isNothing ? "%!\(verb)(<nil>)" : "%!\(verb)(\(value.typeName)=\(value.text))"
    }
    return padded(body, directive, isNumber: !"svqtTU".contains(verb) || isNumeric(value))
  }

  private static func number(_ text: inout Substring, _ arguments: inout ArraySlice<GoValue>) -> Int? {
    if text.first == "*" {
      text.removeFirst()
      if case .int(let value)? = arguments.popFirst() {
        return Int(clamping: min(max(value, -1_000_000), 1_000_000))
      }
      return nil
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    text.removeFirst(digits.count)
    return Int(digits).map { min($0, 1_000_000) }
  }

  private static func isNumeric(_ value: GoValue) -> Bool {
    switch value {
    case .int, .float: true
    default: false
    }
  }

  private static func padded(_ body: String, _ directive: Directive, isNumber: Bool) -> String {
    let missing = directive.width - body.unicodeScalars.count
    guard missing > 0 else { return body }
    if directive.isLeft { return body + String(repeating: " ", count: missing) }
    guard directive.isZeroed else { return String(repeating: " ", count: missing) + body }
    let sign = isNumber && (body.hasPrefix("-") || body.hasPrefix("+")) ? String(body.prefix(1)) : ""
    return sign + String(repeating: "0", count: missing) + body.dropFirst(sign.count)
  }

  /// The text of a value under a verb; `nil` when they do not fit.
  private static func body(_ value: GoValue, _ verb: Character, _ directive: Directive) -> String? {
    switch (verb, value) {
    case ("T", _): return value.typeName
    case ("v", .float(let number)) where directive.precision != nil:
      return float(number, "g", directive)
    case ("v", _): return signed(value.text, value, directive)
    case ("s", .string(let text)): return directive.precision.map { String(text.prefix($0)) } ?? text
    case ("s", .list), ("s", .map): return value.text
    case ("q", .string(let text)): return GoQuote.quoted(text)
    case ("t", .bool(let flag)): return flag ? "true" : "false"
    case ("d", .int(let number)): return signed(String(number), value, directive)
    case ("x", .int(let number)): return String(number, radix: 16)
    case ("X", .int(let number)): return String(number, radix: 16, uppercase: true)
    case ("o", .int(let number)): return String(number, radix: 8)
    case ("b", .int(let number)): return String(number, radix: 2)
    case ("c", .int(let number)): return Unicode.Scalar(UInt32(clamping: number)).map { String($0) }
    case ("x", .string(let text)): return text.utf8.map { hex($0) }.joined()
    case ("f", .float(let number)), ("F", .float(let number)), ("e", .float(let number)),
      ("g", .float(let number)):
      return float(number, verb, directive)
    default: return nil
    }
  }

  private static func signed(_ text: String, _ value: GoValue, _ directive: Directive) -> String {
    guard isNumeric(value), !text.hasPrefix("-") else { return text }
    return directive.hasSign ? "+" + text : directive.hasSpace ? " " + text : text
  }

  private static func float(_ number: Double, _ verb: Character, _ directive: Directive) -> String {
    if verb == "g", directive.precision == nil {
      return signed(GoFloat.general(number), .float(number), directive)
    }
    let text = String(format: "%.\(min(directive.precision ?? 6, 100))\(verb)", number)
    return signed(text, .float(number), directive)
  }

  private static func hex(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }

  /// Go: `template.HTMLEscapeString`.
  static func escapedHTML(_ text: String) -> String {
    var output = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&#34;"
      case "'": output += "&#39;"
      case "\0": output += "\u{FFFD}"
      default: output.unicodeScalars.append(character)
      }
    }
    return output
  }

  /// Go: `url.QueryEscape`.
  static func escapedQuery(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "~"):
        String(Unicode.Scalar(byte))
      case UInt8(ascii: " "): "+"
      default: "%" + hex(byte).uppercased()
      }
    }.joined()
  }
}
