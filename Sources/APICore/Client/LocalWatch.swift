import APIMachinery
import KubernetesClient
import ObjectStore

/// A watch of a client in this process.
final class LocalWatch: WatchStream {
  private let watch: APIWatch
  private let trees: TreeCache
  private let interest: TreeCache.Interest?

  init(_ watch: APIWatch, trees: TreeCache, interest: TreeCache.Interest?) {
    self.watch = watch
    self.trees = trees
    self.interest = interest
  }

  func next() async throws(StatusError) -> [WatchEvent]? {
    guard let batch = try await watch.next() else { return nil }
    var events: [WatchEvent]
    switch batch.content {
    case .changes(let changes):
      events = changes.map { Self.event(APIWatch.Event.Kind($0.kind), trees.tree(of: $0.object)) }
    case .selected(let selected):
      events = selected.map { Self.event($0.kind, trees.tree(of: $0.object)) }
    }
    if batch.isBookmark || batch.isInitialEnd {
      events.append(
        .bookmark(resourceVersion: String(batch.revision), initialEventsEnd: batch.isInitialEnd))
    }
    return events
  }

  func cancel() { watch.cancel() }

  private static func event(_ kind: APIWatch.Event.Kind, _ tree: JSONObject) -> WatchEvent {
    let object = DynamicObject(fields: tree)
    return switch kind {
    case .added: .added(object)
    case .modified: .modified(object)
    case .deleted: .deleted(object)
    }
  }
}
