import APIMachinery
import ObjectStore
import Synchronization

/// What leads out of the process.
final class WebhookOutside: Sendable {
  private let state = Mutex<(any WebhookCaller)?>(nil)

  var caller: (any WebhookCaller)? { state.withLock { $0 } }

  func use(_ caller: any WebhookCaller) { state.withLock { $0 = caller } }
}

extension APIService {
  /// Host and port behind a service: its external name, or the first end point that is ready.
  ///
  /// Kubernetes: `kube-aggregator/pkg/apiserver.NewEndpointServiceResolver`.
  func address(of reference: JSONObject) -> String? {
    let name = reference.string("name") ?? ""
    let namespace = reference.string("namespace") ?? ""
    let port = reference["port"]?.intValue ?? 443
    guard let stored = store.get(StoreKey(resource: "services", namespace: namespace, name: name)) else {
      return nil
    }
    let spec = trees.tree(of: stored).object("spec") ?? JSONObject()
    if spec.string("type") == "ExternalName" { return spec.string("externalName").map { "\($0):\(port)" } }
    let wanted = spec.array("ports").first { $0["port"]?.intValue == port }
    guard let wanted else { return nil }
    return endpoint(name, namespace, portName: wanted["name"]?.stringValue ?? "")
  }

  private func endpoint(_ name: String, _ namespace: String, portName: String) -> String? {
    let slices = try? store.list(resource: "endpointslices.discovery.k8s.io", namespace: namespace) {
      $0.header.label("kubernetes.io/service-name") == name
    }
    for slice in slices?.objects ?? [] {
      let tree = trees.tree(of: slice)
      let ports = tree.array("ports").compactMap(\.objectValue)
      guard let port = ports.first(where: { ($0.string("name") ?? "") == portName })?["port"]?.intValue else {
        continue
      }
      for endpoint in tree.array("endpoints") where endpoint["conditions"]?["ready"] != false {
        guard let address = endpoint["addresses"]?.arrayValue?.first?.stringValue else { continue }
        return address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
      }
    }
    return nil
  }
}
