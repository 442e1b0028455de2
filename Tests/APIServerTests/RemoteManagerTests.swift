import APICore
import APIMachinery
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import RemoteClient
import Testing

/// Controllers over HTTPS: the same code as in the process, on the other side of a connection.
@Suite struct RemoteManagerTests {
  private static let lease = ObjectKey(namespace: "default", name: "labels")

  /// Copies the label `team` of each ConfigMap into its data.
  private static var controller: Controller {
    Controller("labels", for: ConfigMap.self) { map, context in
      guard let team = map.metadata.labels["team"] else { return .done }
      try await context.apply(
        ConfigMap {
          $0.metadata.name = map.metadata.name
          $0.metadata.namespace = map.metadata.namespace
          $0.data = ["team": team]
        })
      context.events.normal(map, "Labelled", "the team is \(team)")
      return .done
    }
  }

  private static func options(_ identity: String) -> ManagerOptions {
    ManagerOptions(
      watchTimeout: .seconds(1),
      leaderElection: LeaderElection(
        lease: lease, identity: identity, times: LeaseTimes(retryPeriod: .milliseconds(50))))
  }

  private func map(_ name: String) -> ConfigMap {
    ConfigMap {
      $0.metadata.name = name
      $0.metadata.namespace = "default"
      $0.metadata.labels = ["team": "blue"]
      $0.data = ["kept": "yes"]
    }
  }

  /// Waits until `condition` holds.
  private func eventually(_ condition: () async throws -> Bool) async throws {
    for _ in 0..<2000 {
      if try await condition() { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("it did not come to be")
  }

  @Test func `a manager works over TLS, through watches that end, and gives its lease up in the end`()
    async throws
  {
    try await TestServer.run { server in
      let admin = server.service.client(as: .admin, fieldManager: "test")
      try await server.client { client in
        let manager = Manager(client: client, world: .system(), options: Self.options("one"))
        manager.add(Self.controller)
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await manager.run() }
          // Longer than a watch lasts, so that some are resumed.
          for number in 0..<6 {
            try await admin.create(map("m\(number)"))
            try await eventually {
              try await admin.get(ConfigMap.self, map("m\(number)").key).data == [
                "kept": "yes", "team": "blue",
              ]
            }
            try await Task.sleep(for: .milliseconds(300))
          }
          #expect(manager.readiness.isHealthy)
          #expect(client.metricsText().contains("code=\"200\""))
          manager.shutDown()
          try await group.waitForAll()
        }
        let lease = try await admin.get(Lease.self, Self.lease)
        #expect(lease.spec.holderIdentity == "")
        let events = try await admin.list(Event.self, namespace: "default").items
        #expect(events.filter { $0.reason == "Labelled" }.count == 6)
        let lists = manager.trace.records.count
        #expect(lists >= 6)
      }
    }
  }

  @Test func `a second process waits over TLS, and leads at once when the first one ends`() async throws {
    try await TestServer.run { server in
      let admin = server.service.client(as: .admin, fieldManager: "test")
      try await server.client { first in
        try await server.client { second in
          let managers = [
            Manager(client: first, world: .system(), options: Self.options("one")),
            Manager(client: second, world: .system(), options: Self.options("two")),
          ]
          for manager in managers { manager.add(Self.controller) }
          try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await managers[0].run() }
            try await eventually { managers[0].health.isLeader }
            group.addTask { try await managers[1].run() }
            try await eventually { managers[1].readiness.isHealthy }
            #expect(!managers[1].health.isLeader)
            managers[0].shutDown()
            try await eventually { managers[1].health.isLeader }
            try await admin.create(map("a"))
            try await eventually { try await admin.get(ConfigMap.self, map("a").key).data["team"] == "blue" }
            managers[1].shutDown()
            try await group.waitForAll()
          }
        }
      }
    }
  }
}
