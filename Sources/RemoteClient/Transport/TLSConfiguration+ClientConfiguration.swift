internal import NIOSSL

extension TLSConfiguration {
  /// TLS as a kubeconfig asks for it.
  init(_ configuration: ClientConfiguration) throws(KubeConfigError) {
    self = .makeClientConfiguration()
    minimumTLSVersion = .tlsv12
    switch configuration.trust {
    case .system: break
    case .anything: certificateVerification = .none
    case .authorities(let pem):
      do { trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(pem)) } catch {
        throw KubeConfigError(
          code: .credentials, message: "the certificate authority is not PEM text: \(error)")
      }
    }
    guard let certificate = configuration.certificate else { return }
    do {
      certificateChain = try NIOSSLCertificate.fromPEMBytes(certificate.chain).map { .certificate($0) }
      privateKey = .privateKey(try NIOSSLPrivateKey(bytes: certificate.key, format: .pem))
    } catch {
      throw KubeConfigError(
        code: .credentials, message: "the client certificate or its key is not PEM text: \(error)")
    }
  }
}
