internal import APIMachinery
internal import KubernetesAPI
internal import KubernetesClient

/// The objects that every cluster has from the start.
///
/// Kubernetes: the namespaces `default`, `kube-system`, `kube-public` and `kube-node-lease`; the two priority classes of
/// system pods; the service `kubernetes`, which is the API itself.
/// EKS: the storage class `gp2`, which is not the default one since 1.30. EBS CSI: the driver, and the class `gp3` that its
/// guide makes.
struct SystemObjects {
  let client: any Client
  let endpoint: String

  /// Creates what is missing.
  func create() async throws {
    for name in ["default", "kube-system", "kube-public", "kube-node-lease"] {
      try await ensure(Namespace { $0.metadata.name = name })
    }
    try await ensure(Self.priorityClass("system-cluster-critical", 2_000_000_000))
    try await ensure(Self.priorityClass("system-node-critical", 2_000_001_000))
    try await ensure(Self.service)
    try await ensure(Self.driver)
    for kind in Self.storageClasses { try await ensure(kind) }
    if let address = EndpointAddress(endpoint) { try await ensure(Self.endpoints(address)) }
  }

  private func ensure<Kind: Resource>(_ object: Kind) async throws {
    if try await client.find(Kind.self, object.key) != nil { return }
    do {
      try await client.create(object)
    } catch  where error.isAlreadyExists {
      return
    }
  }

  private static func priorityClass(_ name: String, _ value: Int) -> PriorityClass {
    PriorityClass {
      $0.metadata.name = name
      $0.value = value
      $0.description = "Used for system critical pods that must run in the cluster."
    }
  }

  private static var service: Service {
    Service {
      $0.metadata.name = "kubernetes"
      $0.metadata.namespace = "default"
      $0.metadata.labels = ["component": "apiserver", "provider": "kubernetes"]
      $0.spec.clusterIP = "10.100.0.1"
      $0.spec.ports = [
        ServicePort {
          $0.name = "https"
          $0.port = 443
          $0.targetPort = .int(6443)
          $0.protocol = "TCP"
        }
      ]
    }
  }

  private static var driver: CSIDriver {
    CSIDriver {
      $0.metadata.name = "ebs.csi.aws.com"
      $0.spec.attachRequired = true
      $0.spec.podInfoOnMount = false
    }
  }

  private static var storageClasses: [StorageClass] {
    [
      StorageClass {
        $0.metadata.name = "gp2"
        $0.provisioner = "kubernetes.io/aws-ebs"
        $0.parameters = ["fsType": "ext4", "type": "gp2"]
        $0.volumeBindingMode = "WaitForFirstConsumer"
      },
      StorageClass {
        $0.metadata.name = "gp3"
        $0.provisioner = "ebs.csi.aws.com"
        $0.parameters = ["type": "gp3"]
        $0.volumeBindingMode = "WaitForFirstConsumer"
        $0.allowVolumeExpansion = true
      },
    ]
  }

  private static func endpoints(_ address: EndpointAddress) -> EndpointSlice {
    EndpointSlice {
      $0.metadata.name = "kubernetes"
      $0.metadata.namespace = "default"
      $0.metadata.labels = ["kubernetes.io/service-name": "kubernetes"]
      $0.addressType = "IPv4"
      $0.endpoints = [
        Endpoint {
          $0.addresses = [address.host]
          $0.conditions = EndpointConditions { $0.ready = true }
        }
      ]
      $0.ports = [
        EndpointSlicePort {
          $0.name = "https"
          $0.port = address.port
          $0.protocol = "TCP"
        }
      ]
    }
  }
}

/// The host and port of `https://127.0.0.1:6443`.
private struct EndpointAddress {
  let host: String
  let port: Int

  init?(_ endpoint: String) {
    let rest = endpoint.split(separator: "/").last ?? ""
    let parts = rest.split(separator: ":")
    guard parts.count == 2, let port = Int(parts[1]), parts[0].split(separator: ".").count == 4 else {
      return nil
    }
    (host, self.port) = (String(parts[0]), port)
  }
}
