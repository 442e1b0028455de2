public import APIMachinery
public import ObjectStore

/// The Kubernetes API without HTTP: every verb on every resource, once.
///
/// The HTTP server, the client in this process (``client(as:fieldManager:)``) and the test kit are doors to it. The
/// store's bytes are what it answers: an object is parsed when it comes in and encoded when it is committed.
///
///     let store = try await ObjectStore(backend: MemoryBackend())
///     let service = APIService(store: store, kinds: SchemaCatalog.all.resources, world: world)
///     let client = service.client(as: .admin, fieldManager: "example")
///     try await client.create(Pod { $0.metadata.name = "web" })
public final class APIService: Sendable {
  public let store: ObjectStore
  public let world: World
  public let options: APIServiceOptions
  let registry: ResourceRegistry
  let services: ServiceAllocator
  let profiles = FargateProfileCache()
  let quotas = ResourcePresence("resourcequotas")
  let documents = DocumentCache()
  let trees = TreeCache()
  private let clock = TimeText()
  /// Who looks at writes, in their order.
  let admission: [any AdmissionPlugin]
  let authority = TokenAuthority()
  let outside = WebhookOutside()

  public convenience init(
    store: ObjectStore, kinds: [KindSchema], world: World, options: APIServiceOptions = APIServiceOptions()
  ) {
    self.init(store: store, serving: ServedKinds(kinds), world: world, options: options)
  }

  /// - Parameter kinds: Made once, they can be served by any number of services.
  public init(
    store: ObjectStore, serving kinds: ServedKinds, world: World,
    options: APIServiceOptions = APIServiceOptions()
  ) {
    self.store = store
    self.world = world
    self.options = options
    admission =
      [MutatingPolicyAdmission(), ValidatingPolicyAdmission(), WebhookAdmission()] + options.admission
    registry = ResourceRegistry(kinds)
    services = ServiceAllocator(options: options)
    loadDefinitions()
  }

  // MARK: Kinds

  /// Serves one more kind, or replaces one of the same resource: a custom resource that the program declares. Those of
  /// users are declared by CustomResourceDefinitions.
  public func serve(_ kind: KindSchema) { registry.add(kind, isCustom: true) }

  /// Stops serving a resource. Its objects stay in the store.
  public func stopServing(_ resource: GroupVersionResource) { registry.remove(resource) }

  /// The resources that are served, in the order in which they were declared.
  public var resources: [ServedResource] { registry.all }

  /// The resource of that name.
  public func resource(_ name: GroupVersionResource) -> ServedResource? { registry.find(name) }

  /// What users of a version of a resource are told with every answer: that it is deprecated.
  public func warning(about name: GroupVersionResource) -> String? { registry.find(name)?.custom?.warning }

  /// The resource whose objects are of that kind.
  public func resource(kind: GroupVersionKind) -> ServedResource? { registry.find(kind: kind) }

  // MARK: Clients

  /// The door for clients in this process: trees in, trees out.
  ///
  /// - Parameter fieldManager: Who owns the fields that are written, if an option does not say otherwise.
  public func client(as user: UserInfo, fieldManager: String) -> LocalClient {
    LocalClient(service: self, origin: RequestTarget.Origin(user: user, fieldManager: fieldManager))
  }

  /// The present time as objects have it.
  var timeText: String { clock.text(of: world.time.now()) }

  /// Whether the trees of stored objects have to be remembered; those that are left unencoded bring theirs along.
  var remembersTrees: Bool { !store.options.leavesUnencoded }

  /// The tree of a stored object: the one that is remembered, or its bytes parsed.
  public func tree(of stored: StoredObject) -> JSONObject { trees.tree(of: stored) }

  // MARK: Requests

  /// Finds the resource of a request and asks whether the request is allowed.
  func resolve(_ target: RequestTarget, verb: String) throws(StatusError) -> ServedResource {
    guard let served = registry.find(target.resource) else { throw .noSuchResource }
    try options.authorizer.authorize(target, verb: verb)
    if let subresource = target.subresource {
      guard served.hasSubresource(subresource) else { throw .noSuchResource }
    } else if !served.serves(verb) {
      throw .methodNotAllowed(served, verb)
    }
    return served
  }

  func key(_ served: ServedResource, _ target: RequestTarget) -> StoreKey {
    StoreKey(
      resource: served.storeName, namespace: served.definition.isNamespaced ? target.namespace ?? "" : "",
      name: target.name)
  }

  /// The object of a request.
  func require(_ served: ServedResource, _ target: RequestTarget) throws(StatusError) -> StoredObject {
    guard let stored = store.get(key(served, target)) else {
      throw .notFound(served.groupResource, name: target.name)
    }
    return try served.view(stored)
  }
}
