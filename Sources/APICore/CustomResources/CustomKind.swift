import APIMachinery
import Synchronization

/// What a served version of a custom resource has that a built-in kind has not.
final class CustomKind: Sendable {
  /// The name of the CustomResourceDefinition: `crontabs.stable.example.com`.
  let definitionName: String
  /// The schema that pruning, defaults and validation follow.
  let structure: StructuralSchema
  /// The rules of the schema; `nil` when it has none.
  let rules: SchemaRules?
  /// The schema as the definition has it, for OpenAPI documents.
  let document: JSONObject
  /// Stands in the headers of objects that were stored by this schema, in this version: their bytes are as this version
  /// reads them, and are answered as they are.
  let stamp: String
  /// What users of a deprecated version are told.
  let warning: String?
  /// How objects are brought to other versions: `spec.conversion`.
  let conversion: JSONObject
  /// What the webhook has made of stored objects for this version.
  let converted = ConvertedObjects()
  /// The watches of this version, which end when it changes or goes.
  let watches = WatchRegister()
  /// Whether the definition is being deleted: no new objects then.
  private let isTerminating = Atomic(false)

  /// The field of an object's header that has the stamp. No selector can name it.
  static let stampField = "$schema"

  init(_ version: CustomDefinition.Version, of definition: CustomDefinition) {
    definitionName = definition.name
    structure = version.structure
    rules = SchemaRules(root: version.structure)
    document = version.schema
    conversion = definition.conversion
    stamp = version.stamp
    warning = version.warning(definition)
  }

  var refusesNew: Bool { isTerminating.load(ordering: .relaxed) }

  /// From now on no new objects are taken.
  func markTerminating() { isTerminating.store(true, ordering: .relaxed) }

  var convertsByWebhook: Bool { conversion.string("strategy") == "Webhook" }
}

/// The watches of one served version.
final class WatchRegister: Sendable {
  private struct Entry {
    weak var watch: APIWatch?
  }

  private struct State {
    var isEnded = false
    var next = 0
    var entries: [Int: Entry] = [:]
  }

  private let state = Mutex(State())

  /// Remembers a watch until it says that it is gone.
  ///
  /// - Returns: What to forget it by; `nil` when the version has gone already and the watch is to end.
  func add(_ watch: APIWatch) -> Int? {
    state.withLock { state in
      if state.isEnded { return nil }
      state.next += 1
      state.entries[state.next] = Entry(watch: watch)
      return state.next
    }
  }

  var isEmpty: Bool { state.withLock { $0.entries.isEmpty } }

  func forget(_ number: Int) { state.withLock { _ = $0.entries.removeValue(forKey: number) } }

  /// Ends all watches, and those that come.
  func end() {
    let entries = state.withLock { state in
      state.isEnded = true
      defer { state.entries = [:] }
      return state.entries.sorted { $0.key < $1.key }.map(\.value)
    }
    for entry in entries { entry.watch?.cancel() }
  }
}
