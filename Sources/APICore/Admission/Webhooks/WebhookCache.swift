import APIMachinery
import ObjectStore
import Synchronization

/// The webhooks of one kind of configuration, made ready once a version.
final class WebhookCache: Sendable {
  private struct Entry {
    var revision: UInt64
    var webhooks: [AdmissionWebhook]
  }

  private let presence: ResourcePresence
  private let entries = Mutex<[String: Entry]>([:])

  init(_ resource: String) { presence = ResourcePresence(resource + ".admissionregistration.k8s.io") }

  /// - Complexity: O(1).
  func isActive(in store: ObjectStore) -> Bool { presence.isConfirmed(by: store) }

  /// All webhooks, in the order of the names of their configurations.
  func webhooks(in store: ObjectStore) -> [AdmissionWebhook] {
    guard isActive(in: store), let stored = try? store.list(resource: presence.resource).objects else {
      return []
    }
    return entries.withLock { entries in
      var fresh: [String: Entry] = [:]
      var all: [AdmissionWebhook] = []
      for object in stored {
        let name = object.key.name
        var entry = entries[name]
        if entry?.revision != object.revision {
          entry = Entry(revision: object.revision, webhooks: AdmissionWebhook.all(object.tree))
        }
        fresh[name] = entry
        all += entry?.webhooks ?? []
      }
      entries = fresh
      return all
    }
  }
}
