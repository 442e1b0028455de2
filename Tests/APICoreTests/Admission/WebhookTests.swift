import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import Synchronization
import Testing

/// Web servers that answer by the last part of their address.
final class ScriptedWebhooks: WebhookCaller {
  typealias Script = @Sendable (JSON) throws(WebhookFailure) -> JSONObject

  private let scripts: [String: Script]
  private let state = Mutex<[(String, JSON)]>([])

  init(_ scripts: [String: Script]) { self.scripts = scripts }

  /// The questions so far.
  var calls: [(path: String, review: JSON)] { state.withLock { $0.map { (path: $0.0, review: $0.1) } } }
  var paths: [String] { calls.map(\.path) }

  func call(_ call: WebhookCall) async throws(WebhookFailure) -> [UInt8] {
    let path = String(call.url.split(separator: "/").last?.prefix { $0 != "?" } ?? "")
    guard let review = try? JSON.parse(call.body), let script = scripts[path] else {
      throw WebhookFailure("Post \"\(call.url)\": dial tcp 127.0.0.1:9: connect: connection refused")
    }
    state.withLock { $0.append((path, review)) }
    var response = try script(review)
    response.setDefault("uid", review["request"]?["uid"] ?? "")
    let answer: JSON = [
      "apiVersion": review["apiVersion"] ?? "", "kind": "AdmissionReview", "response": .object(response),
    ]
    return answer.serialized()
  }

  static func patch(_ operations: JSON) -> JSONObject {
    ["allowed": true, "patchType": "JSONPatch", "patch": .string(ByteString(operations.serialized()).base64)]
  }
}

@Suite struct WebhookTests {
  private static let mutating = MutatingWebhookConfiguration.definition.groupVersionResource
  private static let validating = ValidatingWebhookConfiguration.definition.groupVersionResource

  /// An API with these servers, and a webhook for deployments at each of `hooks`.
  private func api(
    _ caller: ScriptedWebhooks, mutating: [JSONObject] = [], validating: [JSONObject] = [],
    audit: AuditLog? = nil
  ) async throws -> TestAPI {
    var options = APIServiceOptions()
    options.audit = audit
    let api = try await TestAPI(options: options)
    api.service.callWebhooks(with: caller)
    if !mutating.isEmpty { try await configure(api, Self.mutating, mutating) }
    if !validating.isEmpty { try await configure(api, Self.validating, validating) }
    return api
  }

  private func configure(_ api: TestAPI, _ resource: GroupVersionResource, _ hooks: [JSONObject]) async throws
  {
    _ = try await api.service.create(
      api.target(resource, namespace: nil),
      RequestBody(["metadata": ["name": "demo"], "webhooks": .array(hooks.map { .object($0) })]))
  }

  /// A webhook with its defaults, and these members.
  private func hook(_ path: String, _ members: JSONObject = [:]) -> JSONObject {
    var hook: JSONObject = [
      "name": .string("\(path).hooks.example.com"), "admissionReviewVersions": ["v1"], "sideEffects": "None",
      "clientConfig": ["url": .string("https://hooks.example.com/\(path)")],
      "rules": [
        [
          "apiGroups": ["apps"], "apiVersions": ["v1"], "operations": ["CREATE", "UPDATE", "DELETE"],
          "resources": ["deployments"],
        ]
      ],
    ]
    for (key, value) in members { hook[key] = value }
    return hook
  }

  private static let allow: ScriptedWebhooks.Script = { _ in ["allowed": true] }

