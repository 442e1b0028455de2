public import APIMachinery

/// A kubeconfig: which clusters there are, who talks to them, and which pair of them is meant now.
///
/// A view over the document, so entries and members that this type does not know survive being read and written.
///
/// Kubernetes: client-go `tools/clientcmd/api/v1 Config`.
public struct KubeConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// An empty configuration with its `apiVersion` and `kind` set.
  public static let empty = KubeConfig { config in
    config.fields["apiVersion"] = "v1"
    config.fields["kind"] = "Config"
  }

  public var currentContext: String? {
    get { fields[optional: "current-context"] }
    set { fields[optional: "current-context"] = newValue }
  }
  public var clusters: [NamedCluster] {
    get { fields[list: "clusters"] }
    set { fields[list: "clusters"] = newValue }
  }
  public var users: [NamedUser] {
    get { fields[list: "users"] }
    set { fields[list: "users"] = newValue }
  }
  public var contexts: [NamedContext] {
    get { fields[list: "contexts"] }
    set { fields[list: "contexts"] = newValue }
  }

  /// A cluster and the name that contexts call it by.
  public struct NamedCluster: ObjectView {
    public var fields: JSONObject
    @inlinable public init(fields: JSONObject) { self.fields = fields }

    public var name: String {
      get { fields[required: "name", empty: ""] }
      set { fields[required: "name", empty: ""] = newValue }
    }
    public var cluster: KubeConfigCluster {
      get { fields[view: "cluster"] }
      set { fields[view: "cluster"] = newValue }
      _modify { yield &fields[view: "cluster"] }
    }
  }

  /// A user and the name that contexts call it by.
  public struct NamedUser: ObjectView {
    public var fields: JSONObject
    @inlinable public init(fields: JSONObject) { self.fields = fields }

    public var name: String {
      get { fields[required: "name", empty: ""] }
      set { fields[required: "name", empty: ""] = newValue }
    }
    public var user: KubeConfigUser {
      get { fields[view: "user"] }
      set { fields[view: "user"] = newValue }
      _modify { yield &fields[view: "user"] }
    }
  }

  /// A context and its name.
  public struct NamedContext: ObjectView {
    public var fields: JSONObject
    @inlinable public init(fields: JSONObject) { self.fields = fields }

    public var name: String {
      get { fields[required: "name", empty: ""] }
      set { fields[required: "name", empty: ""] = newValue }
    }
    public var context: KubeConfigContext {
      get { fields[view: "context"] }
      set { fields[view: "context"] = newValue }
      _modify { yield &fields[view: "context"] }
    }
  }
}

/// A cluster and a user that are used together, and the namespace that is meant when none is given.
public struct KubeConfigContext: ObjectView {
  public var fields: JSONObject
  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var cluster: String {
    get { fields[required: "cluster", empty: ""] }
    set { fields[required: "cluster", empty: ""] = newValue }
  }
  public var user: String {
    get { fields[required: "user", empty: ""] }
    set { fields[required: "user", empty: ""] = newValue }
  }
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
}

/// Where a cluster's API server is, and how it proves who it is.
public struct KubeConfigCluster: ObjectView {
  public var fields: JSONObject
  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// `https://127.0.0.1:6443`, possibly with a path.
  public var server: String {
    get { fields[required: "server", empty: ""] }
    set { fields[required: "server", empty: ""] = newValue }
  }
  /// A PEM file of certificate authorities.
  public var certificateAuthority: String? {
    get { fields[optional: "certificate-authority"] }
    set { fields[optional: "certificate-authority"] = newValue }
  }
  /// PEM text of certificate authorities, in base 64; wins over the file.
  public var certificateAuthorityData: String? {
    get { fields[optional: "certificate-authority-data"] }
    set { fields[optional: "certificate-authority-data"] = newValue }
  }
  public var insecureSkipTLSVerify: Bool? {
    get { fields[optional: "insecure-skip-tls-verify"] }
    set { fields[optional: "insecure-skip-tls-verify"] = newValue }
  }
  /// The name to expect in the server's certificate, when it is not the host of `server`.
  public var tlsServerName: String? {
    get { fields[optional: "tls-server-name"] }
    set { fields[optional: "tls-server-name"] = newValue }
  }
  public var proxyURL: String? {
    get { fields[optional: "proxy-url"] }
    set { fields[optional: "proxy-url"] = newValue }
  }
  public var disablesCompression: Bool? {
    get { fields[optional: "disable-compression"] }
    set { fields[optional: "disable-compression"] = newValue }
  }
  /// What credential commands are told about the cluster.
  ///
  /// Kubernetes: the extension `client.authentication.k8s.io/exec`.
  var execExtension: JSON? {
    let extensions: [JSONObject] = fields[list: "extensions"]
    return extensions.first { $0["name"]?.stringValue == "client.authentication.k8s.io/exec" }?["extension"]
  }
}

