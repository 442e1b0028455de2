/// The members of a JSON object, in the order in which they were written.
///
/// Kubernetes objects are small, so members stand in one array and are found by a linear search: for the usual
/// dozen keys this beats hashing, and iteration order never depends on a hash seed.
///
/// - Complexity: look-up is O(*n*) in the number of members.
public struct JSONObject: Sendable {
  /// One member.
  public typealias Element = (key: String, value: JSON)

  /// A member as it is kept. Not the tuple: those are copied and destroyed by a generic loop over their parts.
  @frozen @usableFromInline struct Member: Sendable {
    /// A settled text, so that keys are compared by their words.
    @usableFromInline let key: String
    @usableFromInline var value: JSON

    @inlinable init(_ key: String, _ value: JSON) {
      self.key = key.settled
      self.value = value
    }
  }

  @usableFromInline var members: [Member]

  @inlinable public init() {
    members = []
  }

  /// Makes an object of members whose keys are known to differ.
  @inlinable public init(uniqueKeysWithValues members: [Element]) {
    self.members = members.map { Member($0.key, $0.value) }
  }

  /// Makes an object of members whose keys are known to differ.
  @inlinable init(members: [Member]) {
    self.members = members
  }

  @inlinable public init(minimumCapacity: Int) {
    members = []
    members.reserveCapacity(minimumCapacity)
  }

  /// The value of `key`. Setting `nil` removes the member; a new member goes to the end.
  @inlinable public subscript(key: String) -> JSON? {
    get {
      guard let position = position(of: key) else { return nil }
      return members[position].value
    }
    set {
      if let position = position(of: key) {
        if let newValue { members[position].value = newValue } else { members.remove(at: position) }
      } else if let newValue {
        // Who sets one member most often sets a few: to grow from one to two to four costs as much as they do.
        if members.isEmpty { members.reserveCapacity(4) }
        members.append(Member(key, newValue))
      }
    }
  }

  /// Appends a member whose key is known to be new.
  @inlinable public mutating func append(_ key: consuming String, _ value: consuming JSON) {
    members.append(Member(key, value))
  }

  /// Removes and returns the value of `key`.
  @inlinable @discardableResult public mutating func removeValue(_ key: String) -> JSON? {
    guard let position = position(of: key) else { return nil }
    return members.remove(at: position).value
  }

  /// Takes the value of `key` out, leaving `null` in its place, so that it can be changed without being copied.
  @inlinable mutating func take(at position: Int) -> JSON {
    var value = JSON.null
    swap(&members[position].value, &value)
    return value
  }

  /// Takes the object at `position` out, as ``take(at:)`` does; empty when another value stands there.
  @inlinable mutating func takeObject(at position: Int) -> JSONObject {
    if case .object(let object) = take(at: position) { object } else { JSONObject() }
  }

  @inlinable public var keys: [String] { members.map(\.key) }

  /// Whether the members stand in the byte order of their keys.
  var isSortedByKey: Bool {
    members.withUnsafeBufferPointer { members in
      members.indices.dropFirst().allSatisfy {
        StringWords(members[$0 - 1].key).precedes(StringWords(members[$0].key))
      }
    }
  }

  /// The same members in the byte order of their keys.
  public func sortedByKey() -> JSONObject {
    var sorted = self
    sorted.sortByKey()
    return sorted
  }

  /// Puts the members in the byte order of their keys, without a copy if nobody else has them.
  mutating func sortByKey() {
    if members.count < 2 { return }
    if members.count > 32 {
      if !isSortedByKey { members.sort { StringWords($0.key).precedes(StringWords($1.key)) } }
    } else {
      members.withUnsafeMutableBufferPointer { members in
        if let first = members.baseAddress { Self.sort(first, count: members.count) }
      }
    }
  }

  /// Sorts by insertion. Members are moved, so that no references are counted.
  private static func sort(_ members: UnsafeMutablePointer<Member>, count: Int) {
    for end in 1..<count {
      let key = StringWords(members[end].key)
      var position = end
      while position > 0, key.precedes(StringWords(members[position - 1].key)) { position -= 1 }
      if position == end { continue }
      let member = (members + end).move()
      (members + position + 1).moveInitialize(from: members + position, count: end - position)
      (members + position).initialize(to: member)
    }
  }
}

extension JSONObject: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { members.count }
  @inlinable public subscript(position: Int) -> Element {
    (members[position].key, members[position].value)
  }

  /// Replaces the value at `position`, keeping its key.
  @inlinable public mutating func setValue(_ value: consuming JSON, at position: Int) {
    members[position].value = value
  }
}

extension JSONObject: Hashable {
  /// Equality of the members, whatever their order.
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.members.count == right.members.count else { return false }
    if left.isIdentical(to: right) { return true }
    if left.members.count > 64, !left.hasKeys(of: right) {
      return left.sortedByKey().elementsEqual(right.sortedByKey(), by: ==)
    }
    for position in left.members.indices {
      guard let place = right.position(of: left.members[position].key, near: position),
        left.members[position].value == right.members[place].value
      else { return false }
    }
    return true
  }

  public func hash(into hasher: inout Hasher) {
    var combined = 0
    for member in members {
      var one = Hasher()
      one.combine(member.key)
      one.combine(member.value)
      combined ^= one.finalize()
    }
    hasher.combine(combined)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self.init(literal: elements)
  }

  /// Makes an object of the members of a literal, whose tuples have no labels: to convert the array would cast every
  /// element at run time.
  init(literal elements: [(String, JSON)]) {
    self.init(minimumCapacity: elements.count)
    for (key, value) in elements { append(key, value) }
  }
}
