import APIMachinery
import KubernetesClient
import Synchronization

/// The informers of resources that come and go while a manager runs: those that objects, such as definitions of custom
/// resources, name.
final class DynamicInformers: Sendable {
  /// A controller that wants to hear of the resources that the objects of an informer name.
  struct Registration: Sendable {
    let source: Informer
    let resources: @Sendable (DynamicObject) -> [GroupVersionResource]
    let subscribe: @Sendable (Informer) -> Void
  }

  private struct State {
    var registrations: [Registration] = []
    /// The informers at work, each with what stops it.
    var running: [(resource: GroupVersionResource, stop: Gate)] = []
    /// The resources that a registration has subscribed to: an informer that comes again is the same one.
    var subscribed: Set<Subscription> = []
  }

  private struct Subscription: Hashable {
    var registration: Int
    var resource: GroupVersionResource
  }

  private let informers: InformerSet
  private let state = Mutex(State())
  private let changes: AsyncStream<Void>
  private let changed: AsyncStream<Void>.Continuation

  init(informers: InformerSet) {
    self.informers = informers
    (changes, changed) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Adds a registration; before ``run(_:)``.
  func register(_ registration: Registration) {
    state.withLock { $0.registrations.append(registration) }
    registration.source.subscribe { [changed] _ in changed.yield() }
  }

  /// Starts and stops informers as the objects say, until the task is cancelled.
  ///
  /// - Parameter reflect: Keeps an informer in step with the API.
  func run(_ reflect: @escaping @Sendable (Informer) async -> Void) async {
    if state.withLock({ $0.registrations.isEmpty }) { return }
    await withDiscardingTaskGroup { group in
      for await _ in changes {
        for (informer, stop) in follow() {
          group.addTask { await Self.run(informer, until: stop, reflect) }
        }
      }
      group.cancelAll()
    }
  }

  private static func run(
    _ informer: Informer, until stop: Gate, _ reflect: @escaping @Sendable (Informer) async -> Void
  ) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await reflect(informer) }
      group.addTask { _ = await stop.wait() }
      await group.next()
      group.cancelAll()
    }
    guard stop.isOpen else { return }
    // Nobody watches any more: what was there is gone, or of no concern.
    informer.replace(with: [], resourceVersion: "")
  }

  /// Compares what is wanted with what runs.
  ///
  /// - Returns: The informers to start.
  private func follow() -> [(Informer, Gate)] {
    let registrations = state.withLock { $0.registrations }
    var wanted: [GroupVersionResource] = []
    var subscriptions: [Subscription] = []
    for (position, registration) in registrations.enumerated() {
      for resource in registration.source.list(namespace: nil).flatMap(registration.resources) {
        // What a controller names beforehand is watched by its own informer.
        if informers.isFixed(resource) { continue }
        if !wanted.contains(resource) { wanted.append(resource) }
        subscriptions.append(Subscription(registration: position, resource: resource))
      }
    }
    let (started, stopped, new) = state.withLock { state in
      let started = wanted.filter { name in !state.running.contains { $0.resource == name } }
        .map { (resource: $0, stop: Gate()) }
      let stopped = state.running.filter { !wanted.contains($0.resource) }
      state.running.removeAll { !wanted.contains($0.resource) }
      state.running += started
      let new = subscriptions.filter { state.subscribed.insert($0).inserted }
      return (started, stopped.map(\.stop), new)
    }
    for gate in stopped { gate.open() }
    for subscription in new {
      registrations[subscription.registration].subscribe(
        informers.dynamicInformer(for: subscription.resource))
    }
    return started.map { (informers.dynamicInformer(for: $0.0), $0.1) }
  }
}
