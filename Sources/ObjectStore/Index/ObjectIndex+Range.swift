extension ObjectIndex {
  /// The places of a namespace, or of the whole resource, that follow `key` if one is given.
  func range(namespace: String?, after key: StoreKey?) -> (start: Position, end: Position) {
    let end = Position(chunk: chunks.count, offset: 0)
    guard let namespace else {
      let start = key.map { upperBound(namespace: $0.namespace, name: $0.name) }
      return (start ?? Position(chunk: 0, offset: 0), end)
    }
    let first = lowerBound(namespace: namespace, name: "")
    let last = firstPlace { $0.key.namespace.bytewiseOrder(to: namespace) > 0 }
    guard let key else { return (first, last) }
    let start = upperBound(namespace: key.namespace, name: key.name)
    return (min(max(first, start), last), last)
  }

  /// Calls `body` with the objects from `start` to `end`, in order, until it gives false; returns the place
  /// of the object after the last one it was called with.
  func walk(from start: Position, to end: Position, _ body: (StoredObject) -> Bool) -> Position {
    var place = start
    while place.chunk < chunks.count, place < end {
      let objects = chunks[place.chunk]
      let limit = place.chunk == end.chunk ? end.offset : objects.count
      while place.offset < limit {
        let goesOn = body(objects[place.offset])
        place.offset += 1
        if !goesOn { return normalized(place) }
      }
      place = normalized(place)
    }
    return place
  }

  /// How many objects lie between two places.
  ///
  /// - Complexity: O(chunks).
  func distance(from start: Position, to end: Position) -> Int {
    guard start < end else { return 0 }
    if start.chunk == end.chunk { return end.offset - start.offset }
    let between = chunks[start.chunk..<end.chunk].reduce(0) { $0 + $1.count }
    return between - start.offset + end.offset
  }

  private func normalized(_ place: Position) -> Position {
    place.chunk < chunks.count && place.offset == chunks[place.chunk].count
      ? Position(chunk: place.chunk + 1, offset: 0) : place
  }
}

extension ObjectIndex.Position: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.chunk, left.offset) < (right.chunk, right.offset)
  }
}
