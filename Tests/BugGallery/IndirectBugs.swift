import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient

/// Plain mistakes that the perturbations bring to light.
///
/// The descriptions of cassandra-operator-400 and 410 tell the mechanism; those of the others tell the symptom, and
/// the mechanism is our reading of it.
enum IndirectBugs {
  static let all = [cassandra400, cassandra410, mongodb434, mongodb590, mongodb591, zookeeper410]

  // MARK: Decommissioning

  static let cassandra400 = Specimen(
    name: "cassandra-operator-400", bugClass: .indirect,
    mechanism:
      "The last pod of a list that is in no order (a Go map) is taken for the newest. When another is decommissioned than "
      + "the one that the StatefulSet would remove, that waits for ever for the first to become ready.",
    needsNoFault: true,
    controllers: { isFixed in [decommissioning(choosesByNumber: isFixed, recommissions: false)] },
    story: { cluster in
      try await Story.apply(2, in: cluster)
      try await Story.pods(2, in: cluster)
      try await Story.apply(1, in: cluster)
      try await Story.pods(1, in: cluster)
    })

  static let cassandra410 = Specimen(
    name: "cassandra-operator-410", bugClass: .indirect,
    mechanism:
      "A member is decommissioned in one look and removed in the next. When the user wants it back between "
      + "the two, it stays decommissioned for ever.",
    controllers: { isFixed in [decommissioning(choosesByNumber: true, recommissions: isFixed)] },
    story: { cluster in
      try await Story.apply(2, in: cluster)
      try await Story.pods(2, in: cluster)
      try await Story.apply(1, in: cluster)
      try await cluster.advance(by: .seconds(20))
      try await Story.apply(2, in: cluster)
      try await Story.pods(2, in: cluster)
      try await cluster.advance(by: .seconds(60))
    })

  /// An operator that takes a member out of use before it removes it.
  private static func decommissioning(choosesByNumber: Bool, recommissions: Bool) -> Controller {
    Operator.controller("cassandra") { look in
      guard let cached = look.database, let database = try await look.same(cached) else { return .done }
      guard let set = try await look.client.find(StatefulSet.self, look.key) else {
        try await look.keepSet(of: database)
        return .done
      }
      let pods = try await look.livePods()
      let retired = pods.filter { $0.metadata.annotations[World.decommissioned] != nil }
      let current = Int(set.spec.replicas ?? 1)
      guard database.replicas < current else {
        for pod in retired where recommissions && !pod.metadata.isBeingDeleted {
          try await annotate(pod, nil, look)
        }
        if database.replicas > current { try await look.scaleSet(to: database.replicas) }
        return .done
      }
      if !retired.isEmpty {
        try await look.scaleSet(to: database.replicas)
        return .done
      }
      let newest = choosesByNumber ? pods.first { $0.memberNumber == current - 1 } : pods.anyOrder(look).last
      if let newest { try await annotate(newest, "yes", look) }
      return .done
    }
  }

  private static func annotate(_ pod: Pod, _ value: JSON, _ look: Operator) async throws {
    try await look.client.patch(
      Pod.self, pod.key, .merge(["metadata": ["annotations": [World.decommissioned: value]]]))
  }

  // MARK: Others

  static let mongodb434 = Specimen(
    name: "mongodb-operator-434", bugClass: .indirect,
    mechanism:
      "The operator reads the config servers' set where the spec says that there is one, without asking "
      + "whether it was found, and breaks down for good when it was not.",
    controllers: { isFixed in
      [
        Operator.controller("mongodb") { look in
          guard let cached = look.database, let database = try await look.same(cached) else { return .done }
          try await look.keepSet(of: database)
          let config = try await look.client.find(ConfigMap.self, look.named("db-cfg"))
          guard database.option("sharding") == "on" else {
            try await look.note("sharded", nil, database)
            return .done
          }
          let isFirst = database.note("sharded") == nil
          try await look.note("sharded", "yes", database)
          guard config == nil else { return .done }
          guard isFirst || isFixed else {
            throw TerminalError("invalid memory address or nil pointer dereference")
          }
          try await look.makeOnce(ConfigMap.self, "db-cfg", of: database)
          return .done
        }.owns(ConfigMap.self)
      ]
    }, story: Story.options([["other": "on"], ["sharding": "on"]]))

