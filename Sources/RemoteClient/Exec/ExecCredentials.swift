internal import APIMachinery

/// Runs a credential command when it is due, once for all requests that wait for it.
actor ExecCredentials {
  private let plugin: ExecCredentialPlugin
  private let cluster: ClientConfiguration
  private let clock: TransportClock
  private var cached: ExecCredential?
  private var isRunning = false
  private var waiters: [CheckedContinuation<Void, Never>] = []

  init(plugin: ExecCredentialPlugin, cluster: ClientConfiguration, clock: TransportClock) {
    self.plugin = plugin
    self.cluster = cluster
    self.clock = clock
  }

  func credential() async throws(KubeConfigError) -> Credential {
    while isRunning { await withCheckedContinuation { waiters.append($0) } }
    if let cached, cached.isValid(at: clock.now()) { return cached.credential }
    isRunning = true
    defer {
      isRunning = false
      for waiter in waiters { waiter.resume() }
      waiters = []
    }
    let fresh = try await plugin.run(for: cluster)
    cached = fresh
    return fresh.credential
  }

  /// Forgets a credential that the server refused, unless another one has come already.
  func forget(_ refused: Credential) {
    if cached?.credential == refused { cached = nil }
  }
}

/// What a credential command printed.
struct ExecCredential: Sendable, Hashable {
  var credential: Credential
  /// When it ends to be valid; never when `nil`: then it is used until the server refuses it.
  var expires: Timestamp?

  /// Kubernetes: client-go `exec.Authenticator.credsExpired`; ten seconds earlier here, for the way to the server.
  func isValid(at now: Timestamp) -> Bool {
    expires.map { now + .seconds(10) < $0 } ?? true
  }
}
