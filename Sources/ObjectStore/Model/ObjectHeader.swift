/// What stands beside an object's bytes, so that selecting objects needs no parsing.
public struct ObjectHeader: Sendable {
  /// The labels, in the order of their keys.
  public var labels: [(key: String, value: String)]
  /// The values of the fields that field selectors ask for, such as `spec.nodeName`.
  ///
  /// A handful at most, so a search from the front beats a dictionary.
  public var indexed: [(field: String, value: String)]

  public init(labels: [(key: String, value: String)] = [], indexed: [(field: String, value: String)] = []) {
    self.labels = labels
    self.indexed = indexed
  }

  /// The value of the label `key`, if the object carries it.
  public func label(_ key: String) -> String? {
    labels.first { $0.key == key }?.value
  }

  /// The value of an indexed field, if the object has it.
  public func field(_ name: String) -> String? {
    indexed.first { $0.field == name }?.value
  }
}

extension ObjectHeader: Equatable {
  public static func == (left: Self, right: Self) -> Bool {
    left.labels.elementsEqual(right.labels) { $0.key == $1.key && $0.value == $1.value }
      && left.indexed.elementsEqual(right.indexed) { $0.field == $1.field && $0.value == $1.value }
  }
}
