import APIMachinery
import Testing

@Suite struct ThreeWayMergeTests {
  /// A pod-like type: `containers` are merged by name, `args` replaced, `labels` a map.
  static let schema: ObjectSchema = {
    let container = ObjectSchema(name: "Container", openAPIName: "test.Container", summary: "")
    container.seal(fields: [
      FieldSchema(name: "name", type: .string), FieldSchema(name: "image", type: .string),
      FieldSchema(name: "pull", type: .string), FieldSchema(name: "args", type: .array(.string)),
    ])
    let pod = ObjectSchema(name: "Pod", openAPIName: "test.Pod", summary: "")
    pod.seal(fields: [
      FieldSchema(name: "labels", type: .map(.string)),
      FieldSchema(name: "replicas", type: .integer(bits: 32)),
      FieldSchema(
        name: "containers", type: .array(.object(container)),
        patchStrategy: PatchStrategy(merges: true, mergeKey: "name")),
      FieldSchema(
        name: "finalizers", type: .array(.string), patchStrategy: PatchStrategy(merges: true, mergeKey: nil)),
    ])
    return pod
  }()

  private func merge(_ original: JSONObject?, _ modified: JSONObject, _ current: JSONObject) -> JSONObject {
    ThreeWayMerge.merge(original: original, modified: modified, current: current, schema: Self.schema)
  }

  @Test func `what others have set stays, what was asked for before goes`() {
    let result = merge(
      ["labels": ["a": "1", "b": "2"]], ["labels": ["a": "9"]],
      ["labels": ["a": "1", "b": "2", "other": "x"], "replicas": 3])
    #expect(result == ["labels": ["a": "9", "other": "x"], "replicas": 3])
  }

  @Test func `applying the same again changes nothing although the server filled in defaults`() {
    let applied: JSONObject = ["containers": [["name": "a", "image": "x"]]]
    let current: JSONObject = [
      "containers": [["name": "a", "image": "x", "pull": "Always"], ["name": "injected", "image": "y"]],
      "replicas": 1,
    ]
    #expect(merge(applied, applied, current) == current)
  }

  @Test func `a container is changed, added and removed by its name`() {
    let result = merge(
      ["containers": [["name": "a", "image": "1"], ["name": "b", "image": "1"]]],
      ["containers": [["name": "c", "image": "1"], ["name": "a", "image": "2"]]],
      [
        "containers": [
          ["name": "a", "image": "1", "pull": "Always"], ["name": "b", "image": "1"],
          ["name": "side", "image": "s"],
        ]
      ])
    #expect(
      result == [
        "containers": [
          ["name": "c", "image": "1"], ["name": "a", "image": "2", "pull": "Always"],
          ["name": "side", "image": "s"],
        ]
      ])
  }

  @Test func `lists of plain values are merged where the schema says so and replaced elsewhere`() {
    #expect(
      merge(["finalizers": ["a", "b"]], ["finalizers": ["a"]], ["finalizers": ["a", "b", "c"]])
        == ["finalizers": ["a", "c"]])
    #expect(
      merge(
        nil, ["containers": [["name": "a", "args": ["x"]]]],
        ["containers": [["name": "a", "args": ["y", "z"]]]])
        == ["containers": [["name": "a", "args": ["x"]]]])
  }

  @Test func `null removes a field`() {
    #expect(merge(nil, ["replicas": .null], ["replicas": 3, "labels": ["a": "1"]]) == ["labels": ["a": "1"]])
  }
}
