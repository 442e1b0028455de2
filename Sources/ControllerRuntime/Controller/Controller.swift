public import APIMachinery

/// A reconciler and what makes it run: which kinds it is for, which it owns, which it watches.
///
/// ```swift
/// let controller = Controller("replicaset", ReplicaSetReconciler())
///   .for(ReplicaSet.self)
///   .owns(Pod.self)
///   .concurrency(4)
/// ```
///
/// A controller is a value; each call gives a new one. It takes the controller over, so that a chain of calls copies nothing.
/// It runs when a ``Manager`` does.
public struct Controller: Sendable {
  /// Names the controller in the trace, in metrics and in events. Unique within a manager.
  public let name: String
  var reconciler: any Reconciler
  var watches: [Watch] = []
  var dynamicWatches: [DynamicWatch] = []
  var indexers: [IndexDeclaration] = []
  var sources: [Source] = []
  var signals: [KeySignal] = []
  var ignoresOwnWrites = false
  var runsOnEveryReplica = false
  var shardUnit: ShardUnit?
  var startKeys: [ObjectKey] = []
  var concurrency = 1
  var timeout: Duration?
  var limits = RateLimits()
  var component: String
  /// The kind that the controller is for, as owner references name it.
  public internal(set) var ownerKind: GroupVersionKind?
  /// The resources whose objects the controller says it owns.
  public internal(set) var ownedResources: [GroupVersionResource] = []
  /// Whether the objects of ``ownerKind`` live in namespaces.
  var isOwnerNamespaced = false
  /// The resources that are watched by their names alone.
  var untypedResources: [GroupVersionResource] = []
  var finalizers: [(name: String, kind: GroupVersionKind)] = []
  /// What was seen to be wrong while the controller was declared.
  var problems: [String] = []

  public init(_ name: String, _ reconciler: some Reconciler) {
    self.name = name
    self.reconciler = reconciler
    component = "\(name)-controller"
  }

  public init(
    _ name: String,
    reconcile: @escaping @Sendable (ObjectKey, ReconcileContext) async throws -> Action
  ) {
    self.init(name, ClosureReconciler(body: reconcile))
  }

  consuming func with(_ change: (inout Controller) -> Void) -> Controller {
    var changed = self
    change(&changed)
    return changed
  }
}

/// A watched kind and the keys that its changes lead to.
struct Watch: Sendable {
  let informer: @Sendable (InformerSet) -> Informer
  /// The keys that a change leads to; `nil` when the kind is only read.
  let keys: (@Sendable (ObservedChange, Cache) -> [ObjectKey])?
  /// How long to wait for further changes before looking.
  var coalescing: Duration?
}

/// A kind whose objects name further resources to watch.
struct DynamicWatch: Sendable {
  let source: @Sendable (InformerSet) -> Informer
  let resources: @Sendable (DynamicObject) -> [GroupVersionResource]
  /// The keys that a change of an object of such a resource leads to.
  let keys: @Sendable (Change<DynamicObject>, GroupVersionResource, Cache) -> [ObjectKey]
}

struct IndexDeclaration: Sendable {
  let resource: GroupVersionResource
  let place: DeclarationPlace
  let informer: @Sendable (InformerSet) -> Informer
  let indexer: Indexer
}

/// Something of a controller's own that gives it keys.
struct Source: Sendable {
  let run: @Sendable (KeySink, ReconcileContext) async throws -> Void
}

// MARK: What makes it run

extension Controller {
  /// Reconciles objects of `kind` when they change.
  public consuming func `for`<Kind: Resource>(
    _ kind: Kind.Type, where predicate: Predicate<Kind> = .any
  ) -> Controller {
    let definition = Kind.definition
    return with { controller in
      if let present = controller.ownerKind {
        controller.problems.append(
          "it is for \(present.kind) and for \(definition.kind): it can be for one kind; .watches(\(definition.kind).self) "
            + "leads from the other to it")
      }
      controller.ownerKind = definition.groupVersionKind
      controller.isOwnerNamespaced = definition.isNamespaced
    }
    .watches(kind, if: predicate) { [$0.key] }
  }

