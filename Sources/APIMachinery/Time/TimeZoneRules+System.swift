import Glibc
import Synchronization

extension TimeZoneRules {
  /// The rules of a zone, by its name in the IANA database, such as `Europe/Berlin`.
  ///
  /// The database is that of the system, in `/usr/share/zoneinfo` (Debian: `tzdata`). It does not change while a
  /// process runs: what was read is kept.
  ///
  /// - Returns: `nil` when there is no such zone. `UTC` is always there; `Local` never is.
  public static func named(_ name: String) -> TimeZoneRules? {
    if name.isEmpty || name == "UTC" || name == "Etc/UTC" { return .utc }
    guard isPlausible(name) else { return nil }
    if let known = cache.withLock({ $0[name] }) { return known }
    guard let bytes = contents(of: "/usr/share/zoneinfo/\(name)"), let rules = TimeZoneRules(tzif: bytes)
    else {
      return nil
    }
    cache.withLock { $0[name] = rules }
    return rules
  }

  private static let cache = Mutex<[String: TimeZoneRules]>([:])

  /// No path out of the database.
  private static func isPlausible(_ name: String) -> Bool {
    name != "Local" && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
      && name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") }
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }
}
