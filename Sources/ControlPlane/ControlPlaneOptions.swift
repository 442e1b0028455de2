public import APICore

/// What a control plane is like.
public struct ControlPlaneOptions: Sendable {
  /// Multiplies the simulated waits of the AWS side and of containers: 1 as on EKS, 0 none. The clock is never bent.
  public var latencyScale: Double
  /// The address under which the API is served, shown as the endpoint of clusters.
  public var endpoint: String
  /// The certificate of the API's authority, in PEM, for `kube-root-ca.crt`.
  public var rootCertificate: String?
  /// Whether the loops run here; `false` leaves them to another process.
  public var runsLoops: Bool
  /// How many reconciles the trace keeps.
  public var traceCapacity: Int
  /// Which of the built-in loops run here.
  public var loops: LoopSelection
  /// Whether the loops' events are written.
  public var writesEvents = true
  /// Who is asked before every request.
  public var authorizer: any Authorizer = AlwaysAllow()

  public init(
    latencyScale: Double = 1, endpoint: String = "https://127.0.0.1:6443", rootCertificate: String? = nil,
    runsLoops: Bool = true, traceCapacity: Int = 1024, loops: LoopSelection = .all
  ) {
    self.latencyScale = latencyScale
    self.endpoint = endpoint
    self.rootCertificate = rootCertificate
    self.runsLoops = runsLoops
    self.traceCapacity = traceCapacity
    self.loops = loops
  }
}

extension ControlPlaneOptions {
  /// Whether somebody makes the service accounts that pods need.
  var requiresServiceAccounts: Bool { runsLoops && loops.includes("serviceaccount") }
}
