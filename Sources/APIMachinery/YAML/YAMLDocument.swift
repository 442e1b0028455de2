/// One document of a YAML stream.
public struct YAMLDocument: Sendable {
  /// The document as a tree.
  public var value: JSON
  /// The name of the file, if one was given.
  public var file: String?
  /// Where the document starts.
  public var start: Position
  /// The keys that stand twice in a mapping, at most a hundred, in the order of their last places.
  public var duplicates: [Duplicate]
  private var marks: Mark

  /// A key that stands more than once in a mapping; its last value counts.
  public struct Duplicate: Sendable, Hashable {
    /// As Kubernetes writes it: `spec.containers[0].image`.
    public var path: String
    /// Where the key stood before.
    public var first: Position
    /// Where the key stands whose value counts. In a JSON text both are the start of the text.
    public var last: Position
  }

  /// A place in a file, counted from 1.
  public struct Position: Sendable, Hashable {
    public var line: Int
    public var column: Int
  }

  /// Where a value (its key, in a mapping) stands, and the same for the values in it, in their order.
  struct Mark: Sendable {
    var line: Int32
    var column: Int32
    var children: [Mark] = []

    var position: Position { Position(line: Int(line), column: Int(column)) }
  }

  init(value: JSON, file: String?, start: Position, marks: Mark, duplicates: [Duplicate] = []) {
    self.value = value
    self.file = file
    self.start = start
    self.marks = marks
    self.duplicates = duplicates
  }

  /// Where the field at `path` stands, so that an error of a later validation can name the line.
  ///
  /// For a field that is not there it is the place of the nearest one around it.
  ///
  /// - Parameter path: As Kubernetes writes it: `spec.containers[0].env[1].name`, `metadata.labels[a.b/c]`.
  public func position(of path: String) -> Position {
    var (value, mark) = (value, marks)
    var rest = path[...]
    while !rest.isEmpty, let (index, length) = Self.step(into: value, rest), index < mark.children.count {
      mark = mark.children[index]
      switch value {
      case .object(let object): value = object[index].value
      case .array(let array): value = array[index]
      default: break
      }
      rest = rest.dropFirst(length)
      if rest.first == "." { rest = rest.dropFirst() }
    }
    return mark.position
  }

  /// The child that `path` names first, and how many characters name it.
  private static func step(into value: JSON, _ path: Substring) -> (index: Int, length: Int)? {
    let inBrackets = path.first == "[" ? path.dropFirst().prefix { $0 != "]" } : nil
    switch value {
    case .array(let array):
      guard let inBrackets, let index = Int(inBrackets), array.indices.contains(index) else { return nil }
      return (index, inBrackets.count + 2)
    case .object(let object):
      if let inBrackets {
        return object.position(of: String(inBrackets)).map { ($0, inBrackets.count + 2) }
      }
      var found: (index: Int, length: Int)?
      for (index, member) in object.enumerated() where path.hasPrefix(member.key) {
        let length = member.key.count
        let next = path.dropFirst(length).first
        guard next == nil || next == "." || next == "[", length > found?.length ?? 0 else { continue }
        found = (index, length)
      }
      return found
    default: return nil
    }
  }
}
