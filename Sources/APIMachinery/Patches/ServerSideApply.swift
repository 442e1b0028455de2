/// One server-side apply: what an object becomes, and who owns what afterwards.
///
/// Kubernetes: structured-merge-diff `Updater.Apply`.
public struct ServerSideApply: Sendable {
  public enum Failure: Error, Sendable, Hashable {
    case conflicts([ApplyConflict])
    case malformed(StructuredMergeError)
  }

  /// Who applies.
  public var manager: ManagedFields.Entry
  /// Whether fields are taken over from other managers.
  public var isForced: Bool
  /// The type of the object.
  public var type: ObjectNode
  /// The top-level members that the request may not set, such as `status`.
  public var ignoredMembers: [String]

  public init(
    manager: ManagedFields.Entry, isForced: Bool, type: ObjectNode, ignoredMembers: [String] = []
  ) {
    self.manager = manager
    self.isForced = isForced
    self.type = type
    self.ignoredMembers = ignoredMembers
  }

  /// Applies `configuration` to `live`; an empty `live` stands for an object that does not exist.
  ///
  /// - Parameter complete: Fills in defaults. What differs from `live` by a default alone is no change, and so no
  ///   conflict: the live object has its defaults.
  /// - Returns: the object without `metadata.managedFields`, and the managers.
  public func apply(
    _ configuration: JSONObject, to live: JSONObject, managed before: ManagedFields,
    complete: (JSONObject) -> JSONObject = { $0 }
  ) throws(Failure) -> (object: JSONObject, managed: ManagedFields) {
    var configuration = configuration
    for member in ignoredMembers { configuration.removeValue(member) }
    let applied = FieldSet(of: configuration, type: type, form: .applied)
    let merged: JSONObject
    do throws(StructuredMergeError) {
      merged = try StructuredMerge.merge(configuration, over: live, type: type)
    } catch {
      throw .malformed(error)
    }
    var managed = before
    let diff = FieldDiff(from: live, to: complete(merged), type: type)
    let conflicts = managed.conflicts(changing: diff.changed, by: manager)
    if !conflicts.isEmpty {
      guard isForced else { throw .conflicts(conflicts) }
      managed.release(diff.changed, except: manager)
    }
    let kept = managed.owned(except: manager).union(applied)
    let pruned = StructuredMerge.prune(merged, last: before.applied(by: manager), kept: kept, type: type)
    managed.recordApply(applied, by: manager)
    return (pruned, managed)
  }
}
