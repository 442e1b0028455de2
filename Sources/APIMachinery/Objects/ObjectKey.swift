/// What names an object within its resource: a namespace (empty for a cluster-scoped object) and a name.
public struct ObjectKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var namespace: String
  public var name: String

  @inlinable public init(namespace: String = "", name: String) {
    self.namespace = namespace
    self.name = name
  }

  /// Kubernetes tells names apart by their bytes, `String` by the characters that they stand for.
  public static func == (left: ObjectKey, right: ObjectKey) -> Bool {
    left.name.hasBytes(of: right.name) && left.namespace.hasBytes(of: right.namespace)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(mixed) }

  /// What dictionaries ask: the mixed words need no ``Swift/Hasher``, which costs more than they do.
  public func _rawHashValue(seed: Int) -> Int { TextHash.mix(mixed, seed: seed) }

  private var mixed: UInt64 { name.textHash(from: namespace.textHash) }

  /// Byte order of the namespace, then of the name.
  public static func < (left: ObjectKey, right: ObjectKey) -> Bool {
    if left.namespace.hasBytes(of: right.namespace) { return left.name.bytewisePrecedes(right.name) }
    return left.namespace.bytewisePrecedes(right.namespace)
  }

  /// `namespace/name`, or the name alone.
  public var description: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }
}