  /// Reconciles the owner of an object of `kind` when the object changes: the owner that controls it, when it is
  /// of the kind that the controller is ``for(_:where:)``.
  public consuming func owns<Kind: Resource>(
    _ kind: Kind.Type, where predicate: Predicate<Kind> = .any
  ) -> Controller {
    let definition = Kind.definition
    guard let owner = ownerKind else {
      return with {
        $0.problems.append(
          "it owns \(definition.kind) and is for no kind: put .for(Kind.self) before .owns(\(definition.kind).self)"
        )
      }
    }
    return with { controller in
      if controller.isOwnerNamespaced, !definition.isNamespaced {
        controller.problems.append(
          "\(definition.kind) lives in no namespace and cannot be owned by \(owner.kind), which does: find it by a label "
            + "with .watches(\(definition.kind).self), and delete it in a finalizer")
      }
      controller.ownedResources.append(definition.groupVersionResource)
    }
    .watches(kind, if: predicate) { OwnerKeys.controllers(of: $0.change, kind: owner) }
  }

  /// Watches a kind whose keys are found without a typed view.
  private consuming func watches<Kind: Resource>(
    _ kind: Kind.Type, if predicate: Predicate<Kind>,
    _ keys: @escaping @Sendable (ObservedChange) -> [ObjectKey]
  ) -> Controller {
    with {
      $0.watches.append(
        Watch(
          informer: { $0.informer(for: kind) },
          keys: { observed, _ in
            predicate.untypedTest?(observed.change) ?? true ? keys(observed) : []
          }))
    }
  }

  /// Reconciles the keys that `map` makes of a change of a `kind` object.
  ///
  /// Kubernetes: controller-runtime `handler.EnqueueRequestsFromMapFunc`.
  ///
  /// - Parameter coalescing: How long to wait for further changes that lead to the same key.
  @inlinable
  public consuming func watches<Kind: Resource>(
    _ kind: Kind.Type, where predicate: Predicate<Kind> = .any, coalescing: Duration? = nil,
    map: @escaping @Sendable (Change<Kind>) -> [ObjectKey]
  ) -> Controller {
    watches(kind, where: predicate, coalescing: coalescing) { change, _ in map(change) }
  }

  /// Reconciles the keys that `map` makes of a change of a `kind` object with the help of the cache.
  @inlinable
  public consuming func watches<Kind: Resource>(
    _ kind: Kind.Type, where predicate: Predicate<Kind> = .any, coalescing: Duration? = nil,
    map: @escaping @Sendable (Change<Kind>, Cache) -> [ObjectKey]
  ) -> Controller {
    watches(untyped: kind, coalescing: coalescing) { observed, cache in
      let change = observed.change.view(as: kind)
      return predicate.isRelevant(change) ? map(change, cache) : []
    }
  }

  /// The part of a watch that need not be made for each kind.
  @usableFromInline
  consuming func watches<Kind: Resource>(
    untyped kind: Kind.Type, coalescing: Duration?,
    keys: @escaping @Sendable (ObservedChange, Cache) -> [ObjectKey]
  ) -> Controller {
    with {
      $0.watches.append(
        Watch(informer: { $0.informer(for: kind) }, keys: keys, coalescing: coalescing))
    }
  }

  /// Reconciles the keys that `map` makes of a change of an object of any resource.
  public consuming func watches(
    _ resource: GroupVersionResource, where predicate: Predicate<DynamicObject> = .any,
    coalescing: Duration? = nil,
    map: @escaping @Sendable (Change<DynamicObject>, Cache) -> [ObjectKey]
  ) -> Controller {
    with {
      $0.untypedResources.append(resource)
      $0.watches.append(
        Watch(
          informer: { $0.informer(for: resource) },
          keys: { observed, cache in
            predicate.isRelevant(observed.change) ? map(observed.change, cache) : []
          },
          coalescing: coalescing))
    }
  }

  /// Watches the resources that objects of `kind` name, for as long as one does: the custom resources of a cluster, by
  /// their definitions.
  ///
  /// - Parameters:
  ///   - resources: The resources that an object names.
  ///   - keys: The keys that a change of an object of such a resource leads to.
  public consuming func watchesResources<Kind: Resource>(
    namedBy kind: Kind.Type, _ resources: @escaping @Sendable (Kind) -> [GroupVersionResource],
    keys: @escaping @Sendable (Change<DynamicObject>, GroupVersionResource, Cache) -> [ObjectKey]
  ) -> Controller {
    with {
      $0.dynamicWatches.append(
        DynamicWatch(
          source: { $0.informer(for: kind) }, resources: { resources(Kind(fields: $0.fields)) }, keys: keys))
    }
  }

