public import APIMachinery
public import ControllerRuntime
import KubernetesAPI
import KubernetesClient

/// Empties a namespace that is to be deleted, and lets it go when nothing is left.
///
/// Kubernetes: `pkg/controller/namespace`.
public struct NamespaceReconciler: Reconciler {
  /// The finalizer in `spec.finalizers` that keeps a namespace until it is empty.
  static let finalizer = "kubernetes"

  private let resources: [ResourceDefinition]
  private let settleDelay: Duration

  /// - Parameters:
  ///   - definitions: All kinds that are served from the start; those of users are found by their definitions.
  ///   - settleDelay: How long to wait before the first look, so that every API server has heard that nothing
  ///     may be made in the namespace any more.
  public init(definitions: [ResourceDefinition], settleDelay: Duration = .seconds(5)) {
    resources = definitions.filter { $0.isNamespaced && $0.verbs.contains("deletecollection") }
    self.settleDelay = settleDelay
  }

  public func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard var namespace = context.cache.get(Namespace.self, key) else { return .done }
    guard let deletedAt = namespace.metadata.deletionTimestamp else { return .done }
    guard namespace.spec.finalizers.contains(Self.finalizer) else { return .done }
    if deletedAt + settleDelay > context.now { return .requeue(after: deletedAt + settleDelay - context.now) }

    let content = await deleteContent(of: key.name, context)
    namespace = try await write(
      NamespaceStatus(namespace.status, content, at: context.now), to: namespace, context)
    guard content.isEmpty else {
      return .requeue(after: content.estimate / 2 + .seconds(1))
    }
    try await finalize(namespace, context)
    return .done
  }

  /// Asks for the end of everything in the namespace, and counts what is still there.
  private func deleteContent(of namespace: String, _ context: ReconcileContext) async -> NamespaceContent {
    var content = NamespaceContent()
    let custom = context.cache.list(CustomResourceDefinition.self).compactMap(\.servedResource)
    for definition in resources + custom.filter(\.isNamespaced) {
      do throws(StatusError) {
        try await deleteAll(definition, in: namespace, context, &content)
      } catch {
        // A kind that is no longer served has no objects.
        if error.isNotFound { continue }
        content.failures.append("\(definition.groupVersionResource): \(error.message)")
      }
    }
    return content
  }

  private func deleteAll(
    _ definition: ResourceDefinition, in namespace: String, _ context: ReconcileContext,
    _ content: inout NamespaceContent
  ) async throws(StatusError) {
    let resource = definition.groupVersionResource
    let present = try await context.client.list(
      resource, namespace: namespace, options: ListOptions(limit: 1))
    guard !present.items.isEmpty else { return }
    try await context.client.deleteCollection(
      resource, namespace: namespace, list: ListOptions(),
      options: DeleteOptions(propagationPolicy: .background))
    let left = try await context.client.list(resource, namespace: namespace, options: ListOptions()).items
    guard !left.isEmpty else { return }
    content.remaining.append(("\(definition.plural).\(definition.group)", left.count))
    for object in left { content.count(object, isPod: definition.kind == "Pod" && definition.group.isEmpty) }
  }

  private func write(
    _ status: NamespaceStatus, to namespace: Namespace, _ context: ReconcileContext
  ) async throws -> Namespace {
    guard status != namespace.status else { return namespace }
    var changed = namespace
    changed.status = status
    return try await context.client.updateStatus(changed)
  }

  /// Takes the finalizer away; the API removes the namespace when none is left.
  private func finalize(_ namespace: Namespace, _ context: ReconcileContext) async throws {
    var changed = namespace
    changed.spec.finalizers.removeAll { $0 == Self.finalizer }
    let object = DynamicObject(changed)
    try await tolerating(.notFound) {
      try await context.client.update(
        Namespace.definition.groupVersionResource, namespace.key, subresource: "finalize", object: object,
        options: WriteOptions())
    }
  }
}

extension NamespaceContent {
  /// Counts an object that is still there.
  mutating func count(_ object: DynamicObject, isPod: Bool) {
    for finalizer in object.metadata.finalizers { finalizers[finalizer, default: 0] += 1 }
    guard isPod else { return }
    let grace = object.metadata.deletionGracePeriodSeconds ?? 30
    estimate = max(estimate, .seconds(grace))
  }
}

extension NamespaceReconciler {
  /// The loop, ready for a manager.
  ///
  /// - Parameter definitions: All served kinds.
  public static func controller(
    definitions: [ResourceDefinition], settleDelay: Duration = .seconds(5)
  ) -> Controller {
    Controller("namespace", NamespaceReconciler(definitions: definitions, settleDelay: settleDelay))
      .for(Namespace.self)
      .reads(CustomResourceDefinition.self)
      .concurrency(10)
      .component("namespace-controller")
  }
}
