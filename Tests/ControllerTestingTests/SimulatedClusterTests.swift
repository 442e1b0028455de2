import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Testing

@Suite struct SimulatedClusterTests {
  private static let key = ObjectKey(namespace: "default", name: "web")

  private static let web = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replicas: 3
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: web, image: "nginx:1.29"}]}
    """

  @Test func `a deployment without nodes comes to rest with pending pods`() throws {
    let phases = try SimulatedCluster.run(seed: 3) { cluster in
      try await cluster.apply(Self.web)
      try await cluster.settle()
      return try await cluster.client.list(Pod.self, namespace: "default").items.map(\.status.phase)
    }
    #expect(phases == ["Pending", "Pending", "Pending"])
  }

  @Test func `a condition is waited for in virtual time`() throws {
    let waited = try SimulatedCluster.run { cluster in
      let start = cluster.now
      try await cluster.apply(Self.web)
      try await cluster.eventually("the progress deadline", within: .seconds(900)) {
        try await cluster.client.get(Deployment.self, Self.key).status.conditions.contains {
          $0.type == "Progressing" && $0.reason == "ProgressDeadlineExceeded"
        }
      }
      return cluster.now - start
    }
    #expect(waited >= .seconds(600))
    #expect(waited <= .seconds(610))
  }

  @Test(arguments: [LoopSelection.none, .all])
  func `nothing of a cluster is left in memory when its run has ended`(_ loops: LoopSelection) throws {
    let remains = try SimulatedCluster.run(
      options: ControlPlaneOptions(loops: loops), controllers: [Mirror.controller(.none)]
    ) { cluster in
      let ground = Ground(subnets: ["10.0.0.0/24"])
      try await cluster.apply(ground.manifest + "\n---\n" + ground.nodeGroup(min: 1, desired: 1, max: 1))
      try await cluster.apply(Self.web)
      try await cluster.settle()
      #expect(cluster.history.events.count > 3)
      return Remains(of: cluster)
    }
    #expect(remains.names == [])
  }

  @Test func `a condition that does not come true fails with the seed and the reconciles before`() throws {
    let failure = #expect(throws: ExpectationFailure.self) {
      try SimulatedCluster.run(seed: 5) { cluster in
        try await cluster.apply(Self.web)
        try await cluster.eventually("a running pod", within: .seconds(30)) {
          try await cluster.client.list(Pod.self).items.contains { $0.status.phase == "Running" }
        }
      }
    }
    #expect(failure?.message == "a running pod did not hold within 30.0 seconds")
    #expect(failure?.seed == 5)
    #expect(failure?.lastReconciles.isEmpty == false)
  }

  @Test func `a controller under test runs beside the built-in loops`() throws {
    let labeler = Controller("labeler") { key, context in
      guard let pod = context.cache.get(Pod.self, key), pod.metadata.labels["seen"] == nil else {
        return .done
      }
      try await context.client.patch(Pod.self, key, .merge(["metadata": ["labels": ["seen": "yes"]]]))
      return .done
    }.for(Pod.self)
    let labels = try SimulatedCluster.run(seed: 2, controllers: [labeler]) { cluster in
      try await cluster.apply(Self.web)
      try await cluster.settle()
      try await cluster.always("three labelled pods", for: .seconds(60)) {
        try await cluster.client.list(Pod.self, namespace: "default").items.count == 3
      }
      return try await cluster.client.list(Pod.self, namespace: "default").items.map {
        $0.metadata.labels["seen"]
      }
    }
    #expect(labels == ["yes", "yes", "yes"])
  }

  @Test func `a kind that is not served is named`() throws {
    let error = #expect(throws: UnservedKind.self) {
      try SimulatedCluster.run { cluster in
        try await cluster.apply("{apiVersion: example.com/v1, kind: Teapot, metadata: {name: a}}")
      }
    }
    #expect(error?.description == "no matches for kind \"Teapot\" in version \"example.com/v1\"")
  }
}

/// What is still there of a cluster.
private struct Remains: Sendable {
  private struct Part: Sendable {
    let name: String
    weak let object: (any AnyObject & Sendable)?
  }

  private let parts: [Part]

  init(of cluster: SimulatedCluster) {
    parts = [
      Part(name: "API", object: cluster.plane.service), Part(name: "manager", object: cluster.plane.manager),
      Part(name: "history", object: cluster.history), Part(name: "trace", object: cluster.trace),
    ]
  }

  var names: [String] { parts.filter { $0.object != nil }.map(\.name) }
}
