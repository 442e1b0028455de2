internal import NIOSSL

extension TLSConfiguration {
  /// TLS as a kubeconfig asks for it.
  ///
  /// - Parameter certificate: In the place of the configuration's own, when there is one.
  init(
    _ configuration: ClientConfiguration, certificate: ClientConfiguration.ClientCertificate? = nil
  ) throws(KubeConfigError) {
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
    guard let certificate = certificate ?? configuration.certificate else { return }
    do {
      certificateChain = try NIOSSLCertificate.fromPEMBytes(certificate.chain).map { .certificate($0) }
      privateKey = .privateKey(try NIOSSLPrivateKey(bytes: certificate.key, format: .pem))
    } catch {
      throw KubeConfigError(
        code: .credentials, message: "the client certificate or its key is not PEM text: \(error)")
    }
  }
}
