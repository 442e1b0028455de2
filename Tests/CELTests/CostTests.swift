import APIMachinery
import CEL
import Testing

@Suite struct CostTests {
  private struct Everybody: CELAuthorizer {
    func decide(_ request: CELAuthorizationRequest, serviceAccount: (namespace: String, name: String)?)
      -> CELDecision
    {
      CELDecision(isAllowed: true)
    }
  }

  /// Kubernetes: `apiserver/pkg/cel/library/cost_test.go`, less what the making of constant lists and maps costs there:
  /// the API server works these out beforehand (`cel.OptOptimize`).
  @Test(arguments: [
    ("[1, 2, 3, 4, 5].sum()", 15, 15, 5),
    ("[uint(1), uint(2), uint(3), uint(4), uint(5)].max()", 20, 20, 5),
    ("[false, true].isSorted()", 12, 12, 2),
    ("[duration('1s'), duration('2s')].min()", 14, 14, 2),
    ("[1, 2, 3, 4, 5].indexOf(3)", 15, 15, 5),
    ("'01234567890123456789012345678901234567890123456789'.lastIndexOf('123')", 5, 5, 5),
    ("url('https:://kubernetes.io/').getHost()", 4, 4, 4),
    ("url('https:://kubernetes.io/') == url('https:://kubernetes.io/')", 7, 9, 7),
    ("ip('192.168.0.1')", 2, 2, 2),
    ("ip('2001:db8:3333:4444:5555:6666:7777:8888').isLoopback()", 5, 5, 5),
    ("ip('192.168.0.1') == ip('192.168.0.1')", 5, 5, 5),
    ("ip.isCanonical('2001:db8:3333:4444:5555:6666:7777:8888')", 8, 8, 8),
    ("cidr('192.168.0.0/16').ip()", 3, 3, 3),
    ("cidr('192.168.0.0/16').containsCIDR(cidr('192.0.0.0/30'))", 7, 11, 7),
    ("cidr('192.168.0.0/16').containsCIDR('192.168.0.0/16')", 7, 11, 7),
    ("cidr('192.168.0.0/16').containsIP(ip('192.0.0.1'))", 4, 7, 4),
    ("cidr('192.168.0.0/16').containsIP('192.169.0.1')", 5, 8, 5),
    ("cidr('2001:db8::/32').containsIP('2001:db8:3333:4444:5555:6666:7777:8888')", 7, 10, 7),
    ("'ABCDEFGHIJ abcdefghij'.lowerAscii()", 3, 3, 3),
    ("'ABCDEFGHIJ abcdefghij'.lowerAscii() == 'abcdefghij ABCDEFGHIJ'.lowerAscii()", 7, 9, 9),
    ("strings.quote('ABCDEFGHIJ abcdefghij')", 3, 3, 3),
    ("strings.quote('ABCDEFGHIJ abcdefghij') == strings.quote('ABCDEFGHIJ abcdefghij')", 7, 11, 9),
    ("'abc 123 def 123'.replace('', 'x')", 3, 3, 3),
    ("'abc 123 def 123'.split(' ', 1)", 3, 3, 3),
    ("'abc 123 def 123'.substring(5, 8)", 2, 2, 2),
    ("'abc 123 def 123'.findAll('123', 1)", 2, 2, 2),
    ("quantity('12Mi')", 1, 1, 1),
    ("quantity('200M') == quantity('200M')", 3, 3, 3),
    ("quantity('200M') == quantity('0.2G') && quantity('0.2G') == quantity('200M')", 3, 6, 6),
    ("quantity('50k').add(20).sub(quantity('100k')).sub(-50000).asInteger() > 0", 7, 7, 7),
    ("format.named('dns1123Subdomain').value().validate('my-name')", 34, 34, 17),
    ("format.named('dns1123Label').value().validate('my-name')", 34, 34, 10),
    ("format.named('dns1123Label').value() == format.named('dns1123Label').value()", 5, 11, 5),
    ("sets.contains([1, 2, 3, 4], [2, 3])", 29, 29, 9),
    ("sets.contains([[1], [2, 3]], [[2, 3]])", 53, 53, 3),
    ("!sets.equivalent([1], [1, 2])", 26, 26, 6),
    ("sets.equivalent([1, 2, 3], [3, 2, 1])", 39, 39, 19),
    ("sets.intersects([1, 2], [2, 2, 2])", 27, 27, 7),
    ("semver('1234.56789012345.67890123456789')", 4, 4, 4),
    ("semver('1.1.0').isGreaterThan(semver('1.0.0'))", 3, 3, 3),
    ("{'a': 1, 'b': 2}.all(k, v, v > 0)", 37, 41, 11),
    ("{'a': 1, 'b': 2}.exists(k, v, v > 0)", 39, 43, 10),
    ("{'a': 1, 'b': 2}.existsOne(k, v, v > 0)", 38, 40, 10),
    ("{'a': 1, 'b': 2}.transformMap(k, v, v + 1)", 71, 71, 11),
    ("{'a': 1, 'b': 2}.transformMap(k, v, v < 5, v + 1)", 67, 75, 15),
    ("{'a': 1, 'b': 2}.transformMapEntry(k, v, {k: v + 1})", 131, 131, 71),
    ("{'a': 1, 'b': 2}.transformMapEntry(k, v, v < 5, {k: v + 1})", 67, 135, 75),
    ("[1, 2].all(i, v, v > 0)", 17, 21, 11),
    ("[1, 2].exists(i, v, v > 0)", 19, 23, 10),
    ("[1, 2].transformList(i, v, v + 1)", 49, 49, 29),
    ("[1, 2].transformList(i, v, v < 5, v + 1)", 27, 53, 33),
    ("authorizer.path('/healthz')", 2, 2, 2),
    (
      "authorizer.group('').resource('pods').fieldSelector('spec.nodeName=example-node-name.fully.qualified.domain.name.example.com')",
      1821, 1821, 1821
    ),
    (
      "authorizer.group('apps').resource('deployments').subresource('status').namespace('test').name('backend').check('create').allowed()",
      350007, 350007, 350007
    ),
  ])
  func `expressions cost what they do in Kubernetes`(
    _ expression: String, _ least: UInt64, _ most: UInt64, _ actual: Int
  ) throws {
    let environment = CELEnvironment(variables: [("authorizer", CELAuthorization.type)])
    let program = try CELProgram(compiling: expression, in: environment)
    #expect(program.estimatedCost == CELCostEstimate(min: least, max: most))
    let measured = program.evaluateMeasured(["authorizer": .object(CELAuthorization(Everybody()))])
    _ = try measured.result.get()
    #expect(measured.cost == actual)
  }

