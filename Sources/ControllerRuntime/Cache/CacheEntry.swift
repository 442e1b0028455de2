import APIMachinery

/// One object in an informer's store. Confined to the informer's lock.
final class CacheEntry {
  let key: ObjectKey
  /// What the watch said last: the `old` of the next change.
  var observed: DynamicObject?
  var observedRevision = ResourceRevision.unknown
  /// What this process wrote and the watch has not brought yet.
  var ownWrite: OwnWrite?
  /// Where the entry stands among those with an own write.
  var ownWritePosition = 0
  /// The values under which the visible object stands in each index.
  var indexValues: [[String]] = []
  /// What readers see: the own write if there is one, else what the watch said.
  var visible: DynamicObject?

  init(key: ObjectKey) {
    self.key = key
  }

  /// What readers should see now.
  var current: DynamicObject? {
    switch ownWrite {
    case .written(let object, _): object
    case .deleted: nil
    case nil: observed
    }
  }
}

/// A write of this process that is newer than what its watch has brought.
enum OwnWrite {
  case written(DynamicObject, ResourceRevision)
  /// What was deleted, as readers saw it last.
  case deleted(DynamicObject, ResourceRevision)

  var revision: ResourceRevision {
    switch self {
    case .written(_, let revision), .deleted(_, let revision): revision
    }
  }

  var object: DynamicObject {
    switch self {
    case .written(let object, _), .deleted(let object, _): object
    }
  }
}

/// A named way to find objects.
struct Indexer: Sendable {
  let name: String
  /// The part of an object that the values are made of; all of it when `nil`.
  var input: (@Sendable (JSONObject) -> JSON?)?
  let values: @Sendable (DynamicObject) -> [String]

  /// Whether the values are known to be the same before and after a change.
  func isSame(_ old: DynamicObject?, _ new: DynamicObject) -> Bool {
    guard let input, let old else { return false }
    return input(old.fields) == input(new.fields)
  }
}
