public import APIMachinery
import KubernetesClient

extension Controller {
  /// A controller that declares what there should be for each object of `owner`, instead of doing it.
  ///
  /// ```swift
  /// let controller = Controller.dependents("website", of: Website.self) {
  ///   Dependent(ConfigMap.self, "page") { site in ConfigMap { $0.data = ["index.html": site.page] } }
  ///   Dependent(Deployment.self) { site in Deployment { ... } }
  ///     .after("page").ready { ($0.status.availableReplicas ?? 0) > 0 }
  ///   Dependent(Ingress.self) { site in Ingress { ... } }
  ///     .when { $0.isPublic }
  /// }
  /// ```
  ///
  /// The objects are applied in the name of the controller, belong to their owner, and go with it. What differs is put
  /// right; what is no longer wanted is deleted, those that came after it first. Whether all are ready stands in a
  /// condition of the owner.
  ///
  /// - Parameter condition: The condition that tells whether all dependents are ready; none when `nil`, or when the kind
  ///   has no status.
  public static func dependents<Owner: Resource>(
    _ name: String, of owner: Owner.Type, condition: String? = "Ready",
    @DependentsBuilder<Owner> _ dependents: () -> [AnyDependent<Owner>]
  ) -> Controller {
    let hasStatus = Owner.definition.subresources.contains("status")
    let (sorted, problems) = DependentsReconciler.sorted(dependents())
    let reconciler = DependentsReconciler<Owner>(
      dependents: sorted, condition: hasStatus ? condition : nil)
    let controller = Controller(name, reconciler).for(owner, where: .generationOrLabelsChanged)
      .with { $0.problems += problems }
    return reconciler.dependents.reduce(controller) { $1.register($0) }
  }
}

/// Makes the dependents of an owner as they are declared.
struct DependentsReconciler<Owner: Resource>: Reconciler {
  /// Those that lean on others after these.
  let dependents: [AnyDependent<Owner>]
  let condition: String?

  func reconcile(_ key: ObjectKey, _ context: ReconcileContext) async throws -> Action {
    guard let owner = context.cache.get(Owner.self, key), !owner.metadata.isBeingDeleted else { return .done }
    let unwanted = unwanted(owner, context)
    var progress = Progress()
    try await make(owner, context, without: unwanted, &progress)
    try await remove(unwanted, owner, context, &progress)
    try await report(progress, owner, context)
    return progress.isReady ? .done : .awaitChange
  }

  /// How far the dependents of one owner are.
  private struct Progress {
    var ready: Set<String> = []
    var waiting: [String] = []
    var leaving: [String] = []

    var isReady: Bool { waiting.isEmpty && leaving.isEmpty }

    var reason: String {
      if !waiting.isEmpty { return "DependentsNotReady" }
      return leaving.isEmpty ? "DependentsReady" : "DependentsLeaving"
    }

    var message: String {
      if !waiting.isEmpty { return "waiting for " + waiting.joined(separator: ", ") }
      return leaving.isEmpty ? "" : "waiting for the end of " + leaving.joined(separator: ", ")
    }
  }

  /// Those whose condition does not hold, and those that lean on them.
  private func unwanted(_ owner: Owner, _ context: ReconcileContext) -> Set<String> {
    dependents.reduce(into: []) { unwanted, dependent in
      let leansOnUnwanted = dependent.prerequisites.contains(where: unwanted.contains)
      if leansOnUnwanted || !dependent.isWanted(owner, context) { unwanted.insert(dependent.name) }
    }
  }

  private func make(
    _ owner: Owner, _ context: ReconcileContext, without unwanted: Set<String>, _ progress: inout Progress
  ) async throws {
    for dependent in dependents where !unwanted.contains(dependent.name) {
      guard dependent.prerequisites.allSatisfy(progress.ready.contains) else {
        progress.waiting.append(dependent.name)
        continue
      }
      let (key, isReady) = try await dependent.apply(owner, context)
      if isReady { progress.ready.insert(dependent.name) } else { progress.waiting.append(dependent.name) }
      // Under a name that it had before.
      if try await dependent.delete(owner, context, key) > 0 { progress.leaving.append(dependent.name) }
    }
  }

  /// Deletes what is not wanted; something that others still lean on waits for their end.
  private func remove(
    _ unwanted: Set<String>, _ owner: Owner, _ context: ReconcileContext, _ progress: inout Progress
  ) async throws {
    var leaving: Set<String> = []
    for dependent in dependents.reversed() where unwanted.contains(dependent.name) {
      let isLeanedOn = dependents.contains {
        leaving.contains($0.name) && $0.prerequisites.contains(dependent.name)
      }
      if isLeanedOn {
        leaving.insert(dependent.name)
      } else if try await dependent.delete(owner, context, nil) > 0 {
        leaving.insert(dependent.name)
      }
    }
    progress.leaving += dependents.map(\.name).filter(leaving.contains)
  }

  private func report(_ progress: Progress, _ owner: Owner, _ context: ReconcileContext) async throws {
    guard let condition else { return }
    try await context.setCondition(
      condition, ConditionStatus(progress.isReady), reason: progress.reason, message: progress.message,
      on: owner)
  }

  /// Those that lean on others after these; else in their order. With what is wrong: two of one name, and those that lean on
  /// what never comes.
  static func sorted(
    _ dependents: [AnyDependent<Owner>]
  ) -> (sorted: [AnyDependent<Owner>], problems: [String]) {
    var sorted: [AnyDependent<Owner>] = []
    var problems: [String] = []
    var rest = dependents
    while let next = rest.firstIndex(where: { dependent in
      dependent.prerequisites.allSatisfy { name in sorted.contains { $0.name == name } }
    }) {
      let dependent = rest.remove(at: next)
      if sorted.contains(where: { $0.name == dependent.name }) {
        problems.append(
          "it has two dependents \"\(dependent.name)\": name them, as Dependent(\(dependent.kind).self, \"NAME\")"
        )
      }
      sorted.append(dependent)
    }
    let names = Set(dependents.map(\.name))
    for dependent in rest {
      let missing = dependent.prerequisites.filter { !names.contains($0) }
      problems += missing.map {
        "the dependent \"\(dependent.name)\" comes after \"\($0)\", and there is none of that name"
      }
    }
    let circle = rest.filter { $0.prerequisites.allSatisfy(names.contains) }.map { "\"\($0.name)\"" }
    if problems.isEmpty, !circle.isEmpty {
      problems.append("the dependents \(circle.joined(separator: ", ")) wait for each other")
    }
    return (sorted, problems)
  }
}
