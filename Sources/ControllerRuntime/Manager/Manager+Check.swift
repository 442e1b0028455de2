import APIMachinery
import Synchronization

extension Manager {
  /// Looks at everything that was registered, and at the options. ``run()`` does so before anything else; a test may, too.
  ///
  /// - Throws: ``RegistrationError`` with all that is wrong.
  public func check() throws(RegistrationError) {
    let (declared, late) = state.withLock { ($0.declared, $0.late) }
    let problems =
      options.problems + declared.flatMap(\.problems) + Self.collisions(declared) + sharingProblems(declared)
      + late
    guard problems.isEmpty else { throw RegistrationError(problems: problems) }
  }

  /// - Throws: ``RegistrationError`` when something was registered while the manager ran.
  func checkNothingCameLate() throws(RegistrationError) {
    let late = state.withLock { $0.late }
    guard late.isEmpty else { throw RegistrationError(problems: late) }
  }

  /// What has to be known of a controller to check it, alone and beside the others.
  struct Declaration {
    let name: String
    let indexers: [IndexDeclaration]
    let isSharded: Bool
    /// What is wrong with it, whatever the others are.
    let problems: [String]

    init(_ controller: Controller) {
      name = controller.name
      indexers = controller.indexers
      isSharded = controller.shardUnit != nil
      problems = controller.registrationProblems
    }
  }

  /// What controllers take from each other: names, and indexes.
  private static func collisions(_ controllers: [Declaration]) -> [String] {
    var problems: [String] = []
    var names: Set<String> = []
    names.reserveCapacity(controllers.count)
    for name in controllers.lazy.map(\.name) where !names.insert(name).inserted {
      problems.append(
        "there are two controllers \"\(name)\": the name tells them apart in traces, metrics and logs"
      )
    }
    var first: [IndexIdentity: (controller: String, place: DeclarationPlace)] = [:]
    first.reserveCapacity(controllers.reduce(0) { $0 + $1.indexers.count })
    for controller in controllers {
      for index in controller.indexers {
        let identity = IndexIdentity(resource: index.resource, name: index.indexer.name)
        guard let other = first[identity] else {
          first[identity] = (controller.name, index.place)
          continue
        }
        if other.place.differs(from: index.place) {
          problems.append(
            "the index \"\(identity.name)\" of \(identity.resource) is declared by controller "
              + "\"\(other.controller)\" at \(other.place) and by \"\(controller.name)\" at \(index.place), and "
              + "they may differ: declare it in one function that both use, or give each a name of its own")
        }
      }
    }
    return problems
  }

  private struct IndexIdentity: Hashable {
    let resource: GroupResource
    let name: String

    init(resource: GroupVersionResource, name: String) {
      self.resource = resource.groupResource
      self.name = name
    }
  }

  private func sharingProblems(_ controllers: [Declaration]) -> [String] {
    guard options.sharding != nil, !controllers.contains(where: \.isSharded) else { return [] }
    return [
      "the keys are to be shared among processes, and no controller is sharded: say .sharded() on those whose keys "
        + "should be, or leave the sharding out"
    ]
  }
}