  /// Caches objects of `kind` for reading; their changes lead to nothing.
  public consuming func reads<Kind: Resource>(_ kind: Kind.Type) -> Controller {
    with { $0.watches.append(Watch(informer: { $0.informer(for: kind) }, keys: nil)) }
  }

  /// Caches objects of any resource for reading; their changes lead to nothing.
  public consuming func reads(_ resource: GroupVersionResource) -> Controller {
    with {
      $0.untypedResources.append(resource)
      $0.watches.append(Watch(informer: { $0.informer(for: resource) }, keys: nil))
    }
  }

  /// Reconciles these keys once when the controller starts.
  public consuming func atStart(_ keys: ObjectKey...) -> Controller {
    with { $0.startKeys += keys }
  }

  /// Runs `body` beside the workers, to look at keys for reasons that are no objects: a tick, the cloud.
  /// It should run until its task is cancelled; when it throws it is run again after a back-off.
  public consuming func source(
    _ body: @escaping @Sendable (KeySink, ReconcileContext) async throws -> Void
  ) -> Controller {
    with { $0.sources.append(Source(run: body)) }
  }
}

// MARK: How it runs

extension Controller {
  /// Lets the controller find objects of `kind` by `values`, such as the node of a pod.
  ///
  /// The controllers of a manager share one cache: several may declare an index, which is made once. A module must not
  /// declare one name of a kind in two places, as they might differ; put it into a function that both controllers use.
  ///
  /// - Parameter input: The part of an object that the values are made of, if there is one: they are not made anew while
  ///   it is the same.
  @inlinable
  public consuming func index<Kind: Resource>(
    _ kind: Kind.Type, _ name: IndexName, madeOf input: (@Sendable (JSONObject) -> JSON?)? = nil,
    file: StaticString = #fileID, line: UInt = #line, _ values: @escaping @Sendable (Kind) -> [String]
  ) -> Controller {
    index(untyped: kind, name, madeOf: input, DeclarationPlace(file: file, line: line)) {
      values(Kind(fields: $0.fields))
    }
  }

  @usableFromInline
  consuming func index<Kind: Resource>(
    untyped kind: Kind.Type, _ name: IndexName, madeOf input: (@Sendable (JSONObject) -> JSON?)?,
    _ place: DeclarationPlace, _ values: @escaping @Sendable (DynamicObject) -> [String]
  ) -> Controller {
    with {
      $0.indexers.append(
        IndexDeclaration(
          resource: Kind.definition.groupVersionResource, place: place,
          informer: { $0.informer(for: kind) },
          indexer: Indexer(name: name.rawValue, input: input, values: values)))
    }
  }

  /// Lets the controller find objects of `kind` by the UID of the owner that controls them, as
  /// ``IndexName/controllerUID``.
  public consuming func indexByController<Kind: Resource>(_ kind: Kind.Type) -> Controller {
    index(kind, .controllerUID, madeOf: { $0.object("metadata")?["ownerReferences"] }) { object in
      OwnerKeys.controllerUID(of: object.fields).map { [$0] } ?? []
    }
  }

  /// How many keys are worked on at once; one if not said.
  public consuming func concurrency(_ workers: Int) -> Controller {
    with { $0.concurrency = workers }
  }

  /// Does not look again for a change that the look before made itself, and that nothing else came with.
  ///
  /// For reconcilers that have nothing to add to what they wrote: one that wrote a status and would only find it written.
  /// It is an optimization like a predicate: such a look may still happen.
  public consuming func ignoringOwnWrites() -> Controller {
    with { $0.ignoresOwnWrites = true }
  }

  /// How long one reconcile may take; for ever if not said. It is cancelled then, and tried again.
  public consuming func timeout(_ limit: Duration) -> Controller {
    with { $0.timeout = limit }
  }

  /// Runs in every process, and not in the one that leads alone: for what concerns the process itself, and for what many
  /// may do at the same time.
  ///
  /// Kubernetes: controller-runtime `NeedLeaderElection: false`.
  public consuming func onEveryReplica() -> Controller {
    with { $0.runsOnEveryReplica = true }
  }

  public consuming func rateLimits(_ limits: RateLimits) -> Controller {
    with { $0.limits = limits }
  }

  /// The component that events name as their source; the controller's name with `-controller` if not said.
  public consuming func component(_ name: String) -> Controller {
    with { $0.component = name }
  }
}
