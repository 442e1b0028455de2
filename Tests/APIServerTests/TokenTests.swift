import APICore
import APIMachinery
import APIServer
import Crypto
import Glibc
import KubernetesAPI
import KubernetesClient
import RemoteClient
import Testing

@Suite struct TokenTests {
  private static let robot = ObjectKey(namespace: "default", name: "robot")

  private func makeRobot(_ server: TestServer) async throws {
    let client = server.service.client(as: .admin, fieldManager: "test")
    try await client.create(
      ServiceAccount { ($0.metadata.name, $0.metadata.namespace) = ("robot", "default") })
  }

  /// What `kubectl create token` does.
  private func token(_ server: TestServer, _ spec: JSONObject = [:]) async throws -> String {
    let target = RequestTarget(
      user: .admin, resource: ServiceAccount.definition.groupVersionResource, namespace: "default",
      name: "robot", subresource: "token")
    let answer = try await server.service.create(target, RequestBody(["spec": .object(spec)]))
    return try #require(answer.tree["status"]?["token"]?.stringValue)
  }

  private func claims(_ token: String) throws -> JSON {
    let parts = token.split(separator: ".")
    try #require(parts.count == 3)
    var text = String(parts[1]).replacing("-", with: "+").replacing("_", with: "/")
    while text.utf8.count % 4 != 0 { text += "=" }
    let bytes = try #require(ByteString(base64: text)?.bytes)
    return try JSON.parse(bytes)
  }

  /// What a server says to a request with this token.
  private func status(_ server: TestServer, _ token: String) async throws -> Int {
    var configuration = server.configuration(.none)
    configuration.authorization = .bearer(token)
    let client = try RemoteClient(configuration)
    var status = 0
    do throws(StatusError) {
      status = try await client.send(RawRequest(path: "/api/v1/namespaces")).status
    } catch { status = error.code }
    await client.shutdown()
    return status
  }

  private func review(_ server: TestServer, _ spec: JSONObject) async throws -> JSON {
    let target = RequestTarget(
      user: .admin, resource: TokenReview.definition.groupVersionResource)
    let answer = try await server.service.create(target, RequestBody(["spec": .object(spec)]))
    return answer.tree["status"] ?? .null
  }

