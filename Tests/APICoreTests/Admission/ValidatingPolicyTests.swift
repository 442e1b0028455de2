import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

/// What ValidatingAdmissionPolicies do to requests.
@Suite struct ValidatingPolicyTests {
  private static let prefix =
    #"deployments.apps "web" is forbidden: ValidatingAdmissionPolicy 'demo-policy.example.com' with binding "#
    + "'demo-binding-test.example.com' denied request: "

  private func api(audit: AuditLog? = nil) async throws -> TestAPI {
    var options = APIServiceOptions()
    options.audit = audit
    return try await TestAPI(options: options)
  }

  // MARK: Refusals

  @Test func `a request that breaks a condition is refused where a binding says so`() async throws {
    let api = try await api()
    try await api.create(
      .policies, "demo-policy.example.com",
      object(
        #"{"matchConstraints": {"resourceRules": [{"apiGroups": ["apps"], "apiVersions": ["v1"], "operations": ["CREATE", "UPDATE"], "resources": ["deployments"]}]}, "validations": [{"expression": "object.spec.replicas <= 5"}]}"#
      ))
    try await api.deployment("unbound", replicas: 9)
    try await api.create(
      .policyBindings, "demo-binding-test.example.com",
      object(
        #"{"policyName": "demo-policy.example.com", "validationActions": ["Deny"], "matchResources": {"namespaceSelector": {"matchLabels": {"environment": "test"}}}}"#
      ))
    try await api.deployment("elsewhere", replicas: 9)
    try await api.client.create(
      Namespace {
        $0.metadata.name = "test"
        $0.metadata.labels["environment"] = "test"
      })
    let error = await statusError { try await api.deployment(replicas: 9, namespace: "test") }
    #expect(error?.message == Self.prefix + "failed expression: object.spec.replicas <= 5")
    #expect(error?.reason == .invalid)
    #expect(error?.code == 422)
    #expect(error?.details?.causes.first?.message.hasPrefix("ValidatingAdmissionPolicy 'demo-policy") == true)
    try await api.deployment(replicas: 5, namespace: "test")
    let target = api.target(.deployments, "web", namespace: "test")
    let patched = await statusError {
      _ = try await api.service.patch(target, .merge(["spec": ["replicas": 6]]))
    }
    #expect(patched?.message == Self.prefix + "failed expression: object.spec.replicas <= 5")
  }

