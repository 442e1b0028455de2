import APIMachinery
import KubernetesAPI
import KubernetesClient

extension ClientConformance {
  static let watchChecks: [Check] = [
    Check("a watch tells of every change in order") { context in
      let start = try await context.client.list(ConfigMap.self, namespace: context.namespace).resourceVersion
      var reader = try await context.watch(WatchOptions(resourceVersion: start, timeoutSeconds: 60))
      try await context.client.create(context.configMap("w"))
      try await context.client.update(context.configMap("w", data: ["key": "2"]))
      try await context.client.delete(ConfigMap.self, context.key("w"))
      let events = try await reader.events(3)
      try requireEqual(events, ["added w", "modified w", "deleted w"], "the events")
      try requireEqual(reader.last?.data["key"], "2", "the last state of a deleted object")
      reader.cancel()
    },
    Check("a watch goes on where another ended") { context in
      let first = try await context.client.create(context.configMap("before"))
      try await context.client.create(context.configMap("after"))
      var reader = try await context.watch(
        WatchOptions(resourceVersion: first.metadata.resourceVersion, timeoutSeconds: 60))
      let events = try await reader.events(1)
      try requireEqual(events, ["added after"], "the events")
      reader.cancel()
    },
    Check("a watch can begin with what is there") { context in
      try await context.createConfigMaps("init", count: 3)
      let options = WatchOptions(
        labelSelector: "prefix=init", allowBookmarks: true, sendInitialEvents: true, timeoutSeconds: 60)
      var reader = try await context.watch(options)
      let events = try await reader.events(4)
      try requireEqual(
        events, ["added init-00", "added init-01", "added init-02", "initial events end"], "the events")
      try await context.client.create(context.configMap("init-99", labels: ["prefix": "init"]))
      let next = try await reader.events(1)
      try requireEqual(next, ["added init-99"], "the event after the start")
      reader.cancel()
    },
    Check("leaving a selector looks like a deletion") { context in
      let start = try await context.client.list(ConfigMap.self, namespace: context.namespace).resourceVersion
      var reader = try await context.watch(
        WatchOptions(labelSelector: "in=yes", resourceVersion: start, timeoutSeconds: 60))
      try await context.client.create(context.configMap("moves"))
      try await context.client.update(context.configMap("moves", labels: ["in": "yes"]))
      try await context.client.update(context.configMap("moves", labels: ["in": "no"]))
      let events = try await reader.events(2)
      try requireEqual(events, ["added moves", "deleted moves"], "the events")
      reader.cancel()
    },
    Check("a watch ends when its time is over") { context in
      let stream = try await context.client.watch(
        CheckContext.configMaps, namespace: context.namespace, options: WatchOptions(timeoutSeconds: 1))
      while let events = try await stream.next() { try require(!events.isEmpty, "a batch has events") }
    },
    Check("a cancelled watch ends") { context in
      let start = try await context.client.list(ConfigMap.self, namespace: context.namespace).resourceVersion
      let stream = try await context.client.watch(
        CheckContext.configMaps, namespace: context.namespace,
        options: WatchOptions(resourceVersion: start, timeoutSeconds: 60))
      async let batch = stream.next()
      stream.cancel()
      let end = try await batch
      try require(end == nil, "the stream gives nothing more")
    },
  ]
}

/// Reads a watch and writes down what it tells.
private struct WatchReader {
  let stream: any WatchStream
  var last: ConfigMap?
  private var pending: [String] = []

  init(_ stream: any WatchStream) { self.stream = stream }

  /// The next events, bookmarks left out but for the one that ends the initial state.
  mutating func events(_ count: Int) async throws -> [String] {
    while pending.count < count, let batch = try await stream.next() {
      for event in batch { note(event) }
    }
    let taken = Array(pending.prefix(count))
    pending.removeFirst(taken.count)
    return taken
  }

  private mutating func note(_ event: WatchEvent) {
    switch event {
    case .added(let object): note("added", object)
    case .modified(let object): note("modified", object)
    case .deleted(let object): note("deleted", object)
    case .bookmark(_, let initialEventsEnd): if initialEventsEnd { pending.append("initial events end") }
    }
  }

  private mutating func note(_ word: String, _ object: DynamicObject) {
    last = object.view()
    if object.metadata.name != "kube-root-ca.crt" { pending.append("\(word) \(object.metadata.name ?? "")") }
  }

  func cancel() { stream.cancel() }
}

extension CheckContext {
  fileprivate func watch(_ options: WatchOptions) async throws -> WatchReader {
    WatchReader(try await client.watch(Self.configMaps, namespace: namespace, options: options))
  }
}
