// Generated from Sources/KubernetesAPI/Schemas/CoordinationV1+Lease.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A claim that is held as long as it is renewed: for leader election and heartbeats of nodes.
///
/// Kubernetes: `coordination.k8s.io/v1 Lease`.
public struct Lease: Resource {
  public static let definition = ResourceDefinition(
    group: "coordination.k8s.io", version: "v1", kind: "Lease", plural: "leases")

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Who holds the lease, and until when.
  public var spec: LeaseSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}

/// Who holds a lease, and until when.
///
/// Kubernetes: `coordination.k8s.io/v1 LeaseSpec`.
public struct LeaseSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the present holder got the lease.
  public var acquireTime: MicroTime? {
    get { fields[optional: "acquireTime"] }
    set { fields[optional: "acquireTime"] = newValue }
  }

  /// The holder.
  public var holderIdentity: String? {
    get { fields[optional: "holderIdentity"] }
    set { fields[optional: "holderIdentity"] = newValue }
  }

  /// How long after renewTime others must wait before they take the lease.
  public var leaseDurationSeconds: Int? {
    get { fields[optional: "leaseDurationSeconds"] }
    set { fields[optional: "leaseDurationSeconds"] = newValue }
  }

  /// How often the lease went from one holder to another.
  public var leaseTransitions: Int? {
    get { fields[optional: "leaseTransitions"] }
    set { fields[optional: "leaseTransitions"] = newValue }
  }

  /// A better holder, for whom the present one should step back.
  public var preferredHolder: String? {
    get { fields[optional: "preferredHolder"] }
    set { fields[optional: "preferredHolder"] = newValue }
  }

  /// When the holder last renewed the lease.
  public var renewTime: MicroTime? {
    get { fields[optional: "renewTime"] }
    set { fields[optional: "renewTime"] = newValue }
  }

  /// How the holder is chosen in a coordinated election.
  public var strategy: String? {
    get { fields[optional: "strategy"] }
    set { fields[optional: "strategy"] = newValue }
  }
}
