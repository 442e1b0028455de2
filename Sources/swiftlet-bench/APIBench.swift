import APICore
import APIMachinery
import ControlPlane
import ControllerRuntime
import KubernetesAPI
import KubernetesClient
import ObjectStore

/// The API alone, through the client in this process, on the durable store: no loops.
struct APIBench {
  let objects: Int

  func run() async throws {
    try await BenchCluster.withStore { store in
      let plane = ControlPlane(
        store: store, world: .system(), options: ControlPlaneOptions(latencyScale: 0, runsLoops: false))
      try await plane.prepare()
      let client = plane.service.client(as: .admin, fieldManager: "bench")
      try await create(client, store)
      try await update(client)
      try await read(client, store)
      try await watch(client, store)
    }
  }

  private func create(_ client: LocalClient, _ store: ObjectStore) async throws {
    let before = Meter.residentBytes
    let (_, cost) = try await Meter.measure { try await spread { try await client.create(pod($0)) } }
    report("create \(objects) pods of 2 KB, 64 at once", cost, peer: "0.72 ms CPU each, ConfigMaps of 1 KiB")
    let size = try store.list(resource: "pods").objects.reduce(0) { $0 + $1.bytes.count }
    let resident = Double(Meter.residentBytes - before) / Double(objects)
    let json = Double(size) / Double(objects)
    Figures.print(
      "memory",
      [
        ("JSON", json, "B an object"), ("resident", resident, "B"),
        ("overhead", resident - json * 1.5, "B over 1.5 x"),
      ],
      peer: "14.1 KiB an object of 1 KiB")
  }

  private func update(_ client: LocalClient) async throws {
    let (_, cost) = try await Meter.measure {
      try await spread { number in
        var pod = try await client.get(Pod.self, key(number))
        pod.metadata.labels["round"] = "2"
        try await client.update(pod)
      }
    }
    report("get and update \(objects) pods, 64 at once", cost, peer: "0.95 + 0.35 ms CPU each")
  }

  private func read(_ client: LocalClient, _ store: ObjectStore) async throws {
    let (_, gets) = try await Meter.measure {
      for number in 0..<objects { _ = try await client.get(Pod.self, key(number)) }
    }
    report("get \(objects) pods as trees", gets, peer: "0.35 ms CPU each")
    let (_, trees) = try await Meter.measure { _ = try await client.list(Pod.self) }
    report("list \(objects) pods as trees", trees, peer: "12 us CPU an item")
    let (_, bytes) = try Meter.measureNow { try store.list(resource: "pods").objects.count }
    report("list \(objects) pods as bytes", bytes, peer: "12 us CPU an item")
  }

  private func watch(_ client: LocalClient, _ store: ObjectStore) async throws {
    let updates = 2000
    let (_, alone) = try await Meter.measure { try await touch(client, updates, "alone") }
    report("2000 updates, nobody watching", alone, count: updates)
    let (_, watched) = try await Meter.measure {
      try await withThrowingTaskGroup(of: Void.self) { group in
        let last = store.currentRevision
        for _ in 0..<100 {
          let watch = try store.watch(resource: "pods", from: last)
          group.addTask {
            var seen = 0
            for try await batch in watch {
              seen += batch.events.count
              if seen >= updates { return }
            }
          }
        }
        try await touch(client, updates, "watched")
        try await group.waitForAll()
      }
    }
    report("2000 updates, 100 watchers", watched, count: updates, peer: "1.75 ms CPU an update")
  }

  private func touch(_ client: LocalClient, _ count: Int, _ value: String) async throws {
    try await spread(count) { number in
      try await client.patch(
        Pod.self, key(number),
        .merge(.object(["metadata": .object(["labels": .object(["round": .string(value)])])])))
    }
  }

  // MARK: Work

  private func spread(_ count: Int? = nil, _ work: @escaping @Sendable (Int) async throws -> Void)
    async throws
  {
    let count = count ?? objects
    try await withThrowingTaskGroup(of: Void.self) { group in
      for lane in 0..<64 {
        group.addTask { for number in stride(from: lane, to: count, by: 64) { try await work(number) } }
      }
      try await group.waitForAll()
    }
  }

  private func report(_ what: String, _ cost: Cost, count: Int? = nil, peer: String = "") {
    let count = Double(count ?? objects)
    Figures.print(
      what,
      [
        ("wall", cost.wall, "s"), ("each", cost.cpu / count * 1e6, "us CPU"),
        ("rate", count / cost.wall, "/s"),
      ],
      peer: peer)
  }

  private func key(_ number: Int) -> ObjectKey { ObjectKey(namespace: "default", name: "pod-\(number)") }

  private func pod(_ number: Int) -> Pod {
    Pod {
      $0.metadata.name = "pod-\(number)"
      $0.metadata.namespace = "default"
      $0.metadata.labels = ["app": "load", "number": "\(number)"]
      $0.spec.containers = [
        Container {
          $0.name = "app"
          $0.image = "registry.example/app:1.0"
          $0.env = (0..<6).map { index in
            EnvVar {
              $0.name = "SETTING_\(index)"
              $0.value = "the value of setting number \(index), as long as such values are"
            }
          }
        }
      ]
    }
  }
}

extension Meter {
  static func measureNow<Result>(_ work: () throws -> Result) rethrows -> (Result, Cost) {
    let start = now
    let result = try work()
    return (result, now - start)
  }
}