  @Test func `a mutating webhook changes the object, which is completed and checked`() async throws {
    let caller = ScriptedWebhooks([
      "label": { _ in
        ScriptedWebhooks.patch([
          ["op": "add", "path": "/metadata/labels/team", "value": "blue"],
          ["op": "replace", "path": "/spec/replicas", "value": 7],
        ])
      }
    ])
    let api = try await api(caller, mutating: [hook("label")])
    let made = try await api.deployment(labels: ["a": "b"]).tree
    #expect(made["metadata"]?["labels"] == ["a": "b", "team": "blue"])
    #expect(made["spec"]?["replicas"] == 7)
    let request = try #require(caller.calls.first?.review["request"])
    #expect(request["operation"] == "CREATE")
    #expect(request["kind"] == ["group": "apps", "version": "v1", "kind": "Deployment"])
    #expect(request["resource"] == ["group": "apps", "version": "v1", "resource": "deployments"])
    #expect(request["namespace"] == "default" && request["name"] == "web")
    #expect(request["userInfo"]?["username"] == "kubernetes-admin")
    #expect(request["object"]?["spec"]?["strategy"]?["type"] == "RollingUpdate")
    #expect(request["oldObject"] == .null && request["dryRun"] == false)
    #expect(request["options"]?["kind"] == "CreateOptions")
  }

