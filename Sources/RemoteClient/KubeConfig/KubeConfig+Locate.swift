internal import APIMachinery

extension KubeConfig {
  /// The files that are read, in their order of precedence.
  ///
  /// `--kubeconfig` alone when given; else those of `$KUBECONFIG`; else `~/.kube/config`; and the one in the data
  /// folder of `swiftlet up` when none of these is there.
  ///
  /// Kubernetes: client-go `ClientConfigLoadingRules`; the data folder is Swiftlet's own addition.
  public static func paths(
    explicit: String? = nil, environment: [String: String] = FilePath.environment(), dataFolder: String? = nil
  ) -> [String] {
    if let explicit, !explicit.isEmpty { return [explicit] }
    if let list = environment["KUBECONFIG"], !list.isEmpty {
      return list.split(separator: ":").map(String.init)
    }
    let home = environment["HOME"].map { "\($0)/.kube/config" }
    if let home, FilePath.exists(home) { return [home] }
    if let dataFolder {
      let path = "\(dataFolder)/kubeconfig"
      if FilePath.exists(path) { return [path] }
    }
    return home.map { [$0] } ?? []
  }

  /// Reads and merges the files of ``paths(explicit:environment:dataFolder:)``. Missing files of `$KUBECONFIG` are
  /// left out; a missing explicit one is an error.
  public static func load(
    explicit: String? = nil, environment: [String: String] = FilePath.environment(), dataFolder: String? = nil
  ) throws(KubeConfigError) -> KubeConfig {
    var merged: KubeConfig?
    for path in paths(explicit: explicit, environment: environment, dataFolder: dataFolder) {
      if explicit?.isEmpty ?? true, !FilePath.exists(path) { continue }
      let config = try read(path: path)
      if merged == nil { merged = config } else { merged?.merge(config) }
    }
    guard let merged else {
      throw KubeConfigError(
        code: .notFound,
        message:
          "no kubeconfig found: give one with --kubeconfig or $KUBECONFIG, or start a cluster with `swiftlet up`"
      )
    }
    return merged
  }

  /// Reads one file; relative paths in it are taken from its folder.
  public static func read(path: String) throws(KubeConfigError) -> KubeConfig {
    var config = try parse(try FilePath.read(path), name: path)
    config.resolvePaths(folder: FilePath.folder(of: path))
    return config
  }

  /// Parses a document, YAML or JSON. An empty one is an empty configuration.
  public static func parse(_ bytes: [UInt8], name: String) throws(KubeConfigError) -> KubeConfig {
    let tree: JSON?
    do { tree = try YAML.parse(bytes, file: name).first?.value } catch {
      throw KubeConfigError(code: .malformed, message: "error loading config file \"\(name)\": \(error)")
    }
    switch tree {
    case nil, .null?: return .empty
    case .object(let object)?: return KubeConfig(fields: object)
    case let other?:
      throw KubeConfigError(
        code: .malformed,
        message:
          "error loading config file \"\(name)\": a kubeconfig is an object, this is a \(other.typeName)")
    }
  }

  /// Writes the configuration, readable by its owner only.
  public func write(path: String) throws(KubeConfigError) {
    try FilePath.write(Array(YAML.text(of: json).utf8), to: path)
  }
}
