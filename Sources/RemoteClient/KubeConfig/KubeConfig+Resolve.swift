internal import APIMachinery

extension KubeConfig {
  /// Looks up a context (the current one when `name` is `nil`) and reads the files that it names.
  ///
  /// - Throws: ``KubeConfigError`` when an entry is missing or a file or base-64 text cannot be read.
  public func configuration(
    context name: String? = nil, cluster clusterName: String? = nil, user userName: String? = nil,
    environment: [String: String] = FilePath.environment()
  ) throws(KubeConfigError) -> ClientConfiguration {
    let context = try context(named: name)
    let cluster = try cluster(named: clusterName ?? context.cluster)
    let user = try user(named: userName ?? context.user)
    let server = cluster.server.isEmpty ? "http://localhost:8080" : cluster.server
    let namedProxy = cluster.proxyURL.flatMap { $0.isEmpty ? nil : $0 }
    var configuration = ClientConfiguration(
      server: server, trust: try trust(of: cluster), tlsServerName: cluster.tlsServerName,
      proxyURL: namedProxy ?? ProxyEnvironment(environment).proxy(for: server),
      certificate: try certificate(of: user), authorization: authorization(of: user),
      namespace: context.namespace ?? "default")
    configuration.impersonation = impersonation(of: user)
    configuration.disablesCompression = cluster.disablesCompression ?? false
    configuration.allowsHTTP2 = ProxyEnvironment.allowsHTTP2(environment, server: server)
    configuration.execExtension = cluster.execExtension
    return configuration
  }

  private func context(named name: String?) throws(KubeConfigError) -> KubeConfigContext {
    let name = name ?? currentContext ?? ""
    if name.isEmpty, contexts.isEmpty, let cluster = clusters.first, clusters.count == 1 {
      return KubeConfigContext {
        $0.cluster = cluster.name
        $0.user = users.first?.name ?? ""
      }
    }
    guard !name.isEmpty else {
      throw KubeConfigError(code: .missingEntry, message: "current-context is not set")
    }
    guard let entry = contexts.first(where: { $0.name == name }) else {
      throw KubeConfigError(code: .missingEntry, message: "context \"\(name)\" does not exist")
    }
    return entry.context
  }

  private func cluster(named name: String) throws(KubeConfigError) -> KubeConfigCluster {
    guard let entry = clusters.first(where: { $0.name == name }) else {
      throw KubeConfigError(code: .missingEntry, message: "cluster \"\(name)\" does not exist")
    }
    return entry.cluster
  }

  private func user(named name: String) throws(KubeConfigError) -> KubeConfigUser {
    if name.isEmpty { return KubeConfigUser() }
    guard let entry = users.first(where: { $0.name == name }) else {
      throw KubeConfigError(code: .missingEntry, message: "auth info \"\(name)\" does not exist")
    }
    return entry.user
  }

  private func trust(of cluster: KubeConfigCluster) throws(KubeConfigError) -> ClientConfiguration.Trust {
    if cluster.insecureSkipTLSVerify == true { return .anything }
    let bytes = try contents(
      data: cluster.certificateAuthorityData, file: cluster.certificateAuthority,
      field: "certificate-authority-data")
    return bytes.map { .authorities($0) } ?? .system
  }

  private func certificate(
    of user: KubeConfigUser
  ) throws(KubeConfigError) -> ClientConfiguration.ClientCertificate? {
    let chain = try contents(
      data: user.clientCertificateData, file: user.clientCertificate, field: "client-certificate-data")
    let key = try contents(data: user.clientKeyData, file: user.clientKey, field: "client-key-data")
    switch (chain, key) {
    case (nil, nil): return nil
    case (let chain?, let key?): return ClientConfiguration.ClientCertificate(chain: chain, key: key)
    default:
      throw KubeConfigError(
        code: .credentials, message: "a user must have both a client certificate and a client key, or neither"
      )
    }
  }

