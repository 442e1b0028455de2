import APIMachinery
import ControllerRuntime
import KubernetesAPI

/// What the scheduler knows of storage: claims, volumes, classes, and how many volumes each node can take.
struct VolumeCatalog: Sendable {
  private var claims: [ObjectKey: PersistentVolumeClaim] = [:]
  private var volumes: [String: PersistentVolume] = [:]
  private var classes: [String: StorageClass] = [:]
  /// The limits of each node by driver.
  private var limits: [String: [String: Int]] = [:]

  init() {}

  mutating func apply(_ change: Change<PersistentVolumeClaim>) {
    claims[change.object.key] = change.type == .deleted ? nil : change.object
  }

  mutating func apply(_ change: Change<PersistentVolume>) {
    volumes[change.object.key.name] = change.type == .deleted ? nil : change.object
  }

  mutating func apply(_ change: Change<StorageClass>) {
    classes[change.object.key.name] = change.type == .deleted ? nil : change.object
  }

  mutating func apply(_ change: Change<CSINode>) {
    var counts: [String: Int] = [:]
    for driver in change.object.spec.drivers {
      if let count = driver.allocatable?.count { counts[driver.name] = count }
    }
    limits[change.object.key.name] = change.type == .deleted ? nil : counts
  }

  func claim(_ key: ObjectKey) -> PersistentVolumeClaim? { claims[key] }

  func volume(of claim: PersistentVolumeClaim) -> PersistentVolume? {
    claim.spec.volumeName.flatMap { volumes[$0] }
  }

  func storageClass(of claim: PersistentVolumeClaim) -> StorageClass? { classes[claim.className] }

  func limit(of driver: String, onNode node: String) -> Int? { limits[node]?[driver] }

  /// The free volume for a claim on a node; `nil` when there is none.
  func match(for claim: PersistentVolumeClaim, on node: NodeInfo, without taken: Set<String>)
    -> PersistentVolume?
  {
    let free = volumes.values.filter { !taken.contains($0.key.name) }
      .sorted { $0.key.name < $1.key.name }
    return PersistentVolume.bestMatch(for: claim, among: free) {
      $0.isReachable(fromNodeNamed: node.name, labels: node.labels)
    }
  }

  /// The volume, or the claim that will get one, and its driver.
  func attachment(of key: ObjectKey) -> (identity: String, driver: String)? {
    guard let claim = claims[key] else { return nil }
    if let volume = volume(of: claim) { return volume.driver.map { (volume.key.name, $0) } }
    return storageClass(of: claim).flatMap { $0.isProvisioned ? ("\(key)", $0.driver) : nil }
  }
}
