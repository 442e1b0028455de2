import APIMachinery
import ObjectStore
import Synchronization

/// The resources that are served. Kinds can be added, changed and removed while requests and watches run: what is served
/// is an immutable snapshot, and a request holds on to the resource that it has found.
final class ResourceRegistry: Sendable {
  fileprivate struct State {
    var compiler = SchemaCompiler()
    /// The kinds that the program declares, and those that were added by ``add(_:isCustom:)``.
    var declared: [ServedResource] = []
    /// The kinds of users, by the names of their definitions.
    var definitions: [String: InstalledDefinition] = [:]
    /// The revisions at which definitions went. Who wrote one shortly before may come here after its end.
    var ends: [String: UInt64] = [:]
    var snapshot = RegistrySnapshot()
  }

  fileprivate let state: Mutex<State>

  init(_ kinds: ServedKinds) {
    state = Mutex(State(compiler: kinds.compiler, declared: kinds.resources, snapshot: kinds.snapshot))
  }

  init(compiling kinds: [KindSchema]) {
    state = Mutex(State())
    state.withLock { state in
      for kind in kinds where !kind.definition.plural.isEmpty { Self.add(kind, isCustom: false, to: &state) }
      state.publish()
    }
  }

  /// What is served now of the kinds of the program, for other registries to begin with.
  var served: ServedKinds {
    state.withLock { ServedKinds(compiler: $0.compiler, resources: $0.declared, snapshot: $0.snapshot) }
  }

  /// What is served now.
  ///
  /// - Complexity: O(1).
  var snapshot: RegistrySnapshot { state.withLock { $0.snapshot } }

  func find(_ name: GroupVersionResource) -> ServedResource? { snapshot.resources[name] }

  func find(kind: GroupVersionKind) -> ServedResource? { snapshot.kinds[kind] }

  /// All resources: those of the program in the order in which they were declared, then those of users by group, version
  /// and name.
  var all: [ServedResource] { snapshot.all }

  /// Grows with every change, so that documents made of the kinds can be cached.
  var generation: Int { snapshot.generation }

  // MARK: Kinds of the program

  func add(_ kind: KindSchema, isCustom: Bool) {
    state.withLock { state in
      Self.add(kind, isCustom: isCustom, to: &state)
      state.publish()
    }
  }

  private static func add(_ kind: KindSchema, isCustom: Bool, to state: inout State) {
    let served = ServedResource(
      kind: kind, compiler: &state.compiler, isCustom: isCustom,
      rules: ResourceRulesTable.rules(for: kind.definition))
    if let place = state.declared.firstIndex(where: { $0.name == served.name }) {
      state.declared[place] = served
    } else {
      state.declared.append(served)
    }
  }

  func remove(_ name: GroupVersionResource) {
    state.withLock { state in
      state.declared.removeAll { $0.name == name }
      state.publish()
    }
  }

  // MARK: Kinds of users

  /// Serves what a stored definition declares, under the names that no other definition of its group has.
  ///
  /// - Parameter stored: The stored definition. One that is older than what is served, or than the end of a definition
  ///   of this name, is not looked at.
  /// - Returns: The names that it has got, and what stands in the way of others.
  @discardableResult
  func install(_ object: JSONObject, _ stored: StoredObject) -> NameAcceptance? {
    let (name, revision) = (stored.key.name, stored.revision)
    let (acceptance, replaced) = state.withLock { state -> (NameAcceptance?, [ServedResource]) in
      let former = state.definitions[name]
      if revision < max(former?.revision ?? 0, state.ends[name] ?? 0) { return (nil, []) }
      let present = former?.creation == stored.createRevision ? former : nil
      if present == nil { state.definitions[name] = nil }
      let definition = CustomDefinition(object)
      let acceptance = state.acceptance(of: definition, object)
      let isServed = acceptance.conflict == nil || object.isEstablished
      let fingerprint = CustomDefinition.fingerprint(object, acceptance.names)
      var installed = InstalledDefinition(
        creation: stored.createRevision, revision: revision, group: definition.group, names: acceptance.names,
        fingerprint: fingerprint)
      let isSame = present?.fingerprint == fingerprint && present?.resources.isEmpty != isServed
      if let present, isSame {
        installed.resources = present.resources
      } else if isServed {
        installed.resources = definition.resources(named: acceptance.names, compiler: state.compiler)
      }
      installed.isWaiting = acceptance.conflict != nil
      installed.served = definition.versions.filter(\.isServed).map(\.name)
      if definition.isDeleting { installed.markTerminating() }
      state.definitions[name] = installed
      if !isSame { state.publish() }
      return (acceptance, isSame ? [] : former?.resources ?? [])
    }
    for served in replaced { served.custom?.watches.end() }
    return acceptance
  }

