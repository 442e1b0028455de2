/// The combinations of CPU and memory that Fargate offers, smallest first, and the rule that picks one.
///
/// Source: EKS user guide, "Understand Fargate Pod configuration details".
public enum FargateSizeTable {
  /// Fargate adds this to the memory that a pod asks for, for kubelet, kube-proxy and containerd.
  public static let memoryOverheadMiB = 256
  /// Ephemeral storage of a pod that asks for none, and the most that one can ask for.
  public static let ephemeralStorageGiB = (default: 20, max: 175)

  /// All sizes, by CPU, then by memory.
  public static let all: [FargateSize] = rows.flatMap { row in
    row.memoryMiB.map { FargateSize(milliCPU: row.milliCPU, memoryMiB: $0) }
  }

  private static let rows: [(milliCPU: Int, memoryMiB: [Int])] = [
    (250, [512, 1024, 2048]),
    (500, gigabytes(1, through: 4)),
    (1000, gigabytes(2, through: 8)),
    (2000, gigabytes(4, through: 16)),
    (4000, gigabytes(8, through: 30)),
    (8000, gigabytes(16, through: 60, by: 4)),
    (16000, gigabytes(32, through: 120, by: 8)),
  ]

  private static func gigabytes(_ first: Int, through last: Int, by step: Int = 1) -> [Int] {
    stride(from: first, through: last, by: step).map { $0 * 1024 }
  }

  /// The smallest size that fits `request` and the overhead; `nil` when none does, and the pod never starts.
  ///
  /// EKS: a pod that asks for nothing gets the smallest size, overhead or not.
  public static func size(for request: FargateRequest) -> FargateSize? {
    if request.milliCPU == 0, request.memoryMiB == 0 { return all.first }
    let memory = request.memoryMiB + memoryOverheadMiB
    return all.first { $0.milliCPU >= request.milliCPU && $0.memoryMiB >= memory }
  }
}
