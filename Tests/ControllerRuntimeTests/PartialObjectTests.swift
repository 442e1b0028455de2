import APIMachinery
import Testing

@testable import ControllerRuntime

@Suite struct PartialObjectTests {
  private static let object = """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
      namespace: shop
      resourceVersion: "7"
      uid: u
      labels: {a: "1", b: "2"}
      finalizers: [x/y, z/w]
      managedFields:
      - manager: mine
        operation: Apply
        apiVersion: apps/v1
        fieldsType: FieldsV1
        fieldsV1:
          f:metadata: {f:labels: {f:a: {}}, f:finalizers: {'v:"z/w"': {}}}
          f:spec:
            f:replicas: {}
            f:template:
              f:spec:
                f:containers:
                  'k:{"name":"web"}': {.: {}, f:name: {}, f:image: {}, f:ports: {'k:{"containerPort":80,"protocol":"TCP"}': {.: {}, f:containerPort: {}}}}
                f:nodeSelector: {}
      - {manager: mine, operation: Update, apiVersion: apps/v1, fieldsV1: {f:spec: {f:paused: {}}}}
      - {manager: mine, operation: Apply, subresource: status, apiVersion: apps/v1, fieldsV1: {f:status: {f:replicas: {}}}}
    spec:
      replicas: 3
      paused: true
      template:
        spec:
          nodeSelector: {zone: a}
          containers:
          - {name: sidecar, image: s}
          - name: web
            image: nginx
            imagePullPolicy: Always
            ports: [{containerPort: 80, protocol: TCP, name: http}, {containerPort: 81, protocol: TCP}]
    status: {replicas: 2, readyReplicas: 1}
    """

  private func parse(_ text: String) throws -> DynamicObject {
    DynamicObject(fields: try #require(try YAML.parse(text).first?.value.objectValue))
  }

  @Test func `what a manager applied is a partial object`() throws {
    let applied = try parse(Self.object).applied(by: "mine")
    let expected = try parse(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop, labels: {a: "1"}, finalizers: [z/w]}
      spec:
        replicas: 3
        template:
          spec:
            nodeSelector: {zone: a}
            containers:
            - {name: web, image: nginx, ports: [{containerPort: 80, protocol: TCP}]}
      """)
    #expect(applied?.fields == expected.fields)
  }

  @Test func `a key that the manager left to the server is none of its words`() throws {
    let words = try parse(Self.object).words(of: "mine")
    let containers = words?.fields["spec"]?["template"]?["spec"]?["containers"]
    #expect(containers == [["name": "web", "image": "nginx", "ports": [["containerPort": 80]]]])
  }

  @Test func `a status is applied apart`() throws {
    let applied = try parse(Self.object).applied(by: "mine", subresource: "status")
    #expect(applied?.fields["status"] == ["replicas": 2])
    #expect(applied?.fields["spec"] == nil)
  }

  @Test func `who applied nothing has nothing`() throws {
    #expect(try parse(Self.object).applied(by: "other") == nil)
  }

  @Test func `an apply names nothing that the server sets`() throws {
    let metadata = try parse(Self.object).withoutServerFields.metadata
    #expect(metadata.fields.map(\.key).sorted() == ["finalizers", "labels", "name", "namespace"])
  }
}
