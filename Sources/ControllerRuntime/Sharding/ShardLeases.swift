import APIMachinery
import KubernetesClient

/// The Leases of a ring and of its members, as objects.
struct ShardLeases: Sendable {
  static let resource = GroupVersionResource(
    group: "coordination.k8s.io", version: "v1", resource: "leases")
  static let ringLabel = "sharding.swiftlet.dev/ring"
  static let epochAnnotation = "sharding.swiftlet.dev/epoch"
  static let membersAnnotation = "sharding.swiftlet.dev/members"

  let sharding: Sharding

  /// The Lease of this process.
  var memberKey: ObjectKey {
    let safe = sharding.identity.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return ObjectKey(
      namespace: sharding.lease.namespace, name: "\(sharding.lease.name)-\(String(safe.prefix(180)))")
  }

  func member(at now: Timestamp, acknowledged: Int) -> DynamicObject {
    DynamicObject {
      $0.apiVersion = "coordination.k8s.io/v1"
      $0.kind = "Lease"
      $0.metadata.namespace = memberKey.namespace
      $0.metadata.name = memberKey.name
      $0.metadata.labels = [Self.ringLabel: sharding.lease.name]
      $0.metadata.annotations = [Self.epochAnnotation: String(acknowledged)]
      $0.fields["spec"] = [
        "holderIdentity": .string(sharding.identity),
        "leaseDurationSeconds": .int(sharding.times.duration.components.seconds),
        "acquireTime": MicroTime(now).json, "renewTime": MicroTime(now).json,
      ]
    }
  }

  func renewal(at now: Timestamp, acknowledged: Int) -> Patch {
    .merge([
      "metadata": ["annotations": .object([Self.epochAnnotation: .string(String(acknowledged))])],
      "spec": ["renewTime": MicroTime(now).json],
    ])
  }

  /// Writes `ring` into a Lease.
  func write(_ ring: ShardRing, to lease: inout DynamicObject, at now: Timestamp) {
    lease.apiVersion = "coordination.k8s.io/v1"
    lease.kind = "Lease"
    lease.metadata.namespace = sharding.lease.namespace
    lease.metadata.name = sharding.lease.name
    lease.metadata.annotations[Self.epochAnnotation] = String(ring.epoch)
    lease.metadata.annotations[Self.membersAnnotation] =
      JSON.array(ring.members.map { .string($0) }).description
    lease.fields["spec"] = [
      "holderIdentity": .string(sharding.identity), "leaseTransitions": .int(Int64(ring.epoch)),
      "renewTime": MicroTime(now).json,
    ]
  }

  static func ring(_ lease: DynamicObject) -> ShardRing {
    let annotations = lease.metadata.annotations
    let members = (annotations[membersAnnotation]).flatMap { try? JSON.parse(Array($0.utf8)) }
    return ShardRing(
      epoch: annotations[epochAnnotation].flatMap { Int($0) } ?? 0,
      members: (members?.arrayValue ?? []).compactMap(\.stringValue))
  }
}

/// A process of a ring, as its Lease shows it.
struct ShardPeer: Sendable {
  let identity: String
  let key: ObjectKey
  let resourceVersion: String
  let leaseDuration: Duration
  /// The newest ring by which it has given up what is not its own.
  let acknowledged: Int

  init?(_ lease: DynamicObject, ring: String) {
    guard lease.metadata.labels[ShardLeases.ringLabel] == ring,
      let identity = lease.fields["spec"]?["holderIdentity"]?.stringValue, !identity.isEmpty
    else { return nil }
    self.identity = identity
    key = lease.key
    resourceVersion = lease.resourceVersion
    leaseDuration = .seconds(lease.fields["spec"]?["leaseDurationSeconds"]?.intValue ?? 15)
    acknowledged = lease.metadata.annotations[ShardLeases.epochAnnotation].flatMap { Int($0) } ?? 0
  }
}
