/// Where an object lives: its resource, namespace and name.
///
/// Keys are ordered bytewise by resource, then namespace, then name. That is the order in which Kubernetes
/// lists objects, and the order in which a list is cut into pages.
public struct StoreKey: Hashable, Sendable {
  /// The plural name of the resource, with its API group unless that is the core group: `pods`,
  /// `deployments.apps`.
  public var resource: String
  /// The namespace; empty for an object of the whole cluster.
  public var namespace: String
  public var name: String

  public init(resource: String, namespace: String, name: String) {
    self.resource = resource
    self.namespace = namespace
    self.name = name
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.name.isBytewiseEqual(to: right.name) && left.namespace.isBytewiseEqual(to: right.namespace)
      && left.resource.isBytewiseEqual(to: right.resource)
  }

  /// Few resources have objects of the same name: the longest of the texts tells the least.
  public func hash(into hasher: inout Hasher) { hasher.combine(Self.hash(namespace, name)) }

  /// Another one in every process, so that nobody can choose names that meet.
  static func hash(_ namespace: String, _ name: String) -> UInt64 {
    namespace.mixed(into: name.mixed(into: start))
  }

  private static let start = UInt64.random(in: .min ... .max)
}

extension StoreKey: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    let resources = left.resource.bytewiseOrder(to: right.resource)
    if resources != 0 { return resources < 0 }
    let namespaces = left.namespace.bytewiseOrder(to: right.namespace)
    return namespaces == 0 ? left.name.bytewiseOrder(to: right.name) < 0 : namespaces < 0
  }
}

extension StoreKey: CustomStringConvertible {
  public var description: String {
    namespace.isEmpty ? "\(resource)/\(name)" : "\(resource)/\(namespace)/\(name)"
  }
}
