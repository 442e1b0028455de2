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
        $0.certificateAuthorityData = ByteString(text: authorityPEM).base64
      },
      user: KubeConfigUser {
        $0.clientCertificateData = ByteString(text: certificatePEM).base64
        $0.clientKeyData = ByteString(text: keyPEM).base64
        $0.token = token
      })
    return config
  }
}
