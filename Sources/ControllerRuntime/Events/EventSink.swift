import APIMachinery
import KubernetesClient
import Synchronization

/// Writes the events of a manager, in the order in which they were recorded.
final class EventSink: Sendable {
  private struct State {
    var correlator = EventCorrelator()
    var pending = FIFO<EventWrite>()
    var waiter: UnsafeContinuation<Void, Never>?
    var isClosing = false
    var dropped = 0
    /// Bounds the events that say that all is well.
    var budget = TokenBucket(rate: EventSink.normalRate, burst: EventSink.normalBurst)
  }

  /// Kubernetes: client-go `maxQueuedEvents`.
  static let capacity = 1000

  /// How many Normal events a second are written on end, and how many at once. Warnings are not bounded.
  ///
  /// Kubernetes: each kubelet has 50 a second and 100 at once (`eventRecordQPS`); here all loops of a process share
  /// one budget, so that a roll-out of thousands of pods writes pods, not events.
  static let normalRate = 50.0
  static let normalBurst = 1000

  static let drainTimeout = Duration.seconds(5)

  private let client: any Client
  private let world: World
  /// Whether anything is written.
  let isOpen: Bool
  private let isIdle = Gate()
  private let state = Mutex(State())

  init(client: any Client, world: World, isOpen: Bool = true) {
    self.client = client
    self.world = world
    self.isOpen = isOpen
  }

  func record(_ note: EventNote) {
    guard isOpen else { return }
    let now = world.time.now()
    let waiter = state.withLock { state -> UnsafeContinuation<Void, Never>? in
      let isAffordable = note.type == .warning || state.budget.take(at: now)
      guard state.pending.count < Self.capacity, isAffordable else {
        state.dropped += 1
        return nil
      }
      guard let write = state.correlator.correlate(note, at: now) else { return nil }
      state.pending.append(write)
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
  }

  /// Writes events until the task is cancelled, or until the last one is written after ``drain()``.
  func run() async {
    defer { isIdle.open() }
    while !Task.isCancelled {
      guard let write = state.withLock({ $0.pending.popFirst() }) else {
        if state.withLock({ $0.isClosing }) { return }
        await wait()
        continue
      }
      await carryOut(write)
    }
  }

  /// Waits until all events are written, at most for ``drainTimeout``.
  func drain() async {
    let waiter = state.withLock { state in
      state.isClosing = true
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
    await withTaskGroup { group in
      group.addTask { _ = await self.isIdle.wait() }
      group.addTask { try? await self.world.time.sleep(for: Self.drainTimeout) }
      await group.next()
      group.cancelAll()
    }
  }

  private func wait() async {
    await withTaskCancellationHandler {
      await withUnsafeContinuation { continuation in
        let isOver = state.withLock { state in
          guard state.pending.isEmpty, !state.isClosing, !Task.isCancelled else { return true }
          state.waiter = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { state in
        defer { state.waiter = nil }
        return state.waiter
      }?.resume()
    }
  }

  /// Writes one event. An event that cannot be written is dropped: events are hints, not state.
  private func carryOut(_ write: EventWrite) async {
    let events = GroupVersionResource(group: "", version: "v1", resource: "events")
    switch write {
    case .create(let event):
      _ = try? await client.create(
        events, event.key, subresource: nil, object: event, options: WriteOptions())
    case .count(let key, let patch, let whole):
      do throws(StatusError) {
        _ = try await client.patch(
          events, key, subresource: nil, patch: .strategicMerge(.object(patch)), options: WriteOptions())
      } catch {
        // The event was removed meanwhile, as old ones are: begin a new one.
        guard error.isNotFound else { return }
        _ = try? await client.create(
          events, key, subresource: nil, object: whole, options: WriteOptions())
      }
    }
  }
}

/// What is to be written for an event.
enum EventWrite: Sendable {
  case create(DynamicObject)
  /// Counts a repetition of the event `key`; `whole` is the event should it be gone.
  case count(ObjectKey, patch: JSONObject, whole: DynamicObject)
}
