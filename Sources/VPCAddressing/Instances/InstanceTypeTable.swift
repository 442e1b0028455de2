import Synchronization

/// The EC2 instance types that are known, by name.
///
/// The table stands in the program as text, a row a type. A row is read when its type is first asked for.
public enum InstanceTypeTable {
  /// All types, in the order of their names.
  public static let all: [InstanceType] = text.withUTF8Buffer { bytes in
    bytes.split(separator: lineEnd).map { instanceType($0) }
  }

  /// The types that were asked for.
  private static let known = Mutex<[String: InstanceType]>([:])

  private static let lineEnd = UInt8(ascii: "\n")

  /// The type called `name`; `nil` when there is none.
  public static subscript(name: String) -> InstanceType? {
    known.withLock { known in
      if let type = known[name] { return type }
      let type = find(name)
      if let type { known[name] = type }
      return type
    }
  }

  /// Finds a row by halving the table, which is in the byte order of the names.
  private static func find(_ name: String) -> InstanceType? {
    text.withUTF8Buffer { bytes -> InstanceType? in
      var rest = bytes[...]
      while !rest.isEmpty {
        let middle = rest.startIndex + rest.count / 2
        let start = rest[..<middle].lastIndex(of: lineEnd).map { $0 + 1 } ?? rest.startIndex
        let end = rest[middle...].firstIndex(of: lineEnd) ?? rest.endIndex
        let row = rest[start..<end]
        let present = row.prefix { $0 != UInt8(ascii: " ") }
        if present.elementsEqual(name.utf8) { return instanceType(row) }
        rest = present.lexicographicallyPrecedes(name.utf8) ? rest[end...].dropFirst() : rest[..<start]
      }
      return nil
    }
  }

  private static func instanceType(_ row: Slice<UnsafeBufferPointer<UInt8>>) -> InstanceType {
    let fields = row.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
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
