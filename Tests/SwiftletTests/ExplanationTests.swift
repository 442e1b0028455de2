import APIMachinery
import Testing

@testable import swiftlet

@Suite struct ExplanationTests {
  private static let document: JSON = [
    "components": [
      "schemas": [
        "x.Deployment": [
          "type": "object", "description": "A Deployment keeps pods of one template running.",
          "x-kubernetes-group-version-kind": [["group": "apps", "version": "v1", "kind": "Deployment"]],
          "required": ["spec"],
          "properties": [
            "spec": [
              "description": "What is wanted.", "allOf": [["$ref": "#/components/schemas/x.DeploymentSpec"]],
            ],
            "labels": ["type": "object", "additionalProperties": ["type": "string"]],
          ],
        ],
        "x.DeploymentSpec": [
          "type": "object", "description": "The wanted state of a Deployment.",
          "properties": [
            "replicas": ["type": "integer", "description": "How many pods."],
            "strategy": ["type": "string", "enum": ["Recreate", "RollingUpdate"]],
            "ports": ["type": "array", "items": ["$ref": "#/components/schemas/x.Port"]],
          ],
        ],
        "x.Port": [
          "type": "object", "properties": ["port": ["oneOf": [["type": "integer"], ["type": "string"]]]],
        ],
      ]
    ]
  ]

  private func text(_ path: [String], isRecursive: Bool = false) throws -> String {
    let resource = try ResourceMapper.catalog.resource(named: "deploy")
    let explanation = Explanation(OpenAPISchemas(Self.document), resource, isRecursive: isRecursive)
    return try explanation.header + explanation.text(path)
  }

  @Test func `a kind is explained with its fields`() throws { try Snapshot.expect(text([]), "explain") }

  @Test func `a field is explained with its type`() throws {
    try Snapshot.expect(text(["spec"]), "explain-field")
  }

  @Test func `fields of fields are listed without their texts`() throws {
    try Snapshot.expect(text([], isRecursive: true), "explain-recursive")
  }

  @Test func `a field that is not there is told`() throws {
    let error = #expect(throws: CommandError.self) { try text(["spec", "foo"]) }
    #expect(error?.description == "field \"foo\" does not exist")
  }

  @Test func `the path names a resource, perhaps with its group, and fields`() throws {
    let (pods, fields) = try Explain.split("pods.spec.containers", .catalog, nil)
    #expect(pods.plural == "pods" && fields == ["spec", "containers"])
    let (deployments, none) = try Explain.split("deployments.apps", .catalog, nil)
    #expect(deployments.plural == "deployments" && none.isEmpty)
  }
}