  static let mongodb590 = Specimen(
    name: "mongodb-operator-590", bugClass: .indirect,
    mechanism:
      "At the end of a cluster its certificate is deleted, by name; a look that comes late deletes that of the "
      + "next cluster of the name.",
    controllers: { isFixed in
      [
        Controller("mongodb") { key, context in
          let look = Operator(key: key, context: context)
          let secret = look.cache.get(Secret.self, look.named("db-ssl"))
          guard let secret else {
            guard let database = look.database, let live = try await look.same(database) else { return .done }
            let new = Secret {
              $0.metadata.namespace = key.namespace
              $0.metadata.name = "db-ssl"
              $0.metadata.annotations["of"] = live.metadata.uid
            }
            try await tolerating(.alreadyExists) { try await look.client.create(new) }
            return .done
          }
          guard secret.metadata.annotations["of"] != look.database?.metadata.uid else { return .done }
          if isFixed, try await look.liveDatabase()?.metadata.uid == secret.metadata.annotations["of"] {
            return .done
          }
          try await tolerating(.notFound, .conflict) {
            try await look.client.delete(
              Secret.self, secret.key,
              options: DeleteOptions(preconditionUID: isFixed ? secret.metadata.uid : nil))
          }
          return .done
        }.for(Database.self).watches(Secret.self) { _ in [Story.key] }
      ]
    },
    story: { cluster in
      for _ in 0..<2 {
        try await Story.apply(1, in: cluster)
        try await cluster.advance(by: .seconds(20))
        try await cluster.client.delete(Database.self, Story.key)
        try await cluster.advance(by: .seconds(20))
      }
      try await Story.apply(1, in: cluster)
      try await cluster.advance(by: .seconds(60))
    })

  static let mongodb591 = Specimen(
    name: "mongodb-operator-591", bugClass: .indirect,
    mechanism:
      "That the members were joined as a shard is noted when it is done, and it is done only on the look at "
      + "which sharding is switched on. A look that fails in between is never made up for.",
    controllers: { isFixed in
      [
        Operator.controller("mongodb") { look in
          guard let cached = look.database, let database = try await look.same(cached) else { return .done }
          try await look.keepSet(of: database)
          guard database.option("sharding") == "on" else {
            try await look.note("sharded", nil, database)
            return .done
          }
          let isFirst = database.note("sharded") == nil
          if isFirst { try await look.note("sharded", "yes", database) }
          if isFirst || (isFixed && database.note("added-as-shard") == nil) {
            try await look.note("added-as-shard", "yes", database)
          }
          return .done
        }
      ]
    }, story: Story.options([["other": "on"], ["sharding": "on"]]))

  static let zookeeper410 = Specimen(
    name: "zookeeper-operator-410", bugClass: .indirect,
    mechanism:
      "A ConfigMap that does not name the present cluster as its owner is thrown away and made anew; whether it "
      + "does is asked of what may be the past.",
    controllers: { isFixed in
      [
        Controller("zookeeper") { key, context in
          let look = Operator(key: key, context: context)
          guard let database = look.database else { return .done }
          guard let map = look.cache.get(ConfigMap.self, look.named("db-config")) else {
            try await look.makeOnce(ConfigMap.self, "db-config", of: database)
            return .done
          }
          guard map.metadata.controller?.uid != database.metadata.uid else { return .done }
          if isFixed, try await look.same(database) == nil { return .done }
          try await tolerating(.notFound, .conflict) {
            try await look.client.delete(
              ConfigMap.self, map.key,
              options: DeleteOptions(preconditionUID: isFixed ? map.metadata.uid : nil))
          }
          return .done
        }.for(Database.self).owns(ConfigMap.self).watches(ConfigMap.self) { _ in [Story.key] }
      ]
    },
    story: { cluster in
      try await Story.apply(1, in: cluster)
      try await cluster.advance(by: .seconds(20))
      try await cluster.client.delete(Database.self, Story.key)
      try await cluster.advance(by: .seconds(20))
      try await Story.apply(1, in: cluster)
      try await cluster.advance(by: .seconds(60))
    })
}

extension [Pod] {
  /// The pods as a Go map gives them: in an order that is drawn anew for each look.
  fileprivate func anyOrder(_ look: Operator) -> [Pod] {
    var pods = self
    for position in pods.indices.dropFirst() {
      let other = look.context.world.random.next(below: UInt64(position + 1))
      pods.swapAt(position, Int(other))
    }
    return pods
  }
}