  private func authorization(of user: KubeConfigUser) -> ClientConfiguration.Authorization {
    if let path = user.tokenFile, !path.isEmpty { return .tokenFile(path) }
    if let token = user.token, !token.isEmpty { return .bearer(token) }
    if let name = user.username, !name.isEmpty {
      return .basic(user: name, password: user.password ?? "")
    }
    if let exec = user.exec { return .exec(exec) }
    return .none
  }

  private func impersonation(of user: KubeConfigUser) -> ClientConfiguration.Impersonation? {
    guard let name = user.impersonatedUser, !name.isEmpty else { return nil }
    var extra: [String: [String]] = [:]
    for (key, values) in user.fields["as-user-extra"]?.objectValue ?? JSONObject() {
      extra[key] = values.arrayValue?.compactMap(\.stringValue) ?? []
    }
    return ClientConfiguration.Impersonation(
      user: name, uid: user.impersonatedUID, groups: user.impersonatedGroups, extra: extra)
  }

  private func contents(
    data: String?, file: String?, field: String
  ) throws(KubeConfigError) -> [UInt8]? {
    if let data, !data.isEmpty {
      guard let bytes = ByteString(base64: data)?.bytes else {
        throw KubeConfigError(code: .credentials, message: "\(field) is not base 64")
      }
      return bytes
    }
    guard let file, !file.isEmpty else { return nil }
    return try FilePath.read(file)
  }
}

extension ClientConfiguration {
  /// The server that a program talks to: that of the kubeconfig given; else of the files in `$KUBECONFIG`; else of the pod
  /// that it runs in; else of `~/.kube/config`.
  ///
  /// Kubernetes: controller-runtime `pkg/client/config.GetConfigWithContext`.
  ///
  /// - Throws: ``KubeConfigError`` when there is none of these, or when the one that counts cannot be used.
  public static func load(
    kubeconfig: String? = nil, context: String? = nil,
    environment: [String: String] = FilePath.environment(),
    accountFolder: String = "/var/run/secrets/kubernetes.io/serviceaccount"
  ) throws(KubeConfigError) -> ClientConfiguration {
    let isNamed = kubeconfig?.isEmpty == false || environment["KUBECONFIG"]?.isEmpty == false
    if !isNamed, context == nil, environment["KUBERNETES_SERVICE_HOST"]?.isEmpty == false,
      FilePath.exists("\(accountFolder)/token")
    {
      return try inCluster(environment: environment, folder: accountFolder)
    }
    return try KubeConfig.load(explicit: kubeconfig, environment: environment).configuration(context: context)
  }

  /// The configuration of a process that runs in a pod: the service account's token and authority.
  ///
  /// Kubernetes: client-go `rest.InClusterConfig`.
  public static func inCluster(
    environment: [String: String] = FilePath.environment(),
    folder: String = "/var/run/secrets/kubernetes.io/serviceaccount"
  ) throws(KubeConfigError) -> ClientConfiguration {
    guard let host = environment["KUBERNETES_SERVICE_HOST"], !host.isEmpty,
      let port = environment["KUBERNETES_SERVICE_PORT"], !port.isEmpty
    else {
      throw KubeConfigError(
        code: .notFound,
        message: "unable to load in-cluster configuration, KUBERNETES_SERVICE_HOST and"
          + " KUBERNETES_SERVICE_PORT must be defined")
    }
    let address = host.contains(":") ? "[\(host)]" : host
    let server = "https://\(address):\(port)"
    let namespace = (try? FilePath.read("\(folder)/namespace")).map {
      String(decoding: $0, as: UTF8.self).filter { !$0.isWhitespace }
    }
    var configuration = ClientConfiguration(
      server: server, trust: .authorities(try FilePath.read("\(folder)/ca.crt")),
      proxyURL: ProxyEnvironment(environment).proxy(for: server),
      authorization: .tokenFile("\(folder)/token"), namespace: namespace ?? "default")
    configuration.allowsHTTP2 = ProxyEnvironment.allowsHTTP2(environment, server: server)
    return configuration
  }
}
