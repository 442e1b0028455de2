public import APIMachinery

/// How several processes share the keys of controllers.
///
/// Each process keeps a Lease of its own; one more Lease, the ring, says which processes there are, with a number that
/// grows with every change. Each key belongs to one process of the ring, by consistent hashing, so that a process that
/// comes or goes moves its share of the keys and no others.
///
/// A key is never looked at by two processes: one that loses keys finishes what it is at and then says so in its Lease;
/// one that gains keys begins when all others have. A process that cannot renew its Lease ends before the others take
/// its keys over, as with leader election.
public struct Sharding: Sendable, Hashable {
  /// The Lease of the ring. Those of the processes bear its name and theirs.
  public var lease: ObjectKey
  /// Who this process is; unique among those of the ring.
  public var identity: String
  public var times: LeaseTimes

  public init(lease: ObjectKey, identity: String, times: LeaseTimes = LeaseTimes()) {
    self.lease = lease
    self.identity = identity
    self.times = times
  }
}

/// What is kept together when keys are shared out.
public struct ShardUnit: Sendable {
  let text: @Sendable (ObjectKey) -> String

  /// Each object for itself.
  public static let object = ShardUnit { "\($0.namespace)/\($0.name)" }

  /// All objects of a namespace: where a look at one reads or writes the others.
  public static let namespace = ShardUnit { $0.namespace.isEmpty ? "/\($0.name)" : $0.namespace }

  /// Keys with equal texts.
  public init(_ text: @escaping @Sendable (ObjectKey) -> String) {
    self.text = text
  }
}

/// This process is not of the ring any more: others may work on its keys, so it must not.
public struct ShardLost: Error, Hashable, Sendable, CustomStringConvertible {
  public let identity: String
  public let lease: ObjectKey

  public var description: String { "\(identity) lost its place in the ring \(lease)" }
}

extension Controller {
  /// Shares the keys of the controller among the processes of ``ManagerOptions/sharding``, which all work at the same
  /// time. Without sharding it runs as any other.
  ///
  /// All processes watch all objects: what is shared is the work, not the memory.
  public consuming func sharded(by unit: ShardUnit = .object) -> Controller {
    with { $0.shardUnit = unit }
  }
}
