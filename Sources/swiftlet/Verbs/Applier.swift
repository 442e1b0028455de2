import APIMachinery
import EKSAPI
import KubernetesAPI
import KubernetesClient
import RemoteClient

/// Applies one object, by kubectl's three-way merge or on the server.
struct Applier {
  let session: Session
  let options: WriteOptions

  enum Change: String {
    case created, configured, unchanged
    case appliedOnServer = "serverside-applied"
  }

  static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

  func applyOnServer(_ target: ObjectTarget) async throws -> (object: DynamicObject, change: Change) {
    do {
      let object = try await session.client.patch(
        target.resource.groupVersionResource, target.key, subresource: nil, patch: .apply(target.object.json),
        options: options)
      return (object, .appliedOnServer)
    } catch {
      throw error.isConflict ? Self.explained(error) : error.when("applying", target.file)
    }
  }

  private static func explained(_ conflict: StatusError) -> any Error {
    CommandError(
      """
      \(conflict.message)
      Other managers own these fields. Leave them out of the file, or set them to the values that they have, or take \
      them over with --force-conflicts.
      """)
  }

  /// Creates the object, or brings the present one to what is wanted; a change by another in between is tried again.
  func apply(_ target: ObjectTarget) async throws -> (object: DynamicObject, change: Change) {
    try await apply(target, Self.annotated(target.object))
  }

  /// The object as ``apply(_:)`` leaves it.
  ///
  /// - Parameter isNoted: Whether the annotation is brought up to date too.
  ///
  /// Kubernetes: `kubectl diff` leaves the annotation out.
  func applied(_ target: ObjectTarget, isNoted: Bool) async throws -> DynamicObject {
    try await apply(target, isNoted ? Self.annotated(target.object) : Self.plain(target.object)).object
  }

  /// The object as it was applied: without the annotation, and with a place for others.
  private static func plain(_ object: DynamicObject) -> DynamicObject {
    var plain = object
    plain.metadata.annotations[lastApplied] = nil
    if plain.metadata.fields["annotations"] == nil { plain.metadata.fields["annotations"] = .object([:]) }
    return plain
  }

  private func apply(
    _ target: ObjectTarget, _ wanted: DynamicObject
  ) async throws -> (object: DynamicObject, change: Change) {
    var attempt = 1
    while true {
      do {
        return try await applyOnce(wanted, target)
      } catch let error as StatusError {
        guard error.isConflict || error.isAlreadyExists, attempt < Self.attemptLimit else { throw error }
      }
      attempt += 1
    }
  }

  private func applyOnce(
    _ wanted: DynamicObject, _ target: ObjectTarget
  ) async throws -> (object: DynamicObject, change: Change) {
    let resource = target.resource.groupVersionResource
    if let current = try await session.find(target) { return try await update(current, to: wanted, target) }
    do {
      let created = try await session.client.create(
        resource, target.key, subresource: nil, object: wanted, options: options)
      return (created, .created)
    } catch {
      throw error.when("creating", target.file)
    }
  }

  private static let attemptLimit = 5

  /// What ``apply(_:)`` would do, without asking the server to do it.
  func preview(_ target: ObjectTarget) async throws -> (object: DynamicObject, change: Change) {
    let wanted = Self.annotated(target.object)
    guard let current = try await session.find(target) else { return (target.object, .created) }
    let merged = merge(current, wanted, target)
    return (merged, merged.fields == current.fields ? .unchanged : .configured)
  }

  private func merge(_ current: DynamicObject, _ wanted: DynamicObject, _ target: ObjectTarget)
    -> DynamicObject
  {
    let original = current.metadata.annotations[Self.lastApplied].flatMap { try? JSON.parse($0) }
    return DynamicObject(
      fields: ThreeWayMerge.merge(
        original: original?.objectValue, modified: wanted.fields, current: current.fields,
        schema: Self.catalog.kind(target.resource.groupVersionKind)?.schema))
  }

  private func update(
    _ current: DynamicObject, to wanted: DynamicObject, _ target: ObjectTarget
  ) async throws -> (object: DynamicObject, change: Change) {
    if current.metadata.annotations[Self.lastApplied] == nil, !options.isDryRun {
      Terminal.writeError(
        "Warning: \(ObjectPrinter.name(of: current)) was not made by apply: from now on its annotation"
          + " \(Self.lastApplied) says what was applied.")
    }
    var merged = merge(current, wanted, target)
    if merged.fields == current.fields { return (current, .unchanged) }
    merged.metadata.resourceVersion = current.metadata.resourceVersion
    do {
      let updated = try await session.client.update(
        target.resource.groupVersionResource, target.key, subresource: nil, object: merged, options: options)
      let isSame = updated.metadata.resourceVersion == current.metadata.resourceVersion
      return (updated, isSame ? .unchanged : .configured)
    } catch {
      throw error.when("applying", target.file)
    }
  }

  /// Kubernetes: `kubectl apply` keeps what was applied in an annotation, without that annotation.
  static func annotated(_ object: DynamicObject) -> DynamicObject {
    let text = String(decoding: plain(object).json.serialized(sortedKeys: true), as: UTF8.self) + "\n"
    var result = object
    result.metadata.annotations[Self.lastApplied] = text
    return result
  }

  private static let catalog = SchemaCatalog.kubernetes.merging(.eks)
}
