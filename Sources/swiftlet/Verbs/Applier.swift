import APIMachinery
import EKSAPI
import KubernetesAPI
import KubernetesClient

/// An object of a manifest with the place in the API where it belongs.
struct ObjectTarget {
  let resource: ResourceDefinition
  let key: ObjectKey
  var object: DynamicObject

  /// - Throws: ``CommandError`` when the kind is not served or the object has no name.
  init(_ item: ManifestReader.Item, _ session: Session, allowsGeneratedName: Bool = false) async throws {
    let version = GroupVersion(apiVersion: item.object.apiVersion)
    let kind = GroupVersionKind(
      group: version?.group ?? "", version: version?.version ?? "", kind: item.object.kind)
    do {
      resource = try await session.mapper().resource(for: kind)
    } catch let error as CommandError {
      throw CommandError("resource mapping not found for \"\(item.origin)\": \(error)")
    }
    object = item.object
    if resource.isNamespaced {
      if let own = object.metadata.namespace, session.isNamespaceExplicit, own != session.namespace {
        throw CommandError(
          """
          the namespace from the provided object "\(own)" does not match the namespace "\(session.namespace)". You must \
          pass '--namespace=\(own)' to perform this operation.
          """)
      }
      if object.metadata.namespace == nil { object.metadata.namespace = session.namespace }
    }
    key = object.key
    if key.name.isEmpty, !(allowsGeneratedName && object.metadata.generateName != nil) {
      throw CommandError("error when retrieving current configuration of \(item.origin): resource name may not be empty")
    }
  }
}

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
    let object = try await session.client.patch(
      target.resource.groupVersionResource, target.key, subresource: nil, patch: .apply(target.object.json),
      options: options)
    return (object, .appliedOnServer)
  }

  /// Creates the object, or brings the present one to what is wanted; a change by another in between is tried again.
  func apply(_ target: ObjectTarget) async throws -> (object: DynamicObject, change: Change) {
    let resource = target.resource.groupVersionResource
    let wanted = annotated(target.object)
    for attempt in 1... {
      do {
        let current = try await session.client.get(resource, target.key, subresource: nil, options: GetOptions())
        return try await update(current, to: wanted, target)
      } catch let error as StatusError where error.isNotFound && error.details?.name == target.key.name {
        do {
          let created = try await session.client.create(
            resource, target.key, subresource: nil, object: wanted, options: options)
          return (created, .created)
        } catch let error as StatusError where error.isAlreadyExists && attempt < Self.attemptLimit {
          continue
        }
      } catch let error as StatusError where error.isConflict && attempt < Self.attemptLimit {
        continue
      }
    }
    throw CommandError("unreachable")
  }

  private static let attemptLimit = 5

  private func update(
    _ current: DynamicObject, to wanted: DynamicObject, _ target: ObjectTarget
  ) async throws -> (object: DynamicObject, change: Change) {
    let original = current.metadata.annotations[Self.lastApplied].flatMap { try? JSON.parse($0) }
    var merged = DynamicObject(
      fields: ThreeWayMerge.merge(
        original: original?.objectValue, modified: wanted.fields, current: current.fields,
        schema: Self.catalog.kind(target.resource.groupVersionKind)?.schema))
    if merged.fields == current.fields { return (current, .unchanged) }
    merged.metadata.resourceVersion = current.metadata.resourceVersion
    let updated = try await session.client.update(
      target.resource.groupVersionResource, target.key, subresource: nil, object: merged, options: options)
    let isSame = updated.metadata.resourceVersion == current.metadata.resourceVersion
    return (updated, isSame ? .unchanged : .configured)
  }

  /// Kubernetes: `kubectl apply` keeps what was applied in an annotation, without that annotation.
  private func annotated(_ object: DynamicObject) -> DynamicObject {
    var plain = object
    plain.metadata.annotations[Self.lastApplied] = nil
    if plain.metadata.fields["annotations"] == nil { plain.metadata.fields["annotations"] = .object([:]) }
    let text = String(decoding: plain.json.serialized(sortedKeys: true), as: UTF8.self) + "\n"
    var result = object
    result.metadata.annotations[Self.lastApplied] = text
    return result
  }

  private static let catalog = SchemaCatalog.kubernetes.merging(.eks)
}

/// Deletes what was applied before and is not part of the files any more.
struct Pruner {
  let session: Session
  let selector: String
  let dryRun: DryRun

  func prune(keeping applied: [DynamicObject]) async throws {
    let kept = Set(applied.compactMap(\.metadata.uid))
    for resource in try await session.mapper().resources where Self.isPruned(resource) {
      let list = try await session.client.list(
        resource.groupVersionResource, namespace: resource.isNamespaced ? session.namespace : nil,
        options: ListOptions(labelSelector: selector))
      for object in list.items {
        let metadata = object.metadata
        guard metadata.annotations[Applier.lastApplied] != nil, !kept.contains(metadata.uid ?? "") else { continue }
        if dryRun == .none {
          _ = try await session.client.delete(resource.groupVersionResource, object.key, options: DeleteOptions())
        }
        let group = resource.group.isEmpty ? "" : ".\(resource.group)"
        Terminal.writeLine("\(resource.singular)\(group)/\(object.key.name) pruned")
      }
    }
  }

  /// Kubernetes: `kubectl apply --prune` looks at a fixed list of kinds; here at all that people apply.
  private static func isPruned(_ resource: ResourceDefinition) -> Bool {
    resource.verbs.contains("delete") && resource.verbs.contains("list")
      && !["events", "nodes", "endpointslices", "leases", "instances", "networkinterfaces"].contains(resource.plural)
  }
}
