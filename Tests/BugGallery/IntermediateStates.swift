import APIMachinery
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient

/// The operator dies between two writes, and does not go on where it was.
enum IntermediateStates {
  static let all = [rabbitmq782, mongodb578, mongodb579, casskop370, nifikop130, cass1023, xtradb896]

  static let rabbitmq782 = Specimen(
    name: "rabbitmq-operator-782", bugClass: .intermediate,
    mechanism:
      "To enlarge the volumes the operator deletes the StatefulSet, enlarges the claims, makes the set anew. "
      + "After a crash behind the first step there is no set to compare with, and the claims are never enlarged.",
    controllers: { isFixed in
      [
        Operator.controller("rabbitmq") { look in
          guard let cached = look.database, let database = try await look.same(cached) else { return .done }
          if let set = look.set, set.metadata.annotations["storage"] != database.storage {
            try await look.deleteSet(uid: set.metadata.uid)
            if !isFixed { try await enlarge(look, database) }
          }
          if isFixed { try await enlarge(look, database) }
          if look.set == nil { try await look.keepSet(of: database) }
          return .done
        }
      ]
    }, story: Story.resize)

  private static func enlarge(_ look: Operator, _ database: Database) async throws {
    for claim in try await look.liveClaims() where gibibytes(claim.storage) < gibibytes(database.storage) {
      let storage: JSON = ["resources": ["requests": ["storage": .string(database.storage)]]]
      try await look.client.patch(PersistentVolumeClaim.self, claim.key, .merge(["spec": storage]))
    }
  }

  // MARK: Two Secrets

  static let mongodb578 = certificates(
    "mongodb-operator-578",
    "Two certificates are made together when the first is missing; after a crash between them the second "
      + "never is.", ["db-ssl", "db-ssl-internal"])

  static let xtradb896 = certificates(
    "xtradb-operator-896",
    "As mongodb-operator-578, when a proxy is switched on that needs them.", ["db-ssl", "db-ssl-internal"],
    option: "proxysql")

  /// An operator that makes two Secrets.
  private static func certificates(
    _ name: String, _ mechanism: String, _ secrets: [String], option: String? = nil
  ) -> Specimen {
    Specimen(
      name: name, bugClass: .intermediate, mechanism: mechanism,
      controllers: { isFixed in
        [
          Controller(name) { key, context in
            let look = Operator(key: key, context: context)
            guard let database = look.database else { return .done }
            if let option, database.option(option) != "on" { return .done }
            let isFirstMissing = look.cache.get(Secret.self, look.named(secrets[0])) == nil
            for secret in secrets {
              let isMissing = look.cache.get(Secret.self, look.named(secret)) == nil
              guard isFixed ? isMissing : isFirstMissing else { continue }
              try await look.makeOnce(Secret.self, secret, of: database)
            }
            return .done
          }.for(Database.self).owns(Secret.self)
        ]
      }, story: Story.options([["other": "on"], [option ?? "other": "on"]]))
  }

  static let cass1023 = Specimen(
    name: "cass-operator-1023", bugClass: .intermediate,
    mechanism:
      "The authority of a data centre and the keystore that it signs are made together when the authority is missing. "
      + "After a crash between them the pods wait for the keystore for ever.",
    controllers: { isFixed in
      [
        Operator.controller("cass") { look in
          guard let database = look.database else { return .done }
          let (authority, keystore) = ("db-ca-keystore", "db-keystore")
          if look.cache.get(Secret.self, look.named(authority)) == nil {
            try await look.makeOnce(Secret.self, authority, of: database)
            if !isFixed { try await look.makeOnce(Secret.self, keystore, of: database) }
          }
          if isFixed, look.cache.get(Secret.self, look.named(keystore)) == nil {
            try await look.makeOnce(Secret.self, keystore, of: database)
          }
          try await look.keepSet(of: database, annotations: ["mounts": keystore])
          return .done
        }.owns(Secret.self)
      ]
    },
    story: { cluster in
      try await Story.apply(1, in: cluster)
      try await cluster.eventually("a running member", within: .seconds(900)) {
        try await cluster.list(Pod.self).map(\.status.phase) == ["Running"]
      }
    })

