public import APIMachinery
public import KubernetesClient

/// Which objects an owner controls: those that name it and match its selector. One that names it and matches no
/// more is released; one that matches and has no controller is adopted.
///
/// Kubernetes: `pkg/controller/controller_ref_manager.go`.
public struct ObjectClaim: Sendable {
  /// What becomes of one object.
  public enum Verdict: Sendable, Hashable {
    case keep, adopt, release
    /// It belongs to another controller, or to nobody and does not match.
    case ignore
  }

  public let owner: OwnerReference
  private let namespace: String
  private let selector: Selector
  private let canAdopt: Bool

  /// - Parameter owner: An owner that is leaving adopts nothing.
  public init<Owner: Resource>(owner: Owner, selector: Selector) {
    self.owner = OwnerReference(controller: owner)
    self.selector = selector
    namespace = owner.metadata.namespace ?? ""
    canAdopt = !owner.metadata.isBeingDeleted
  }

  /// - Complexity: O(*r* · *n*) in the numbers of requirements and labels.
  public func verdict(on object: ObjectMeta) -> Verdict {
    if let controller = object.controller {
      guard controller.uid == owner.uid else { return .ignore }
      return selector.matches(object.labels) ? .keep : .release
    }
    guard canAdopt, object.namespace ?? "" == namespace, !object.isBeingDeleted else {
      return .ignore
    }
    return selector.matches(object.labels) ? .adopt : .ignore
  }

  @usableFromInline func isSelected(_ labels: StringMap) -> Bool { selector.matches(labels) }

  /// Adopts and releases as the verdicts say, of objects that an index has sorted already.
  ///
  /// - Parameters:
  ///   - owned: Objects that name the owner as their controller.
  ///   - orphans: Objects that nobody controls.
  /// - Complexity: O(*n*), and one selector for each object that stays as it is.
  @inlinable
  public func settle<Kind: Resource>(
    owned: [Kind], orphans: [Kind], with client: any Client
  ) async throws(StatusError) -> [Kind] {
    let isSettled = owned.allSatisfy { isSelected($0.metadata.labels) }
    let kept = isSettled ? owned : try await settle(owned, with: client)
    return orphans.isEmpty ? kept : kept + (try await settle(orphans, with: client))
  }

  /// Adopts and releases as the verdicts say.
  ///
  /// - Returns: The objects that the owner controls afterwards, in the order given.
  /// - Throws: What the API answers; an object that is gone meanwhile is passed over.
  public func settle<Kind: Resource>(_ objects: [Kind], with client: any Client) async throws(StatusError)
    -> [Kind]
  {
    var claimed: [Kind] = []
    claimed.reserveCapacity(objects.count)
    for object in objects {
      switch verdict(on: object.metadata) {
      case .keep: claimed.append(object)
      case .ignore: break
      case .adopt:
        let references = object.metadata.ownerReferences + [owner]
        if let adopted = try await write(references, to: object, with: client) { claimed.append(adopted) }
      case .release:
        let references = object.metadata.ownerReferences.filter { $0.uid != owner.uid }
        _ = try await write(references, to: object, with: client)
      }
    }
    return claimed
  }

  private func write<Kind: Resource>(
    _ references: [OwnerReference], to object: Kind, with client: any Client
  ) async throws(StatusError) -> Kind? {
    var metadata = ObjectMeta()
    metadata.uid = object.metadata.uid
    metadata.resourceVersion = object.metadata.resourceVersion
    metadata.fields["ownerReferences"] = references.json
    let patch: JSONObject = ["metadata": metadata.json]
    let result: Kind?
    do throws(StatusError) {
      result = try await client.patch(Kind.self, object.key, .merge(.object(patch)))
    } catch {
      guard error.isNotFound else { throw error }
      result = nil
    }
    return result
  }
}

extension OwnerReference {
  /// A reference to the object that controls another one.
  ///
  /// Kubernetes: `metav1.NewControllerRef`.
  public init<Owner: Resource>(controller owner: Owner) {
    self.init(controller: owner, name: owner.metadata.name ?? "", uid: owner.metadata.uid ?? "")
  }
}
