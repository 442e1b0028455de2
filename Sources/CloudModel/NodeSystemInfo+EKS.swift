internal import APIMachinery
public import KubernetesAPI

extension NodeSystemInfo {
  /// What the kubelet of an EKS node says of its system.
  ///
  /// - Parameters:
  ///   - id: What the machine's identifiers are made of.
  ///   - machineID: What `/etc/machine-id` says.
  public static func eks(
    _ id: String, architecture: String, kernel: String, image: String, machineID: String = ""
  ) -> NodeSystemInfo {
    NodeSystemInfo {
      $0.architecture = architecture
      $0.bootID = CloudIdentifier.uuid(token: "\(id)/boot")
      $0.containerRuntimeVersion = "containerd://2.1.5"
      $0.kernelVersion = kernel
      $0.kubeProxyVersion = ""
      $0.kubeletVersion = "v1.36.0-eks-swiftlet"
      $0.machineID = machineID
      $0.operatingSystem = "linux"
      $0.osImage = image
      $0.systemUUID = CloudIdentifier.uuid(token: "\(id)/system")
    }
  }
}

extension NodeAddress {
  /// The addresses that an EKS node reports: its own, and its name twice.
  public static func eks(_ address: String, name: String) -> [NodeAddress] {
    [("InternalIP", address), ("InternalDNS", name), ("Hostname", name)].map { type, address in
      NodeAddress {
        $0.type = type
        $0.address = address
      }
    }
  }
}
