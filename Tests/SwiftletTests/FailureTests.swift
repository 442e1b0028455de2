import APIMachinery
import Testing

@testable import swiftlet

@Suite struct FailureTests {
  @Test func `an error of the server gives its reason`() {
    let error = StatusError.notFound(GroupResource(group: "", resource: "pods"), name: "x")
    #expect(Failure.text(of: error) == "Error from server (NotFound): pods \"x\" not found")
  }

  @Test func `an invalid object is told field by field`() {
    let causes = [
      StatusError.Cause(reason: "FieldValueRequired", message: "Required value", field: "spec.a"),
      StatusError.Cause(reason: "FieldValueInvalid", message: "Invalid value: 3: no", field: "spec.b"),
    ]
    var error = StatusError(
      code: 422, reason: .invalid, message: "Pod \"x\" is invalid: ...",
      details: StatusError.Details(name: "x", kind: "Pod", causes: causes))
    #expect(
      Failure.text(of: error)
        == "The Pod \"x\" is invalid: \n* spec.a: Required value\n* spec.b: Invalid value: 3: no")
    error.details?.causes.removeLast()
    #expect(Failure.text(of: error) == "The Pod \"x\" is invalid: spec.a: Required value")
  }

  @Test func `a failure of the tool starts with the word error`() {
    #expect(Failure.text(of: CommandError("no")) == "error: no")
  }

  @Test func `unknown fields are shown with their lines`() throws {
    var reader = ManifestReader()
    try reader.read(
      Array("apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nspec:\n  foo: 1\n".utf8), name: "p.yaml")
    let item = try #require(reader.items.first)
    var failures = FailureList()
    failures.add(
      StatusError.badRequest("strict decoding error: unknown field \"spec.foo\"").when("creating", "p.yaml"),
      of: item)
    let error = #expect(throws: CommandError.self) { try failures.report() }
    #expect(
      error?.description == """
        Error from server (BadRequest): error when creating "p.yaml": strict decoding error: unknown field "spec.foo"
          p.yaml:6:3: spec.foo
        """)
  }
}
