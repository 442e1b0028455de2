import APIMachinery
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct ResourceQuotaTests {
  private static func quota(_ hard: ResourceList, _ fill: (inout ResourceQuotaSpec) -> Void = { _ in })
    -> ResourceQuota
  {
    ResourceQuota {
      $0.metadata.name = "team"
      $0.metadata.namespace = "shop"
      $0.spec.hard = hard
      fill(&$0.spec)
    }
  }

  private static func pod(_ name: String, cpu: String? = nil) -> Pod {
    Pod {
      $0.metadata.name = name
      $0.metadata.namespace = "shop"
      $0.spec.containers = [
        Container {
          $0.name = "main"
          $0.image = "nginx:1"
          if let cpu { $0.resources = ResourceRequirements { $0.requests = ["cpu": Quantity(cpu) ?? .zero] } }
        }
      ]
    }
  }

  @Test func `a namespace gets as many pods as its quota allows, and new ones when others end`() throws {
    try withCluster { cluster in
      try await cluster.client.create(Self.quota(["pods": "2", "requests.cpu": "1"]))
      try await cluster.advance(1)
      try await cluster.client.create(Self.pod("a", cpu: "400m"))
      try await cluster.client.create(Self.pod("b", cpu: "400m"))
      let error = await #expect(throws: StatusError.self) {
        try await cluster.client.create(Self.pod("c", cpu: "400m"))
      }
      #expect(
        error?.message
          == "pods \"c\" is forbidden: exceeded quota: team, requested: pods=1,requests.cpu=400m, used: "
          + "pods=2,requests.cpu=800m, limited: pods=2,requests.cpu=1")
      let silent = await #expect(throws: StatusError.self) {
        try await cluster.client.create(Self.pod("d"))
      }
      #expect(
        silent?.message == "pods \"d\" is forbidden: failed quota: team: must specify requests.cpu for: main")
      try await cluster.advance(2)
      #expect(try await cluster.quota().status.used == ["pods": "2", "requests.cpu": "800m"])
      try await cluster.client.patch(
        Pod.self, ObjectKey(namespace: "shop", name: "a"), .merge(["status": ["phase": "Succeeded"]]),
        subresource: "status")
      try await cluster.advance(1)
      try await cluster.client.create(Self.pod("c", cpu: "400m"))
      try await cluster.advance(1)
      #expect(try await cluster.quota().status.used == ["pods": "2", "requests.cpu": "800m"])
    }
  }

  @Test func `a Deployment gets as far as the quota, and says why it gets no further`() throws {
    try withCluster { cluster in
      try await cluster.client.create(Self.quota(["pods": "3", "count/deployments.apps": "1"]))
      try await cluster.advance(1)
      try await cluster.client.create(someDeployment("web", replicas: 5))
      try await cluster.advance(20)
      #expect(try await cluster.pods().count == 3)
      let failure = try await cluster.deployment("web").status.conditions.first {
        $0.type == "ReplicaFailure"
      }
      #expect(
        failure?.message?.contains("exceeded quota: team, requested: pods=1, used: pods=3, limited: pods=3")
          == true)
      await #expect(throws: StatusError.self) {
        try await cluster.client.create(someDeployment("more", replicas: 1))
      }
      try await cluster.change(ResourceQuota.self, "team") { $0.spec.hard["pods"] = "5" }
      try await cluster.advance(400)
      #expect(try await cluster.pods().count == 5)
    }
  }

  @Test func `a quota with scopes counts the pods that are in them`() throws {
    try withCluster { cluster in
      try await cluster.client.create(Self.quota(["pods": "1"]) { $0.scopes = ["BestEffort"] })
      try await cluster.advance(1)
      try await cluster.client.create(Self.pod("a"))
      try await cluster.client.create(Self.pod("b", cpu: "100m"))
      await #expect(throws: StatusError.self) { try await cluster.client.create(Self.pod("c")) }
      try await cluster.client.create(Self.pod("d", cpu: "100m"))
      try await cluster.advance(1)
      #expect(try await cluster.quota().status.used == ["pods": "1"])
    }
  }

  @Test func `a pod that a later quota would refuse can be changed and ended`() throws {
    try withCluster { cluster in
      try await cluster.client.create(Self.pod("a"))
      try await cluster.client.create(Self.quota(["pods": "1", "requests.cpu": "1"]))
      try await cluster.advance(1)
      let key = ObjectKey(namespace: "shop", name: "a")
      try await cluster.client.patch(Pod.self, key, .merge(["metadata": ["labels": ["b": "c"]]]))
      try await cluster.client.delete(Pod.self, key)
      try await cluster.advance(60)
      #expect(try await cluster.quota().status.used["pods"] == "0")
    }
  }

  @Test func `a change that takes more is charged, a rehearsal is not`() throws {
    try withCluster { cluster in
      try await cluster.client.create(Self.quota(["services.loadbalancers": "1", "configmaps": "2"]))
      try await cluster.advance(1)
      let map = ConfigMap {
        $0.metadata.name = "a"
        $0.metadata.namespace = "shop"
      }
      try await cluster.client.create(map, options: WriteOptions(isDryRun: true))
      #expect(try await cluster.quota().status.used["configmaps"] == "1", "the root certificate's")
      for name in ["a", "b"] {
        try await cluster.client.create(
          Service {
            $0.metadata.name = name
            $0.metadata.namespace = "shop"
            $0.spec.ports = [ServicePort { $0.port = 80 }]
          })
      }
      let toBalancer = Patch.merge(["spec": ["type": "LoadBalancer"]])
      try await cluster.client.patch(Service.self, ObjectKey(namespace: "shop", name: "a"), toBalancer)
      #expect(try await cluster.quota().status.used["services.loadbalancers"] == "1")
      let error = await #expect(throws: StatusError.self) {
        try await cluster.client.patch(Service.self, ObjectKey(namespace: "shop", name: "b"), toBalancer)
      }
      #expect(
        error?.message
          == "services \"b\" is forbidden: exceeded quota: team, requested: services.loadbalancers=1, used: "
          + "services.loadbalancers=1, limited: services.loadbalancers=1")
      try await cluster.client.patch(
        Service.self, ObjectKey(namespace: "shop", name: "a"), .merge(["spec": ["type": "ClusterIP"]]))
      try await cluster.advance(1)
      try await cluster.client.patch(Service.self, ObjectKey(namespace: "shop", name: "b"), toBalancer)
    }
  }

  @Test(
    arguments: [
      (["pod": "1"], [], "spec.hard[pod]: Invalid value: \"pod\": must be a standard resource for quota"),
      (["pods": "-1"], [], "spec.hard[pods]: Invalid value: \"-1\": must be greater than or equal to 0"),
      (
        ["pods": "1"], ["BestEffort", "NotBestEffort"],
        "spec.scopes: Invalid value: [\"BestEffort\",\"NotBestEffort\"]: conflicting scopes"
      ),
      (
        ["services": "1"], ["Terminating"],
        "spec.scopes: Invalid value: [\"Terminating\"]: unsupported scope applied to resource"
      ),
    ] as [(ResourceList, [String], String)])
  func `a quota that makes no sense is refused`(hard: ResourceList, scopes: [String], problem: String) throws
  {
    try withCluster { cluster in
      let error = await #expect(throws: StatusError.self) {
        try await cluster.client.create(Self.quota(hard) { $0.scopes = scopes })
      }
      #expect(error?.message == "ResourceQuota \"team\" is invalid: \(problem)")
    }
  }
}

extension TestCluster {
  fileprivate func quota() async throws -> ResourceQuota {
    try await client.get(ResourceQuota.self, ObjectKey(namespace: "shop", name: "team"))
  }
}
