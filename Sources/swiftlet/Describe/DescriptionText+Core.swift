import APIMachinery
import KubernetesAPI

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describeService`.
  mutating func describe(_ service: Service, slices: [EndpointSlice]) {
    let spec = service.spec
    identity(service.metadata)
    let selector = spec.selector.sortedTexts.joined(separator: ",")
    field("Selector", selector.isEmpty ? "<none>" : selector)
    field("Type", spec.type ?? "")
    field("IP Family Policy", optional: spec.ipFamilyPolicy)
    field("IP Families", spec.ipFamilies.isEmpty ? "<none>" : spec.ipFamilies.joined(separator: ","))
    field("IP", spec.clusterIP ?? "")
    field("IPs", spec.clusterIPs.isEmpty ? "<none>" : spec.clusterIPs.joined(separator: ","))
    field("External IPs", optional: spec.externalIPs.joined(separator: ","))
    field("Desired LoadBalancer IP", optional: spec.loadBalancerIP)
    let ingress = (service.status.loadBalancer?.ingress ?? []).map { $0.ip ?? $0.hostname ?? "" }
    field("LoadBalancer Ingress", optional: ingress.joined(separator: ", "))
    field("External Name", optional: spec.externalName)
    for port in spec.ports { describe(port, slices) }
    field("Session Affinity", spec.sessionAffinity ?? "")
    field("External Traffic Policy", optional: spec.externalTrafficPolicy)
    field("Internal Traffic Policy", optional: spec.internalTrafficPolicy)
    if let port = spec.healthCheckNodePort, port != 0 { field("HealthCheck NodePort", "\(port)") }
    field("LoadBalancer Source Ranges", optional: spec.loadBalancerSourceRanges.joined(separator: ","))
  }

  private mutating func describe(_ port: ServicePort, _ slices: [EndpointSlice]) {
    let transport = port.protocol ?? "TCP"
    let name = port.name.flatMap { $0.isEmpty ? nil : $0 } ?? "<unset>"
    line("Port:\t\(name)\t\(port.port)/\(transport)")
    line("TargetPort:\t\(port.targetPort ?? .int(port.port))/\(transport)")
    if let nodePort = port.nodePort, nodePort != 0 { line("NodePort:\t\(name)\t\(nodePort)/\(transport)") }
    field("Endpoints", Self.addresses(in: slices, port: port.name ?? ""))
  }

  /// Three addresses at most, and how many more there are.
  static func addresses(in slices: [EndpointSlice], port: String) -> String {
    var addresses: [String] = []
    for slice in slices {
      for entry in slice.ports where (entry.name ?? "") == port {
        for endpoint in slice.endpoints where endpoint.conditions?.ready != false {
          for address in endpoint.addresses {
            let host = address.contains(":") ? "[\(address)]" : address
            addresses.append(entry.port.map { "\(host):\($0)" } ?? host)
          }
        }
      }
    }
    guard !addresses.isEmpty else { return "" }
    let shown = addresses.prefix(3).joined(separator: ",")
    return addresses.count > 3 ? "\(shown) + \(addresses.count - 3) more..." : shown
  }

  /// Kubernetes: `kubectl/pkg/describe describeNamespace`.
  mutating func describe(_ namespace: Namespace, quotas: [ResourceQuota], ranges: [LimitRange]) {
    identity(namespace.metadata, isNamespaced: false)
    field("Status", namespace.status.phase ?? "")
    if !namespace.status.conditions.isEmpty {
      table(
        "Conditions", ["Type", "Status", "LastTransitionTime", "Reason", "Message"],
        namespace.status.conditions.map {
          [
            $0.type, $0.status, ($0.lastTransitionTime ?? .empty).localText, $0.reason ?? "",
            $0.message ?? "",
          ]
        })
    }
    limits(quotas, ranges)
  }

  mutating func describe(_ map: ConfigMap) {
    identity(map.metadata)
    line("\nData\n====")
    for (key, value) in map.data.sorted(by: { $0.key < $1.key }) { line("\(key):\n----\n\(value)\n") }
    line("\nBinaryData\n====")
    for (key, value) in map.binaryData.sorted(by: { $0.key < $1.key }) {
      line("\(key): \(value.bytes.count) bytes")
    }
    line("")
  }

  mutating func describe(_ secret: Secret) {
    identity(secret.metadata)
    line("\nType:\t\(secret.type ?? "")\n\nData\n====")
    for (key, value) in secret.data.sorted(by: { $0.key < $1.key }) {
      field(key, "\(value.bytes.count) bytes")
    }
  }

  mutating func describe(_ account: ServiceAccount) {
    identity(account.metadata)
    list("Image pull secrets", account.imagePullSecrets.compactMap(\.name))
    list("Mountable secrets", account.secrets.compactMap(\.name))
    list("Tokens", [])
  }

  mutating func describe(_ priority: PriorityClass) {
    field("Name", priority.metadata.name ?? "")
    field("Value", "\(priority.value ?? 0)")
    field("GlobalDefault", "\(priority.globalDefault ?? false)")
    field("PreemptionPolicy", priority.preemptionPolicy ?? "")
    field("Description", priority.description ?? "")
    let text = priority.metadata.annotations.sortedTexts.joined(separator: ",")
    field("Annotations", text.isEmpty ? "<none>" : text)
  }
}

// MARK: - Endpoint slices

extension DescriptionText {
  /// Kubernetes: `kubectl/pkg/describe describeEndpointSliceV1`.
  mutating func describe(_ slice: EndpointSlice) {
    identity(slice.metadata)
    field("AddressType", slice.addressType)
    if slice.ports.isEmpty {
      line("Ports: <unset>")
    } else {
      table(
        "Ports", ["Name", "Port", "Protocol"],
        slice.ports.map { port in
          let name = port.name.flatMap { $0.isEmpty ? nil : $0 } ?? "<unset>"
          return [name, port.port.map(String.init) ?? "<unset>", port.protocol ?? "TCP"]
        })
    }
    line(slice.endpoints.isEmpty ? "Endpoints: <none>" : "Endpoints:")
    for endpoint in slice.endpoints { describe(endpoint) }
  }

  private mutating func describe(_ endpoint: Endpoint) {
    line("- Addresses:\t\(endpoint.addresses.joined(separator: ", "))", level: 1)
    line("Conditions:", level: 2)
    field("Ready", endpoint.conditions?.ready.map(String.init) ?? "<unset>", level: 3)
    field("Hostname", endpoint.hostname ?? "<unset>", level: 2)
    if let target = endpoint.targetRef {
      field("TargetRef", "\(target.kind ?? "")/\(target.name ?? "")", level: 2)
    }
    field("NodeName", endpoint.nodeName ?? "<unset>", level: 2)
    field("Zone", endpoint.zone ?? "<unset>", level: 2)
  }
}