/// How a user proves who they are.
public struct KubeConfigUser: ObjectView {
  public var fields: JSONObject
  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var clientCertificate: String? {
    get { fields[optional: "client-certificate"] }
    set { fields[optional: "client-certificate"] = newValue }
  }
  public var clientCertificateData: String? {
    get { fields[optional: "client-certificate-data"] }
    set { fields[optional: "client-certificate-data"] = newValue }
  }
  public var clientKey: String? {
    get { fields[optional: "client-key"] }
    set { fields[optional: "client-key"] = newValue }
  }
  public var clientKeyData: String? {
    get { fields[optional: "client-key-data"] }
    set { fields[optional: "client-key-data"] = newValue }
  }
  public var token: String? {
    get { fields[optional: "token"] }
    set { fields[optional: "token"] = newValue }
  }
  /// A file that holds the token; it is read again when it changes, and wins over `token`.
  public var tokenFile: String? {
    get { fields[optional: "tokenFile"] }
    set { fields[optional: "tokenFile"] = newValue }
  }
  public var username: String? {
    get { fields[optional: "username"] }
    set { fields[optional: "username"] = newValue }
  }
  public var password: String? {
    get { fields[optional: "password"] }
    set { fields[optional: "password"] = newValue }
  }
  /// Whom the server should take the user for.
  public var impersonatedUser: String? {
    get { fields[optional: "as"] }
    set { fields[optional: "as"] = newValue }
  }
  public var impersonatedUID: String? {
    get { fields[optional: "as-uid"] }
    set { fields[optional: "as-uid"] = newValue }
  }
  public var impersonatedGroups: [String] {
    get { fields[list: "as-groups"] }
    set { fields[list: "as-groups"] = newValue }
  }
  /// A command that prints a token or a certificate, such as `aws eks get-token`.
  public var exec: ExecCredentialPlugin? {
    get { fields[optional: "exec"] }
    set { fields[optional: "exec"] = newValue }
  }
}

/// A command that prints an `ExecCredential`.
///
/// Kubernetes: client-go `tools/clientcmd/api/v1 ExecConfig`.
public struct ExecCredentialPlugin: ObjectView {
  public var fields: JSONObject
  @inlinable public init(fields: JSONObject) { self.fields = fields }

  public var apiVersion: String {
    get { fields[required: "apiVersion", empty: ""] }
    set { fields[required: "apiVersion", empty: ""] = newValue }
  }
  public var command: String {
    get { fields[required: "command", empty: ""] }
    set { fields[required: "command", empty: ""] = newValue }
  }
  public var arguments: [String] {
    get { fields[list: "args"] }
    set { fields[list: "args"] = newValue }
  }
  /// Variables that are added to the environment of the command.
  public var environment: [(name: String, value: String)] {
    let entries: [JSONObject] = fields[list: "env"]
    return entries.map { ($0["name"]?.stringValue ?? "", $0["value"]?.stringValue ?? "") }
  }
  /// `Never`, `IfAvailable` or `Always`: whether the command may ask its user something.
  public var interactiveMode: String {
    get { fields[required: "interactiveMode", empty: ""] }
    set { fields[required: "interactiveMode", empty: ""] = newValue }
  }
  /// Whether the command is told about the cluster.
  public var providesClusterInfo: Bool {
    get { fields[required: "provideClusterInfo", empty: false] }
    set { fields[required: "provideClusterInfo", empty: false] = newValue }
  }
  public var installHint: String? {
    get { fields[optional: "installHint"] }
    set { fields[optional: "installHint"] = newValue }
  }
}
