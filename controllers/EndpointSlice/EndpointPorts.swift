import APIMachinery
import KubernetesAPI

/// The ports of a Service as one pod offers them: a named target port is a different number from pod to pod.
struct EndpointPorts: Hashable {
  /// Ordered by name, so that equal ports are equal values.
  var ports: [EndpointSlicePort]

  /// Kubernetes: `endpointslice/utils.go`, `getEndpointPorts`, `FindPort`. A named port that the pod does not
  /// have is left out.
  init(_ service: Service, on pod: Pod) {
    ports = service.spec.ports.compactMap { port in
      let transport = port.protocol ?? "TCP"
      guard let number = Self.number(of: port, transport: transport, on: pod) else { return nil }
      return EndpointSlicePort {
        $0.name = port.name ?? ""
        $0.port = number
        $0.protocol = transport
        $0.appProtocol = port.appProtocol
      }
    }
    ports.sort { ($0.name ?? "") < ($1.name ?? "") }
  }

  /// The ports of a slice that is there already.
  init(of slice: EndpointSlice) {
    ports = slice.ports.sorted { ($0.name ?? "") < ($1.name ?? "") }
  }

  private static func number(of port: ServicePort, transport: String, on pod: Pod) -> Int? {
    switch port.targetPort {
    case nil: return port.port
    case .int(let number): return number == 0 ? port.port : number
    case .string(let name):
      for container in pod.spec.containers + pod.spec.initContainers.filter({ $0.restartPolicy == "Always" })
      {
        let match = container.ports.first { $0.name == name && $0.protocol ?? "TCP" == transport }
        if let match { return match.containerPort }
      }
      return nil
    }
  }
}