  @Test func `what a webhook makes invalid is refused`() async throws {
    let caller = ScriptedWebhooks([
      "bad": { _ in ScriptedWebhooks.patch([["op": "replace", "path": "/spec/replicas", "value": -1]]) }
    ])
    let api = try await api(caller, mutating: [hook("bad")])
    let message = await api.refusal()
    #expect(
      message
        == #"Deployment.apps "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0"#
    )
  }

  @Test(
    arguments: [
      (#"{"allowed": false}"#, 400, "denied the request without explanation"),
      (#"{"allowed": false, "status": {"message": "too big"}}"#, 400, "denied the request: too big"),
      (
        #"{"allowed": false, "status": {"reason": "Forbidden", "code": 403}}"#, 403,
        "denied the request: Forbidden"
      ),
      (#"{"allowed": false, "status": {"message": "no", "code": 200}}"#, 400, "denied the request: no"),
    ])
  func `a validating webhook refuses in its own words`(response: String, code: Int, words: String)
    async throws
  {
    let caller = ScriptedWebhooks(["no": { _ in object(response) }])
    let api = try await api(caller, validating: [hook("no")])
    let error = await statusError { try await api.deployment() }
    #expect(error?.code == code)
    #expect(error?.message == "admission webhook \"no.hooks.example.com\" \(words)")
    #expect((try? api.service.get(api.target(.deployments, "web"))) == nil)
  }

  @Test func `a webhook that cannot be asked fails the request, or is passed over`() async throws {
    let closed = try await api(ScriptedWebhooks([:]), validating: [hook("gone")])
    let error = await statusError { try await closed.deployment() }
    #expect(error?.code == 500)
    #expect(error?.reason == .internalError)
    #expect(
      error?.message
        == #"Internal error occurred: failed calling webhook "gone.hooks.example.com": failed to call webhook: Post "https://hooks.example.com/gone?timeout=10s": dial tcp 127.0.0.1:9: connect: connection refused"#
    )
    let log = AuditLog()
    let open = try await api(
      ScriptedWebhooks([:]), mutating: [hook("m", ["failurePolicy": "Ignore"])],
      validating: [hook("v", ["failurePolicy": "Ignore"])], audit: log)
    try await open.deployment()
    #expect(
      log.all.contains("failed-open.validating.webhook.admission.k8s.io/demo: v.hooks.example.com"))
  }

  @Test(
    arguments: [
      (#"{"allowed": true, "uid": "x"}"#, "expected response.uid="),
      (#"{"allowed": true, "patch": "W10="}"#, "webhook returned response.patch but not response.patchType"),
      (
        #"{"allowed": true, "patchType": "JSONPatch"}"#,
        "webhook returned response.patchType but not response.patch"
      ),
      (
        #"{"allowed": true, "patchType": "Merge", "patch": "W10="}"#,
        "invalid response.patchType of \"Merge\""
      ),
    ])
  func `an answer that is none counts as a failure`(response: String, words: String) async throws {
    let caller = ScriptedWebhooks(["odd": { _ in object(response) }])
    let api = try await api(caller, mutating: [hook("odd")])
    let message = await api.refusal() ?? ""
    #expect(message.contains("received invalid webhook response: "), "\(message)")
    #expect(message.contains(words), "\(message)")
  }

  @Test func `rules, selectors and match conditions choose what is asked`() async throws {
    let caller = ScriptedWebhooks(["a": Self.allow, "b": Self.allow, "c": Self.allow, "d": Self.allow])
    let api = try await api(
      caller,
      validating: [
        hook("a", ["objectSelector": ["matchLabels": ["watch": "yes"]]]),
        hook("b", ["namespaceSelector": ["matchLabels": ["kubernetes.io/metadata.name": "elsewhere"]]]),
        hook(
          "c",
          ["matchConditions": [["name": "many", "expression": "object != null && object.spec.replicas > 5"]]]),
        hook("d", ["rules": []]),
      ])
    try await api.deployment()
    #expect(caller.paths.isEmpty)
    try await api.deployment("labelled", labels: ["watch": "yes"])
    #expect(caller.paths == ["a"])
    try await api.deployment("large", replicas: 6)
    #expect(caller.paths == ["a", "c"])
    _ = try await api.service.delete(api.target(.deployments, "labelled"))
    #expect(caller.paths == ["a", "c", "a"])
    let last = try #require(caller.calls.last?.review["request"])
    #expect(last["operation"] == "DELETE" && last["object"] == .null)
    #expect(last["oldObject"]?["metadata"]?["name"] == "labelled")
  }

  @Test func `a webhook is asked again when another one changed the object after it`() async throws {
    let caller = ScriptedWebhooks([
      "first": { review in
        let count = review["request"]?["object"]?["spec"]?["replicas"]?.intValue ?? 0
        return ScriptedWebhooks.patch([
          ["op": "add", "path": "/metadata/annotations", "value": ["seen": .string(String(count))]]
        ])
      },
      "second": { _ in ScriptedWebhooks.patch([["op": "replace", "path": "/spec/replicas", "value": 9]]) },
    ])
    let again = try await api(
      caller, mutating: [hook("first", ["reinvocationPolicy": "IfNeeded"]), hook("second")])
    #expect(try await again.deployment().tree["metadata"]?["annotations"]?["seen"] == "9")
    #expect(caller.paths == ["first", "second", "first"])
    let once = try await api(caller, mutating: [hook("first"), hook("second")])
    #expect(try await once.deployment().tree["metadata"]?["annotations"]?["seen"] == "3")
  }

  @Test(arguments: [("Never", "3"), ("IfNeeded", "9")])
  func `a policy is asked again after a webhook, a webhook once`(_ again: String, _ seen: String)
    async throws
  {
    let caller = ScriptedWebhooks([
      "nine": { _ in ScriptedWebhooks.patch([["op": "replace", "path": "/spec/replicas", "value": 9]]) }
    ])
    let api = try await api(caller, mutating: [hook("nine")])
    try await api.mutatingPolicy(
      "Object{metadata: Object.metadata{annotations: {'seen': string(object.spec.replicas)}}}",
      reinvocation: again)
    let made = try await api.deployment().tree
    #expect(made["metadata"]?["annotations"]?["seen"] == .string(seen))
    #expect(made["spec"]?["replicas"] == 9 && caller.paths == ["nine"])
  }

  @Test func `a dry run is told, warnings arrive, and notes are written down`() async throws {
    let caller = ScriptedWebhooks([
      "warn": { _ in ["allowed": true, "warnings": ["old field"], "auditAnnotations": ["key": "value"]] }
    ])
    let log = AuditLog()
    let api = try await api(
      caller, validating: [hook("warn", ["sideEffects": "NoneOnDryRun"])], audit: log)
    let answer = try await api.post(
      .deployments,
      #"{"metadata":{"name":"x"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}"#,
      options: WriteOptions(isDryRun: true))
    #expect(answer.warnings == ["old field"])
    #expect(caller.calls.first?.review["request"]?["dryRun"] == true)
    #expect(log.all.contains("warn.hooks.example.com/key: value"))
  }

  @Test func `nobody is asked about the configurations themselves`() async throws {
    let caller = ScriptedWebhooks([:])
    let all: JSON = [
      ["apiGroups": ["*"], "apiVersions": ["*"], "operations": ["*"], "resources": ["*/*"]]
    ]
    let api = try await api(caller, mutating: [hook("all", ["rules": all])])
    try await configure(api, Self.validating, [hook("other", ["rules": all])])
    #expect(await api.refusal()?.contains("failed calling webhook") == true)
    _ = try await api.service.delete(api.target(Self.mutating, "demo", namespace: nil))
  }

  @Test(
    arguments: [
      (
        #"{"name": "short"}"#,
        #"webhooks[0].name: Invalid value: "short": should be a domain with at least three segments separated by dots"#
      ),
      (
        #"{"admissionReviewVersions": ["v9"]}"#,
        #"webhooks[0].admissionReviewVersions: Invalid value: ["v9"]: must include at least one of v1, v1beta1"#
      ),
      (
        #"{"clientConfig": {}}"#,
        "webhooks[0].clientConfig: Required value: exactly one of url or service is required"
      ),
      (
        #"{"clientConfig": {"url": "http://a.b/c"}}"#,
        "'https' is the only allowed URL scheme; desired format: https://host[:port]/path"
      ),
      (#"{"timeoutSeconds": 31}"#, "webhooks[0].timeoutSeconds: Invalid value: 31"),
      (#"{"sideEffects": "Some"}"#, "webhooks[0].sideEffects: Unsupported value: \"Some\""),
      (
        #"{"rules": [{"apiGroups": ["*"], "apiVersions": ["*"], "resources": ["*"]}]}"#,
        "webhooks[0].rules[0].operations: Required value"
      ),
      (
        #"{"matchConditions": [{"name": "x", "expression": "1 +"}]}"#,
        "webhooks[0].matchConditions[0].expression: Invalid value"
      ),
    ])
  func `a configuration that makes no sense is refused`(members: String, words: String) async throws {
    let api = try await TestAPI()
    for resource in [Self.mutating, Self.validating] {
      let error = await statusError { try await configure(api, resource, [hook("x", object(members))]) }
      #expect(error?.code == 422)
      #expect(error?.message.contains(words) == true, "\(error?.message ?? "no error")")
    }
  }

  @Test func `a service is found by its end points`() async throws {
    struct Watcher: WebhookCaller {
      let note: @Sendable (WebhookCall.Server) -> Void
      func call(_ call: WebhookCall) async throws(WebhookFailure) -> [UInt8] {
        note(call.server)
        throw WebhookFailure("noted")
      }
    }
    let log = ServerLog()
    let api = try await TestAPI()
    api.service.callWebhooks(with: Watcher { log.add($0) })
    try await configure(
      api, Self.validating,
      [hook("s", ["clientConfig": ["service": ["name": "hooks", "namespace": "default", "path": "/check"]]])])
    #expect(await api.refusal()?.hasSuffix("noted") == true)
    try await api.client.create(
      Service {
        ($0.metadata.name, $0.metadata.namespace) = ("hooks", "default")
        $0.spec.ports = [ServicePort { ($0.name, $0.port) = ("https", 443) }]
      })
    let slice: JSONObject = [
      "metadata": ["name": "hooks-1", "labels": ["kubernetes.io/service-name": "hooks"]],
      "addressType": "IPv4",
      "ports": [["name": "https", "port": 9443, "protocol": "TCP"]],
      "endpoints": [
        ["addresses": ["10.0.0.1"], "conditions": ["ready": false]], ["addresses": ["127.0.0.1"]],
      ],
    ]
    _ = try await api.service.create(
      api.target(EndpointSlice.definition.groupVersionResource), RequestBody(slice))
    #expect(await api.refusal() != nil)
    #expect(
      log.all == [
        .service(name: "hooks", namespace: "default", port: 443, path: "/check", address: nil),
        .service(name: "hooks", namespace: "default", port: 443, path: "/check", address: "127.0.0.1:9443"),
      ])
  }
}

private final class ServerLog: Sendable {
  private let servers = Mutex<[WebhookCall.Server]>([])
  func add(_ server: WebhookCall.Server) { servers.withLock { $0.append(server) } }
  var all: [WebhookCall.Server] { servers.withLock { $0 } }
}