  /// Serves a definition no longer, and ends its watches.
  ///
  /// - Parameter revision: That of the definition's end. What was made under its name after that is served on.
  func uninstall(_ name: String, revision: UInt64) {
    let removed = state.withLock { state -> [ServedResource] in
      state.ends[name] = max(revision, state.ends[name] ?? 0)
      guard let present = state.definitions[name], present.revision < revision,
        let removed = state.definitions.removeValue(forKey: name)
      else { return [] }
      state.publish()
      return removed.resources
    }
    for served in removed { served.custom?.watches.end() }
  }
}

extension ResourceRegistry {
  /// The names that a definition has; `nil` when it is not known.
  func names(of definition: String) -> CustomNames? { state.withLock { $0.definitions[definition]?.names } }

  /// All versions of a definition, those that are not served among them.
  func versions(of definition: String) -> [ServedResource] {
    state.withLock { $0.definitions[definition]?.resources ?? [] }
  }

  /// The definitions of a group that want names which others have, in the order of their names.
  func waiting(inGroup group: String) -> [String] {
    state.withLock { state in
      state.definitions.filter { $0.value.group == group && $0.value.isWaiting }.keys.sorted()
    }
  }
}

/// A definition whose kind is served.
struct InstalledDefinition {
  /// The revision at which it was created: one of the same name that is made later is another.
  let creation: UInt64
  var revision: UInt64
  var group: String
  /// The names that it has.
  var names: CustomNames
  var fingerprint: JSON
  /// All versions; none while its names are not accepted.
  var resources: [ServedResource] = []
  /// The versions that requests can name.
  var served: [String] = []
  /// Whether it wants names that others have.
  var isWaiting = false

  func markTerminating() {
    for resource in resources { resource.custom?.markTerminating() }
  }
}

extension ResourceRegistry.State {
  /// The names that a definition gets beside those that others have, and beside what the program serves.
  fileprivate func acceptance(of definition: CustomDefinition, _ object: JSONObject) -> NameAcceptance {
    var resources: Set<String> = []
    var kinds: Set<String> = []
    for (name, other) in definitions where name != definition.name && other.group == definition.group {
      resources.formUnion(other.names.resourceNames)
      kinds.formUnion(other.names.kindNames)
    }
    for served in declared where served.definition.group == definition.group {
      resources.formUnion([served.definition.plural, served.definition.singular])
      resources.formUnion(served.definition.shortNames)
      kinds.formUnion([served.definition.kind, served.listKind])
    }
    let accepted =
      definitions[definition.name]?.names
      ?? CustomNames(object.object("status")?.object("acceptedNames") ?? JSONObject())
    return NameAcceptance(
      wanted: definition.names, accepted: accepted, usedResources: resources, usedKinds: kinds)
  }

  /// Makes a new snapshot of what is to be served.
  fileprivate mutating func publish() {
    let custom = definitions.values.flatMap { definition in
      definition.resources.filter { definition.served.contains($0.definition.version) }
    }
    snapshot = RegistrySnapshot(
      declared: declared, custom: custom.sorted { $0.stands(before: $1) },
      generation: snapshot.generation + 1)
  }
}

extension ServedResource {
  fileprivate func isNamed(_ name: GroupVersionResource) -> Bool {
    self.name.resource == name.resource && self.name.group == name.group && self.name.version == name.version
  }

