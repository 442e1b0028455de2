import APIMachinery
import Testing

@testable import swiftlet

@Suite struct ObjectPrinterTests {
  private static let pods = ["a", "b"].map { name in
    DynamicObject(fields: [
      "apiVersion": "v1", "kind": "Pod",
      "metadata": ["name": .string(name), "managedFields": [["manager": "x"]]], "spec": ["priority": 3],
    ])
  }

  private func text(_ format: String, isSingle: Bool = false) throws -> String {
    try ObjectPrinter(format: OutputFormat(format)).text(
      isSingle ? [Self.pods[0]] : Self.pods, isSingle: isSingle)
  }

  @Test func `names carry the kind`() throws {
    #expect(try text("name") == "pod/a\npod/b\n")
  }

  @Test func `a JSONPath is rendered over the list`() throws {
    #expect(try text("jsonpath={.items[*].metadata.name}") == "a b")
    #expect(try text("jsonpath={.metadata.name}", isSingle: true) == "a")
  }

  @Test func `custom columns show what they find`() throws {
    #expect(
      try text("custom-columns=NAME:.metadata.name,PRIO:.spec.priority,NODE:.spec.nodeName")
        == "NAME   PRIO   NODE\na      3      <none>\nb      3      <none>\n")
  }

  @Test func `YAML leaves the managed fields out and sorts the keys`() throws {
    #expect(
      try text("yaml", isSingle: true)
        == "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  priority: 3\n")
  }

  @Test func `several objects are a List`() throws {
    let list = try JSON.parse(text("json"))
    #expect(list["kind"] == "List" && list["items"]?.arrayValue?.count == 2)
  }

  @Test(arguments: ["foo", "custom-columns=NAME", "jsonpath={.a"])
  func `a format that cannot be read is refused`(format: String) {
    #expect(throws: (any Error).self) { try OutputFormat(format) }
  }
}
