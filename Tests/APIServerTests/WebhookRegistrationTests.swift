import APICore
import APIMachinery
import APIServer
import Glibc
import KubernetesAPI
import KubernetesClient
import Logging
import Testing
import WebhookServer

/// What is wrong with a server of webhooks is said when it is made, and with its configuration when it is asked.
@Suite struct WebhookRegistrationTests {
  private static let credentials = Result {
    try ServerCredentials.ephemeral(hosts: ["a"], secondsSince1970: Int64(Glibc.time(nil)))
  }

  private static func route(_ path: String) -> WebhookRoute {
    AdmissionWebhook.validating(path, ConfigMap.self) { _ in .allowed }
  }

  /// What the making of a server fails with.
  private static func problem(
    _ routes: [WebhookRoute], _ change: (inout WebhookServerConfiguration) throws -> Void = { _ in }
  ) throws -> String {
    let credentials = try credentials.get()
    var configuration = WebhookServerConfiguration(
      certificatePEM: credentials.serverCertificatePEM, keyPEM: credentials.serverKeyPEM)
    try change(&configuration)
    do {
      _ = try AdmissionWebhookServer(configuration, routes: routes, logger: Logger(label: "test"))
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    (["/judge", "/label"], ""),
    (["/judge", "/judge"], "two webhooks answer at /judge: give each a path of its own"),
    (
      ["judge"],
      ##"a webhook cannot answer at "judge": a path begins with "/" and has neither "?" nor "#" nor spaces"##
    ),
    (
      ["/judge?kind=Pod"],
      ##"a webhook cannot answer at "/judge?kind=Pod": a path begins with "/" and has neither "?" nor "#" nor spaces"##
    ),
    ([], "a webhook server without routes answers nothing: give it one at least"),
  ])
  func `paths that cannot be asked for are refused`(paths: [String], words: String) throws {
    #expect(try Self.problem(paths.map(Self.route)) == words)
  }

  @Test func `a port, a certificate and a key that cannot be used are refused`() throws {
    let routes = [Self.route("/judge")]
    #expect(
      try Self.problem(routes) { $0.port = 94430 }
        == "a webhook server cannot listen on port 94430: 0 to 65535, and 0 takes a free one")
    #expect(
      try Self.problem(routes) { $0.certificatePEM = "/etc/webhook-certificate/tls.crt" }
        == "the certificate of the webhook server is not PEM text: -----BEGIN CERTIFICATE----- and so on")
    #expect(
      try Self.problem(routes) { $0.keyPEM = "" }
        == "the key of the webhook server is not PEM text: -----BEGIN PRIVATE KEY----- and so on")
    let stranger = try ServerCredentials.ephemeral(secondsSince1970: Int64(Glibc.time(nil)))
    #expect(
      try Self.problem(routes) { $0.keyPEM = stranger.serverKeyPEM }.hasPrefix(
        "the key of the webhook server does not go with its certificate, or TLS refuses them: "))
  }

  @Test func `a webhook that is asked about another kind says so to who writes`() async throws {
    try await TestWebhooks.run([Self.route("/judge")]) { api, port, authority in
      let client = api.service.client(as: .admin, fieldManager: "test")
      try await client.create(
        ValidatingWebhookConfiguration {
          $0.metadata.name = "hooks"
          $0.fields["webhooks"] = [
            [
              "name": "hook.example.com", "admissionReviewVersions": ["v1"], "sideEffects": "None",
              // Passed over, were it not an answer.
              "failurePolicy": "Ignore",
              "clientConfig": [
                "caBundle": .string(ByteString(text: authority).base64),
                "url": .string("https://127.0.0.1:\(port)/judge"),
              ],
              "rules": [
                ["apiGroups": ["", "apps"], "apiVersions": ["*"], "operations": ["*"], "resources": ["*"]],
                // A kind that is not there yet: as in Kubernetes no error, as it may come.
                [
                  "apiGroups": ["none.example.com"], "apiVersions": ["v1"], "operations": ["*"],
                  "resources": ["nothings"],
                ],
              ],
            ]
          ]
        })
      try await client.create(ConfigMap { ($0.metadata.name, $0.metadata.namespace) = ("a", "default") })
      let error = try await statusError {
        _ = try await client.create(Secret { ($0.metadata.name, $0.metadata.namespace) = ("a", "default") })
      }
      #expect(error.code == 400)
      #expect(
        error.message
          == #"admission webhook "hook.example.com" denied the request: /judge judges ConfigMap of v1 and "#
          + "was asked about Secret of v1: name configmaps of v1 alone in the rules of its configuration")
    }
  }
}
