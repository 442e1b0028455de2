import APICore
import APIMachinery
import APIServer
import Glibc
import KubernetesAPI
import KubernetesClient
import Logging
import RemoteClient
import ServiceLifecycle
import Synchronization
import Testing
import WebhookServer

/// Webhooks in Swift, asked by a server over HTTPS.
@Suite(.serialized) struct WebhookServerTests {
  /// Starts an API server and a web server with these routes.
  private func run(
    _ routes: [WebhookRoute], _ body: (TestServer, Hooks) async throws -> Void
  ) async throws {
    try await TestWebhooks.run(routes) { api, port, authority in
      try await body(api, Hooks(api: api, port: port, authority: authority))
    }
  }

  /// Configures webhooks for config maps.
  private struct Hooks {
    let api: TestServer
    let port: Int
    let authority: String

    func configure(
      _ resource: GroupVersionResource, _ path: String, authority other: String? = nil, url: String? = nil,
      service: JSON? = nil, seconds: Int64 = 10, name: String = "hooks", more: JSONObject = [:]
    ) async throws {
      var client: JSONObject = [
        "caBundle": .string(ByteString(text: other ?? authority).base64),
        "url": .string(url ?? "https://127.0.0.1:\(port)\(path)"),
      ]
      if let service {
        client["url"] = nil
        client["service"] = service
      }
      var hook: JSONObject = [
        "name": "hook.test.example.com", "admissionReviewVersions": ["v1"], "sideEffects": "None",
        "timeoutSeconds": .int(seconds), "clientConfig": .object(client),
        "rules": [
          ["apiGroups": [""], "apiVersions": ["v1"], "operations": ["*"], "resources": ["configmaps"]]
        ],
      ]
      for (field, value) in more { hook[field] = value }
      _ = try await api.service.create(
        RequestTarget(user: .admin, resource: resource),
        RequestBody(["metadata": ["name": .string(name)], "webhooks": [.object(hook)]]))
    }

    func map(_ name: String, _ data: StringMap = [:], isDryRun: Bool = false) async throws -> ConfigMap {
      try await api.service.client(as: .admin, fieldManager: "test").create(
        ConfigMap {
          ($0.metadata.name, $0.metadata.namespace) = (name, "default")
          $0.data = data
        }, options: WriteOptions(isDryRun: isDryRun))
    }
  }

  private static let mutating = MutatingWebhookConfiguration.definition.groupVersionResource
  private static let validating = ValidatingWebhookConfiguration.definition.groupVersionResource

  @Test func `a webhook in Swift changes and refuses objects`() async throws {
    let routes = [
      AdmissionWebhook.mutating("/label", ConfigMap.self) { map, question in
        map.metadata.labels["example.com/by"] = question.userName
        map.data["gone"] = nil
        return AdmissionVerdict.allowed.warning("labelled")
      },
      AdmissionWebhook.validating("/judge", ConfigMap.self) { question in
        question.object?.data["bad"] == nil ? .allowed : .denied("bad is bad", code: 409)
      },
    ]
    try await run(routes) { api, hooks in
      try await hooks.configure(Self.mutating, "/label")
      try await hooks.configure(Self.validating, "/judge")
      let made = try await hooks.map("good", ["gone": "x", "stays": "y"])
      #expect(made.metadata.labels["example.com/by"] == "kubernetes-admin")
      #expect(made.data == ["stays": "y"])
      let error = try await statusError { _ = try await hooks.map("bad", ["bad": "1"]) }
      #expect(error.code == 409)
      #expect(error.message == "admission webhook \"hook.test.example.com\" denied the request: bad is bad")
    }
  }

  @Test func `a service leads to its end point, under its own name`() async throws {
    let route = AdmissionWebhook.validating("/judge", ConfigMap.self) { _ in .denied("asked") }
    try await run([route]) { api, hooks in
      let client = api.service.client(as: .admin, fieldManager: "test")
      try await client.create(
        Service {
          ($0.metadata.name, $0.metadata.namespace) = ("hooks", "default")
          $0.spec.ports = [ServicePort { ($0.name, $0.port) = ("https", 443) }]
        })
      let slice: JSONObject = [
        "metadata": ["name": "hooks-1", "labels": ["kubernetes.io/service-name": "hooks"]],
        "addressType": "IPv4", "ports": [["name": "https", "port": .int(Int64(hooks.port))]],
        "endpoints": [["addresses": ["127.0.0.1"]]],
      ]
      _ = try await api.service.create(
        RequestTarget(
          user: .admin, resource: EndpointSlice.definition.groupVersionResource, namespace: "default"),
        RequestBody(slice))
      try await hooks.configure(
        Self.validating, "", service: ["name": "hooks", "namespace": "default", "path": "/judge"])
      let error = try await statusError { _ = try await hooks.map("a") }
      #expect(error.message == "admission webhook \"hook.test.example.com\" denied the request: asked")
    }
  }

