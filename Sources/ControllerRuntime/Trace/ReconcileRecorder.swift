import APIMachinery
import KubernetesClient
import Synchronization

/// Notes what one reconcile reads and writes.
final class ReconcileRecorder: Sendable {
  struct Draft: Sendable {
    var reads: [ReconcileRecord.Read] = []
    var droppedReads = 0
    var writes: [ReconcileRecord.Write] = []
    var droppedWrites = 0
    var notes: [String] = []
  }

  private let draft = Mutex(Draft())

  var content: Draft { draft.withLock { $0 } }

  func read(
    _ verb: ReconcileRecord.Read.Verb, _ resource: GroupVersionResource, key: ObjectKey,
    source: ReconcileRecord.Read.Source = .cache
  ) {
    draft.withLock { draft in
      guard draft.reads.count < ReconcileRecord.readLimit else {
        draft.droppedReads += 1
        return
      }
      // Most looks read a few objects.
      if draft.reads.isEmpty { draft.reads.reserveCapacity(4) }
      draft.reads.append(
        ReconcileRecord.Read(verb: verb, resource: resource, key: key, source: source))
    }
  }

  func write(_ write: @autoclosure () -> ReconcileRecord.Write) {
    draft.withLock { draft in
      guard draft.writes.count < ReconcileRecord.writeLimit else {
        draft.droppedWrites += 1
        return
      }
      draft.writes.append(write())
    }
  }

  func note(_ text: String) {
    draft.withLock { draft in
      if draft.notes.count < ReconcileRecord.noteLimit { draft.notes.append(text) }
    }
  }
}
