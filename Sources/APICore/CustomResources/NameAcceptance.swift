import APIMachinery

/// Which of the names that a definition wants it gets: those that no other of its group has.
///
/// Kubernetes: `pkg/controller/status/naming_controller.go`.
struct NameAcceptance {
  /// The names that it has now.
  let names: CustomNames
  /// Why it has not got all of them: a reason in one word and a message.
  let conflict: (reason: String, message: String)?

  /// - Parameters:
  ///   - accepted: The names that it had before.
  ///   - usedResources: Plurals, singulars and short names of others in the group.
  ///   - usedKinds: Their kinds and list kinds.
  init(
    wanted: CustomNames, accepted: CustomNames, usedResources: Set<String>, usedKinds: Set<String>
  ) {
    var names = accepted
    var conflict: (reason: String, message: String)?
    func take(_ path: WritableKeyPath<CustomNames, String>, _ used: Set<String>, _ reason: String) {
      let name = wanted[keyPath: path]
      if name == accepted[keyPath: path] || !used.contains(name) {
        names[keyPath: path] = name
      } else {
        conflict = (reason, Self.message(name))
      }
    }
    take(\.plural, usedResources, "PluralConflict")
    take(\.singular, usedResources, "SingularConflict")
    let taken = wanted.shortNames.filter {
      usedResources.contains($0) && !accepted.resourceNames.contains($0)
    }
    if taken.isEmpty {
      names.shortNames = wanted.shortNames
    } else {
      let messages = taken.map(Self.message)
      conflict = (
        "ShortNamesConflict", messages.count == 1 ? messages[0] : "[\(messages.joined(separator: ", "))]"
      )
    }
    take(\.kind, usedKinds, "KindConflict")
    take(\.listKind, usedKinds, "ListKindConflict")
    names.categories = wanted.categories
    self.names = names
    self.conflict = conflict
  }

  private static func message(_ name: String) -> String { "\(JSON.string(name)) is already in use" }
}
