/// The EC2 instance types that are known, by name.
///
/// The table stands in the program as text and costs nothing until the first look-up, which reads it once.
public enum InstanceTypeTable {
  /// All types, in the order of their names.
  public static let all: [InstanceType] = parse()

  private static let positions: [String: Int] =
    Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })

  /// The type called `name`; `nil` when there is none.
  public static subscript(name: String) -> InstanceType? {
    positions[name].map { all[$0] }
  }

  private static func parse() -> [InstanceType] {
    text.withUTF8Buffer { bytes in
      bytes.split(separator: UInt8(ascii: "\n")).map { line in
        instanceType(line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) })
      }
    }
  }

  private static func instanceType(_ fields: [String]) -> InstanceType {
    func number(_ index: Int) -> Int {
      guard let value = Int(fields[index]) else { preconditionFailure("instance type table: \(fields)") }
      return value
    }
    return InstanceType(
      name: fields[0], vCPUs: number(1), memoryMiB: number(2),
      architecture: fields[3] == "a" ? .arm64 : .amd64,
      hypervisor: fields[6] == "n" ? .nitro : fields[6] == "x" ? .xen : .none, isBareMetal: fields[7] == "1",
      maxENIs: number(4), ipv4PerENI: number(5), branchENIs: Int(fields[8]), gpus: number(9),
      networkCards: number(10))
  }
}
