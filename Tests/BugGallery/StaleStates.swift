import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient

/// After a restart the operator sees a past state, and acts on it.
enum StaleStates {
  static let all = [
    zookeeper312, cassandra402, rabbitmq648, zookeeper314, cassandra407, rabbitmq653, yugabyte36, mongodb433,
  ]

  // MARK: A deletion that is over

  static let zookeeper312 = recreated(
    "zookeeper-operator-312",
    "A deletion timestamp of the former cluster of that name makes the operator delete the claims of the present one, "
      + "which it lists by name."
  ) { look, database, isFixed in
    for claim in try await look.liveClaims()
    where !isFixed || claim.metadata.labels["uid"] == database.metadata.uid {
      try await look.delete(claim)
    }
  }

  static let cassandra402 = recreated(
    "cassandra-operator-402",
    "As zookeeper-operator-312, with claims chosen by the labels of data centre and cluster, which two clusters of one "
      + "name share."
  ) { look, database, isFixed in
    let uid = isFixed ? ",uid=\(database.metadata.uid ?? "")" : ""
    let claims = try await look.client.list(
      PersistentVolumeClaim.self, namespace: look.key.namespace,
      options: ListOptions(labelSelector: "database=\(look.key.name)\(uid)"))
    for claim in claims.items { try await look.delete(claim) }
  }

  static let rabbitmq648 = recreated(
    "rabbitmq-operator-648",
    "A deletion timestamp of the former cluster makes the operator delete the StatefulSet of the present one."
  ) { look, database, isFixed in
    guard let set = try await look.client.find(StatefulSet.self, look.key) else { return }
    guard isFixed else { return try await look.deleteSet() }
    if set.metadata.controller?.uid == database.metadata.uid {
      try await look.deleteSet(uid: set.metadata.uid)
    }
  }

  /// An operator that cleans up in `atEnd` when its database is being deleted.
  private static func recreated(
    _ name: String, _ mechanism: String,
    atEnd: @escaping @Sendable (Operator, Database, _ isFixed: Bool) async throws -> Void
  ) -> Specimen {
    Specimen(
      name: name, bugClass: .stale, mechanism: mechanism,
      controllers: { isFixed in
        [
          Operator.controller(name) { look in
            guard let database = look.database else { return .done }
            guard database.metadata.isBeingDeleted else {
              try await look.keepSet(of: database)
              return .done
            }
            try await atEnd(look, database, isFixed)
            let live = try await look.liveDatabase()
            if let live, live.metadata.uid == database.metadata.uid {
              _ = try await look.client.removeFinalizer(Operator.finalizer, from: live)
            }
            return .done
          }
        ]
      }, story: Story.recreate)
  }

  // MARK: A wish that is over

  static let zookeeper314 = Specimen(
    name: "zookeeper-operator-314", bugClass: .stale,
    mechanism:
      "A past number of replicas makes the operator scale the set down and delete the claim of a member in use.",
    controllers: { isFixed in
      [
        Operator.controller("zookeeper") { look in
          guard let cached = look.database else { return .done }
          guard let set = look.set else {
            try await look.keepSet(of: cached)
            return .done
          }
          guard let database = isFixed ? try await look.same(cached) : cached else { return .done }
          if Int(set.spec.replicas ?? 1) != database.replicas {
            try await look.scaleSet(to: database.replicas)
          }
          for claim in try await look.liveClaims() where claim.memberNumber >= database.replicas {
            try await look.delete(claim)
          }
          return .done
        }
      ]
    }, story: Story.scaleDownAndUp)

  static let cassandra407 = Specimen(
    name: "cassandra-operator-407", bugClass: .stale,
    mechanism:
      "A past view of a pod on its way out makes the operator delete the claim that the pod of the same name "
      + "uses now.",
    controllers: { isFixed in
      [
        Operator.controller("cassandra") { look in
          guard let cached = look.database else { return .done }
          try await look.keepSet(of: cached)
          for pod in look.pods where pod.metadata.isBeingDeleted {
            if isFixed, try await isInUse(pod, look) { continue }
            let key = look.named("data-\(pod.key.name)")
            if let claim = try await look.client.find(PersistentVolumeClaim.self, key) {
              try await look.delete(claim)
            }
          }
          return .done
        }
      ]
    }, story: Story.scaleDownAndUp)

  /// Whether the claim of a pod that was seen on its way out belongs to another one by now, or soon.
  private static func isInUse(_ pod: Pod, _ look: Operator) async throws -> Bool {
    if let live = try await look.client.find(Pod.self, pod.key) {
      return live.metadata.uid != pod.metadata.uid
    }
    return pod.memberNumber < (try await look.liveDatabase()?.replicas ?? 0)
  }

  static let rabbitmq653 = Specimen(
    name: "rabbitmq-operator-653", bugClass: .stale,
    mechanism:
      "A size of the storage in the spec that differs from that of the StatefulSet, one of which is past, makes the "
      + "operator delete the StatefulSet of today, to make it anew.",
    controllers: { isFixed in
      [
        Operator.controller("rabbitmq") { look in
          guard let database = look.database else { return .done }
          guard let set = look.set else {
            try await look.keepSet(of: database)
            return .done
          }
          let current = set.metadata.annotations["storage"] ?? ""
          let differs =
            isFixed ? gibibytes(current) < gibibytes(database.storage) : current != database.storage
          if differs { try await look.deleteSet(uid: isFixed ? set.metadata.uid : nil) }
          return .done
        }
      ]
    }, story: Story.resize)

  // MARK: An option that is over

  static let yugabyte36 = optional(
    "yugabyte-operator-36",
    "A past spec without a port for the user interface makes the operator delete the Service of today.",
    option: "ui", Service.self
  ) {
    $0.spec.ports = [ServicePort { $0.port = 7000 }]
  }

  static let mongodb433 = optional(
    "mongodb-operator-433",
    "A past spec without sharding makes the operator delete the config servers of today.",
    option: "sharding", ConfigMap.self)

  /// An operator that keeps an object while an option is on.
  private static func optional<Kind: Resource>(
    _ name: String, _ mechanism: String, option: String, _ kind: Kind.Type,
    _ fill: @escaping @Sendable (inout Kind) -> Void = { _ in }
  ) -> Specimen {
    Specimen(
      name: name, bugClass: .stale, mechanism: mechanism,
      controllers: { isFixed in
        [
          Controller(name) { key, context in
            let look = Operator(key: key, context: context)
            guard let database = look.database else { return .done }
            let object = look.cache.get(kind, look.named("db-\(option)"))
            if database.option(option) == "on" {
              guard object == nil else { return .done }
              let isWanted = { (database: Database) in database.option(option) == "on" }
              try await look.makeOnce(kind, "db-\(option)", of: database, isWanted: isWanted, fill: fill)
              return .done
            }
            guard let object else { return .done }
            if isFixed, try await look.liveDatabase()?.option(option) == "on" { return .done }
            try await tolerating(.notFound) { try await look.client.delete(kind, object.key) }
            return .done
          }.for(Database.self).owns(kind)
        ]
      }, story: Story.options([[option: "on"], ["other": "on"], [option: "on"]]))
  }
}
