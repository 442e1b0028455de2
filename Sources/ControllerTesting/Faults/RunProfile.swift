import APIMachinery
import KubernetesClient

/// What a process under test does in a run: where faults can be placed so that they matter.
struct RunProfile: Sendable {
  var writes: [WriteCall] = []
  var events: [SeenEvent] = []
  var reads = 0
  var cloudCalls = 0
  var nodes = 0
  var duration = Duration.zero
}

/// An event that reached the process.
struct SeenEvent: Hashable, Sendable {
  enum Kind: String, Sendable { case added, modified, deleted }

  let resource: String
  let kind: Kind
  let key: ObjectKey
  let uid: String
  let revision: UInt64
  let generation: Int64
  let isBeingDeleted: Bool
  /// Since the start of the run.
  let time: Duration

  /// - Returns: `nil` for a bookmark.
  init?(_ resource: String, _ event: WatchEvent, at time: Duration) {
    let object: DynamicObject
    switch event {
    case .added(let added): (kind, object) = (.added, added)
    case .modified(let modified): (kind, object) = (.modified, modified)
    case .deleted(let deleted): (kind, object) = (.deleted, deleted)
    case .bookmark: return nil
    }
    let metadata = object.fields.object("metadata") ?? JSONObject()
    self.resource = resource
    key = object.key
    uid = metadata.string("uid") ?? ""
    revision = UInt64(metadata.string("resourceVersion") ?? "") ?? 0
    generation = metadata["generation"]?.intValue ?? 0
    isBeingDeleted = metadata.contains("deletionTimestamp")
    self.time = time
  }
}

extension SeenEvent: CustomStringConvertible {
  var description: String {
    "\(kind.rawValue) \(resource) \(key)@\(revision)\(isBeingDeleted ? " (being deleted)" : "")"
  }
}
