import APIMachinery
import Testing

@Suite struct JSONPathTests {
  static let document: JSON = [
    "kind": "List",
    "items": [
      [
        "metadata": ["name": "a", "labels": ["app.kubernetes.io/name": "web"]],
        "status": [
          "conditions": [["type": "Ready", "status": "True"], ["type": "Old", "status": "False"]]
        ],
        "spec": ["replicas": 3, "containers": [["image": "nginx"], ["image": "redis"]]],
      ],
      ["metadata": ["name": "b"], "spec": ["replicas": 1, "containers": [["image": "busybox"]]]],
    ],
  ]

  @Test(arguments: [
    ("{.kind}", "List"),
    ("kind is {.kind}", "kind is List"),
    ("{.items[*].metadata.name}", "a b"),
    ("{.items[0].metadata.name}", "a"),
    ("{.items[-1].metadata.name}", "b"),
    ("{.items[0:1].metadata.name}", "a"),
    ("{.items[0,1].metadata.name}", "a b"),
    ("{range .items[*]}{.metadata.name}{\"\\t\"}{.spec.replicas}{\"\\n\"}{end}", "a\t3\nb\t1\n"),
    ("{.items[?(@.spec.replicas>1)].metadata.name}", "a"),
    ("{.items[?(@.metadata.name==\"b\")].spec.replicas}", "1"),
    ("{.items[?(@.metadata.name!='b')].spec.replicas}", "3"),
    ("{.items[?(@.metadata.labels)].metadata.name}", "a"),
    ("{.items[0].status.conditions[?(@.type=='Ready')].status}", "True"),
    ("{..image}", "nginx redis busybox"),
    ("{.items[*]['metadata.name', 'spec.replicas']}", ""),
    ("{.items[0].metadata.labels.app\\.kubernetes\\.io/name}", "web"),
    ("{.items[0].metadata.labels['app.kubernetes.io/name']}", "web"),
    ("{.items[1].metadata}", "{\"name\":\"b\"}"),
    ("{$.kind}", "List"),
    ("{.missing}", ""),
    ("{.items[5].metadata.name}", ""),
    ("{.items[*].spec.containers[*].image}", "nginx redis busybox"),
  ])
  func `a template is filled in as kubectl does`(template: String, expected: String) throws {
    #expect(try JSONPath(template: template).render(Self.document) == expected)
  }

  @Test(arguments: [
    "{.items[}", "{range .items[*]}{.a}", "{.a", "{.items[?(@.a==]}", "{end}", "{\"abc}", "{#}",
  ])
  func `a broken template is refused`(template: String) {
    #expect(throws: JSONPathError.self) { try JSONPath(template: template) }
  }

  @Test(arguments: ["metadata.name", ".metadata.name", "{.metadata.name}", "{metadata.name}"])
  func `the relaxed form takes an expression with or without its dressing`(expression: String) throws {
    let path = try JSONPath(relaxed: expression)
    #expect(try path.find(in: ["metadata": ["name": "x"]]) == ["x"])
  }

  @Test func `a missing field is an error where the caller wants it to be one`() throws {
    let path = try JSONPath(template: "{.a.b}")
    #expect(throws: JSONPathError(message: "a is not found")) {
      try path.render(["c": 1], allowsMissing: false)
    }
  }
}
