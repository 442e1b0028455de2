public import APIMachinery

/// The objects that a controller watches, read without asking the API.
///
/// A cache runs a little behind the cluster, but never behind the controller's own writes. Only kinds that a
/// controller of the manager names (`for`, `owns`, `watches`, `reads`) are cached; reading another kind is a
/// programmer's error. Lists are in the order of their keys.
public struct Cache: Sendable {
  let informers: InformerSet
  let recorder: ReconcileRecorder?

  /// The object, or `nil` when there is none.
  @inlinable
  public func get<Kind: Resource>(_ kind: Kind.Type, _ key: ObjectKey) -> Kind? {
    object(kind, key).map { Kind(fields: $0.fields) }
  }

  @usableFromInline
  func object<Kind: Resource>(_ kind: Kind.Type, _ key: ObjectKey) -> DynamicObject? {
    let informer = informer(of: kind)
    recorder?.read(.get, informer.resource, key: key)
    return informer.get(key)
  }

  /// The objects of one namespace, or of all.
  @inlinable
  public func list<Kind: Resource>(_ kind: Kind.Type, namespace: String? = nil) -> [Kind] {
    views { forEach(kind, namespace: namespace, $0) }
  }

  /// The views of the objects that `forEach` hands over, each with how many there are at most.
  @inlinable
  func views<Kind: Resource>(_ forEach: ((JSONObject, Int) -> Void) -> Void) -> [Kind] {
    var result: [Kind] = []
    forEach { fields, count in
      if result.isEmpty { result.reserveCapacity(count) }
      result.append(Kind(fields: fields))
    }
    return result
  }

  /// Calls `body` with each object of one namespace, or of all, and with how many there are at most: a list is made in one
  /// go.
  @usableFromInline
  func forEach<Kind: Resource>(
    _ kind: Kind.Type, namespace: String?, _ body: (JSONObject, Int) -> Void
  ) {
    let informer = informer(of: kind)
    recorder?.read(.list, informer.resource, key: ObjectKey(namespace: namespace ?? "", name: ""))
    informer.forEach(namespace: namespace, body)
  }

  func objects<Kind: Resource>(_ kind: Kind.Type, namespace: String?) -> [DynamicObject] {
    let informer = informer(of: kind)
    recorder?.read(.list, informer.resource, key: ObjectKey(namespace: namespace ?? "", name: ""))
    return informer.list(namespace: namespace)
  }

  /// The objects for which `isIncluded` holds.
  public func list<Kind: Resource>(
    _ kind: Kind.Type, namespace: String? = nil, where isIncluded: (Kind) -> Bool
  ) -> [Kind] {
    list(kind, namespace: namespace).filter(isIncluded)
  }

  /// The objects that carry all of `labels`.
  @inlinable
  public func list<Kind: Resource>(
    _ kind: Kind.Type, namespace: String? = nil, labels: StringMap
  ) -> [Kind] {
    objects(kind, namespace: namespace, labels: labels).map { Kind(fields: $0.fields) }
  }

  @usableFromInline
  func objects<Kind: Resource>(
    _ kind: Kind.Type, namespace: String?, labels: StringMap
  ) -> [DynamicObject] {
    var objects = objects(kind, namespace: namespace)
    objects.removeAll { !labels.isSubset(of: $0.metadata.labels) }
    return objects
  }

  /// The objects that stand under `value` in the index `index`, which a controller must have declared.
  @inlinable
  public func list<Kind: Resource>(_ kind: Kind.Type, index: IndexName, _ value: String) -> [Kind] {
    views { forEach(kind, index: index, value, $0) }
  }

  @usableFromInline
  func forEach<Kind: Resource>(
    _ kind: Kind.Type, index: IndexName, _ value: String, _ body: (JSONObject, Int) -> Void
  ) {
    let informer = informer(of: kind)
    recorder?.read(.list, informer.resource, key: ObjectKey(name: value))
    guard informer.forEach(index: index.rawValue, value: value, body) else {
      preconditionFailure(noIndex(index, of: informer))
    }
  }

  /// The values of an index under which there are objects, in byte order.
  public func values<Kind: Resource>(of kind: Kind.Type, index: IndexName) -> [String] {
    let informer = informer(of: kind)
    guard let values = informer.values(ofIndex: index.rawValue) else {
      preconditionFailure(noIndex(index, of: informer))
    }
    return values
  }

  /// The object of any cached resource.
  public func get(_ resource: GroupVersionResource, _ key: ObjectKey) -> DynamicObject? {
    recorder?.read(.get, resource, key: key)
    return informer(of: resource).get(key)
  }

  /// The objects of any cached resource.
  public func list(_ resource: GroupVersionResource, namespace: String? = nil) -> [DynamicObject] {
    recorder?.read(.list, resource, key: ObjectKey(namespace: namespace ?? "", name: ""))
    return informer(of: resource).list(namespace: namespace)
  }

  private func informer<Kind: Resource>(of kind: Kind.Type) -> Informer {
    guard let informer = informers.existing(for: kind) else {
      preconditionFailure(notCached(Kind.definition.groupVersionResource, "\(Kind.self).self"))
    }
    return informer
  }

  private func informer(of resource: GroupVersionResource) -> Informer {
    guard let informer = informers.existing(for: resource) else {
      preconditionFailure(notCached(resource, "resource"))
    }
    return informer
  }

  // MARK: What is asked for and not there

  private var reader: String {
    ControllerActivity.current.map { "controller \"\($0.controller)\"" } ?? "somebody"
  }

  private func noIndex(_ index: IndexName, of informer: Informer) -> String {
    let there = informer.indexNames.map { "\"\($0)\"" }.joined(separator: ", ")
    return
      "\(reader) looks for \(informer.resource.words) by the index \"\(index)\", which no controller declares "
      + "(there \(there.isEmpty ? "are none" : "are \(there)")): add .index(Kind.self, \"\(index)\") { … } to the controller"
  }

  private func notCached(_ resource: GroupVersionResource, _ argument: String) -> String {
    "\(reader) reads \(resource.words) from the cache, and no controller watches or reads them: add .reads(\(argument)) to "
      + "the controller, or ask context.client"
  }
}

/// The name of an index of a cache: `"spec.nodeName"`.
public struct IndexName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { rawValue = value }
  public var description: String { rawValue }

  /// Objects by the UID of the owner that controls them. See ``Controller/indexByController(_:)``.
  public static let controllerUID: IndexName = "metadata.controller.uid"
}
