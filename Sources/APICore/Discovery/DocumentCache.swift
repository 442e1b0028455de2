import APIMachinery
import Synchronization

/// Documents made of the kinds that are served, kept until a kind is added or removed.
final class DocumentCache: Sendable {
  private struct State {
    var generation = -1
    var documents: [String: [UInt8]] = [:]
  }

  private let state = Mutex(State())

  /// The document of that name, made by `make` if it is not known.
  func document(_ name: String, generation: Int, _ make: () -> [UInt8]) -> [UInt8] {
    let known = state.withLock { state in
      if state.generation != generation { state = State(generation: generation) }
      return state.documents[name]
    }
    if let known { return known }
    let bytes = make()
    state.withLock { state in
      if state.generation == generation { state.documents[name] = bytes }
    }
    return bytes
  }
}
