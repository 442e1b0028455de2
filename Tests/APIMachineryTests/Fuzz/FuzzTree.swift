import APIMachinery

/// Makes trees.
enum FuzzTree {
  private static let fragments = [
    "a", "b", "name", "creationTimestamp", "terminationGracePeriodSeconds", "yes", "null", "0x1F", "1e3",
    "2001-01-01",
    " ", "  ", "\n", "\n\n", "\t", "\r", "\0", "\u{1}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "é", "日本",
    "😀", "\"",
    "'", "\\", "/", "~", "#", " #", ":", ": ", "- ", "?", "&", "*", "!", "|", ">", "%", "@", "`", "{", "}",
    "[", "]", ",",
    "<<", "=", "---", "...", "-", ".", "_", "1", "0",
  ]

  private static let doubles: [Double] = [
    0, -0.0, 0.1, -1.5, 1e-7, 1e-6, 1e20, 1e21, 1e300, 5e-300, 1.7976931348623157e308, 123456789.125, 1e15,
    9.999999e22,
  ]

  static func text(_ random: inout FuzzRandom) -> String {
    (0..<random.below(6)).map { _ in random.pick(fragments) }.joined()
  }

  static func tree(_ random: inout FuzzRandom, depth: Int = 4) -> JSON {
    switch random.below(depth > 0 ? 10 : 7) {
    case 0: return .null
    case 1: return .bool(random.once(in: 2))
    case 2: return .int(random.once(in: 2) ? Int64(random.below(100)) : Int64(bitPattern: random.next()))
    case 3: return .double(double(&random))
    case 4, 5, 6: return .string(text(&random))
    case 7: return .array((0..<random.below(5)).map { _ in tree(&random, depth: depth - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<random.below(6) { object[text(&random)] = tree(&random, depth: depth - 1) }
      return .object(object)
    }
  }

  private static func double(_ random: inout FuzzRandom) -> Double {
    if random.once(in: 2) { return random.pick(doubles) }
    let value = Double(bitPattern: random.next())
    return value.isFinite ? value : 0.5
  }

  /// A pointer to some value of a tree, or now and then to somewhere else.
  static func pointer(into tree: JSON, _ random: inout FuzzRandom) -> JSONPointer {
    var (tree, tokens): (JSON, [String]) = (tree, [])
    while !random.once(in: 4) {
      switch tree {
      case .object(let object) where !object.isEmpty:
        let member = object[random.below(object.count)]
        tokens.append(member.key)
        tree = member.value
      case .array(let array) where !array.isEmpty:
        let index = random.below(array.count)
        tokens.append("\(index)")
        tree = array[index]
      default: return JSONPointer(tokens: tokens)
      }
    }
    if random.once(in: 3) { tokens.append(random.pick(["-", "0", "1", "x", "name", "~/", ""])) }
    return JSONPointer(tokens: tokens)
  }
}