  @Test func `a webhook is asked again over HTTPS when another changed the object after it`() async throws {
    let routes = ["first", "second"].map { name in
      AdmissionWebhook.mutating("/\(name)", ConfigMap.self) { map, _ in
        let asked = "\(name)-asked"
        map.data[asked] = (map.data[asked] ?? "") + "x"
        if name == "first" {
          map.data["seen"] = (map.data["seen"] ?? "") + (map.data["second-asked"] == nil ? "1" : "2")
        }
        return .allowed
      }
    }
    try await run(routes) { api, hooks in
      for (name, policy) in [("first", "IfNeeded"), ("second", "Never")] {
        try await hooks.configure(
          Self.mutating, "/\(name)", name: "\(name)-hooks", more: ["reinvocationPolicy": .string(policy)])
      }
      let made = try await hooks.map("a")
      #expect(made.data == ["first-asked": "xx", "second-asked": "x", "seen": "12"])
    }
  }

  @Test func `a dry run asks who has no side effects in it, and a namespace chooses who is asked`()
    async throws
  {
    let routes = [
      AdmissionWebhook.validating("/judge", ConfigMap.self) { question in
        .denied(question.isDryRun ? "asked in a dry run" : "asked")
      }
    ]
    try await run(routes) { api, hooks in
      try await hooks.configure(
        Self.validating, "/judge",
        more: ["sideEffects": "NoneOnDryRun", "namespaceSelector": ["matchLabels": ["hooks": "on"]]])
      _ = try await hooks.map("free")
      let client = api.service.client(as: .admin, fieldManager: "test")
      try await client.patch(
        Namespace.self, ObjectKey(name: "default"), .merge(["metadata": ["labels": ["hooks": "on"]]]))
      let error = try await statusError { _ = try await hooks.map("a") }
      #expect(error.message.hasSuffix("denied the request: asked"))
      let dry = try await statusError { _ = try await hooks.map("a", isDryRun: true) }
      #expect(dry.message.hasSuffix("denied the request: asked in a dry run"))
    }
  }

  @Test func `why there is no answer is said as Kubernetes says it`() async throws {
    let route = AdmissionWebhook.validating("/slow", ConfigMap.self) { _ in
      try await Task.sleep(for: .seconds(3))
      return .allowed
    }
    let stranger = try ServerCredentials.ephemeral(secondsSince1970: Int64(Glibc.time(nil)))
    try await run([route]) { api, hooks in
      let cases: [(path: String, url: String?, authority: String?, words: String)] = [
        ("/slow", nil, nil, "context deadline exceeded"),
        ("/none", nil, nil, "the server could not find the requested resource"),
        ("/slow", nil, stranger.authorityPEM, "tls: failed to verify certificate"),
        ("", "https://127.0.0.1:1/x", nil, "dial tcp 127.0.0.1:1: connect: connection refused"),
      ]
      for (path, url, authority, words) in cases {
        let seconds: Int64 = words.contains("deadline") ? 1 : 30
        try await hooks.configure(Self.validating, path, authority: authority, url: url, seconds: seconds)
        let error = try await statusError { _ = try await hooks.map("a") }
        #expect(error.code == 500)
        #expect(
          error.message.hasPrefix(
            "Internal error occurred: failed calling webhook \"hook.test.example.com\": failed to call webhook: "
          ))
        #expect(error.message.contains(words), "\(error.message)")
        _ = try await api.service.delete(
          RequestTarget(user: .admin, resource: Self.validating, name: "hooks"))
      }
    }
  }

  @Test func `a conversion webhook answers for all objects, or for none`() async throws {
    let route = ConversionWebhook.route("/convert") { object, version in
      guard object["bad"] == nil else { throw WebhookProblem("cannot convert") }
      object["spec"] = ["size": object["size"] ?? 0]
      object["size"] = nil
    }
    try await run([route]) { api, hooks in
      var configuration = ClientConfiguration(
        server: "https://127.0.0.1:\(hooks.port)", trust: .authorities(Array(hooks.authority.utf8)))
      configuration.authorization = .none
      let client = try RemoteClient(configuration)
      func convert(_ objects: JSON) async throws -> JSON {
        let review: JSON = [
          "apiVersion": "apiextensions.k8s.io/v1", "kind": "ConversionReview",
          "request": ["uid": "u", "desiredAPIVersion": "example.com/v2", "objects": objects],
        ]
        return try await client.json(
          RawRequest(
            "POST", path: "/convert", contentType: "application/json", body: review.serialized()))
      }
      let good = try await convert([
        ["apiVersion": "example.com/v1", "size": 3], ["apiVersion": "example.com/v2", "spec": ["size": 4]],
      ])
      #expect(good["response"]?["uid"] == "u")
      #expect(
        good["response"]?["convertedObjects"] == [
          ["apiVersion": "example.com/v2", "spec": ["size": 3]],
          ["apiVersion": "example.com/v2", "spec": ["size": 4]],
        ])
      let bad = try await convert([["apiVersion": "example.com/v1", "bad": true]])
      #expect(bad["response"]?["result"] == ["status": "Failure", "message": "cannot convert"])
      await client.shutdown()
    }
  }
}
