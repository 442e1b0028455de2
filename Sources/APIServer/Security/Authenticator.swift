internal import APICore
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

  private let tokens: [(token: [UInt8], user: UserInfo)]
  /// Everybody is the administrator: for plain HTTP on loopback.
  private let isOpen: Bool

  init(token: String) {
    tokens = [(Array(token.utf8), .admin)]
    isOpen = false
  }

  private init(isOpen: Bool) {
    tokens = []
    self.isOpen = isOpen
  }

  static let open = Authenticator(isOpen: true)

  func authenticate(_ request: borrowing ServerRequest, on connection: HTTPConnection) -> Outcome {
    if isOpen { return .user(.admin) }
    if let last = connection.authenticated, last.header == request.authorization { return .user(last.user) }
    let user: UserInfo
    if let certified = certifiedUser(of: connection.channel) {
      user = certified
    } else if let header = request.authorization {
      guard let bearer = bearer(of: header) else { return .rejected }
      user = bearer
    } else {
      user = .anonymous
    }
    connection.authenticated = (request.authorization, user)
    return .user(user)
  }

  private func bearer(of header: String) -> UserInfo? {
    guard header.utf8.count > 7, String(header.prefix(7)).isHeader("bearer ") else { return nil }
    let given = Array(header.utf8.dropFirst(7))
    return tokens.first { Self.isSame($0.token, given) }?.user
  }

  /// Takes the same time wherever the first difference is.
  private static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for position in left.indices { difference |= left[position] ^ right[position] }
    return difference == 0
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
    return user
  }
}

extension UserInfo {
  /// Kubernetes: the user of a request without credentials.
  static let anonymous = UserInfo(name: "system:anonymous", groups: ["system:unauthenticated"])

  var isAnonymous: Bool { name == "system:anonymous" }
}
