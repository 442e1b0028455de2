import APIMachinery
import KubernetesAPI
import KubernetesClient

extension ClientConformance {
  static let listChecks: [Check] = [
    Check("a list is in the order of names and knows its version") { context in
      try await context.createConfigMaps("cm", count: 5)
      let list = try await context.client.list(ConfigMap.self, namespace: context.namespace)
      let names = list.items.compactMap(\.metadata.name).filter { $0.hasPrefix("cm-") }
      try requireEqual(names, ["cm-00", "cm-01", "cm-02", "cm-03", "cm-04"], "the names")
      let newest = list.items.compactMap { UInt64($0.metadata.resourceVersion ?? "") }.max() ?? 0
      try require(UInt64(list.resourceVersion) ?? 0 >= newest, "the list is as new as its newest item")
      try requireEqual(list.items.first?.kind, "ConfigMap", "the kind of an item")
    },
    Check("an empty list is no error") { context in
      let list = try await context.client.list(Pod.self, namespace: context.namespace)
      try requireEqual(list.items.count, 0, "the number of items")
      try require(!list.resourceVersion.isEmpty, "the version is set")
    },
    Check("selectors choose") { context in
      try await context.createConfigMaps("sel", count: 4)
      func names(_ options: ListOptions) async throws -> [String] {
        let list = try await context.client.list(
          ConfigMap.self, namespace: context.namespace, options: options)
        return list.items.compactMap(\.metadata.name)
      }
      let even = try await names(ListOptions(labelSelector: "prefix=sel,parity in (even)"))
      try requireEqual(even, ["sel-00", "sel-02"], "by labels")
      let odd = try await names(ListOptions(labelSelector: "prefix,parity!=even"))
      try requireEqual(odd, ["sel-01", "sel-03"], "by inequality")
      let one = try await names(ListOptions(fieldSelector: "metadata.name=sel-01"))
      try requireEqual(one, ["sel-01"], "by field")
    },
    Check("a list comes in pages of one version") { context in
      try await context.createConfigMaps("page", count: 7)
      var options = ListOptions(labelSelector: "prefix=page", limit: 3)
      var names: [String] = []
      var versions: [String] = []
      repeat {
        let page = try await context.client.list(
          CheckContext.configMaps, namespace: context.namespace, options: options)
        try require(page.items.count <= 3, "a page has at most three items")
        names += page.items.compactMap(\.metadata.name)
        versions.append(page.resourceVersion)
        if versions.count == 1 { try await context.client.create(context.configMap("page-99")) }
        options.continueToken = page.continueToken
      } while options.continueToken?.isEmpty == false
      let expected = (0..<7).map { "page-0\($0)" }
      try requireEqual(names, expected, "the names of all pages")
      try requireEqual(Set(versions).count, 1, "the number of versions")
    },
    Check("a list of all namespaces has this one in it") { context in
      try await context.client.create(context.configMap("here", labels: ["where": context.namespace]))
      let list = try await context.client.list(
        ConfigMap.self, options: ListOptions(labelSelector: "where=\(context.namespace)"))
      try requireEqual(list.items.map(\.key), [context.key("here")], "the keys")
    },
    Check("a bad selector or token is refused") { context in
      for selector in ["a=b=c", "x in", "!", "=v"] {
        try await requireError(400, .badRequest, "the label selector \(selector)") {
          _ = try await context.client.list(
            ConfigMap.self, namespace: context.namespace, options: ListOptions(labelSelector: selector))
        }
      }
      try await requireError(400, .badRequest, "a field that cannot be selected by") {
        _ = try await context.client.list(
          ConfigMap.self, namespace: context.namespace, options: ListOptions(fieldSelector: "data.x=1"))
      }
      try await requireError(400, .badRequest, "a token that is none") {
        _ = try await context.client.list(
          ConfigMap.self, namespace: context.namespace, options: ListOptions(limit: 1, continueToken: "%%%"))
      }
    },
  ]
}
