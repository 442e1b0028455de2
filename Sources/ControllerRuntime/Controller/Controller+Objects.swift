public import APIMachinery

extension Controller {
  /// A controller for the objects of one kind, written as a closure that gets the object. One that is gone is not looked
  /// at.
  ///
  /// ```swift
  /// let controller = Controller("team-label", for: Pod.self) { pod, context in
  ///   ...
  ///   return .done
  /// }
  /// ```
  public init<Kind: Resource>(
    _ name: String, for kind: Kind.Type, where predicate: Predicate<Kind> = .any,
    reconcile: @escaping @Sendable (Kind, ReconcileContext) async throws -> Action
  ) {
    let controller = Controller(name) { key, context in
      guard let object = context.cache.get(kind, key) else { return .done }
      return try await reconcile(object, context)
    }
    self = controller.for(kind, where: predicate)
  }

  /// Cleans up before an object of `kind`, which the controller is ``for(_:where:)``, goes.
  ///
  /// The finalizer is set before the reconciler sees an object for the first time. An object that is being deleted is
  /// given to `cleanUp` instead of to the reconciler, and goes when `cleanUp` returns ``Action/done``; any other action
  /// says when to try again. `cleanUp` must be idempotent.
  ///
  /// Several finalizers are cleaned up in the order in which they were declared.
  ///
  /// Kubernetes: controller-runtime `pkg/finalizer`; kube-rs `runtime::finalizer`.
  ///
  /// - Parameter name: `example.com/wash`.
  public consuming func finalizer<Kind: Resource>(
    _ name: String, on kind: Kind.Type,
    cleanUp: @escaping @Sendable (Kind, ReconcileContext) async throws -> Action
  ) -> Controller {
    let finalizer = Finalizer(name: name, cleanUp: cleanUp)
    return with { controller in
      controller.finalizers.append((name, Kind.definition.groupVersionKind))
      if var finalizing = controller.reconciler as? FinalizingReconciler<Kind> {
        finalizing.finalizers.append(finalizer)
        controller.reconciler = finalizing
      } else {
        controller.reconciler = FinalizingReconciler(base: controller.reconciler, finalizers: [finalizer])
      }
    }
  }
}

/// What has to be done before an object may go.
private struct Finalizer<Kind: Resource>: Sendable {
  let name: String
  let cleanUp: @Sendable (Kind, ReconcileContext) async throws -> Action
}

/// Stands before a reconciler: sets finalizers on objects that live, and cleans up those that go.
private struct FinalizingReconciler<Kind: Resource>: Reconciler {
  let base: any Reconciler
  var finalizers: [Finalizer<Kind>]

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard var object = context.cache.get(Kind.self, key) else {
      return try await base.reconcile(key, context)
    }
    guard object.metadata.isBeingDeleted else {
      for finalizer in finalizers {
        object = try await context.client.addFinalizer(finalizer.name, to: object)
      }
      return try await base.reconcile(key, context)
    }
    for finalizer in finalizers where object.metadata.hasFinalizer(finalizer.name) {
      let action = try await finalizer.cleanUp(object, context)
      guard action == .done else { return action }
      object = try await context.client.removeFinalizer(finalizer.name, from: object)
    }
    return .done
  }
}
