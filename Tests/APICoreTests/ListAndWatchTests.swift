import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient
import ObjectStore
import Testing

@Suite struct ListAndWatchTests {
  private func map(_ name: String, _ labels: StringMap = [:]) -> ConfigMap {
    ConfigMap {
      $0.metadata.name = name
      $0.metadata.namespace = "default"
      $0.metadata.labels = labels
    }
  }

  /// The next events of a watch, written short.
  private func next(_ watch: any WatchStream) async throws -> [String] {
    try await watch.next()?.map { event in
      switch event {
      case .added(let object): "added \(object.metadata.name ?? "")"
      case .modified(let object): "modified \(object.metadata.name ?? "")"
      case .deleted(let object):
        "deleted \(object.metadata.name ?? "")@\(object.metadata.resourceVersion ?? "")"
      case .bookmark(let version, let isEnd): "bookmark \(version)\(isEnd ? " end" : "")"
      }
    } ?? []
  }

  @Test func `selectors choose by labels and by fields`() async throws {
    let api = try await TestAPI()
    try await api.client.create(somePod("a") { $0.metadata.labels = ["tier": "web"] })
    try await api.client.create(somePod("b") { $0.metadata.labels = ["tier": "db"] })
    try await api.client.create(somePod("c"))
    func names(_ options: ListOptions) async throws -> [String] {
      try await api.client.list(Pod.self, namespace: "default", options: options).items.compactMap(
        \.metadata.name)
    }
    #expect(try await names(ListOptions(labelSelector: "tier in (web,db)")) == ["a", "b"])
    #expect(try await names(ListOptions(labelSelector: "!tier")) == ["c"])
    #expect(
      try await names(ListOptions(fieldSelector: "metadata.name!=b,status.phase=Pending")) == ["a", "c"])
    #expect(try await names(ListOptions(fieldSelector: "spec.nodeName=")) == ["a", "b", "c"])
    #expect(try await names(ListOptions(fieldSelector: "spec.hostNetwork=false")) == ["a", "b", "c"])
  }

  @Test(arguments: [
    (ListOptions(labelSelector: "a=="), 200, ""),
    (ListOptions(labelSelector: "a in b"), 400, "unable to parse requirement: "),
    (ListOptions(fieldSelector: "spec.color=red"), 400, "field label not supported: spec.color"),
    (
      ListOptions(resourceVersion: "x"), 400,
      #"resourceVersion: Invalid value: "x": strconv.ParseUint: parsing "x": invalid syntax"#
    ),
    (
      ListOptions(resourceVersionMatch: .exact), 422,
      #"ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided"#
    ),
    (ListOptions(resourceVersion: "99"), 504, "Timeout: Too large resource version: 99, current: 3"),
    (ListOptions(continueToken: "!"), 400, "continue key is not valid: !"),
  ]) func `bad list options are refused`(_ options: ListOptions, _ code: Int, _ message: String) async throws
  {
    let api = try await TestAPI()
    let error = await statusError { _ = try await api.client.list(Pod.self, options: options) }
    #expect(error?.code ?? 200 == code)
    #expect(error?.message.hasPrefix(message) ?? true)
  }

  @Test func `a page of a list that is gone is expired`() async throws {
    let api = try await TestAPI()
    for name in ["a", "b", "c"] { try await api.client.create(map(name)) }
    let page = try await api.client.list(ConfigMap.self, options: ListOptions(limit: 1))
    try await api.client.create(map("d"))
    try await api.service.store.compact(before: api.service.store.currentRevision)
    let error = await statusError {
      _ = try await api.client.list(ConfigMap.self, options: ListOptions(continueToken: page.continueToken))
    }
    #expect(error?.code == 410)
    #expect(error?.reason == .expired)
    #expect(error?.message.contains("or use the continue token in this response") == true)
    let rest = try await api.client.list(
      ConfigMap.self, options: ListOptions(limit: 2, continueToken: error?.continueToken))
    #expect(rest.items.map(\.key.name) == ["b", "c"])
    let last = try await api.client.list(
      ConfigMap.self, options: ListOptions(limit: 2, continueToken: rest.continueToken))
    #expect(last.items.map(\.key.name) == ["d"])
    let watch = await statusError {
      _ = try await api.client.watch(ConfigMap.self, options: WatchOptions(resourceVersion: "2"))
    }
    #expect(watch?.code == 410)
    #expect(watch?.message == "too old resource version: 2 (7)")
  }

  @Test func `a list's bytes are the stored bytes`() async throws {
    let api = try await TestAPI()
    for name in ["a", "b"] { try await api.client.create(map(name)) }
    let list = try api.service.list(api.target(.configMaps))
    let bytes = list.pieces(size: 100).joined()
    let parsed = try JSON.parse(Array(bytes))
    #expect(parsed["kind"] == "ConfigMapList")
    #expect(parsed["metadata"]?["resourceVersion"] == "5")
    #expect(parsed["items"]?.arrayValue?.map { $0["metadata"]?["name"] } == ["a", "b"])
  }

  @Test func `a watch begins with what exists and marks its end when asked`() async throws {
    let api = try await TestAPI()
    try await api.client.create(map("a"))
    let watch = try await api.client.watch(
      ConfigMap.self, options: KubernetesClient.WatchOptions(sendInitialEvents: true))
    #expect(try await next(watch) == ["added a", "bookmark 4 end"])
    try await api.client.create(map("b"))
    #expect(try await next(watch) == ["added b"])
    watch.cancel()
  }

  @Test func `a watch resumes from a revision`() async throws {
    let api = try await TestAPI()
    let first = try await api.client.create(map("a"))
    try await api.client.create(map("b"))
    let watch = try await api.client.watch(
      ConfigMap.self,
      options: KubernetesClient.WatchOptions(resourceVersion: first.metadata.resourceVersion))
    #expect(try await next(watch) == ["added b"])
    watch.cancel()
  }

  @Test func `an object that begins or ceases to match is added or deleted`() async throws {
    let api = try await TestAPI()
    var one = try await api.client.create(map("a", ["app": "no"]))
    let watch = try await api.client.watch(
      ConfigMap.self,
      options: KubernetesClient.WatchOptions(
        labelSelector: "app=yes", resourceVersion: one.metadata.resourceVersion))
    one.metadata.labels["app"] = "yes"
    one = try await api.client.update(one)
    #expect(try await next(watch) == ["added a"])
    one.metadata.labels["app"] = "no"
    one = try await api.client.update(one)
    #expect(try await next(watch) == ["deleted a@6"])
    one.metadata.labels["app"] = "never"
    one = try await api.client.update(one)
    one.metadata.labels["app"] = "yes"
    one = try await api.client.update(one)
    #expect(try await next(watch) == ["added a"])
    try await api.client.delete(ConfigMap.self, one.key)
    #expect(try await next(watch) == ["deleted a@9"])
    watch.cancel()
  }

  @Test func `the lines of a watch are those of the wire`() async throws {
    let api = try await TestAPI()
    let watch = try api.service.watch(api.target(.configMaps))
    try await api.client.create(map("a"))
    let batch = try #require(try await watch.next())
    let lines = String(decoding: batch.lines(of: watch.served, bookmarks: true), as: UTF8.self)
    #expect(
      lines.hasPrefix(
        #"{"type":"ADDED","object":{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a""#))
    #expect(lines.hasSuffix("}}\n"))
    watch.requestBookmark()
    let bookmark = try #require(try await watch.next())
    #expect(bookmark.isBookmark)
    let line = String(decoding: bookmark.lines(of: watch.served, bookmarks: true), as: UTF8.self)
    #expect(
      line
        == #"{"type":"BOOKMARK","object":{"kind":"ConfigMap","apiVersion":"v1","metadata":{"resourceVersion":"4","creationTimestamp":null}}}"#
        + "\n")
  }
}
