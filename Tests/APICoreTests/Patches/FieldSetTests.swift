import APIMachinery
import KubernetesAPI
import Testing

@Suite struct FieldSetTests {
  private func set(_ text: String) -> FieldSet { FieldSet(tree: object(text)) }

  @Test func `a union marks paths that have others below them`() {
    let a = set(#"{"f:spec":{"f:a":{}}}"#)
    let b = set(#"{"f:spec":{"f:a":{"f:b":{}},"f:c":{}}}"#)
    #expect(a.union(b).sorted().tree.description == #"{"f:spec":{"f:a":{".":{},"f:b":{}},"f:c":{}}}"#)
  }

  @Test(arguments: [
    (#"{"f:a":{},"f:b":{}}"#, #"{"f:a":{}}"#, #"{"f:b":{}}"#),
    (#"{"f:a":{".":{},"f:b":{}}}"#, #"{"f:a":{}}"#, #"{"f:a":{"f:b":{}}}"#),
    (#"{"f:a":{".":{},"f:b":{}}}"#, #"{"f:a":{"f:b":{}}}"#, #"{"f:a":{}}"#),
    (#"{"f:a":{"f:b":{}}}"#, #"{"f:a":{"f:b":{}}}"#, "{}"),
    (#"{"f:a":{"f:b":{}}}"#, #"{"f:a":{"f:c":{}}}"#, #"{"f:a":{"f:b":{}}}"#),
  ]) func `a difference takes exactly the paths of the other set`(_ a: String, _ b: String, _ result: String)
  {
    #expect(set(a).subtracting(set(b)).tree.description == result)
  }

  @Test func `an intersection has the paths of both`() {
    let a = set(#"{"f:a":{".":{},"f:b":{},"f:c":{}},"f:d":{}}"#)
    let b = set(#"{"f:a":{".":{},"f:b":{}},"f:e":{}}"#)
    #expect(a.intersection(b).tree.description == #"{"f:a":{".":{},"f:b":{}}}"#)
  }

  @Test func `paths are written as messages write them`() {
    let fields = set(
      #"{"f:spec":{"f:containers":{"k:{\"name\":\"web\"}":{"f:image":{},"f:ports":{"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{}}}}},"f:metadata":{"f:finalizers":{"v:\"a/b\"":{}}}}"#
    )
    #expect(
      fields.paths == [
        #".metadata.finalizers[="a/b"]"#,
        #".spec.containers[name="web"].image"#,
        #".spec.containers[name="web"].ports[containerPort=80,protocol="TCP"]"#,
      ])
  }

  @Test func `the fields of a pod are those that Kubernetes tracks`() {
    let pod = object(
      #"""
      {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"x","uid":"u","labels":{"app":"web"}},
      "spec":{"containers":[{"name":"main","image":"nginx","args":["a"],"ports":[{"containerPort":80}],
      "resources":{"limits":{"cpu":"1"}}}]}}
      """#)
    let fields = FieldSet(of: pod, type: type(of: Pod.self), form: .applied).sorted()
    #expect(
      fields.paths == [
        ".metadata.labels.app",
        #".spec.containers[name="main"]"#,
        #".spec.containers[name="main"].args"#,
        #".spec.containers[name="main"].image"#,
        #".spec.containers[name="main"].name"#,
        #".spec.containers[name="main"].ports[containerPort=80,protocol="TCP"]"#,
        #".spec.containers[name="main"].ports[containerPort=80,protocol="TCP"].containerPort"#,
        #".spec.containers[name="main"].resources.limits.cpu"#,
      ])
  }

  @Test func `a difference of objects names what changed and what is gone`() {
    let old = object(
      #"{"spec":{"replicas":1,"paused":true,"template":{"spec":{"containers":[{"name":"a","image":"x"},{"name":"b"}]}}}}"#
    )
    let new = object(
      #"{"spec":{"replicas":2,"template":{"spec":{"containers":[{"name":"a","image":"y"}]}}}}"#)
    let diff = FieldDiff(from: old, to: new, type: type(of: Deployment.self))
    #expect(
      diff.changed.paths == [".spec.replicas", #".spec.template.spec.containers[name="a"].image"#])
    #expect(
      diff.removed.paths == [
        ".spec.paused", #".spec.template.spec.containers[name="b"]"#,
        #".spec.template.spec.containers[name="b"].name"#,
      ])
    #expect(FieldDiff(from: old, to: old, type: type(of: Deployment.self)).isEmpty)
  }

  @Test func `elements that change places are seen`() {
    let old = object(#"{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}"#)
    let new = object(#"{"spec":{"containers":[{"name":"b"},{"name":"a"}]}}"#)
    let diff = FieldDiff(from: old, to: new, type: type(of: Pod.self))
    #expect(diff.changed.isEmpty && diff.removed.isEmpty)
    #expect(diff.isReordered && !diff.isEmpty)
  }
}
