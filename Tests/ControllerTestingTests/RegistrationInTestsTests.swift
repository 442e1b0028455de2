import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

/// What is wrong with controllers and definitions under test is the failure of the test, in full.
@Suite struct RegistrationInTestsTests {
  private static let lost = Controller("lost") { _, _ in .done }
  private static let idle = Controller("idle") { _, _ in .done }.for(ConfigMap.self)

  @Test func `a test with a controller that cannot run fails with what is wrong`() throws {
    let error = #expect(throws: RegistrationError.self) {
      try SimulatedCluster.run(
        options: ControlPlaneOptions(loops: .none), controllers: [Self.lost, Self.idle, Self.idle]
      ) { cluster in try await cluster.advance(by: .seconds(60)) }
    }
    #expect(
      error?.problems == [
        #"controller "lost": nothing leads to a look: say what it is .for(Kind.self), or what it .watches(Kind.self)"#,
        #"there are two controllers "idle": the name tells them apart in traces, metrics and logs"#,
      ])
  }

  @Test func `an exploration with a controller that cannot run fails with what is wrong`() async throws {
    let error = await #expect(throws: (any Error).self) {
      try await explore(seeds: 1...3, loops: .none, controllers: [Self.lost]) { cluster in
        try await cluster.settle()
      }
    }
    let text = error.map { "\($0)" } ?? ""
    #expect(
      text.contains(
        #"controller "lost": nothing leads to a look: say what it is .for(Kind.self), or what it .watches(Kind.self)"#
      ))
  }

  private static let cups = GroupVersionResource(group: "shop.example.com", version: "v1", resource: "cups")

  @Test func `a test that waits for a kind without a definition says what is missing`() throws {
    let failure = #expect(throws: ExpectationFailure.self) {
      try SimulatedCluster.run(
        options: ControlPlaneOptions(loops: .none),
        controllers: [Self.idle.watches(Self.cups) { _, _ in [] }]
      ) { cluster in try await cluster.eventually("a cup", within: .seconds(30)) { false } }
    }
    #expect(
      failure?.troubles == [
        #"controller "idle" waits for the list of cups in shop.example.com/v1: the cluster does not serve them: there is "#
          + "no CustomResourceDefinition cups.shop.example.com; apply it, and the list comes by itself"
      ])
  }

  private static func definition(_ size: JSONObject) -> CustomResourceDefinition {
    CustomResourceDefinition(fields: [
      "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
      "metadata": ["name": "cups.shop.example.com"],
      "spec": [
        "group": "shop.example.com", "scope": "Namespaced",
        "names": ["kind": "Cup", "plural": "cups"],
        "versions": [
          [
            "name": "v1", "served": true, "storage": true,
            "schema": [
              "openAPIV3Schema": ["type": "object", "properties": ["size": .object(size)]]
            ],
          ]
        ],
      ],
    ])
  }

  private static let refused: [(size: JSONObject, words: String)] = [
    (
      ["type": "string", "pattern": "^(a"],
      #"properties[size].pattern: Invalid value: "^(a": must be a valid regular expression, but isn't: "#
        + "error parsing regexp: missing closing ): `^(a`"
    ),
    (
      ["type": "integer", "x-kubernetes-validations": [["rule": "self >", "message": "m"]]],
      #"properties[size].x-kubernetes-validations[0].rule: Invalid value: {"Rule":"self >","Message":"m","#
        + #""MessageExpression":"","Reason":null,"FieldPath":"","OptionalOldSelf":null}: compilation failed: "#
        + "ERROR: <input>:1:7: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', "
        + "'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | self >\n | ......^"
    ),
    (
      ["type": "intger"],
      #"properties[size].type: Unsupported value: "intger": supported values: "array", "boolean", "integer", "#
        + #""number", "object", "string""#
    ),
  ]

  @Test(arguments: refused.indices)
  func `a definition that the server refuses fails the test with the server's words`(_ number: Int) throws {
    let (size, words) = Self.refused[number]
    let error = #expect(throws: StatusError.self) {
      try SimulatedCluster.run(
        options: ControlPlaneOptions(loops: .none), definitions: [Self.definition(size)]
      ) { _ in }
    }
    #expect(
      error?.message
        == #"CustomResourceDefinition.apiextensions.k8s.io "cups.shop.example.com" is invalid: "#
        + "spec.validation.openAPIV3Schema.\(words)")
  }
}
