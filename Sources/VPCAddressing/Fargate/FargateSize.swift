/// A size that Fargate runs pods at.
///
/// EKS: Fargate, section 3. "GB" there is 1024 MiB.
public struct FargateSize: Hashable, Sendable {
  public let milliCPU: Int
  public let memoryMiB: Int

  public init(milliCPU: Int, memoryMiB: Int) {
    self.milliCPU = milliCPU
    self.memoryMiB = memoryMiB
  }

  /// The value of the pod's annotation `CapacityProvisioned`: `0.25vCPU 0.5GB`.
  public var capacityProvisioned: String {
    "\(Self.decimal(milliCPU, 1000))vCPU \(Self.decimal(memoryMiB, 1024))GB"
  }

  private static func decimal(_ value: Int, _ unit: Int) -> String {
    let hundredths = value % unit * 100 / unit
    if hundredths == 0 { return "\(value / unit)" }
    return hundredths % 10 == 0 ? "\(value / unit).\(hundredths / 10)" : "\(value / unit).\(hundredths)"
  }
}

/// What the containers of a pod ask for.
public struct FargateRequest: Hashable, Sendable {
  public var milliCPU: Int
  public var memoryMiB: Int

  public init(milliCPU: Int = 0, memoryMiB: Int = 0) {
    self.milliCPU = milliCPU
    self.memoryMiB = memoryMiB
  }

  /// EKS: the larger of the largest init container and the sum of the others, for CPU and memory apart.
  public static func ofPod(initContainers: [FargateRequest], containers: [FargateRequest]) -> FargateRequest {
    let cpu = max(initContainers.map(\.milliCPU).max() ?? 0, containers.reduce(0) { $0 + $1.milliCPU })
    let memory = max(initContainers.map(\.memoryMiB).max() ?? 0, containers.reduce(0) { $0 + $1.memoryMiB })
    return FargateRequest(milliCPU: cpu, memoryMiB: memory)
  }
}
