internal import APIMachinery

extension KubeConfig {
  /// Adds the entries of `other` whose names are not taken: of several files the first that names a thing wins.
  ///
  /// Kubernetes: client-go `ClientConfigLoadingRules.Load`.
  public mutating func merge(_ other: KubeConfig) {
    if currentContext?.isEmpty ?? true { currentContext = other.currentContext }
    let clusterNames = clusters.map(\.name)
    clusters += other.clusters.filter { !clusterNames.contains($0.name) }
    let userNames = users.map(\.name)
    users += other.users.filter { !userNames.contains($0.name) }
    let contextNames = contexts.map(\.name)
    contexts += other.contexts.filter { !contextNames.contains($0.name) }
  }

  /// Puts in an entry of each sort, replacing those of the same names, and makes the context the current one.
  public mutating func set(
    context name: String, cluster: KubeConfigCluster, user: KubeConfigUser, namespace: String? = nil
  ) {
    clusters.removeAll { $0.name == name }
    clusters.append(
      NamedCluster {
        $0.name = name; $0.cluster = cluster
      })
    users.removeAll { $0.name == name }
    users.append(
      NamedUser {
        $0.name = name; $0.user = user
      })
    contexts.removeAll { $0.name == name }
    contexts.append(
      NamedContext {
        $0.name = name
        $0.context = KubeConfigContext {
          $0.cluster = name
          $0.user = name
          $0.namespace = namespace
        }
      })
    currentContext = name
  }

  /// Makes the paths of files that stand in the document absolute, seen from the folder that it lies in.
  mutating func resolvePaths(folder: String) {
    func resolve(_ path: String?) -> String? {
      guard let path, !path.isEmpty, !path.hasPrefix("/") else { return path }
      return "\(folder)/\(path)"
    }
    clusters = clusters.map { entry in
      var entry = entry
      entry.cluster.certificateAuthority = resolve(entry.cluster.certificateAuthority)
      return entry
    }
    users = users.map { entry in
      var entry = entry
      entry.user.clientCertificate = resolve(entry.user.clientCertificate)
      entry.user.clientKey = resolve(entry.user.clientKey)
      entry.user.tokenFile = resolve(entry.user.tokenFile)
      // A command with a slash in it is a file; without one it is looked for in $PATH.
      if var exec = entry.user.exec, exec.command.contains("/") {
        exec.command = resolve(exec.command) ?? ""
        entry.user.exec = exec
      }
      return entry
    }
  }
}
