import APIMachinery
import KubernetesAPI

/// A Deployment beside its ReplicaSets: the one that is made from its present template, and the others.
struct Rollout {
  var deployment: Deployment
  /// The ReplicaSet of the present template, if there is one yet.
  var new: ReplicaSet?
  /// All others, oldest first.
  var old: [ReplicaSet]

  init(_ deployment: Deployment, replicaSets: [ReplicaSet]) {
    self.deployment = deployment
    let sorted = replicaSets.sorted(by: ReplicaSet.isOlder)
    new = sorted.first { $0.isMade(from: deployment.spec.template) }
    let name = new?.metadata.name
    old = sorted.filter { $0.metadata.name != name }
  }

  var all: [ReplicaSet] { old + (new.map { [$0] } ?? []) }

  /// The pods that all ReplicaSets ask for.
  var total: Int { all.reduce(0) { $0 + $1.replicas } }

  /// The number that the newest ReplicaSet has, or will get.
  var nextRevision: Int { (old.map(Revision.number(of:)).max() ?? 0) + 1 }

  /// The size that the new ReplicaSet shall have now.
  var newSize: Int {
    if deployment.isRecreate { return deployment.replicas }
    return deployment.budget.newSize(current: new?.replicas ?? 0, total: total)
  }

  /// What the next step of a roll-out by RollingUpdate does to the new ReplicaSet; `nil` when it has its size.
  var nextNewSize: Int? {
    guard let new, new.replicas != deployment.replicas else { return nil }
    let size = new.replicas > deployment.replicas ? deployment.replicas : newSize
    return size == new.replicas ? nil : size
  }

  /// The old ReplicaSets that shrink now, each with its new size.
  var nextOldSizes: [(ReplicaSet, Int)] {
    if old.isEmpty { return [] }
    let newSize = new?.size ?? .init(replicas: 0, available: 0)
    let sizes = deployment.budget.oldSizes(old.map(\.size), new: newSize)
    return zip(old, sizes).filter { $0.replicas != $1 }
  }

  /// True when a ReplicaSet with pods was sized for another size of the Deployment.
  var isScaling: Bool {
    all.contains { replicaSet in
      guard replicaSet.replicas > 0 else { return false }
      guard let text = replicaSet.metadata.annotations[Revision.desiredReplicas] else { return false }
      return Int(text) != deployment.replicas
    }
  }

  /// The new sizes after the Deployment's size changed: all ReplicaSets of an unfinished roll-out change in
  /// proportion.
  ///
  /// Kubernetes: `deployment/sync.go`, `scale`.
  var scaledSizes: [(ReplicaSet, Int)] {
    if let only = activeOrLatest {
      return only.replicas == deployment.replicas ? [] : [(only, deployment.replicas)]
    }
    let active = all.filter { $0.replicas > 0 }
    if isSaturated {
      return old.filter { $0.replicas > 0 }.map { ($0, 0) }
    }
    if deployment.isRecreate { return [] }
    let scaling = ProportionalScaling(replicas: deployment.replicas, maxTotal: deployment.budget.maxTotal)
    let sizes = scaling.sizes(of: active.map(part))
    return sizes.compactMap { name, size in
      active.first { $0.metadata.name == name }.map { ($0, size) }
    }
  }

  private func part(_ replicaSet: ReplicaSet) -> ProportionalScaling.Part {
    let before = replicaSet.metadata.annotations[Revision.maxReplicas].flatMap { Int($0) } ?? 0
    return ProportionalScaling.Part(
      name: replicaSet.metadata.name ?? "", replicas: replicaSet.replicas,
      maxReplicasBefore: before > 0 ? before : deployment.status.replicas ?? 0,
      age: replicaSet.metadata.creationTimestamp?.nanosecondsSince1970 ?? 0)
  }

  /// The only ReplicaSet that has pods; when none has, the new one, else the youngest.
  private var activeOrLatest: ReplicaSet? {
    let active = all.filter { $0.replicas > 0 }
    switch active.count {
    case 0: return new ?? old.last
    case 1: return active[0]
    default: return nil
    }
  }

  /// True when the new ReplicaSet serves alone.
  private var isSaturated: Bool {
    guard let new else { return false }
    return new.replicas == deployment.replicas && new.availableReplicas == deployment.replicas
      && new.metadata.annotations[Revision.desiredReplicas] == "\(deployment.replicas)"
  }

  /// The old ReplicaSets that the history has no room for, oldest revision first.
  var expired: [ReplicaSet] {
    guard let limit = deployment.historyLimit else { return [] }
    let kept = old.filter { !$0.metadata.isBeingDeleted }
    let sorted = kept.sorted { left, right in
      let (leftNumber, rightNumber) = (Revision.number(of: left), Revision.number(of: right))
      return leftNumber == rightNumber ? ReplicaSet.isOlder(left, right) : leftNumber < rightNumber
    }
    return sorted.prefix(max(0, kept.count - limit)).filter { replicaSet in
      replicaSet.replicas == 0 && replicaSet.status.replicas == 0
        && replicaSet.metadata.generation ?? 0 <= replicaSet.status.observedGeneration ?? 0
    }
  }
}
