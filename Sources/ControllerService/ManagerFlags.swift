public import ArgumentParser
internal import ControllerRuntime
internal import RemoteClient

/// The options of a program that runs controllers, with the names that those of Go programs have.
///
/// Kubernetes: kubebuilder `cmd/main.go`, controller-runtime `pkg/client/config`.
public struct ManagerFlags: ParsableArguments {
  @Option(help: "The kubeconfig file; $KUBECONFIG, the pod's own account or ~/.kube/config if not said.")
  var kubeconfig: String?

  @Option(help: "The context of the kubeconfig.")
  var context: String?

  @Option(help: "The namespace to watch; all if not said.")
  var namespace: String?

  @Flag(inversion: .prefixedNo, help: "Let one of several processes work.")
  var leaderElect = false

  @Option(
    name: .customLong("leader-election-id"), help: "The name of the lease; the program's name if not said.")
  var leaderElectionID: String?

  @Option(help: "The namespace of the lease; the pod's or the context's own if not said.")
  var leaderElectionNamespace: String?

  @Flag(inversion: .prefixedNo, help: "Share the keys of controllers that are sharded among all processes.")
  var shard = false

  @Option(help: "Where /metrics is served, such as :8080; 0 for nowhere.")
  var metricsBindAddress = ":8080"

  @Option(help: "Where /healthz and /readyz are served, such as :8081; 0 for nowhere.")
  var healthProbeBindAddress = ":8081"

  @Option(help: "How many seconds a look under way may take when the program ends.")
  var gracefulShutdownTimeout = 30

  @Option(help: "trace, debug, info, warning, error.")
  var logLevel = LogLevel.info

  @Option(help: "json or console.")
  var logFormat = LogFormat.json

  public init() {}

  public func validate() throws {
    for address in [metricsBindAddress, healthProbeBindAddress] { _ = try BindAddress(address) }
    guard gracefulShutdownTimeout >= 0 else {
      throw ValidationError("--graceful-shutdown-timeout must not be negative")
    }
  }

  /// The server that the program talks to.
  ///
  /// Kubernetes: controller-runtime `config.GetConfig`: the flag, `$KUBECONFIG`, the pod's own account, the home folder.
  func configuration(_ name: String) throws(KubeConfigError) -> ClientConfiguration {
    var configuration = try ClientConfiguration.load(kubeconfig: kubeconfig, context: context)
    configuration.userAgent = "\(name) (swiftlet)"
    return configuration
  }
}

enum LogLevel: String, ExpressibleByArgument, CaseIterable {
  case trace, debug, info, warning, error
}

enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  case json, console
}
