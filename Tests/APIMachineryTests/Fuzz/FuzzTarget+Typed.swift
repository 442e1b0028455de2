import APIMachinery

/// Objects of a pod-like type, mostly well-formed, and patches to them.
private enum FuzzPod {
  static let schema: ObjectSchema = {
    let container = ObjectSchema(name: "Container", openAPIName: "fuzz.Container", summary: "")
    container.seal(fields: [
      FieldSchema(name: "name", type: .string), FieldSchema(name: "image", type: .string),
      FieldSchema(name: "args", type: .array(.string)), FieldSchema(name: "limits", type: .map(.quantity)),
    ])
    let pod = ObjectSchema(name: "Pod", openAPIName: "fuzz.Pod", summary: "")
    pod.seal(fields: [
      FieldSchema(name: "labels", type: .map(.string)),
      FieldSchema(name: "replicas", type: .integer(bits: 32)),
      FieldSchema(
        name: "containers", type: .array(.object(container)), listType: .map(keys: ["name"]),
        patchStrategy: PatchStrategy(merges: true, mergeKey: "name")),
      FieldSchema(
        name: "finalizers", type: .array(.string), listType: .set, patchStrategy: PatchStrategy(merges: true)),
      FieldSchema(name: "selector", type: .map(.string), isAtomic: true),
      FieldSchema(name: "child", type: .object(pod)),
    ])
    return pod
  }()

  static let node: ObjectNode = {
    var compiler = SchemaCompiler()
    return compiler.compile(schema)
  }()

  static let names = ["a", "b", "c", "d"]

  static func object(_ random: inout FuzzRandom, depth: Int = 2) -> JSONObject {
    var object = JSONObject()
    if random.once(in: 2) { object["labels"] = map(&random) }
    if random.once(in: 3) { object["replicas"] = .int(Int64(random.below(4))) }
    if random.once(in: 2) { object["containers"] = .array(containers(&random)) }
    if random.once(in: 3) { object["finalizers"] = .array(unique(&random).map { .string($0) }) }
    if random.once(in: 4) { object["selector"] = map(&random) }
    if depth > 0, random.once(in: 3) { object["child"] = .object(self.object(&random, depth: depth - 1)) }
    return object
  }

  /// Puts something in that does not belong there, or a directive.
  static func spoil(_ object: inout JSONObject, _ random: inout FuzzRandom) {
    let key = random.pick([
      "$patch", "$retainKeys", "$setElementOrder/containers", "$deleteFromPrimitiveList/finalizers",
      "containers",
      "finalizers", "labels", "child", "unknown", "",
    ])
    object[key] = random.pick([
      "delete", "replace", "merge", nil, .array(["a", "b"]), .array([["name": "a"], ["name": "b"]]),
      .array([["name": "a", "$patch": "delete"]]), .array([["$patch": "replace"]]), .array([1, nil]),
      .array([["image": "x"]]), FuzzTree.tree(&random, depth: 2),
    ])
  }

  private static func unique(_ random: inout FuzzRandom) -> [String] {
    var chosen: [String] = []
    for name in names where random.once(in: 2) { chosen.insert(name, at: random.below(chosen.count + 1)) }
    return chosen
  }

  private static func map(_ random: inout FuzzRandom) -> JSON {
    var map = JSONObject()
    for name in unique(&random) { map[name] = .string(random.pick(names)) }
    return .object(map)
  }

  private static func containers(_ random: inout FuzzRandom) -> [JSON] {
    var containers: [JSON] = []
    for name in unique(&random) {
      var container: JSONObject = ["name": .string(name)]
      if random.once(in: 2) { container["image"] = .string(random.pick(names)) }
      if random.once(in: 3) { container["args"] = .array(unique(&random).map { .string($0) }) }
      if random.once(in: 4) { container["limits"] = ["cpu": .string(random.pick(["1", "100m", "1Gi"]))] }
      containers.append(.object(container))
    }
    return containers
  }
}

extension FuzzTarget {
  static let typedPatches = FuzzTarget("typed patches", share: 60) { random in
    let original = FuzzPod.object(&random)
    var (patch, current) = (FuzzPod.object(&random), FuzzPod.object(&random))
    let isWellFormed = !random.once(in: 3)
    if !isWellFormed {
      FuzzPod.spoil(&patch, &random)
      FuzzPod.spoil(&current, &random)
    }
    let unchanged = try StrategicMergePatch.apply([:], to: original, type: FuzzPod.node)
    try require(unchanged == original, "an empty strategic patch changes \(original) to \(unchanged)")
    if let once = try? StrategicMergePatch.apply(patch, to: original, type: FuzzPod.node), isWellFormed {
      let twice = try StrategicMergePatch.apply(patch, to: once, type: FuzzPod.node)
      try require(twice == once, "strategic \(patch) to \(original) gives \(once), then \(twice)")
    }
    let merged = ThreeWayMerge.merge(
      original: original, modified: patch, current: current, schema: FuzzPod.schema)
    let again = ThreeWayMerge.merge(original: patch, modified: patch, current: merged, schema: FuzzPod.schema)
    try require(!isWellFormed || again == merged, "three-way \(patch) gives \(merged), then \(again)")
  }

  static let serverSideApply = FuzzTarget("server-side apply", share: 40) { random in
    var (live, managed) = (JSONObject(), ManagedFields())
    for round in 0..<4 {
      var configuration = FuzzPod.object(&random)
      let isWellFormed = !random.once(in: 6)
      if !isWellFormed { FuzzPod.spoil(&configuration, &random) }
      let manager = ManagedFields.Entry(
        manager: random.pick(["kubectl", "hpa"]), operation: .apply, apiVersion: "v1", time: "\(round)")
      let apply = ServerSideApply(manager: manager, isForced: random.once(in: 2), type: FuzzPod.node)
      guard let (object, owners) = try? apply.apply(configuration, to: live, managed: managed) else {
        continue
      }
      try require(
        ManagedFields(json: owners.json.arrayValue ?? []).json == owners.json,
        "the managers change on the wire")
      if isWellFormed {
        let (again, _) = try apply.apply(configuration, to: object, managed: owners)
        try require(again == object, "applying \(configuration) gives \(object), then \(again)")
      }
      (live, managed) = (object, owners)
    }
  }

  private static let document: JSON = [
    "kind": "List",
    "items": [
      ["metadata": ["name": "a", "labels": ["a.b/c": "x"]], "n": 3], ["metadata": ["name": "b"], "n": 1],
    ],
  ]

  static let jsonPath = FuzzTarget(
    "JSONPath", share: 40,
    seeds: [
      "{.items[*].metadata.name}", "{range .items[*]}{.metadata.name}{\"\\t\"}{.n}{\"\\n\"}{end}",
      "{.items[?(@.n>1)].metadata.name}",
      "{.items[0:2,-1]['metadata','n']}", "{..name}", #"{.items[0].metadata.labels.a\.b/c}"#,
      "text {.kind} {$}", "{@}",
    ],
    tokens: [
      "{", "}", ".", "..", "[", "]", "*", "?(", ")", "@", "$", "'", "\"", "\\", ",", ":", "0", "-1", "==",
      "!=", "<", ">=", "range ",
      "end", "items", "metadata", "name", "n", " ", "é",
    ]
  ) { input, _ in
    guard let path = try? JSONPath(template: String(decoding: input.prefix(200), as: UTF8.self)) else {
      return
    }
    // Each `..` multiplies what is found.
    if String(decoding: input, as: UTF8.self).split(separator: "..").count < 5 {
      _ = try? path.render(document)
    }
  }
}