  @Test func `an evaluation ends when it has cost too much`() throws {
    let list = JSON.array((0..<1000).map { .int(Int64($0)) })
    let environment = CELEnvironment(variables: [("self", .list(.int))])
    let program = try CELProgram(compiling: "self.all(x, self.all(y, x + y >= 0))", in: environment)
    let value = try CELValue(list, as: .list(.int))
    #expect(throws: CELError(.costLimitExceeded, "operation cancelled: actual cost limit exceeded")) {
      _ = try program.evaluate(["self": value])
    }
    #expect(program.evaluateMeasured(["self": value], costLimit: 50_000).cost > 50_000)
    let small = try CELValue([1, 2, 3], as: .list(.int))
    #expect(try program.evaluate(["self": small]).boolValue == true)
  }

  @Test func `limits of a schema bound what a rule is estimated to cost`() throws {
    func estimate(_ rule: String, _ schema: JSON) throws -> UInt64 {
      let type = try #require(CELType(schema: StructuralSchema(schema.objectValue ?? JSONObject())))
      return try CELProgram(compiling: rule, in: CELEnvironment(variables: [("self", type)])).estimatedCost
        .max
    }
    func list(_ items: JSON, _ most: JSON? = nil) -> JSON {
      var schema: JSONObject = ["type": "array", "items": items]
      schema["maxItems"] = most
      return .object(schema)
    }
    // Kubernetes: `apiextensions-apiserver/pkg/apiserver/schema/cel/compilation_test.go`.
    #expect(try estimate("self.all(x, true)", list(["type": "integer"])) == 4_718_591)
    #expect(try estimate("self.all(x, true)", list(["type": "boolean"])) == 1_887_437)
    #expect(try estimate("self.all(x, true)", list(["type": "string"])) == 3_145_727)
    #expect(try estimate("self.all(x, true)", list(["type": "integer"], 10)) == 32)
    let text: JSON = ["type": "string", "maxLength": 10]
    #expect(try estimate("self == 'abcde'", text) == 2)
    #expect(try estimate("self.contains(self)", text) == 18)
    #expect(try estimate("self.contains(self)", ["type": "string"]) > 90_000_000_000)
  }
}
