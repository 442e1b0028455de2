internal import NIOSSL

/// The server's TLS: its certificate, and client certificates that are verified when they are shown.
enum ServerTLS {
  static func context(_ credentials: ServerCredentials) throws(ServerSecurityError) -> NIOSSLContext {
    do {
      let chain = try NIOSSLCertificate.fromPEMBytes(Array(credentials.serverCertificatePEM.utf8))
      let key = try NIOSSLPrivateKey(bytes: Array(credentials.serverKeyPEM.utf8), format: .pem)
      let authorities = try NIOSSLCertificate.fromPEMBytes(Array(credentials.authorityPEM.utf8))
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
      configuration.minimumTLSVersion = .tlsv12
      configuration.trustRoots = .certificates(authorities)
      configuration.certificateVerification = .optionalVerification
      configuration.applicationProtocols = ["h2", "http/1.1"]
      return try NIOSSLContext(configuration: configuration)
    } catch {
      throw ServerSecurityError("TLS cannot be set up: \(error)")
    }
  }
}
