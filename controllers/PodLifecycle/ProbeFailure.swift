import APIMachinery
import KubernetesAPI

/// What a kubelet says of a probe that failed.
///
/// Kubernetes: kubelet `prober/prober.go` and `pkg/probe`. What a command writes when it fails is not simulated: its exit
/// code stands for it.
struct ProbeFailure {
  let probe: Probe
  let container: Container
  let address: String
  /// Whether there was no answer within `timeoutSeconds`.
  let isTimeout: Bool

  /// `HTTP probe failed with statuscode: 503`
  var text: String {
    if let action = probe.httpGet { return http(action) }
    if let action = probe.tcpSocket {
      let target = hostPort(action.host, port(action.port))
      return isTimeout ? "dial tcp \(target): i/o timeout" : "dial tcp \(target): connect: connection refused"
    }
    if let action = probe.grpc { return grpc(action) }
    let command = (probe.exec?.command ?? []).joined(separator: " ")
    return isTimeout
      ? "command timed out: \"\(command)\" timed out after \(seconds)s"
      : "command \"\(command)\" exited with code 1"
  }

  private var seconds: Int { probe.timeoutSeconds ?? 1 }

  private func http(_ action: HTTPGetAction) -> String {
    if !isTimeout { return "HTTP probe failed with statuscode: 503" }
    let path = action.path ?? "/"
    let url =
      "\((action.scheme ?? "HTTP").lowercased())://\(hostPort(action.host, port(action.port)))"
      + (path.hasPrefix("/") ? path : "/\(path)")
    return "Get \"\(url)\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)"
  }

  private func grpc(_ action: GRPCAction) -> String {
    if !isTimeout { return "service unhealthy (responded with \"NOT_SERVING\")" }
    return "timeout: failed to connect service \"\(hostPort(nil, action.port))\" within \(seconds)s: "
      + "context deadline exceeded"
  }

  private func hostPort(_ host: String?, _ port: Int) -> String {
    let host = host.flatMap { $0.isEmpty ? nil : $0 } ?? address
    return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }

  private func port(_ port: IntOrString) -> Int {
    switch port {
    case .int(let number): number
    case .string(let name): container.ports.first { $0.name == name }?.containerPort ?? Int(name) ?? 0
    }
  }
}
