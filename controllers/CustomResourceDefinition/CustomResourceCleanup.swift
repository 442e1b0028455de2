public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Deletes the objects of a custom resource whose definition is to be deleted, and then lets the definition go.
///
/// Kubernetes: `apiextensions-apiserver/pkg/controller/finalizer/crd_finalizer.go`.
public struct CustomResourceCleanup: Reconciler {
  private let pollInterval: Duration

  /// - Parameter pollInterval: How long to wait before looking again while objects are left: others may have work to do
  ///   before they go.
  public init(pollInterval: Duration = .seconds(1)) { self.pollInterval = pollInterval }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let definition = context.cache.get(CustomResourceDefinition.self, key),
      definition.metadata.isBeingDeleted,
      definition.metadata.finalizers.contains(CustomResourceDefinition.cleanupFinalizer)
    else { return .done }
    guard let resource = definition.servedResource else {
      try await release(definition, context)
      return .done
    }
    let started = try await note(
      definition, isTerminating: true, "InstanceDeletionInProgress", "CustomResource deletion is in progress",
      context)
    guard try await deleteObjects(of: resource, context) == 0 else { return .requeue(after: pollInterval) }
    let cleaned = try await note(
      started, isTerminating: false, "InstanceDeletionCompleted", "removed all instances", context)
    try await release(cleaned, context)
    return .done
  }

  /// Asks for the end of all objects.
  ///
  /// - Returns: How many are left.
  private func deleteObjects(of resource: ResourceDefinition, _ context: ReconcileContext) async throws -> Int
  {
    let name = resource.groupVersionResource
    do throws(StatusError) {
      let present = try await context.client.list(name, namespace: nil, options: ListOptions()).items
      var namespaces: [String] = []
      for object in present where !namespaces.contains(object.key.namespace) {
        namespaces.append(object.key.namespace)
      }
      for namespace in namespaces {
        try await context.client.deleteCollection(
          name, namespace: namespace.isEmpty ? nil : namespace, list: ListOptions(), options: DeleteOptions())
      }
      if present.isEmpty { return 0 }
      return try await context.client.list(name, namespace: nil, options: ListOptions()).items.count
    } catch {
      // What is no longer served has no objects to be found.
      if error.isNotFound { return 0 }
      throw error
    }
  }

  /// Writes down how far the deletion has come.
  private func note(
    _ definition: CustomResourceDefinition, isTerminating: Bool, _ reason: String, _ message: String,
    _ context: ReconcileContext
  ) async throws -> CustomResourceDefinition {
    let old = definition.status.conditions.first { $0.type == "Terminating" }
    let status = isTerminating ? "True" : "False"
    if old?.status == status, old?.reason == reason { return definition }
    let condition = CustomResourceDefinitionCondition {
      $0.type = "Terminating"
      $0.status = status
      $0.reason = reason
      $0.message = message
      $0.lastTransitionTime = old?.status == status ? old?.lastTransitionTime : context.now
    }
    var changed = definition
    changed.status.conditions.removeAll { $0.type == "Terminating" }
    changed.status.conditions.append(condition)
    return try await context.client.updateStatus(changed)
  }

  private func release(_ definition: CustomResourceDefinition, _ context: ReconcileContext) async throws {
    let kept = definition.metadata.finalizers.filter { $0 != CustomResourceDefinition.cleanupFinalizer }
    var metadata: JSONObject = ["finalizers": kept.json]
    metadata["resourceVersion"] = definition.metadata.resourceVersion.map { .string($0) }
    let patch: JSONObject = ["metadata": .object(metadata)]
    try await tolerating(.notFound) {
      try await context.client.patch(
        CustomResourceDefinition.self, definition.key, .merge(.object(patch)))
    }
  }
}

extension CustomResourceCleanup {
  /// The loop, ready for a manager.
  public static func controller() -> Controller {
    Controller("customresourcecleanup", CustomResourceCleanup())
      .for(CustomResourceDefinition.self)
      .component("customresource-cleanup-controller")
  }
}