  fileprivate func stands(before other: ServedResource) -> Bool {
    if definition.group != other.definition.group { return definition.group < other.definition.group }
    if definition.version != other.definition.version {
      return VersionPriority(definition.version) > VersionPriority(other.definition.version)
    }
    return definition.plural < other.definition.plural
  }
}

extension JSONObject {
  /// Whether a definition has been served before.
  fileprivate var isEstablished: Bool {
    (object("status")?.array("conditions") ?? []).contains {
      $0["type"] == "Established" && $0["status"] == "True"
    }
  }
}

/// The resources that are served, at one time.
final class RegistrySnapshot: Sendable {
  let all: [ServedResource]
  let resources: ResourceTable
  let kinds: [GroupVersionKind: ServedResource]
  let generation: Int

  init() { (all, resources, kinds, generation) = ([], ResourceTable([]), [:], 0) }

  /// Of a resource that the program and a user declare, the program's is served.
  init(declared: [ServedResource], custom: [ServedResource], generation: Int) {
    let resources = ResourceTable(declared + custom)
    var kinds: [GroupVersionKind: ServedResource] = [:]
    for served in declared + custom {
      for alias in [served.definition.kind] + served.kind.kindAliases {
        var kind = served.definition.groupVersionKind
        kind.kind = alias
        if served.isCustom, kinds[kind] != nil, served.custom != nil { continue }
        kinds[kind] = served
      }
    }
    all = declared + custom.filter { resources[$0.name] === $0 }
    self.resources = resources
    self.kinds = kinds
    self.generation = generation
  }
}

/// The resources of a snapshot by their names. Every request looks one up, so the plural alone is hashed: few
/// resources share one.
struct ResourceTable: Sendable {
  /// A power of two of them, at most half of them taken.
  private var slots: [ServedResource?]

  /// Of two resources of one name the first is found.
  init(_ resources: [ServedResource]) {
    var size = 8
    while size < resources.count * 2 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    for served in resources {
      let slot = slot(of: served.name)
      if slots[slot] == nil { slots[slot] = served }
    }
  }

  subscript(name: GroupVersionResource) -> ServedResource? { slots[slot(of: name)] }

  /// The place of a resource, or the free one where it would go.
  private func slot(of name: GroupVersionResource) -> Int {
    var slot = Int(truncatingIfNeeded: name.resource.textHash) & (slots.count - 1)
    while let served = slots[slot], !served.isNamed(name) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}

/// How new and how stable a version is, by its name: `v2` before `v1` before `v1beta2` before `v1alpha1` before others.
///
/// Kubernetes: apimachinery `version.CompareKubeAwareVersionStrings`.
struct VersionPriority: Comparable {
  private let rank: Int
  private let major: Int
  private let minor: Int
  private let name: String

  init(_ name: String) {
    self.name = name
    var rest = Substring(name)
    guard rest.first == "v", let major = Self.number(&rest, after: "v") else {
      (rank, self.major, minor) = (0, 0, 0)
      return
    }
    if rest.isEmpty {
      (rank, self.major, minor) = (3, major, 0)
    } else if let minor = Self.number(&rest, after: "beta"), rest.isEmpty {
      (rank, self.major, self.minor) = (2, major, minor)
    } else if let minor = Self.number(&rest, after: "alpha"), rest.isEmpty {
      (rank, self.major, self.minor) = (1, major, minor)
    } else {
      (rank, self.major, minor) = (0, 0, 0)
    }
  }

  private static func number(_ rest: inout Substring, after prefix: String) -> Int? {
    guard rest.hasPrefix(prefix) else { return nil }
    let digits = rest.dropFirst(prefix.count).prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    rest = rest.dropFirst(prefix.count + digits.count)
    return number
  }

  static func < (left: VersionPriority, right: VersionPriority) -> Bool {
    if left.rank == 0, right.rank == 0 { return left.name > right.name }
    return (left.rank, left.major, left.minor) < (right.rank, right.major, right.minor)
  }
}