  @Test(arguments: [
    (#"{"expression": "false", "message": " no "}"#, "no", "Invalid"),
    (
      #"{"expression": "object.spec.replicas <= 5", "messageExpression": "'at most 5, not ' + string(object.spec.replicas)"}"#,
      "at most 5, not 9", "Invalid"
    ),
    (
      #"{"expression": "false", "message": "fixed", "messageExpression": "string(1 / 0)"}"#, "fixed",
      "Invalid"
    ),
    (#"{"expression": "false", "reason": "Forbidden"}"#, "failed expression: false", "Forbidden"),
    (
      #"{"expression": "object.spec.nothing == 1"}"#,
      "expression 'object.spec.nothing == 1' resulted in error: no such key: nothing", "Invalid"
    ),
    (
      #"{"expression": "has(oldObject.spec)"}"#,
      "expression 'has(oldObject.spec)' resulted in error: no such overload", "Invalid"
    ),
  ])
  func `what is said follows from the condition`(_ validation: String, _ message: String, _ reason: String)
    async throws
  {
    let api = try await api()
    try await api.policy(#"{"validations": [\#(validation)]}"#)
    let error = await statusError { try await api.deployment(replicas: 9) }
    #expect(error?.message == Self.prefix + message)
    #expect(error?.reason.rawValue == reason)
    #expect(error?.code == (reason == "Forbidden" ? 403 : 422))
  }

  @Test(arguments: [
    "request.operation == 'CREATE' && request.resource.resource == 'deployments' && request.kind.kind == 'Deployment'",
    "request.name == 'web' && request.namespace == 'default' && !has(request.subResource)",
    "request.userInfo.username == 'kubernetes-admin' && 'system:masters' in request.userInfo.groups",
    "!request.dryRun && request.options.kind == 'CreateOptions' && request.requestKind.version == 'v1'",
    "oldObject == null && object.metadata.name == 'web'",
    "namespaceObject.metadata.name == 'default' && namespaceObject.status.phase == 'Active'",
    "namespaceObject.metadata.creationTimestamp.getFullYear() > 2000",
    "authorizer.group('apps').resource('deployments').namespace('default').check('create').allowed()",
    "authorizer.requestResource.check('delete').allowed()",
    "authorizer.serviceAccount('default', 'default').path('/healthz').check('get').allowed()",
    "object.spec.template.spec.containers.all(c, c.image.matches('^[a-z]+$'))",
  ])
  func `expressions see the request`(_ expression: String) async throws {
    let api = try await api()
    try await api.policy(#"{"validations": [{"expression": "\#(expression)"}]}"#)
    #expect(await api.refusal() == nil)
  }

  @Test func `variables are there for other expressions`() async throws {
    let api = try await api()
    try await api.policy(
      #"""
      {"variables": [{"name": "count", "expression": "object.spec.replicas"},
                     {"name": "limit", "expression": "variables.count > 5 ? 6 : 5"},
                     {"name": "broken", "expression": "1 / 0"}],
       "validations": [{"expression": "variables.count <= variables.limit"}, {"expression": "true || variables.broken > 0"}]}
      """#)
    #expect(
      await api.refusal(replicas: 9) == Self.prefix + "failed expression: variables.count <= variables.limit")
    #expect(await api.refusal(replicas: 6) == nil)
  }

  @Test func `a variable that fails says so`() async throws {
    let api = try await api()
    try await api.policy(
      #"{"variables": [{"name": "broken", "expression": "1 / 0"}], "validations": [{"expression": "variables.broken > 0"}]}"#
    )
    #expect(
      await api.refusal() == Self.prefix
        + "expression 'variables.broken > 0' resulted in error: composited variable \"broken\" fails to evaluate: division by zero"
    )
  }

  // MARK: Which requests

  @Test func `conditions of a policy choose requests`() async throws {
    let api = try await api()
    try await api.policy(
      #"""
      {"matchConditions": [{"name": "big", "expression": "object.spec.replicas > 5"},
                           {"name": "not-exempt", "expression": "!('exempt' in object.metadata.?labels.orValue({}))"}],
       "validations": [{"expression": "false"}]}
      """#)
    #expect(await api.refusal(replicas: 9) == Self.prefix + "failed expression: false")
    #expect(await api.refusal(replicas: 9, labels: ["exempt": "yes"]) == nil)
  }

  @Test(arguments: [
    (#"{"objectSelector": {"matchLabels": {"a": "b"}}}"#, true),
    (#"{"objectSelector": {"matchLabels": {"a": "c"}}}"#, false),
    (#"{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "default"}}}"#, true),
    (#"{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "other"}}}"#, false),
    (
      #"{"excludeResourceRules": [{"apiGroups": ["*"], "apiVersions": ["*"], "operations": ["*"], "resources": ["*"]}]}"#,
      false
    ),
    (
      #"{"resourceRules": [{"apiGroups": ["apps"], "apiVersions": ["v1"], "operations": ["UPDATE"], "resources": ["deployments"]}]}"#,
      false
    ),
    (
      #"{"resourceRules": [{"apiGroups": ["*"], "apiVersions": ["*"], "operations": ["*"], "resources": ["*/*"], "scope": "Namespaced"}]}"#,
      true
    ),
    (
      #"{"resourceRules": [{"apiGroups": ["*"], "apiVersions": ["*"], "operations": ["*"], "resources": ["*"], "scope": "Cluster"}]}"#,
      false
    ),
    (
      #"{"resourceRules": [{"apiGroups": ["apps"], "apiVersions": ["v1"], "operations": ["CREATE"], "resources": ["deployments/status"]}]}"#,
      false
    ),
    (
      #"{"resourceRules": [{"apiGroups": ["apps"], "apiVersions": ["v1"], "operations": ["CREATE"], "resources": ["deployments"], "resourceNames": ["web"]}]}"#,
      true
    ),
    (
      #"{"resourceRules": [{"apiGroups": ["apps"], "apiVersions": ["v1"], "operations": ["CREATE"], "resources": ["deployments"], "resourceNames": ["db"]}]}"#,
      false
    ),
  ])
  func `a binding chooses requests`(_ resources: String, _ isMeant: Bool) async throws {
    let api = try await api()
    try await api.policy(
      #"{"validations": [{"expression": "false"}]}"#, binding: #"{"matchResources": \#(resources)}"#)
    #expect(
      await api.refusal(labels: ["a": "b"]) == (isMeant ? Self.prefix + "failed expression: false" : nil))
  }

  @Test func `deletions, status writes and evictions are requests, too`() async throws {
    let api = try await api()
    try await api.client.create(somePod())
    try await api.policy(
      #"""
      {"matchConstraints": {"resourceRules": [{"apiGroups": [""], "apiVersions": ["v1"], "operations": ["*"],
         "resources": ["pods", "pods/status", "pods/eviction", "pods/binding"]}]},
       "validations": [{"expression": "false",
         "messageExpression": "request.operation + ' ' + request.kind.kind + ' ' + request.?subResource.orValue('-') + ' ' + string(object == null)"}]}
      """#)
    func said(_ body: () async throws -> Void) async -> String? {
      await statusError(body)?.message.split(separator: ": ", maxSplits: 2).last.map(String.init)
    }
    let pod = api.target(.pods, "web")
    #expect(await said { _ = try await api.service.delete(pod) } == "DELETE Pod - true")
    #expect(
      await said {
        _ = try await api.service.patch(
          api.target(.pods, "web", "status"), .merge(["status": ["phase": "Running"]]))
      } == "UPDATE Pod status false")
    #expect(
      await said {
        _ = try await api.service.create(
          api.target(.pods, "web", "eviction"),
          RequestBody(["apiVersion": "policy/v1", "kind": "Eviction", "metadata": ["name": "web"]]))
      } == "CREATE Eviction eviction false")
    #expect(
      await said {
        _ = try await api.service.create(
          api.target(.pods, "web", "binding"),
          RequestBody(["apiVersion": "v1", "kind": "Binding", "target": ["kind": "Node", "name": "n"]]))
      } == "CREATE Binding binding false")
  }

  @Test func `a change of the scale shows the scale`() async throws {
    let api = try await api()
    try await api.policy(
      #"""
      {"matchConstraints": {"resourceRules": [{"apiGroups": ["apps"], "apiVersions": ["v1"], "operations": ["UPDATE"],
         "resources": ["deployments/scale"]}]},
       "validations": [{"expression": "request.kind.kind == 'Scale' && oldObject.spec.replicas == 3"},
                       {"expression": "object.spec.replicas <= 5"}]}
      """#)
    try await api.deployment()
    let target = api.target(.deployments, "web", "scale")
    let error = await statusError {
      _ = try await api.service.patch(target, .merge(["spec": ["replicas": 6]]))
    }
    #expect(error?.message == Self.prefix + "failed expression: object.spec.replicas <= 5")
    _ = try await api.service.patch(target, .merge(["spec": ["replicas": 5]]))
    #expect(try api.service.get(api.target(.deployments, "web")).tree["spec"]?["replicas"] == 5)
  }

  @Test func `policies can always be changed`() async throws {
    let api = try await api()
    try await api.policy(
      #"""
      {"matchConstraints": {"resourceRules": [{"apiGroups": ["*"], "apiVersions": ["*"], "operations": ["*"],
         "resources": ["*"]}]}, "validations": [{"expression": "false"}]}
      """#)
    #expect(await api.refusal() == Self.prefix + "failed expression: false")
    let binding = api.target(.policyBindings, "demo-binding-test.example.com", namespace: nil)
    _ = try await api.service.delete(binding)
    #expect(await api.refusal() == nil)
  }

  @Test func `objects of users are asked about as well`() async throws {
    let api = try await TestAPI.withCronTabs()
    try await api.policy(
      #"""
      {"matchConstraints": {"resourceRules": [{"apiGroups": ["stable.example.com"], "apiVersions": ["v1"],
         "operations": ["CREATE"], "resources": ["crontabs"]}]},
       "validations": [{"expression": "object.spec.image == 'busybox'", "message": "only busybox"}]}
      """#)
    #expect(await api.complaint([:]) == nil)
    #expect(await api.complaint(["image": "x"])?.hasSuffix("denied request: only busybox") == true)
  }

  // MARK: Actions

  @Test func `a binding can warn instead`() async throws {
    let api = try await api()
    try await api.policy(
      #"{"validations": [{"expression": "false", "message": "hm"}]}"#, actions: #"["Warn"]"#)
    let answer = try await api.deployment()
    #expect(
      answer.warnings == [
        "Validation failed for ValidatingAdmissionPolicy 'demo-policy.example.com' with binding "
          + "'demo-binding-test.example.com': hm"
      ])
    let target = api.target(.deployments, "web")
    let patched = try await api.service.patch(target, .merge(["metadata": ["labels": ["a": "b"]]]))
    #expect(patched.warnings.count == 1)
  }

  @Test func `a binding can have it written down, and a policy more`() async throws {
    let log = AuditLog()
    let api = try await api(audit: log)
    try await api.policy(
      #"""
      {"validations": [{"expression": "false", "message": "hm"}],
       "auditAnnotations": [{"key": "replicas", "valueExpression": "'has ' + string(object.spec.replicas)"},
                            {"key": "nothing", "valueExpression": "object.spec.replicas > 5 ? 'many' : ''"}]}
      """#, actions: #"["Audit"]"#)
    try await api.deployment()
    #expect(
      log.all == [
        #"validation.policy.admission.k8s.io/validation_failure: [{"message":"hm","policy":"demo-policy.example.com","binding":"demo-binding-test.example.com","expressionIndex":0,"validationActions":["Audit"]}]"#,
        "demo-policy.example.com/replicas: has 3",
      ])
  }

  @Test func `a policy that fails is passed over if it says so`() async throws {
    let api = try await api()
    try await api.policy(
      #"{"failurePolicy": "Ignore", "validations": [{"expression": "object.spec.nothing == 1"}, {"expression": "object.spec.replicas < 5"}]}"#
    )
    #expect(await api.refusal() == nil)
    #expect(await api.refusal(replicas: 9) != nil)
  }

  @Test func `a policy that costs too much refuses`() async throws {
    let api = try await api()
    try await api.policy(
      #"""
      {"variables": [{"name": "many", "expression": "'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'.split('')"}],
       "validations": [{"expression": "variables.many.all(a, variables.many.all(b, variables.many.all(c, a + b != c)))"}]}
      """#)
    #expect(
      await api.refusal()?.hasSuffix("resulted in error: operation cancelled: actual cost limit exceeded")
        == true)
  }
}
