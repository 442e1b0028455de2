/// What a node of a managed node group reports as its capacity, and what of it pods can have.
///
/// EKS: node groups, section 6 "Allocatable": the AL2023 node set-up; Karpenter computes the same.
public struct NodeResources: Hashable, Sendable {
  public let cpuMillicores: Int
  public let memoryMiB: Int
  public let ephemeralStorageMiB: Int
  public let pods: Int
  /// EKS: reserved for the kubelet and the container runtime.
  public let reservedCPUMillicores: Int
  public let reservedMemoryMiB: Int

  /// - Parameters:
  ///   - type: The machine.
  ///   - pods: The kubelet's `maxPods`.
  ///   - diskGiB: The root volume; EKS gives 20 GiB to Linux nodes.
  public init(type: InstanceType, pods: Int, diskGiB: Int = 20) {
    cpuMillicores = type.vCPUs * 1000
    memoryMiB = Self.memoryCapacity(of: type)
    ephemeralStorageMiB = diskGiB * 1024
    self.pods = pods
    reservedCPUMillicores = Self.reservedCPU(vCPUs: type.vCPUs)
    reservedMemoryMiB = Self.reservedMemory(maxPods: MaxPods().formula(for: type))
  }

  public var allocatableCPUMillicores: Int { cpuMillicores - reservedCPUMillicores }

  /// What is left of the memory after the reservation and the hard eviction threshold of 100 MiB.
  public var allocatableMemoryMiB: Int { max(0, memoryMiB - reservedMemoryMiB - 100) }

  /// What is left of the disk after 1 GiB of reservation and the hard eviction threshold of a tenth.
  public var allocatableEphemeralStorageMiB: Int {
    max(0, ephemeralStorageMiB - 1024 - ephemeralStorageMiB / 10)
  }

  /// EKS: 6 % of the first core, 1 % of the second, 0.5 % of the next two, 0.25 % of the rest, in millicores.
  public static func reservedCPU(vCPUs: Int) -> Int {
    let shares: [(cores: Range<Int>, permyriad: Int)] = [
      (0..<1, 600), (1..<2, 100), (2..<4, 50), (4..<4096, 25),
    ]
    return shares.reduce(0) { sum, share in
      sum + share.cores.clamped(to: 0..<max(0, vCPUs)).count * 1000 * share.permyriad / 10_000
    }
  }

  /// EKS: 11 MiB a pod and 255 MiB. The count is the *uncapped* one of secondary addresses, whatever `maxPods` says.
  public static func reservedMemory(maxPods: Int) -> Int { 11 * maxPods + 255 }

  /// Karpenter: the memory that the kernel sees is 7.5 % below the type's (arm64: 64 MiB less first).
  static func memoryCapacity(of type: InstanceType) -> Int {
    let size = type.memoryMiB - (type.architecture == .arm64 ? 64 : 0)
    return size - (size * 75 + 999) / 1000
  }
}
