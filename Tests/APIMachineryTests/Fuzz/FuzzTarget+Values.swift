import APIMachinery

extension FuzzTarget {
  static let quantity = FuzzTarget(
    "quantity", share: 120,
    seeds: [
      "100m", "1.5Gi", "1e3", "-0.5", "128974848", "12E", "1Ei", "0.000000001", "1e-9", "9223372036854775807",
      "1024Ki", "+1.",
      ".5u", "1000000000000000000000000000000", "0",
    ],
    tokens: [
      "0", "1", "5", "9", "00", "000000000", "999999999999999999", ".", "-", "+", "e", "E", "e-", "n", "u",
      "m", "k", "M", "G",
      "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "i", " ", "1024",
    ]
  ) { input, _ in
    let half = input.count / 2
    guard let quantity = Quantity(String(decoding: input, as: UTF8.self)) else { return }
    let text = quantity.description
    let again = try Quantity(parsing: text)
    try require(again == quantity && again.description == text, "\(text) is read as \(again)")
    let wire = try Quantity.wireText(of: String(decoding: input, as: UTF8.self))
    try require(
      Quantity(parsing: wire) == quantity && Quantity.wireText(of: wire) == wire, "\(wire) on the wire")
    try require(quantity.value.magnitude <= UInt64(Int64.max) + 1, "value")
    try require(abs(quantity.doubleValue) <= 1e29, "double")
    let other = Quantity(String(decoding: input[..<half], as: UTF8.self)) ?? "1500m"
    let isCapped = abs((quantity + other).doubleValue) > 9e28 || abs(quantity.doubleValue) > 9e28
    try require(isCapped || quantity + other - other == quantity, "sum with \(other)")
    try require(
      (quantity < other) == (other > quantity)
        && (quantity - other).sign == (quantity < other ? -1 : quantity == other ? 0 : 1),
      "order with \(other)")
    try require(isCapped || quantity + quantity == quantity * 2, "double")
  }

  static let time = FuzzTarget(
    "time", share: 70,
    seeds: [
      "2026-01-02T03:04:05Z", "2026-01-02T03:04:05.123456789+02:00", "1969-12-31T23:59:59Z", "1h2m3.5s",
      "300ms", "-1.5h", "1µs",
      "2562047h47m16.854775807s", "0",
    ],
    tokens: [
      "0", "1", "9", "59", "24", "-", "+", ":", ".", "T", "Z", "h", "m", "s", "ms", "us", "µs", "ns",
      "999999999999", " ",
    ]
  ) { input, _ in
    let text = String(decoding: input, as: UTF8.self)
    if let moment = Timestamp(rfc3339: text) {
      let micros = moment.rfc3339Micro
      let again = Timestamp(rfc3339: micros)
      try require(
        again?.rfc3339Micro == micros || moment.nanosecondsSince1970 < Int64.min + 1000,
        "\(micros) is read as another")
      let whole = Timestamp(rfc3339: moment.rfc3339)
      try require(whole?.rfc3339 == moment.rfc3339, "\(moment.rfc3339) is read as another")
    }
    if let duration = Duration(json: .string(text)) {
      try require(Duration(json: duration.json) == duration, "\(duration.goDescription) is read as another")
      try require(!duration.human.isEmpty, "no age")
    }
  }

  static let scalars = FuzzTarget(
    "scalars", share: 50,
    seeds: ["Zm9vYg==", "25%", "a.b/c", "example.com/My_Name", "http", "/a/~0b/~1c/-", "web-"],
    tokens: ["a", "B", "0", "-", "_", ".", "/", "%", "=", "==", "+", "\n", "~", "~0", "~1", "é"]
  ) { input, _ in
    let text = String(decoding: input, as: UTF8.self)
    let bytes = ByteString(input)
    try require(ByteString(base64: bytes.base64) == bytes, "base64")
    if let decoded = ByteString(base64: text) {
      try require(ByteString(base64: decoded.base64) == decoded, "base64 of \(text)")
    }
    _ = IntOrString.string(text).scaled(of: .max, rounding: .up)
    if let pointer = JSONPointer(text) {
      try require(JSONPointer(pointer.description) == pointer, "pointer \(pointer)")
    }
    let rules = [
      NameRules.dns1123Label, NameRules.dns1035Label, NameRules.dns1123Subdomain, NameRules.qualifiedName,
      NameRules.labelValue,
      NameRules.portName, NameRules.configMapKey, NameRules.environmentVariableName, NameRules.pathSegment,
    ]
    for rule in rules { try require(rule(text).allSatisfy { !$0.isEmpty }, "no message") }
    try require(
      !NameRules.dns1123Label(text).isEmpty || NameRules.dns1123Subdomain(text).isEmpty,
      "a label is a subdomain")
  }

  static let trees = FuzzTarget("trees", share: 40) { random in
    let tree = FuzzTree.tree(&random)
    try checkText(tree)
    try checkYAML(tree)
  }

  static let jsonPatch = FuzzTarget("JSON patch", share: 50) { random in
    let document = FuzzTree.tree(&random)
    var operations: [JSONPatch.Operation] = []
    for _ in 0..<random.below(6) {
      let (path, from) = (
        FuzzTree.pointer(into: document, &random), FuzzTree.pointer(into: document, &random)
      )
      switch random.below(6) {
      case 0: operations.append(.add(path, FuzzTree.tree(&random, depth: 2)))
      case 1: operations.append(.remove(path))
      case 2: operations.append(.replace(path, FuzzTree.tree(&random, depth: 2)))
      case 3: operations.append(.move(from: from, to: path))
      case 4: operations.append(.copy(from: from, to: path))
      default: operations.append(.test(path, document[path] ?? .null))
      }
    }
    let patch = JSONPatch(operations)
    try require(
      JSONPatch(json: JSON.parse(patch.json.serialized())) == patch, "the patch changes on the wire")
    do throws(JSONPatchError) {
      let result = try patch.apply(to: document)
      if operations.allSatisfy({ if case .test = $0 { true } else { false } }) {
        try requirePatch(result == document, document, patch)
      }
      for operation in operations.suffix(1) {
        switch operation {
        case .add(let path, let value) where path.tokens.last != "-":
          try requirePatch(result[path] == value, document, patch)
        case .replace(let path, let value): try requirePatch(result[path] == value, document, patch)
        default: break
        }
      }
    } catch {
      if error.message.hasPrefix("FUZZ") { throw Failure(description: error.message) }
    }
  }

  private static func requirePatch(_ holds: Bool, _ document: JSON, _ patch: JSONPatch) throws(JSONPatchError)
  {
    if holds { return }
    _ = try JSONPatch(json: .string("FUZZ \(patch.json) on \(document)"))
  }

  static let mergePatch = FuzzTarget("merge patch", share: 30) { random in
    let (old, other) = (FuzzTree.tree(&random), FuzzTree.tree(&random))
    // A result has no nulls of its own, so that it can be reached by a patch.
    let new = JSONMergePatch.apply(other, to: .null)
    let patch = JSONMergePatch.difference(from: old, to: new)
    try require(JSONMergePatch.apply(patch, to: old) == new, "\(patch) does not lead from \(old) to \(new)")
    try require(
      JSONMergePatch.apply([:], to: .object(["a": old])) == ["a": old], "an empty patch changes \(old)")
    _ = JSONMergePatch.apply(other, to: old)
  }
}
