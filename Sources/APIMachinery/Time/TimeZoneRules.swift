/// How far the clocks of a place are ahead of UTC, at any time.
public struct TimeZoneRules: Sendable, Hashable {
  /// When the offset changes, in seconds since 1970, in ascending order, and to what, in seconds.
  private var changes: [(at: Int64, offset: Int)] = []
  private var firstOffset = 0
  /// What holds after the last change.
  private var tail: PosixTimeZone?

  public static let utc = TimeZoneRules()

  private init() {}

  /// Reads a file of the IANA time zone database.
  ///
  /// - Returns: `nil` for bytes that are no such file.
  /// - Complexity: O(*n*) in the number of changes.
  public init?(tzif bytes: [UInt8]) {
    guard var reader = TZifReader(bytes), reader.skipToWideData() else { return nil }
    guard let (changes, first, footer) = reader.readData() else { return nil }
    self.changes = changes
    firstOffset = first
    tail = PosixTimeZone(footer)
  }

  /// Seconds east of UTC.
  ///
  /// - Complexity: O(log *n*) in the number of changes.
  public func offset(at seconds: Int64) -> Int {
    guard let last = changes.last else { return tail?.offset(at: seconds) ?? firstOffset }
    if seconds >= last.at { return tail?.offset(at: seconds) ?? last.offset }
    let next = changes.partitioningIndex { $0.at > seconds }
    return next == 0 ? firstOffset : changes[next - 1].offset
  }

  /// What the clock on the wall shows.
  public func civil(at seconds: Int64) -> CivilTime {
    CivilTime(localSeconds: seconds + Int64(offset(at: seconds)))
  }

  /// The begin of a day, in seconds since 1970. Months and days out of range count on: the 13th month is January.
  ///
  /// - Parameter moment: A time before; the result is later, even where clocks are put back at midnight.
  public func midnight(year: Int, month: Int, day: Int, after moment: Int64) -> Int64 {
    let (year, month) = (year + (month - 1) / 12, (month - 1) % 12 + 1)
    let local = Int64(CivilDate.days(fromYear: year, month, 1) + day - 1) * 86_400
    let guess = local - Int64(offset(at: local - Int64(offset(at: local))))
    return max(guess, moment + 60)
  }

  public static func == (left: TimeZoneRules, right: TimeZoneRules) -> Bool {
    left.firstOffset == right.firstOffset && left.tail == right.tail
      && left.changes.elementsEqual(right.changes, by: ==)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(changes.count)
    hasher.combine(firstOffset)
    hasher.combine(tail)
  }
}

/// Reads the format of RFC 8536.
private struct TZifReader {
  private let bytes: [UInt8]
  private var position = 0

  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 44, bytes.starts(with: [0x54, 0x5A, 0x69, 0x66]) else { return nil }
    self.bytes = bytes
  }

  private struct Header {
    var version: UInt8
    var utcCount, standardCount, leapCount, timeCount, typeCount, nameCount: Int

    func length(width: Int) -> Int {
      timeCount * (width + 1) + typeCount * 6 + nameCount + leapCount * (width + 4) + standardCount + utcCount
    }
  }

  private mutating func header() -> Header? {
    guard position + 44 <= bytes.count else { return nil }
    let version = bytes[position + 4]
    position += 20
    var counts: [Int] = []
    for _ in 0..<6 { counts.append(Int(number(4))) }
    return Header(
      version: version, utcCount: counts[0], standardCount: counts[1], leapCount: counts[2],
      timeCount: counts[3], typeCount: counts[4], nameCount: counts[5])
  }

  private mutating func number(_ width: Int) -> Int64 {
    var value: UInt64 = bytes[position] & 0x80 != 0 && width < 8 ? .max : 0
    for _ in 0..<width {
      value = value << 8 | UInt64(bytes[position])
      position += 1
    }
    return Int64(bitPattern: value)
  }

  /// Passes over the data of 32 bits, which every version has in front.
  mutating func skipToWideData() -> Bool {
    guard let header = header(), header.version >= 0x32 else { return false }
    position += header.length(width: 4)
    return position + 44 <= bytes.count
  }

  mutating func readData() -> (changes: [(at: Int64, offset: Int)], first: Int, footer: String)? {
    guard let header = header(), header.typeCount > 0,
      position + header.length(width: 8) <= bytes.count
    else { return nil }
    var times: [Int64] = []
    for _ in 0..<header.timeCount { times.append(number(8)) }
    let kinds = bytes[position..<(position + header.timeCount)].map { Int($0) }
    position += header.timeCount
    var offsets: [Int] = []
    for _ in 0..<header.typeCount {
      offsets.append(Int(number(4)))
      position += 2
    }
    guard kinds.allSatisfy({ $0 < offsets.count }) else { return nil }
    position += header.nameCount + header.leapCount * 12 + header.standardCount + header.utcCount
    let footer = bytes[min(position, bytes.count)...].drop { $0 == 10 }.prefix { $0 != 10 }
    let changes = zip(times, kinds).map { (at: $0, offset: offsets[$1]) }
    return (changes, offsets[0], String(decoding: footer, as: UTF8.self))
  }
}
