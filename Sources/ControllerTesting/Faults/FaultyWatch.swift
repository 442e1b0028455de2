import APIMachinery
import KubernetesClient
import Synchronization

/// A watch of the process under test: late, blind for a while, or doubled, as the plan has it.
final class FaultyWatch: WatchStream {
  private struct State {
    /// What came and was not given on yet.
    var events: ArraySlice<WatchEvent> = []
    /// What became of the first of them, if that is decided.
    var verdict: FaultInjector.EventVerdict?
  }

  private let base: any WatchStream
  private let resource: String
  private let injector: FaultInjector
  private let incarnation: Incarnation
  private let time: any TimeSource
  private let state = Mutex(State())

  init(
    base: any WatchStream, resource: String, injector: FaultInjector, incarnation: Incarnation,
    time: any TimeSource
  ) {
    self.base = base
    self.resource = resource
    self.injector = injector
    self.incarnation = incarnation
    self.time = time
  }

  func cancel() { base.cancel() }

  func next() async throws(StatusError) -> [WatchEvent]? {
    if let view = incarnation.view, time.now() < view.until {
      guard (try? await time.sleep(until: view.until)) != nil else { return nil }
    }
    while true {
      if state.withLock(\.events).isEmpty {
        guard let events = try await base.next() else { return nil }
        state.withLock { $0.events = events[...] }
      }
      if let events = try await deliver() { return events }
    }
  }

  /// Gives on as many events as can go together; `nil` when there are none.
  private func deliver() async throws(StatusError) -> [WatchEvent]? {
    var delivered: [WatchEvent] = []
    while let event = state.withLock(\.events).first {
      let verdict = state.withLock { $0.verdict } ?? injector.event(resource, event)
      switch verdict {
      case .deliver: delivered.append(event)
      case .deliverTwice: delivered += [event, event]
      case .die(let restart):
        incarnation.die(restart)
        return nil
      case .hide, .delay:
        if !delivered.isEmpty {
          state.withLock { $0.verdict = verdict }
          return delivered
        }
        try await hold(verdict)
        delivered.append(event)
      }
      state.withLock { state in
        state.verdict = nil
        state.events.removeFirst()
      }
    }
    return delivered.isEmpty ? nil : delivered
  }

  private func hold(_ verdict: FaultInjector.EventVerdict) async throws(StatusError) {
    switch verdict {
    case .hide(let duration):
      base.cancel()
      state.withLock { $0 = State() }
      _ = try? await time.sleep(for: duration)
      throw StatusError(code: 410, reason: .expired, message: "too old resource version (injected)")
    case .delay(let duration): _ = try? await time.sleep(for: duration)
    default: break
    }
  }
}
