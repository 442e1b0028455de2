import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient

/// The operator needs to have seen a state that came and went.
enum UnobservedStates {
  static let all = [cassandra398, casskop342, rabbitmq758, xtradb918, mongodb585, yugabyte39]

  static let cassandra398 = Specimen(
    name: "cassandra-operator-398", bugClass: .unobserved,
    mechanism:
      "The claim of a pod is deleted when the pod is seen on its way out. A pod that goes unseen leaves it.",
    controllers: { isFixed in
      [
        Operator.controller("cassandra") { look in
          guard let cached = look.database else { return .done }
          try await look.keepSet(of: cached)
          guard let database = try await look.same(cached) else { return .done }
          let going = Set(look.pods.filter(\.metadata.isBeingDeleted).map(\.memberNumber))
          for claim in try await look.liveClaims() where claim.memberNumber >= database.replicas {
            if isFixed || going.contains(claim.memberNumber) { try await look.delete(claim) }
          }
          return .done
        }
      ]
    },
    story: { cluster in
      try await Story.apply(2, in: cluster)
      try await Story.pods(2, in: cluster)
      try await Story.apply(1, in: cluster)
      try await Story.pods(1, in: cluster)
      try await cluster.advance(by: .seconds(60))
    })

  static let casskop342 = Specimen(
    name: "casskop-342", bugClass: .unobserved,
    mechanism: "A rack is given up only if it was seen with no members wanted before it left the spec.",
    controllers: { isFixed in
      [
        Operator.controller("casskop") { look in
          guard let database = look.database else { return .done }
          try await look.keepSet(of: database) { database in
            let rack = database.option("rack").flatMap { Int($0) }
            return isFixed ? rack ?? 0 : rack
          }
          return .done
        }
      ]
    },
    story: { cluster in
      try await Story.apply(1, options: ["rack": "1"], in: cluster)
      try await Story.pods(1, in: cluster)
      try await Story.apply(1, options: ["rack": "0"], in: cluster)
      try await cluster.advance(by: .seconds(30))
      try await Story.apply(1, options: ["other": "on"], in: cluster)
      try await cluster.advance(by: .seconds(90))
    })

  // MARK: Members that stay

  static let rabbitmq758 = growing(
    "rabbitmq-operator-758",
    "A lower number of replicas is passed over in silence, so that how many members there are depends on whether the "
      + "higher one was seen.")

  static let yugabyte39 = growing(
    "yugabyte-operator-39",
    "As rabbitmq-operator-758, for tablet servers: what is left of a scale-up depends on whether it was seen."
  )

  /// An operator that never scales down.
  private static func growing(_ name: String, _ mechanism: String) -> Specimen {
    Specimen(
      name: name, bugClass: .unobserved, mechanism: mechanism,
      controllers: { isFixed in
        [
          Operator.controller(name) { look in
            guard let database = look.database else { return .done }
            let current = try await look.client.find(StatefulSet.self, look.key)?.spec.replicas ?? 0
            try await look.keepSet(of: database) { isFixed ? $0.replicas : max($0.replicas, Int(current)) }
            if isFixed { try await removeClaims(look, database) { $0.replicas } }
            return .done
          }
        ]
      }, story: Story.scaleUpAndDown)
  }

  // MARK: Claims that stay

  static let xtradb918 = leaving(
    "xtradb-operator-918",
    "The claims of members that were scaled away stay: which there are depends on whether the scale-up was seen.",
    story: Story.scaleUpAndDown
  ) { $0.replicas }

  static let mongodb585 = leaving(
    "mongodb-operator-585",
    "The member that stands in for an arbiter leaves its claim when the arbiter comes back: it is there only if the "
      + "state without an arbiter was seen.",
    story: { cluster in
      try await Story.apply(2, options: ["arbiter": "on"], in: cluster)
      try await Story.pods(1, in: cluster)
      try await Story.apply(2, options: ["other": "on"], in: cluster)
      try await cluster.advance(by: .seconds(20))
      try await Story.apply(2, options: ["arbiter": "on"], in: cluster)
      try await cluster.advance(by: .seconds(120))
    }
  ) { $0.option("arbiter") == "on" ? $0.replicas - 1 : $0.replicas }

  /// An operator that forgets the claims of members that it scales away.
  private static func leaving(
    _ name: String, _ mechanism: String, story: @escaping @Sendable (SimulatedCluster) async throws -> Void,
    members: @escaping @Sendable (Database) -> Int
  ) -> Specimen {
    Specimen(
      name: name, bugClass: .unobserved, mechanism: mechanism,
      controllers: { isFixed in
        [
          Operator.controller(name) { look in
            guard let database = look.database else { return .done }
            try await look.keepSet(of: database, replicas: members)
            if isFixed { try await removeClaims(look, database, members) }
            return .done
          }
        ]
      }, story: story)
  }

  /// Deletes the claims of members that are not wanted any more.
  private static func removeClaims(
    _ look: Operator, _ database: Database, _ members: (Database) -> Int
  ) async throws {
    guard let live = try await look.same(database) else { return }
    for claim in try await look.liveClaims() where claim.memberNumber >= members(live) {
      try await look.delete(claim)
    }
  }
}
