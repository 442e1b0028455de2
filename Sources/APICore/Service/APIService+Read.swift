public import APIMachinery
public import KubernetesClient
import ObjectStore

extension APIService {
  /// Reads one object.
  ///
  /// - Throws: `NotFound`; `Timeout` when `resourceVersion` lies in the future.
  public func get(_ target: RequestTarget, options: GetOptions = GetOptions()) throws(StatusError)
    -> APIObject
  {
    let served = try resolve(target, verb: "get")
    if let text = options.resourceVersion, !text.isEmpty {
      let revision = try Self.revision(text)
      let current = store.currentRevision
      if revision > current { throw .tooLargeResourceVersion(revision, current: current) }
    }
    let stored = try require(served, target)
    switch target.subresource {
    case nil, "status": return served.face == nil ? APIObject(stored) : APIObject(served.shown(stored).tree)
    case "resize" where served.storeName == "pods", "ephemeralcontainers" where served.storeName == "pods":
      return APIObject(stored)
    case "scale": return APIObject(try scale(of: stored.tree, served, isRead: true))
    default: throw .methodNotAllowed(served, "get")
    }
  }

  /// Lists the objects of a resource.
  ///
  /// - Throws: `BadRequest` for a selector that does not parse; `Expired` for a page of a list that is too old.
  public func list(_ target: RequestTarget, options: ListOptions = ListOptions()) throws(StatusError)
    -> APIList
  {
    let served = try resolve(target, verb: "list")
    let filter = try ObjectFilter(
      served, labels: options.labelSelector, fields: options.fieldSelector, name: target.name)
    try requireConverted(served, target, options)
    let window = try ListWindow(options, current: store.currentRevision)
    let start = window.start.map { $0.storeKey(resource: served.storeName) }
    let namespace = served.definition.isNamespaced ? target.namespace : nil
    let condition = condition(filter, served)
    var page: ListPage
    do throws(StoreError) {
      page = try store.list(
        resource: served.storeName, namespace: namespace, from: start, limit: options.limit,
        at: window.revision,
        where: condition)
    } catch {
      guard let start = window.start else { throw StatusError(reading: error) }
      throw Self.expiredPage(error, start)
    }
    if served.custom != nil { page = try page.viewed(as: served) }
    return APIList(served: served, page: page, hasSelector: !filter.selectsEverything)
  }

  /// Which stored objects a list takes in; of a custom resource, by how they look in the version that is read.
  private func condition(_ filter: ObjectFilter, _ served: ServedResource) -> ((StoredObject) -> Bool)? {
    if filter.selectsEverything { return nil }
    if served.custom == nil { return { filter.matches($0) } }
    // What has still to be converted is taken in, so that the list fails and is tried again.
    return { stored in
      served.viewIfPossible(stored).map(filter.matches) ?? served.isUnconverted(stored)
    }
  }

  /// Kubernetes: etcd3 `handleCompactedErrorForPaging`: a token without a revision for who would rather have the rest of
  /// another list than none.
  private static func expiredPage(_ error: StoreError, _ start: ContinueToken) -> StatusError {
    guard case .expired = error else { return StatusError(reading: error) }
    var rest = start
    rest.revision = nil
    var answer = StatusError.expired(
      "The provided continue parameter is too old to display a consistent list result. You can start a new list "
        + "without the continue parameter, or use the continue token in this response to retrieve the remainder of "
        + "the results. Continuing with the provided token results in an inconsistent list - objects that were "
        + "created, modified, or deleted between the time the first chunk was returned and now may show up in the "
        + "list.")
    answer.continueToken = rest.text
    return answer
  }

  /// Reads a resource version.
  static func revision(_ text: String) throws(StatusError) -> UInt64 {
    guard let revision = UInt64(text) else {
      throw .badRequest(
        "resourceVersion: Invalid value: \"\(text)\": strconv.ParseUint: parsing \"\(text)\": invalid syntax")
    }
    return revision
  }
}

extension ListPage {
  /// The page as a version of a custom resource shows it.
  fileprivate func viewed(as served: ServedResource) throws(StatusError) -> ListPage {
    var page = self
    page.objects = try page.objects.map { stored throws(StatusError) in try served.view(stored) }
    return page
  }
}
