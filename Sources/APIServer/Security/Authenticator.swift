internal import APICore
internal import Crypto
internal import NIOCore
internal import NIOSSL
internal import SwiftASN1
internal import X509

/// Says who sent a request: by the client certificate of the connection, or by a bearer token.
///
/// Kubernetes: `apiserver/pkg/authentication/request/{x509,bearertoken}`, `--token-auth-file`.
struct Authenticator: Sendable {
  enum Outcome {
    case user(UserInfo)
    /// There were credentials, and they are not good.
    case rejected
  }

  /// What a connection remembers of its last request, for the next one with the same header.
  struct Memory {
    fileprivate var header: String?
    fileprivate var user: UserInfo
    /// The token of the header: whether it is still good is asked again for every request.
    fileprivate var identity: BearerIdentity?
  }

  let service: APIService
  /// Everybody is the administrator: for plain HTTP on loopback.
  let isOpen: Bool

  func authenticate(_ request: borrowing ServerRequest, on connection: HTTPConnection) -> Outcome {
    if isOpen { return .user(.admin) }
    if let last = connection.peer.authenticated, last.header == request.authorization {
      return outcome(of: last)
    }
    var memory = Memory(header: request.authorization, user: .anonymous)
    if let certified = certifiedUser(of: connection.peer.channel) {
      memory.user = certified
    } else if let header = request.authorization {
      guard let identity = identity(of: header) else { return .rejected }
      (memory.identity, memory.user) = (identity, identity.user)
    }
    connection.peer.authenticated = memory
    return outcome(of: memory)
  }

  private func outcome(of memory: Memory) -> Outcome {
    if let identity = memory.identity, (try? service.check(identity)) == nil { return .rejected }
    return .user(memory.user)
  }

  private func identity(of header: String) -> BearerIdentity? {
    guard header.utf8.count > 7, String(header.prefix(7)).isHeader("bearer ") else { return nil }
    return try? service.identify(bearer: String(header.dropFirst(7)))
  }

  /// The subject of the certificate that the TLS handshake verified.
  private func certifiedUser(of channel: any Channel) -> UserInfo? {
    guard let peer = try? channel.pipeline.syncOperations.nioSSL_peerCertificate(),
      let bytes = try? peer.toDERBytes(), let certificate = try? Certificate(derEncoded: bytes)
    else { return nil }
    var user = UserInfo(name: "", groups: [])
    for part in certificate.subject {
      for attribute in part {
        guard let value = String(attribute.value) else { continue }
        if attribute.type == .RDNAttributeType.commonName { user.name = value }
        if attribute.type == .RDNAttributeType.organizationName { user.groups.append(value) }
      }
    }
    guard !user.name.isEmpty else { return nil }
    user.groups.append("system:authenticated")
    // Kubernetes: `x509.CommonNameUserConversion`.
    let digest = SHA256.hash(data: bytes).map {
      $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16)
    }
    user.extra = ["authentication.kubernetes.io/credential-id": ["X509SHA256=" + digest.joined()]]
    return user
  }
}

extension UserInfo {
  /// Kubernetes: the user of a request without credentials.
  static let anonymous = UserInfo(name: "system:anonymous", groups: ["system:unauthenticated"])

  var isAnonymous: Bool { name == "system:anonymous" }
}
