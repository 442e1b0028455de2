internal import APIMachinery
internal import Glibc

extension ExecCredentialPlugin {
  /// Kubernetes: `v1alpha1` is no longer served since 1.24.
  private static let versions = ["client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"]

  /// Runs the command and reads the `ExecCredential` that it prints.
  ///
  /// Kubernetes: client-go `plugin/pkg/client/auth/exec`; KEP-541.
  ///
  /// - Parameter cluster: What the command is told of, when it asks for it.
  func run(for cluster: ClientConfiguration) async throws(KubeConfigError) -> ExecCredential {
    guard Self.versions.contains(apiVersion) else {
      throw .exec("exec plugin: invalid apiVersion \"\(apiVersion)\"")
    }
    let isInteractive = try isInteractive()
    let output = try await ChildProcess.output(
      command: command, arguments: arguments,
      environment: childEnvironment(cluster, isInteractive: isInteractive),
      takesInput: isInteractive, hint: installHint)
    guard let answer = try? JSON.parse(output), answer["kind"]?.stringValue == "ExecCredential" else {
      throw .exec("exec plugin: \(command) printed no ExecCredential")
    }
    let version = answer["apiVersion"]?.stringValue ?? ""
    guard version == apiVersion else {
      throw .exec(
        "exec plugin is configured to use API version \(apiVersion), plugin returned version \(version)")
    }
    return try credential(answer["status"]?.objectValue)
  }

  private func credential(_ status: JSONObject?) throws(KubeConfigError) -> ExecCredential {
    guard let status else { throw .exec("exec plugin didn't return a status field") }
    let token = status["token"]?.stringValue ?? ""
    let chain = status["clientCertificateData"]?.stringValue ?? ""
    let key = status["clientKeyData"]?.stringValue ?? ""
    guard !token.isEmpty || !chain.isEmpty || !key.isEmpty else {
      throw .exec("exec plugin didn't return a token or cert/key pair")
    }
    guard chain.isEmpty == key.isEmpty else {
      throw .exec("exec plugin returned only certificate or key, not both")
    }
    let certificate =
      chain.isEmpty
      ? nil : ClientConfiguration.ClientCertificate(chain: Array(chain.utf8), key: Array(key.utf8))
    return ExecCredential(
      credential: Credential(header: token.isEmpty ? nil : "Bearer \(token)", certificate: certificate),
      expires: status["expirationTimestamp"].flatMap { Timestamp(json: $0) })
  }

  /// Whether the command may ask its user something.
  ///
  /// Kubernetes: client-go `exec.isInteractive`.
  private func isInteractive() throws(KubeConfigError) -> Bool {
    let isTerminal = isatty(0) == 1
    switch interactiveMode {
    case "Never": return false
    case "Always":
      guard isTerminal else {
        throw .exec("exec plugin cannot support interactive mode: standard input is not a terminal")
      }
      return true
    case "IfAvailable": return isTerminal
    case "" where apiVersion != Self.versions[0]: return isTerminal
    case "":
      throw .exec("interactiveMode must be specified to use exec authentication plugin with \(apiVersion)")
    case let other: throw .exec("invalid interactiveMode \"\(other)\": use Never, IfAvailable or Always")
    }
  }

  private func childEnvironment(_ cluster: ClientConfiguration, isInteractive: Bool) -> [String] {
    var variables = FilePath.environment()
    for (name, value) in environment { variables[name] = value }
    var spec: JSONObject = ["interactive": .bool(isInteractive)]
    if providesClusterInfo { spec["cluster"] = .object(description(of: cluster)) }
    let info: JSON = [
      "apiVersion": .string(apiVersion), "kind": "ExecCredential", "spec": .object(spec),
    ]
    variables["KUBERNETES_EXEC_INFO"] = info.description
    return variables.keys.sorted().map { "\($0)=\(variables[$0] ?? "")" }
  }

  /// Kubernetes: `client.authentication.k8s.io/v1 Cluster`.
  private func description(of cluster: ClientConfiguration) -> JSONObject {
    var fields: JSONObject = ["server": .string(cluster.server)]
    if let name = cluster.tlsServerName { fields["tls-server-name"] = .string(name) }
    switch cluster.trust {
    case .system: break
    case .anything: fields["insecure-skip-tls-verify"] = true
    case .authorities(let pem):
      fields["certificate-authority-data"] = .string(ByteString(pem).base64)
    }
    if let proxy = cluster.proxyURL { fields["proxy-url"] = .string(proxy) }
    if cluster.disablesCompression { fields["disable-compression"] = true }
    if let config = cluster.execExtension { fields["config"] = config }
    return fields
  }
}

extension KubeConfigError {
  fileprivate static func exec(_ message: String) -> KubeConfigError {
    KubeConfigError(code: .credentials, message: message)
  }
}
