import APICore
import APIMachinery
import ControllerRuntime
import ObjectStore

/// All that was seen of a run without faults: what the detectors judge by.
struct Evidence: Sendable {
  /// One version of one object.
  struct Version: Sendable {
    let event: History.Event
    let tree: JSONObject
    /// The reconcile that wrote it; `nil` when a test or a user did.
    let writer: Writer?

    var uid: String { tree["metadata"]?["uid"]?.stringValue ?? "" }
    var object: String { "\(event.key.resource) \(Self.key(of: event))" }
    var objectKey: ObjectKey { Self.key(of: event) }

    private static func key(of event: History.Event) -> ObjectKey {
      ObjectKey(namespace: event.key.namespace, name: event.key.name)
    }
  }

  /// A write of a reconcile.
  struct Writer: Sendable {
    let controller: String
    let key: ObjectKey
    let write: ReconcileRecord.Write
  }

  /// The controllers under test by their names.
  let controllers: [String: Controller]
  /// All versions of all objects, oldest first, without events and leases.
  let versions: [Version]
  let findings: [Finding]
  /// When the controllers were started for a second look at the same cluster; `nil` when they were not.
  let secondLook: UInt64?
  /// The kinds that are served, by the names of their resources.
  let kinds: [String: ServedResource]

  init(
    controllers: [Controller], history: [History.Event], records: [ReconcileRecord], findings: [Finding],
    secondLook: UInt64?, kinds: [ServedResource], tree: (StoredObject) -> JSONObject
  ) {
    self.controllers = Dictionary(controllers.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.findings = findings
    self.secondLook = secondLook
    self.kinds = Dictionary(kinds.map { ($0.storeName, $0) }, uniquingKeysWith: { first, _ in first })
    let writers = Self.writers(records)
    versions = history.compactMap { event in
      guard !CapturedState.ignoredResources.contains(event.key.resource), let object = event.object
      else { return nil }
      return Version(event: event, tree: tree(object), writer: writers[String(event.revision)])
    }
  }

  private static func writers(_ records: [ReconcileRecord]) -> [String: Writer] {
    var writers: [String: Writer] = [:]
    for record in records {
      for write in record.writes where write.error == nil && !write.isNoOp && !write.resourceVersion.isEmpty {
        if writers[write.resourceVersion] == nil {
          writers[write.resourceVersion] = Writer(
            controller: record.controller, key: record.key, write: write)
        }
      }
    }
    return writers
  }

  /// The versions that a controller under test wrote.
  func isUnderTest(_ version: Version) -> Bool {
    version.writer.map { controllers[$0.controller] != nil } ?? false
  }

  /// The objects that exist at the end.
  var survivors: [Version] {
    var last: [StoreKey: Version] = [:]
    for version in versions { last[version.event.key] = version }
    return last.values.filter { $0.event.kind != .deleted }.sorted { $0.event.revision < $1.event.revision }
  }
}
