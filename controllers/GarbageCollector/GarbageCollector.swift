public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import Synchronization

/// Deletes what nobody owns any more.
///
/// Its keys are UIDs, not names: an owner that was deleted and made again is another owner. Watch events keep a
/// graph of who owns whom, and each change of it names the objects to look at; so an object that changes without
/// its owners changing costs nothing.
///
/// Kubernetes: `pkg/controller/garbagecollector`.
public struct GarbageCollector: Reconciler {
  private struct State: Sendable {
    var graph = OwnerGraph()
    var absent = AbsentOwners()
    /// The kinds of users, by the names of their definitions.
    var custom: [String: ResourceDefinition] = [:]
  }

  private let definitions: [ResourceDefinition]
  private let state = SharedState()

  private final class SharedState: Sendable {
    let value = Mutex(State())
  }

  /// - Parameter definitions: All served kinds; events are left out, since they own nothing and are many.
  public init(definitions: [ResourceDefinition]) {
    self.definitions = definitions.filter {
      $0.kind != "Event" && $0.verbs.contains("watch") && $0.verbs.contains("delete")
    }
  }

  /// Takes a change of a watched object in.
  ///
  /// - Returns: The keys to reconcile.
  func observe(_ change: Change<DynamicObject>, of definition: ResourceDefinition) -> [ObjectKey] {
    if change.type == .modified, let old = change.old, OwnedObject.isAlike(old, change.object) { return [] }
    guard let object = OwnedObject(change.object, definition: definition) else { return [] }
    let uids = state.value.withLock { state in
      change.type == .deleted ? state.graph.remove(uid: object.uid) : state.graph.insert(object)
    }
    return uids.map { ObjectKey(name: $0) }
  }

  /// The same of a kind that users declare, whose definition may change or go meanwhile.
  ///
  /// An object that is seen to go is remembered as absent: when its dependents are looked at, there may be nobody left to
  /// ask.
  func observe(custom change: Change<DynamicObject>, of resource: GroupVersionResource) -> [ObjectKey] {
    let definition = definition(of: resource)
    guard change.type == .deleted else { return definition.map { observe(change, of: $0) } ?? [] }
    // Another version is watched now; the object has not gone.
    if let definition, definition.groupVersionResource != resource { return [] }
    guard let uid = change.object.metadata.uid else { return [] }
    let uids = state.value.withLock { state in
      if state.graph.hasDependents(uid) { state.absent.insert(uid) }
      return state.graph.remove(uid: uid)
    }
    return uids.map { ObjectKey(name: $0) }
  }

  /// - Parameter key: The UID of an object, as a name.
  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    let (object, verdict) = judge(key.name)
    guard let object else { return .done }
    let deletion = Deletion(object, context)
    switch verdict {
    case .keep: return .done
    case .waitFor: return .awaitChange
    case .ask(let owners):
      switch try await ask(owners, about: object, context) {
      case .someAbsent: return try await reconcile(key, context)
      // Should they go before the watch brings them, nobody would tell.
      case .somePresent: return .requeue(after: .zero)
      case .unknown: return .done
      }
    case .delete(let policy): try await deletion.delete(policy)
    case .dropReferences(let uids): try await deletion.dropReferences(uids)
    case .releaseForeground: try await deletion.removeFinalizer(OwnedObject.foregroundFinalizer)
    case .orphan(let uids):
      for dependent in uids {
        guard let dependent = judge(dependent).0 else { continue }
        try await Deletion(dependent, context).dropReferences([object.uid])
      }
      try await deletion.removeFinalizer(OwnedObject.orphanFinalizer)
    }
    return .done
  }

  private func judge(_ uid: String) -> (OwnedObject?, OwnerGraph.Verdict) {
    state.value.withLock { state in
      (state.graph[uid], state.graph.verdict(on: uid) { state.absent.contains($0.uid) })
    }
  }

  /// What the API says of owners that the graph does not know.
  private enum Answer {
    case someAbsent
    /// None is absent, and some are there: the watch has yet to bring them.
    case somePresent
    case unknown
  }

  /// Asks the API for owners that the graph does not know. One of a kind that is not served may be there: what cannot be told is
  /// not deleted.
  ///
  /// Kubernetes: `attemptToDeleteItem` looks again at an object until its owner is observed.
  private func ask(
    _ owners: [OwnerReference], about object: OwnedObject, _ context: ReconcileContext
  ) async throws -> Answer {
    var answer = Answer.unknown
    for reference in owners {
      guard let definition = definition(of: reference) else { continue }
      if definition.isNamespaced, object.key.namespace.isEmpty { continue }
      let key = ObjectKey(
        namespace: definition.isNamespaced ? object.key.namespace : "", name: reference.name)
      if try await isAbsent(reference.uid, definition, key, context) {
        state.value.withLock { $0.absent.insert(reference.uid) }
        answer = .someAbsent
      } else if answer == .unknown {
        answer = .somePresent
      }
    }
    return answer
  }

  private func isAbsent(
    _ uid: String, _ definition: ResourceDefinition, _ key: ObjectKey, _ context: ReconcileContext
  ) async throws -> Bool {
    do throws(StatusError) {
      let owner = try await context.client.get(
        definition.groupVersionResource, key, subresource: nil, options: GetOptions())
      return owner.metadata.uid != uid
    } catch {
      if error.isNotFound { return true }
      throw error
    }
  }

  private func definition(of reference: OwnerReference) -> ResourceDefinition? {
    let group = GroupVersion(apiVersion: reference.apiVersion)?.group
    return definitions.first { $0.kind == reference.kind && $0.group == group }
      ?? state.value.withLock { state in
        state.custom.filter { $0.value.kind == reference.kind && $0.value.group == group }
          .min { $0.key < $1.key }?.value
      }
  }

  private func definition(of resource: GroupVersionResource) -> ResourceDefinition? {
    definitions.first { $0.group == resource.group && $0.groupVersionResource == resource }
      ?? state.value.withLock { $0.custom["\(resource.groupResource)"] }
  }

  /// Takes a change of a definition of a custom resource in.
  func observe(_ change: Change<CustomResourceDefinition>) {
    let definition = change.type == .deleted ? nil : change.object.servedResource
    state.value.withLock { $0.custom[change.object.key.name] = definition }
  }
}

extension GarbageCollector {
  /// The loop, ready for a manager.
  ///
  /// - Parameter definitions: All served kinds.
  public static func controller(definitions: [ResourceDefinition]) -> Controller {
    let collector = GarbageCollector(definitions: definitions)
    var controller = Controller("garbagecollector", collector)
      .concurrency(20)
      .component("garbage-collector-controller")
    for definition in collector.definitions {
      controller = (consume controller).watches(definition.groupVersionResource) { change, _ in
        collector.observe(change, of: definition)
      }
    }
    return
      controller
      .watches(CustomResourceDefinition.self) { change in
        collector.observe(change)
        return []
      }
      .watchesResources(namedBy: CustomResourceDefinition.self) { definition in
        definition.servedResource.map { [$0.groupVersionResource] } ?? []
      } keys: { change, resource, _ in
        collector.observe(custom: change, of: resource)
      }
  }
}
