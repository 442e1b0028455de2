/// The objects of one resource in key order: a value, cheap to copy, cheap to change.
///
/// Two levels: an array of chunks, each a sorted array. A copy is one reference; the first change after a
/// copy was taken copies the array of chunks and the one chunk it touches. So a list or a page takes a
/// snapshot in no time, and reads it outside of any lock while writes go on.
///
/// - Complexity: a search or a change is O(log n) comparisons and moves at most one chunk.
struct ObjectIndex: Sendable {
  /// A chunk that grows beyond this is cut in halves.
  static let chunkLimit = 128

  /// Never holds an empty chunk.
  private(set) var chunks: [[StoredObject]] = []
  private(set) var count = 0

  /// A place in the index; `chunk` equals the number of chunks at the end.
  struct Position: Equatable {
    var chunk: Int
    var offset: Int
  }

  func find(namespace: String, name: String) -> StoredObject? {
    let place = lowerBound(namespace: namespace, name: name)
    guard place.chunk < chunks.count else { return nil }
    let object = chunks[place.chunk][place.offset]
    return object.isAt(namespace: namespace, name: name) ? object : nil
  }

  /// Puts a version in its place and gives the one that was there.
  @discardableResult
  mutating func set(_ object: StoredObject) -> StoredObject? {
    var place = lowerBound(namespace: object.key.namespace, name: object.key.name)
    if place.chunk < chunks.count {
      let old = chunks[place.chunk][place.offset]
      if old.isAt(namespace: object.key.namespace, name: object.key.name) {
        chunks[place.chunk][place.offset] = object
        return old
      }
    }
    // What would open a chunk may as well close the one before it: objects that come in key order fill the
    // chunks.
    if place.offset == 0, place.chunk > 0 {
      place = Position(chunk: place.chunk - 1, offset: chunks[place.chunk - 1].count)
    }
    insert(object, at: place)
    return nil
  }

  /// Takes an object out and gives it.
  @discardableResult
  mutating func remove(namespace: String, name: String) -> StoredObject? {
    let place = lowerBound(namespace: namespace, name: name)
    guard place.chunk < chunks.count,
      chunks[place.chunk][place.offset].isAt(namespace: namespace, name: name)
    else { return nil }
    count -= 1
    let old = chunks[place.chunk].remove(at: place.offset)
    if chunks[place.chunk].isEmpty {
      chunks.remove(at: place.chunk)
    } else {
      mergeIfSmall(place.chunk)
    }
    return old
  }

  private mutating func insert(_ object: StoredObject, at place: Position) {
    count += 1
    guard place.chunk < chunks.count else {
      chunks.append([object])
      return
    }
    chunks[place.chunk].insert(object, at: place.offset)
    let size = chunks[place.chunk].count
    guard size > Self.chunkLimit else { return }
    // Keys that only grow leave full chunks behind them, others halves.
    let isAppend = place.chunk == chunks.count - 1 && place.offset == size - 1
    let cut = isAppend ? size - 1 : size / 2
    let tail = Array(chunks[place.chunk][cut...])
    chunks[place.chunk].removeSubrange(cut...)
    chunks.insert(tail, at: place.chunk + 1)
  }

  private mutating func mergeIfSmall(_ chunk: Int) {
    guard chunk + 1 < chunks.count, chunks[chunk].count + chunks[chunk + 1].count <= Self.chunkLimit / 2
    else { return }
    let next = chunks.remove(at: chunk + 1)
    chunks[chunk].append(contentsOf: next)
  }
}

extension ObjectIndex {
  /// The first place whose key is not before the given one.
  func lowerBound(namespace: String, name: String) -> Position {
    firstPlace { $0.order(namespace: namespace, name: name) >= 0 }
  }

  /// The first place whose key follows the given one.
  func upperBound(namespace: String, name: String) -> Position {
    firstPlace { $0.order(namespace: namespace, name: name) > 0 }
  }

  /// The first place that meets a condition which, along the keys, is false and then true.
  func firstPlace(where condition: (StoredObject) -> Bool) -> Position {
    // The chunk is the first one whose last key meets the condition.
    let chunk = Self.firstIndex(below: chunks.count) { index in
      chunks[index].last.map(condition) ?? true
    }
    guard chunk < chunks.count else { return Position(chunk: chunk, offset: 0) }
    let objects = chunks[chunk]
    return Position(
      chunk: chunk, offset: Self.firstIndex(below: objects.count) { condition(objects[$0]) })
  }

  private static func firstIndex(below count: Int, where condition: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