  static let mongodb579 = Specimen(
    name: "mongodb-operator-579", bugClass: .intermediate,
    mechanism:
      "With cert-manager an issuer is made, and then the certificate. After a crash between them the issuer "
      + "exists already, which the operator takes for a failure of cert-manager, and falls back to another way.",
    controllers: { isFixed in
      [
        Controller("mongodb") { key, context in
          let look = Operator(key: key, context: context)
          guard let database = look.database, look.cache.get(Secret.self, look.named("db-ssl")) == nil else {
            return .done
          }
          var signer = "cert-manager"
          do {
            try await look.make(ConfigMap.self, "db-issuer", of: database)
          } catch let error as StatusError {
            if !isFixed || !error.isAlreadyExists { signer = "self" }
          }
          let way = signer
          try await look.makeOnce(
            Secret.self, "db-ssl", of: database, fill: { $0.metadata.annotations["signed-by"] = way })
          return .done
        }.for(Database.self).owns(Secret.self).owns(ConfigMap.self)
      ]
    }, story: Story.options([["other": "on"]]))

  // MARK: Steps

  static let casskop370 = Specimen(
    name: "casskop-370", bugClass: .intermediate,
    mechanism:
      "The last member goes in two steps: the set is scaled to nothing, and the claim deleted in the same "
      + "breath. After a crash between them nothing reminds of the claim.",
    controllers: { isFixed in
      [
        Operator.controller("casskop") { look in
          guard let cached = look.database, let database = try await look.same(cached) else { return .done }
          let current = try await look.client.find(StatefulSet.self, look.key).map {
            Int($0.spec.replicas ?? 1)
          }
          if current != database.replicas { try await look.keepSet(of: database) }
          let isShrinking = (current ?? 0) > database.replicas
          guard isShrinking || isFixed else { return .done }
          for claim in try await look.liveClaims() where claim.memberNumber >= database.replicas {
            try await look.delete(claim)
          }
          return .done
        }
      ]
    },
    story: { cluster in
      try await Story.apply(1, in: cluster)
      try await Story.pods(1, in: cluster)
      try await Story.apply(0, in: cluster)
      try await Story.pods(0, in: cluster)
      try await cluster.advance(by: .seconds(60))
    })

  static let nifikop130 = Specimen(
    name: "nifikop-130", bugClass: .intermediate,
    mechanism:
      "A changed configuration is written to the ConfigMap, then the status says that it is out of sync, then the pod "
      + "is restarted. After a crash behind the first step the ConfigMap is as wanted, and the pod keeps what it has.",
    controllers: { isFixed in
      [
        Operator.controller("nifikop") { look in
          guard let cached = look.database, let database = try await look.same(cached) else { return .done }
          let wanted = database.option("config") ?? ""
          let seen = look.cache.get(ConfigMap.self, look.named("db-config"))
          // A pod that restarts takes what the ConfigMap says, and not what the cache says of it.
          let config = isFixed ? try await look.client.find(ConfigMap.self, look.named("db-config")) : seen
          var isOutOfSync = database.note("config") == "OutOfSync"
          if let config, config.data["value"] != wanted {
            try await look.client.patch(
              ConfigMap.self, config.key, .merge(["data": ["value": .string(wanted)]]))
            try await look.note("config", "OutOfSync", database)
            isOutOfSync = true
          } else if config == nil {
            try await look.makeOnce(
              ConfigMap.self, "db-config", of: database, fill: { $0.data["value"] = wanted })
          }
          try await look.keepSet(of: database)
          let old = try await look.livePods().filter { $0.metadata.annotations["config"] != wanted }
          let isSettled = old.isEmpty && database.note("config") == "InSync"
          guard isOutOfSync || (isFixed && !isSettled) else { return .done }
          for pod in old where !pod.metadata.isBeingDeleted {
            try await tolerating(.notFound) { try await look.client.delete(Pod.self, pod.key) }
          }
          if let live = try await look.same(database) { try await look.note("config", "InSync", live) }
          return .done
        }.owns(ConfigMap.self)
      ]
    },
    story: { cluster in
      try await Story.apply(1, options: ["config": "1"], in: cluster)
      try await Story.pods(1, in: cluster)
      try await Story.apply(1, options: ["config": "2"], in: cluster)
      try await cluster.advance(by: .seconds(60))
    })
}
