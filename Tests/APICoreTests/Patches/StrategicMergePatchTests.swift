import APIMachinery
import KubernetesAPI
import Testing

/// The examples of "Update API Objects in Place Using kubectl patch" and of the strategic merge patch's design notes.
@Suite struct StrategicMergePatchTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var original: String
    var patch: String
    var result: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a list is merged by its key",
      original: #"{"spec":{"containers":[{"name":"a","image":"nginx"}]}}"#,
      patch: #"{"spec":{"containers":[{"name":"b","image":"redis"}]}}"#,
      result: #"{"spec":{"containers":[{"name":"b","image":"redis"},{"name":"a","image":"nginx"}]}}"#),
    Case(
      name: "an element of a list is changed in place",
      original: #"{"spec":{"containers":[{"name":"a","image":"x","tty":true},{"name":"b","image":"y"}]}}"#,
      patch: #"{"spec":{"containers":[{"name":"a","image":"z"}]}}"#,
      result: #"{"spec":{"containers":[{"name":"a","image":"z","tty":true},{"name":"b","image":"y"}]}}"#),
    Case(
      name: "a list without a key is replaced",
      original: #"{"spec":{"tolerations":[{"key":"a","operator":"Exists"}]}}"#,
      patch: #"{"spec":{"tolerations":[{"key":"b","operator":"Exists"}]}}"#,
      result: #"{"spec":{"tolerations":[{"key":"b","operator":"Exists"}]}}"#),
    Case(
      name: "null removes a field",
      original: #"{"metadata":{"labels":{"a":"1","b":"2"}}}"#,
      patch: #"{"metadata":{"labels":{"a":null}}}"#,
      result: #"{"metadata":{"labels":{"b":"2"}}}"#),
    Case(
      name: "$patch: delete removes an element",
      original: #"{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}"#,
      patch: #"{"spec":{"containers":[{"name":"a","$patch":"delete"}]}}"#,
      result: #"{"spec":{"containers":[{"name":"b"}]}}"#),
    Case(
      name: "$patch: replace in a list replaces the list",
      original: #"{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}"#,
      patch: #"{"spec":{"containers":[{"name":"c"},{"$patch":"replace"}]}}"#,
      result: #"{"spec":{"containers":[{"name":"c"}]}}"#),
    Case(
      name: "$patch: replace in an object replaces the object",
      original: #"{"spec":{"nodeSelector":{"a":"1"}}}"#,
      patch: #"{"spec":{"nodeSelector":{"b":"2","$patch":"replace"}}}"#,
      result: #"{"spec":{"nodeSelector":{"b":"2"}}}"#),
    Case(
      name: "$patch: delete empties an object",
      original: #"{"metadata":{"labels":{"a":"1"}}}"#,
      patch: #"{"metadata":{"labels":{"$patch":"delete"}}}"#,
      result: #"{"metadata":{"labels":{}}}"#),
    Case(
      name: "$setElementOrder orders the elements",
      original: #"{"spec":{"containers":[{"name":"a"},{"name":"b"},{"name":"c"}]}}"#,
      patch: #"{"spec":{"$setElementOrder/containers":[{"name":"c"},{"name":"a"},{"name":"b"}]}}"#,
      result: #"{"spec":{"containers":[{"name":"c"},{"name":"a"},{"name":"b"}]}}"#),
    Case(
      name: "$setElementOrder lets elements of others stand",
      original: #"{"spec":{"containers":[{"name":"mine"},{"name":"injected"}]}}"#,
      patch:
        #"{"spec":{"$setElementOrder/containers":[{"name":"new"},{"name":"mine"}],"containers":[{"name":"new"}]}}"#,
      result: #"{"spec":{"containers":[{"name":"new"},{"name":"mine"},{"name":"injected"}]}}"#),
    Case(
      name: "$deleteFromPrimitiveList removes values",
      original: #"{"metadata":{"finalizers":["a","b","c"]}}"#,
      patch:
        #"{"metadata":{"$deleteFromPrimitiveList/finalizers":["b"],"$setElementOrder/finalizers":["a","c"]}}"#,
      result: #"{"metadata":{"finalizers":["a","c"]}}"#),
    Case(
      name: "a list of texts is joined",
      original: #"{"metadata":{"finalizers":["a","b"]}}"#,
      patch: #"{"metadata":{"finalizers":["b","c"]}}"#,
      result: #"{"metadata":{"finalizers":["a","b","c"]}}"#),
    Case(
      name: "$retainKeys clears a union",
      original: #"{"spec":{"volumes":[{"name":"v","emptyDir":{}}]}}"#,
      patch:
        #"{"spec":{"volumes":[{"name":"v","hostPath":{"path":"/x"},"$retainKeys":["name","hostPath"]}]}}"#,
      result: #"{"spec":{"volumes":[{"name":"v","hostPath":{"path":"/x"}}]}}"#),
    Case(
      name: "directives do not end up in new objects",
      original: #"{"spec":{}}"#,
      patch:
        #"{"spec":{"volumes":[{"name":"v","emptyDir":{},"$retainKeys":["name","emptyDir"],"secret":null}]}}"#,
      result: #"{"spec":{"volumes":[{"name":"v","emptyDir":{}}]}}"#),
  ]

  @Test(arguments: cases) func `a patch gives the documented result`(_ one: Case) throws {
    let result = try StrategicMergePatch.apply(
      object(one.patch), to: object(one.original), type: type(of: Pod.self))
    #expect(result.description == one.result)
  }

  @Test(arguments: [
    (
      #"{"spec":{"containers":[{"image":"x"}]}}"#,
      #"map: {"image":"x"} does not contain declared merge key: name"#
    ),
    (#"{"spec":{"$patch":"move"}}"#, "unknown patch type: move"),
    (
      #"{"spec":{"$setElementOrder/containers":{}}}"#,
      "invalid patch format of $setElementOrder list: {}"
    ),
  ]) func `a patch that does not fit is refused`(_ patch: String, _ message: String) {
    #expect(throws: StrategicMergePatchError.self) {
      try StrategicMergePatch.apply(
        object(patch), to: object(#"{"spec":{"containers":[]}}"#), type: type(of: Pod.self))
    }
    do {
      _ = try StrategicMergePatch.apply(
        object(patch), to: object(#"{"spec":{"containers":[]}}"#), type: type(of: Pod.self))
    } catch {
      #expect("\(error)" == message)
    }
  }
}
