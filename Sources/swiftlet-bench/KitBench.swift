import APIMachinery
import ControlPlane
import ControllerRuntime
import ControllerTesting
import KubernetesAPI
import KubernetesClient
import Simulation

/// What the test kit costs: the start of a cluster, a time-out of ten minutes, and many seeds of a test under all faults.
struct KitBench {
  let seeds: UInt64
  private static let key = ObjectKey(namespace: "default", name: "web")

  func run() async throws {
    if seeds == 1 { return try census() }
    if seeds == 2 { return try plain() }
    if seeds == 3 { return try profiled() }
    if seeds == 4 { return try repeated("start", aim: "5 ms", start(.all)) }
    // On the first thread, for a tool that counts instructions.
    if seeds <= 40 { return try Simulation.run { _ in try await exploration() } }
    try repeated("start of a simulated cluster, all loops", aim: "5 ms", start(.all))
    try repeated("start of a simulated cluster, no loops", aim: "5 ms", start(.none))
    try timeout(.all, "all loops")
    try timeout(.only(["deployment", "replicaset"]), "two loops")
    try await exploration()
  }

  // MARK: A start

  /// From nothing to filled caches.
  private func start(_ loops: LoopSelection) -> (UInt64) throws -> Void {
    { seed in
      try SimulatedCluster.run(seed: seed, options: ControlPlaneOptions(loops: loops)) { cluster in
        try await cluster.advance(by: .milliseconds(1))
      }
    }
  }

  /// A Deployment without nodes that gives up after its progress deadline.
  private func timeout(_ loops: LoopSelection, _ name: String) throws {
    try repeated("test of a time-out of ten minutes, \(name)", aim: "5 ms") { seed in
      try SimulatedCluster.run(seed: seed, options: ControlPlaneOptions(loops: loops)) { cluster in
        try await cluster.apply(Self.deployment(replicas: 1))
        try await cluster.eventually("the progress deadline", within: .seconds(900)) {
          try await cluster.client.get(Deployment.self, Self.key).status.conditions.contains {
            $0.type == "Progressing" && $0.reason == "ProgressDeadlineExceeded"
          }
        }
      }
    }
  }

  private func repeated(_ name: String, aim: String, _ body: (UInt64) throws -> Void) throws {
    for seed in 1...5 { try body(UInt64(seed)) }
    let count = 100
    let start = Meter.now
    for seed in 1...count { try body(UInt64(seed)) }
    let cost = Meter.now - start
    Figures.print(
      name,
      [
        ("wall", cost.wall / Double(count) * 1000, "ms"), ("CPU", cost.cpu / Double(count) * 1000, "ms"),
      ], peer: "aim: \(aim)")
  }

  // MARK: Many seeds

  private func exploration() async throws {
    let (report, cost) = try await Meter.measure {
      try await explore(
        seeds: 1...seeds, faults: .all, controllers: [Self.census], Self.story)
    }
    Figures.print(
      "explore: 10 pods, a node group, a controller, all faults",
      [
        ("seeds", Double(report.runs), ""), ("faults", Double(report.faults), ""), ("wall", cost.wall, "s"),
        ("CPU", cost.cpu, "s"), ("a seed", cost.cpu / Double(report.runs) * 1000, "ms CPU"),
        ("resident", Double(Meter.residentBytes) / 1e6, "MB"),
      ], peer: "aim: 1,000 seeds in 10 s")
  }

  @Sendable private static func story(_ cluster: SimulatedCluster) async throws {
    try await cluster.apply(ground)
    try await cluster.apply(deployment(replicas: 10))
    try await cluster.eventually("ten pods, counted", within: .seconds(3600), step: .seconds(5)) {
      let map = try await cluster.client.find(
        ConfigMap.self, ObjectKey(namespace: "default", name: "web-census"))
      return map?.data["ready"] == "10"
    }
  }

  /// Twenty runs on the first thread, for a tool that counts instructions: `valgrind --tool=callgrind swiftlet-bench kit 3`.
  /// Their number says more than milliseconds do on a machine that others use, too.
  private func profiled() throws {
    var options = ControlPlaneOptions()
    options.writesEvents = false
    for seed in UInt64(1)...20 {
      try SimulatedCluster.run(
        seed: seed, options: options, controllers: [Self.census], keepsBytes: true
      ) { cluster in
        try await Self.story(cluster)
        try await cluster.settle()
      }
    }
  }

  private func plain() throws {
    for loops in [LoopSelection.all, .without(["cluster-autoscaler"])] {
      var (commits, jobs, looks) = (0, 0, 0)
      let start = Meter.now
      for seed in UInt64(1)...40 {
        let counts = try SimulatedCluster.run(
          seed: seed, options: ControlPlaneOptions(loops: loops), controllers: [Self.census], keepsBytes: true
        ) { cluster in
          try await Self.story(cluster)
          try await cluster.settle()
          return (cluster.history.events.count, Int(cluster.stepCount), Int(cluster.trace.count))
        }
        commits += counts.0
        jobs += counts.1
        looks += counts.2
      }
      let cost = Meter.now - start
      Figures.print(
        "plain runs",
        [
          ("CPU", cost.cpu / 40 * 1000, "ms"), ("commits", Double(commits) / 40, ""),
          ("looks", Double(looks) / 40, ""), ("jobs", Double(jobs) / 40, ""),
        ])
    }
  }

  /// One run without faults: what was written, and how often each loop looked.
  private func census() throws {
    try SimulatedCluster.run(
      options: ControlPlaneOptions(traceCapacity: 100_000), controllers: [Self.census]
    ) { cluster in
      try await Self.story(cluster)
      try await cluster.settle()
      var looks: [String: Int] = [:]
      for record in cluster.trace.records { looks[record.controller, default: 0] += 1 }
      for (resource, added, modified, deleted) in cluster.history.counts {
        print("\(resource): \(added) added, \(modified) modified, \(deleted) deleted")
      }
      print(looks.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
      print(
        "\(cluster.trace.count) looks, \(cluster.history.events.count) commits, \(cluster.stepCount) jobs")
    }
  }

  /// Writes down beside each Deployment how many of its pods are ready.
  private static let census = Controller("census", for: Deployment.self) { deployment, context in
    guard !deployment.metadata.isBeingDeleted else { return .done }
    let pods = context.cache.list(
      Pod.self, namespace: deployment.key.namespace, labels: deployment.spec.selector.matchLabels)
    let ready = pods.count { $0.status.conditions.isConditionTrue("Ready") }
    let key = ObjectKey(namespace: deployment.key.namespace, name: "\(deployment.key.name)-census")
    _ = try await context.client.createOrPatch(ConfigMap.self, key) { map in
      map.data["ready"] = String(ready)
      try map.setControllerReference(deployment)
    }
    return .done
  }
  .owns(ConfigMap.self)
  .watches(Pod.self) { change, cache in
    cache.list(Deployment.self, namespace: change.object.key.namespace)
      .filter { $0.spec.selector.matchLabels.isSubset(of: change.object.metadata.labels) }.map(\.key)
  }

  private static func deployment(replicas: Int) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replicas: \(replicas)
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: web, image: "web:1", ports: [{containerPort: 80}]}]}
    """
  }

  private static var ground: String {
    let ground = Ground(subnets: ["10.0.0.0/24"])
    return ground.manifest + "\n---\n" + ground.nodeGroup(min: 2, desired: 2, max: 3)
  }
}
