import APIMachinery

/// A set of indexes of an indexed job, kept and written as ranges: `0,2-4`.
///
/// Kubernetes: `pkg/controller/job/indexed_job_utils.go`.
public struct IndexRanges: Sendable, Hashable, CustomStringConvertible {
  /// In ascending order, with a gap between any two.
  public private(set) var ranges: [ClosedRange<Int>] = []

  public init() {}

  /// - Parameter indexes: In any order, repeated or not.
  public init(_ indexes: some Sequence<Int>) {
    for index in indexes.sorted() { append(index...index) }
  }

  /// Reads what ``description`` writes.
  ///
  /// - Parameter limit: No index may be as large as this.
  /// - Returns: `nil` for text that is no list of ascending ranges below `limit`. Empty text is the empty set.
  public init?(_ text: String, below limit: Int) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) where !text.isEmpty {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1] else { return nil }
      guard first >= 0, last >= first, last < limit, first > ranges.last?.upperBound ?? -1 else { return nil }
      append(first...last)
    }
  }

  public var isEmpty: Bool { ranges.isEmpty }

  public var count: Int { ranges.reduce(0) { $0 + $1.count } }

  /// - Complexity: O(log *n*) in the number of ranges.
  public func contains(_ index: Int) -> Bool {
    let place = ranges.partitioningIndex { $0.upperBound >= index }
    return place < ranges.count && ranges[place].contains(index)
  }

  /// - Complexity: O(*n* + *m* log *m*).
  public func union(_ indexes: some Sequence<Int>) -> IndexRanges {
    var result = IndexRanges()
    var (mine, others) = (ranges[...], indexes.sorted()[...])
    while let range = mine.first {
      if let index = others.first, index < range.lowerBound {
        result.append(index...index)
        others.removeFirst()
      } else {
        result.append(range)
        mine.removeFirst()
      }
    }
    for index in others { result.append(index...index) }
    return result
  }

  /// How many indexes are in both.
  public func countShared(with other: IndexRanges) -> Int {
    ranges.reduce(0) { sum, range in
      sum + other.ranges.filter { $0.overlaps(range) }.reduce(0) { $0 + $1.clamped(to: range).count }
    }
  }

  /// The indexes below a limit that are not in the set, in order.
  public func missing(below limit: Int) -> some Sequence<Int> {
    (0..<limit).lazy.filter { !contains($0) }
  }

  private mutating func append(_ range: ClosedRange<Int>) {
    guard let last = ranges.last, range.lowerBound <= last.upperBound + 1 else { return ranges.append(range) }
    ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
  }

  public var description: String {
    ranges.map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound),\(range.upperBound)"
      default: "\(range.lowerBound)-\(range.upperBound)"
      }
    }.joined(separator: ",")
  }
}