  @Test func `a token says what Kubernetes' tokens say`() async throws {
    try await TestServer.run { server in
      try await makeRobot(server)
      let account = try await server.service.client(as: .admin, fieldManager: "test").get(
        ServiceAccount.self, Self.robot)
      let claims = try claims(try await token(server))
      #expect(
        claims.objectValue?.keys == ["aud", "exp", "iat", "iss", "jti", "kubernetes.io", "nbf", "sub"])
      #expect(claims["iss"] == "https://kubernetes.default.svc.cluster.local")
      #expect(claims["aud"] == ["https://kubernetes.default.svc"])
      #expect(claims["sub"] == "system:serviceaccount:default:robot")
      #expect(
        claims["kubernetes.io"] == [
          "namespace": "default",
          "serviceaccount": ["name": "robot", "uid": .string(account.metadata.uid ?? "")],
        ])
      let lifetime = (claims["exp"]?.intValue ?? 0) - (claims["iat"]?.intValue ?? 0)
      #expect(lifetime == 3600)
      let mounted = try self.claims(try await token(server, ["expirationSeconds": 3607]))
      let issued = mounted["iat"]?.intValue ?? 0
      #expect(mounted["exp"]?.intValue == issued + 90 * 86_400)
      #expect(mounted["kubernetes.io"]?["warnafter"]?.intValue == issued + 3607)
    }
  }

  @Test func `a token opens the door as its service account`() async throws {
    try await TestServer.run { server in
      try await makeRobot(server)
      var configuration = server.configuration(.none)
      configuration.authorization = .bearer(try await token(server))
      let client = try RemoteClient(configuration)
      let answer = try await client.json(
        RawRequest(
          "POST", path: "/apis/authentication.k8s.io/v1/selfsubjectreviews", contentType: "application/json",
          body: Array("{}".utf8)))
      let user = answer["status"]?["userInfo"]
      #expect(user?["username"] == "system:serviceaccount:default:robot")
      #expect(
        user?["groups"] == [
          "system:serviceaccounts", "system:serviceaccounts:default", "system:authenticated",
        ])
      let identifier = user?["extra"]?["authentication.kubernetes.io/credential-id"]?.arrayValue?.first
      #expect(identifier?.stringValue?.hasPrefix("JTI=") == true)
      try await client.create(
        ConfigMap { ($0.metadata.name, $0.metadata.namespace) = ("made", "default") })
      await client.shutdown()
    }
  }

  @Test func `the public key of the issuer checks a token`() async throws {
    try await TestServer.run { server in
      try await makeRobot(server)
      let token = try await token(server)
      try await server.client { client in
        let issuer = try await client.json(RawRequest(path: "/.well-known/openid-configuration"))
        #expect(issuer["jwks_uri"] == .string("https://127.0.0.1:\(server.port)/openid/v1/jwks"))
        #expect(issuer["issuer"] == "https://kubernetes.default.svc.cluster.local")
        let keys = try await client.json(RawRequest(path: "/openid/v1/jwks"))
        let key = try #require(keys["keys"]?.arrayValue?.first)
        let point = try ["x", "y"].flatMap { name in try bytes(key[name]?.stringValue ?? "") }
        let publicKey = try P256.Signing.PublicKey(rawRepresentation: point)
        let parts = token.split(separator: ".")
        let signature = try P256.Signing.ECDSASignature(rawRepresentation: try bytes(String(parts[2])))
        #expect(publicKey.isValidSignature(signature, for: Array("\(parts[0]).\(parts[1])".utf8)))
      }
    }
  }

  private func bytes(_ text: String) throws -> [UInt8] {
    var text = text.replacing("-", with: "+").replacing("_", with: "/")
    while text.utf8.count % 4 != 0 { text += "=" }
    return try #require(ByteString(base64: text)?.bytes)
  }

  @Test func `a token that is forged, expired, for others or of nobody is refused`() async throws {
    let clock = MovableTime()
    try await TestServer.run(time: clock) { server in
      try await makeRobot(server)
      let good = try await token(server)
      #expect(try await status(server, good) == 200)
      var parts = good.split(separator: ".").map(String.init)
      let forged = ServiceAccountClaimsText.renamed(try claims(good))
      parts[1] = forged
      #expect(try await status(server, parts.joined(separator: ".")) == 401)
      #expect(try await status(server, "\(good)x") == 401)
      #expect(try await status(server, "a.b.c") == 401)
      let vault = try await token(server, ["audiences": ["vault"]])
      #expect(try await status(server, vault) == 401)
      clock.advance(by: .seconds(3599))
      #expect(try await status(server, good) == 200)
      clock.advance(by: .seconds(2))
      #expect(try await status(server, good) == 401)
    }
  }

  @Test func `a token ends with the object it is bound to, on an open connection too`() async throws {
    let clock = MovableTime()
    try await TestServer.run(time: clock) { server in
      try await makeRobot(server)
      let admin = server.service.client(as: .admin, fieldManager: "test")
      try await admin.create(
        Secret { ($0.metadata.name, $0.metadata.namespace) = ("lock", "default") })
      let bound = try await token(
        server, ["boundObjectRef": ["kind": "Secret", "apiVersion": "v1", "name": "lock"]])
      var configuration = server.configuration(.none)
      configuration.authorization = .bearer(bound)
      let client = try RemoteClient(configuration)
      _ = try await client.list(Namespace.self)
      try await admin.delete(Secret.self, ObjectKey(namespace: "default", name: "lock"))
      let error = try await statusError { _ = try await client.list(Namespace.self) }
      #expect(error.code == 401)
      await client.shutdown()
      let free = try await token(server)
      #expect(try await status(server, free) == 200)
      try await admin.delete(ServiceAccount.self, Self.robot)
      try await makeRobot(server)
      #expect(try await status(server, free) == 401)
    }
  }

  @Test func `a token is bound to a pod of the same service account only`() async throws {
    try await TestServer.run { server in
      try await makeRobot(server)
      let admin = server.service.client(as: .admin, fieldManager: "test")
      for (name, account) in [("mine", "robot"), ("other", "default")] {
        try await admin.create(
          Pod {
            ($0.metadata.name, $0.metadata.namespace) = (name, "default")
            $0.spec.serviceAccountName = account
            $0.spec.containers = [Container { ($0.name, $0.image) = ("c", "nginx") }]
          })
      }
      let pod = try await admin.get(Pod.self, ObjectKey(namespace: "default", name: "mine"))
      let uid = try #require(pod.metadata.uid)
      let bound = try await token(
        server, ["boundObjectRef": ["kind": "Pod", "apiVersion": "v1", "name": "mine", "uid": .string(uid)]])
      #expect(try claims(bound)["kubernetes.io"]?["pod"] == ["name": "mine", "uid": .string(uid)])
      let extra = try await review(server, ["token": .string(bound)])["user"]?["extra"]
      #expect(extra?["authentication.kubernetes.io/pod-name"] == ["mine"])
      let refused: [(JSONObject, Int, String)] = [
        (["kind": "Pod", "apiVersion": "v1", "name": "other"], 400, "different serviceaccount name"),
        (
          ["kind": "Pod", "apiVersion": "v1", "name": "mine", "uid": "x"], 409,
          "does not match the UID in record"
        ),
        (["kind": "Pod", "apiVersion": "v1", "name": "none"], 404, "pods \"none\" not found"),
        (["kind": "Lease", "apiVersion": "v1", "name": "a"], 400, "cannot bind token for object of type"),
      ]
      for (reference, code, words) in refused {
        let error = try await statusError {
          _ = try await token(server, ["boundObjectRef": .object(reference)])
        }
        #expect(error.code == code)
        #expect(error.message.contains(words), "\(error.message)")
      }
      let short = try await statusError { _ = try await token(server, ["expirationSeconds": 599]) }
      #expect(short.message.hasSuffix("may not specify a duration less than 10 minutes"))
    }
  }

  @Test func `a token review says who it is, for whom, or what is wrong`() async throws {
    try await TestServer.run { server in
      try await makeRobot(server)
      let vault = try await token(server, ["audiences": ["vault", "other"]])
      let good = try await review(server, ["token": .string(vault), "audiences": ["vault"]])
      #expect(good["authenticated"] == true)
      #expect(good["audiences"] == ["vault"])
      #expect(good["user"]?["username"] == "system:serviceaccount:default:robot")
      let wrong = try await review(server, ["token": .string(vault)])
      #expect(wrong["authenticated"] == nil)
      #expect(
        wrong["error"]
          == #"[invalid bearer token, token audiences ["vault" "other"] is invalid for the target audiences ["https://kubernetes.default.svc"]]"#
      )
      #expect(
        try await review(server, ["token": "nonsense"]) == ["user": [:], "error": "invalid bearer token"])
      let admin = try await review(server, ["token": .string(server.credentials.token)])
      #expect(admin["user"]?["username"] == "kubernetes-admin")
      let empty = try await statusError { _ = try await review(server, [:]) }
      #expect(empty.message == "token is required for TokenReview in authentication")
    }
  }

  @Test func `the key of service accounts is kept in the folder`() throws {
    let folder = "/tmp/swiftlet-pki-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let now = Int64(Glibc.time(nil))
    let first = try ServerCredentials.load(folder: folder, secondsSince1970: now)
    let second = try ServerCredentials.load(folder: folder, secondsSince1970: now + 365 * 86_400)
    #expect(first.serviceAccountKeyPEM.contains("PRIVATE KEY"))
    #expect(second.serviceAccountKeyPEM == first.serviceAccountKeyPEM)
    var status = stat()
    #expect(stat("\(folder)/sa.key", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }
}

/// Claims that say something else than what was signed.
private enum ServiceAccountClaimsText {
  static func renamed(_ claims: JSON) -> String {
    guard case .object(var fields) = claims else { return "" }
    fields["exp"] = .int(1 << 40)
    let text = ByteString(JSON.object(fields).serialized()).base64
    return text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
