internal import APIMachinery

extension KubeConfig {
  /// A configuration that needs no other file: certificates, key and token stand in it.
  ///
  /// - Parameters:
  ///   - name: The name of the context, the cluster and the user.
  ///   - server: `https://127.0.0.1:6443`.
  public static func embedded(
    name: String, server: String, authorityPEM: String, certificatePEM: String, keyPEM: String, token: String
  ) -> KubeConfig {
    var config = KubeConfig.empty
    config.set(
      context: name,
      cluster: KubeConfigCluster {
        $0.server = server
        $0.certificateAuthorityData = Base64.encode(Array(authorityPEM.utf8))
      },
      user: KubeConfigUser {
        $0.clientCertificateData = Base64.encode(Array(certificatePEM.utf8))
        $0.clientKeyData = Base64.encode(Array(keyPEM.utf8))
        $0.token = token
      })
    return config
  }
}
