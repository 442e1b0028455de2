public import APIMachinery
import KubernetesClient

/// An object that there should be for each owner, and when.
///
/// ```swift
/// Dependent(Deployment.self, "server") { site in Deployment { ... } }
///   .after("page")
///   .ready { ($0.status.availableReplicas ?? 0) > 0 }
/// ```
///
/// Java Operator SDK: dependent resources and workflows.
public struct Dependent<Owner: Resource, Kind: Resource>: Sendable {
  let name: String
  let desired: @Sendable (Owner, ReconcileContext) throws -> Kind
  var isWanted: @Sendable (Owner, ReconcileContext) -> Bool = { _, _ in true }
  var isReady: @Sendable (Kind) -> Bool = { _ in true }
  var prerequisites: [String] = []

  /// - Parameters:
  ///   - name: Names the dependent among those of its owner; the kind in lower case if not said.
  ///   - desired: The fields that matter. Name and namespace are the owner's if not set; the owner reference is added.
  public init(_ kind: Kind.Type, _ name: String? = nil, desired: @escaping @Sendable (Owner) throws -> Kind) {
    self.name = name ?? Kind.definition.singular
    self.desired = { owner, _ in try desired(owner) }
  }

  /// - Parameter desired: The fields that matter, made with the help of the cache.
  public init(
    _ kind: Kind.Type, _ name: String? = nil,
    desired: @escaping @Sendable (Owner, ReconcileContext) throws -> Kind
  ) {
    self.name = name ?? Kind.definition.singular
    self.desired = desired
  }

  private func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }

  /// The object is there while `condition` holds, and is deleted while it does not.
  ///
  /// Java Operator SDK: reconcile precondition.
  public func when(_ condition: @escaping @Sendable (Owner) -> Bool) -> Self {
    with { $0.isWanted = { owner, _ in condition(owner) } }
  }

  /// The object is made when those named are ready, and deleted before them.
  ///
  /// Java Operator SDK: `dependsOn`.
  public func after(_ names: String...) -> Self { with { $0.prerequisites += names } }

  /// The object is ready while `condition` holds; as soon as it is there if not said.
  ///
  /// Java Operator SDK: ready postcondition.
  public func ready(_ condition: @escaping @Sendable (Kind) -> Bool) -> Self {
    with { $0.isReady = condition }
  }
}

/// A dependent of whatever kind.
public struct AnyDependent<Owner: Resource>: Sendable {
  let name: String
  let kind: String
  let prerequisites: [String]
  let register: @Sendable (Controller) -> Controller
  let isWanted: @Sendable (Owner, ReconcileContext) -> Bool
  /// Makes the object as it should be, and says whether it is ready.
  let apply: @Sendable (Owner, ReconcileContext) async throws -> (key: ObjectKey, isReady: Bool)
  /// Deletes the objects of this dependent but for one.
  let delete: @Sendable (Owner, ReconcileContext, _ kept: ObjectKey?) async throws -> Int

  public init<Kind: Resource>(_ dependent: Dependent<Owner, Kind>) {
    name = dependent.name
    kind = Kind.definition.kind
    prerequisites = dependent.prerequisites
    isWanted = dependent.isWanted
    register = { $0.owns(Kind.self).indexByController(Kind.self) }
    apply = { owner, context in
      let object = try await context.apply(try dependent.object(for: owner, context))
      return (object.key, !object.metadata.isBeingDeleted && dependent.isReady(object))
    }
    delete = { owner, context, kept in try await dependent.delete(for: owner, context, but: kept) }
  }
}

extension Dependent {
  fileprivate func object(for owner: Owner, _ context: ReconcileContext) throws -> Kind {
    var object = try desired(owner, context)
    if object.metadata.name == nil { object.metadata.name = owner.metadata.name }
    if Kind.definition.isNamespaced, object.metadata.namespace == nil {
      object.metadata.namespace = owner.metadata.namespace
    }
    object.metadata.annotations[DependentsAnnotation.name] = name
    try object.setControllerReference(owner)
    return object
  }

  /// - Returns: How many are still there.
  fileprivate func delete(
    for owner: Owner, _ context: ReconcileContext, but kept: ObjectKey?
  ) async throws -> Int {
    let all = context.cache.list(Kind.self, index: .controllerUID, owner.metadata.uid ?? "")
    var left = 0
    for object in all
    where object.key != kept && object.metadata.annotations[DependentsAnnotation.name] == name {
      left += 1
      if object.metadata.isBeingDeleted { continue }
      try await tolerating(.notFound, .conflict) {
        try await context.client.delete(
          Kind.self, object.key,
          options: .init(propagationPolicy: .background, preconditionUID: object.metadata.uid))
      }
    }
    return left
  }
}

enum DependentsAnnotation {
  /// Says which dependent of its owner an object is.
  static let name = "swiftlet.dev/dependent"
}

/// Puts dependents one under the other.
@resultBuilder
public enum DependentsBuilder<Owner: Resource> {
  public static func buildExpression<Kind: Resource>(_ dependent: Dependent<Owner, Kind>) -> [AnyDependent<
    Owner
  >] {
    [AnyDependent(dependent)]
  }

  public static func buildBlock(_ parts: [AnyDependent<Owner>]...) -> [AnyDependent<Owner>] {
    parts.flatMap(\.self)
  }

  public static func buildOptional(_ part: [AnyDependent<Owner>]?) -> [AnyDependent<Owner>] { part ?? [] }
  public static func buildEither(first: [AnyDependent<Owner>]) -> [AnyDependent<Owner>] { first }
  public static func buildEither(second: [AnyDependent<Owner>]) -> [AnyDependent<Owner>] { second }
  public static func buildArray(_ parts: [[AnyDependent<Owner>]]) -> [AnyDependent<Owner>] {
    parts.flatMap(\.self)
  }
}
