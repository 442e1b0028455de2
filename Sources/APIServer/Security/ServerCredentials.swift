internal import APICore
internal import Crypto
internal import Glibc
internal import X509

/// The server's keys and certificates, and what its clients prove themselves with.
///
/// Made at the first start: a certificate authority, a certificate for the server, one for the administrator, and
/// a bearer token. With a folder they are kept there, readable by their owner only, and used again.
public struct ServerCredentials: Sendable {
  /// PEM text of the authority that clients trust.
  public var authorityPEM: String
  /// PEM text of the server's certificate and key.
  public var serverCertificatePEM: String
  public var serverKeyPEM: String
  /// PEM text of the administrator's certificate and key, for the kubeconfig.
  public var adminCertificatePEM: String
  public var adminKeyPEM: String
  /// The administrator's bearer token.
  public var token: String
  /// PEM text of the key that signs the tokens of service accounts.
  public var serviceAccountKeyPEM: String

  /// Makes credentials that live in memory only.
  ///
  /// - Parameters:
  ///   - hosts: Further names and addresses that the server is reached by.
  ///   - now: Seconds since 1970.
  public static func ephemeral(
    hosts: [String] = [], secondsSince1970 now: Int64
  ) throws(ServerSecurityError) -> ServerCredentials {
    let authority = try CertificateProfile.authority.issue(by: nil, secondsSince1970: now)
    return try ServerCredentials(
      authorityPEM: try authority.certificatePEM,
      server: try serverProfile(hosts).issue(by: authority, secondsSince1970: now),
      admin: try adminProfile.issue(by: authority, secondsSince1970: now),
      token: makeToken(), serviceAccountKey: ServiceAccountKey.make())
  }

  /// Reads credentials from a folder; what is missing, expired or for other hosts is made anew.
  ///
  /// - Parameter folder: The `pki` folder inside the data folder; made when it is not there.
  public static func load(
    folder: String, hosts: [String] = [], secondsSince1970 now: Int64
  ) throws(ServerSecurityError) -> ServerCredentials {
    let files = SecretFolder(path: folder)
    try files.create()
    let authority = try files.keyPair("ca", secondsSince1970: now) { () throws(ServerSecurityError) in
      try CertificateProfile.authority.issue(by: nil, secondsSince1970: now)
    }
    let isNew = authority.isNew
    let server = try files.keyPair(
      "apiserver", isStale: isNew || !files.hasSameHosts(hosts), secondsSince1970: now
    ) { () throws(ServerSecurityError) in
      try serverProfile(hosts).issue(by: authority.pair, secondsSince1970: now)
    }
    let admin = try files.keyPair("admin", isStale: isNew, secondsSince1970: now) {
      () throws(ServerSecurityError) in
      try adminProfile.issue(by: authority.pair, secondsSince1970: now)
    }
    try files.write("hosts", hosts.joined(separator: "\n"))
    return try ServerCredentials(
      authorityPEM: try authority.pair.certificatePEM, server: server.pair, admin: admin.pair,
      token: try files.text("token", make: makeToken),
      serviceAccountKey: try serviceAccountKey(in: files))
  }

  private init(
    authorityPEM: String, server: KeyPair, admin: KeyPair, token: String, serviceAccountKey: ServiceAccountKey
  ) throws(ServerSecurityError) {
    self.authorityPEM = authorityPEM
    serverCertificatePEM = try server.certificatePEM
    serverKeyPEM = server.keyPEM
    adminCertificatePEM = try admin.certificatePEM
    adminKeyPEM = admin.keyPEM
    self.token = token
    serviceAccountKeyPEM = serviceAccountKey.pem
  }

  /// kubeadm: `sa.key` and `sa.pub`. A damaged key is made anew, and tokens of the old one end.
  private static func serviceAccountKey(in files: SecretFolder) throws(ServerSecurityError)
    -> ServiceAccountKey
  {
    if let text = files.read("sa.key"), let key = try? ServiceAccountKey(pem: text) { return key }
    let key = ServiceAccountKey.make()
    try files.write("sa.key", key.pem)
    try files.write("sa.pub", key.publicPEM)
    return key
  }

  private static let adminProfile = CertificateProfile.client(
    user: UserInfo.admin.name, group: "system:masters")

  private static func serverProfile(_ hosts: [String]) -> CertificateProfile {
    var names = [
      "localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc",
      "kubernetes.default.svc.cluster.local",
    ]
    var addresses: [[UInt8]] = [[127, 0, 0, 1], [UInt8](repeating: 0, count: 15) + [1]]
    for host in hosts + [hostName()] where !host.isEmpty {
      if let address = address(host) {
        if !addresses.contains(address) { addresses.append(address) }
      } else if !names.contains(host) {
        names.append(host)
      }
    }
    return .server(names: names, addresses: addresses)
  }

  /// The bytes of an IP address; `nil` when the text is none.
  private static func address(_ text: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes[..<4]) }
    if inet_pton(AF_INET6, text, &bytes) == 1 { return bytes }
    return nil
  }

  private static func hostName() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, 255) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// 256 random bits in hexadecimal digits.
  private static func makeToken() -> String {
    SymmetricKey(size: .bits256).withUnsafeBytes { bytes in
      bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0\(digits)" : digits
      }.joined()
    }
  }
}
