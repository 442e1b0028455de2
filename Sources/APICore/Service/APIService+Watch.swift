public import APIMachinery
public import KubernetesClient
import ObjectStore

extension APIService {
  /// Watches the objects of a resource.
  ///
  /// Kubernetes: "Efficient detection of changes": without a resource version, or with `0`, the watch begins with the
  /// objects that exist; with `sendInitialEvents` a bookmark says where they end.
  ///
  /// - Throws: `BadRequest` for a selector that does not parse; `Expired` when the revision is no longer in the
  ///   history; `Timeout` (cause `ResourceVersionTooLarge`) when it lies in the future.
  public func watch(
    _ target: RequestTarget, options: KubernetesClient.WatchOptions = KubernetesClient.WatchOptions()
  ) throws(StatusError) -> APIWatch {
    let served = try resolve(target, verb: "watch")
    let filter = try ObjectFilter(
      served, labels: options.labelSelector, fields: options.fieldSelector, name: target.name)
    var storeOptions = StoreWatchOptions()
    try requireConverted(served, target, ListOptions())
    // What a webhook converts is looked at as it is read: see ``APIWatch``.
    if !filter.selectsEverything, served.custom?.convertsByWebhook != true {
      storeOptions.filter = { event in
        filter.matches(event.object, as: served)
          || (event.previous.map { filter.matches($0, as: served) } ?? false)
      }
    }
    let start = try startOfWatch(options)
    do throws(StoreError) {
      let watch = try store.watch(
        resource: served.storeName, namespace: served.definition.isNamespaced ? target.namespace : nil,
        from: start, options: storeOptions)
      return APIWatch(
        watch, served: served, filter: filter.selectsEverything ? nil : filter,
        marksInitialEnd: options.sendInitialEvents == true)
    } catch {
      throw StatusError(reading: error)
    }
  }

  /// The revision after which changes are sent; `nil` to begin with the objects that exist.
  private func startOfWatch(_ options: KubernetesClient.WatchOptions) throws(StatusError) -> UInt64? {
    let text = options.resourceVersion ?? ""
    let wanted = text.isEmpty ? 0 : try Self.revision(text)
    let current = store.currentRevision
    if wanted > current { throw .tooLargeResourceVersion(wanted, current: current) }
    switch options.sendInitialEvents {
    case true?: return nil
    case false? where wanted == 0: return current
    default: return wanted == 0 ? nil : wanted
    }
  }
}
