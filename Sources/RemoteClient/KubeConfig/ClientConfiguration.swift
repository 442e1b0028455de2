internal import APIMachinery

/// Everything that is needed to talk to one API server: a context of a kubeconfig, looked up and read in.
public struct ClientConfiguration: Sendable, Hashable {
  /// How the server's certificate is judged.
  public enum Trust: Sendable, Hashable {
    /// By the authorities that the operating system trusts.
    case system
    /// By the authorities in this PEM text.
    case authorities([UInt8])
    /// Not at all.
    case anything
  }

  /// A client certificate and its key, PEM text both.
  public struct ClientCertificate: Sendable, Hashable {
    public var chain: [UInt8]
    public var key: [UInt8]

    public init(chain: [UInt8], key: [UInt8]) {
      self.chain = chain
      self.key = key
    }
  }

  /// What goes into the `Authorization` header.
  public enum Authorization: Sendable, Hashable {
    case none
    case bearer(String)
    /// A token in a file, read anew when a minute has passed.
    case tokenFile(String)
    case basic(user: String, password: String)
    /// A command that prints a token.
    case exec(ExecCredentialPlugin)
  }

  /// Whom the server should take the client for, if it may.
  ///
  /// Kubernetes: "User impersonation", the `Impersonate-` headers.
  public struct Impersonation: Sendable, Hashable {
    public var user: String
    public var uid: String?
    public var groups: [String]
    public var extra: [String: [String]]

    public init(user: String, uid: String? = nil, groups: [String] = [], extra: [String: [String]] = [:]) {
      self.user = user
      self.uid = uid
      self.groups = groups
      self.extra = extra
    }
  }

  /// `https://127.0.0.1:6443`, without a slash at its end.
  public var server: String
  public var trust: Trust
  /// The name expected in the server's certificate instead of the host in `server`.
  public var tlsServerName: String?
  /// `http://user:password@host:port` or `socks5://host:port`.
  public var proxyURL: String?
  public var certificate: ClientCertificate?
  public var authorization: Authorization
  /// Who the requests are made for, when it is somebody else than who makes them.
  public var impersonation: Impersonation?
  /// Asks the server not to compress its answers: where bandwidth is plenty and time is not.
  public var disablesCompression = false
  /// What the kubeconfig says to credential commands about the cluster.
  var execExtension: JSON?
  /// The namespace that is meant when none is given.
  public var namespace: String
  public var userAgent: String
  /// How long each request may take, a watch too; without end when `nil`.
  public var requestTimeout: Duration?

  /// Whether requests share a connection, by HTTP/2, with a server that speaks it. A kubeconfig asks for it unless the
  /// server is on this machine, where HTTP/1.1 takes less CPU, or `DISABLE_HTTP2` is set.
  public var allowsHTTP2 = false

  public init(
    server: String, trust: Trust = .system, tlsServerName: String? = nil, proxyURL: String? = nil,
    certificate: ClientCertificate? = nil, authorization: Authorization = .none,
    namespace: String = "default", userAgent: String = "swiftlet"
  ) {
    var server = server.contains("://") ? server : "https://\(server)"
    while server.hasSuffix("/") { server.removeLast() }
    self.server = server
    self.trust = trust
    self.tlsServerName = tlsServerName
    self.proxyURL = proxyURL
    self.certificate = certificate
    self.authorization = authorization
    self.namespace = namespace
    self.userAgent = userAgent
  }
}
