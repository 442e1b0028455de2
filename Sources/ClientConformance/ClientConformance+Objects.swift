import APIMachinery
import KubernetesAPI
import KubernetesClient

extension ClientConformance {
  static let objectChecks: [Check] = [
    Check("a created object has its identity") { context in
      let created = try await context.client.create(context.configMap("one"))
      let metadata = created.metadata
      try require(metadata.uid?.count == 36, "the uid is a UUID")
      try require(metadata.creationTimestamp != nil, "the creation time is set")
      try require(UInt64(metadata.resourceVersion ?? "") ?? 0 > 0, "the resource version is a number")
      try requireEqual(created.kind, "ConfigMap", "the kind")
      try requireEqual(created.apiVersion, "v1", "the version")
      let read = try await context.client.get(ConfigMap.self, context.key("one"))
      try requireEqual(read.fields, created.fields, "what is read")
    },
    Check("any text comes back as it was") { context in
      let data: StringMap = [
        "quotes": "\"\\/\u{8}\u{c}\n\r\t\u{0}\u{1f}", "unicode": "Grüße, 世界 🚀 \u{2028}\u{2029}\u{7f}",
        "html": "<a href='x'>&amp;</a>", "long": String(repeating: "0123456789abcdef", count: 20_000),
        "empty": "",
      ]
      let created = try await context.client.create(context.configMap("texts", data: data))
      try requireEqual(created.data, data, "what create gives")
      let read = try await context.client.get(ConfigMap.self, context.key("texts"))
      try requireEqual(read.data, data, "what get gives")
    },
    Check("a name is generated") { context in
      var map = context.configMap("x")
      map.metadata.name = nil
      map.metadata.generateName = "made-"
      let first = try await context.client.create(map)
      let second = try await context.client.create(map)
      let name = first.metadata.name ?? ""
      try require(name.hasPrefix("made-") && name.utf8.count == 10, "\(name) is the prefix and five letters")
      try require(name != second.metadata.name, "two generated names differ")
    },
    Check("a second object of a name is refused") { context in
      try await context.client.create(context.configMap("twin"))
      let error = try await requireError(409, .alreadyExists, "the second create") {
        try await context.client.create(context.configMap("twin"))
      }
      try requireEqual(error.message, "configmaps \"twin\" already exists", "the message")
      try requireEqual(error.details?.name, "twin", "the name in the details")
    },
    Check("an object that is not there is not found") { context in
      let error = try await requireError(404, .notFound, "get") {
        _ = try await context.client.get(ConfigMap.self, context.key("absent"))
      }
      try requireEqual(error.message, "configmaps \"absent\" not found", "the message")
      try requireEqual(error.details?.kind, "configmaps", "the kind in the details")
      try await requireError(404, .notFound, "update") {
        try await context.client.update(context.configMap("absent"))
      }
      try await requireError(404, .notFound, "patch") {
        try await context.client.patch(ConfigMap.self, context.key("absent"), .merge(["data": [:]]))
      }
      try await requireError(404, .notFound, "delete") {
        try await context.client.delete(ConfigMap.self, context.key("absent"))
      }
      let found = try await context.client.find(ConfigMap.self, context.key("absent"))
      try require(found == nil, "find gives nothing")
    },
    Check("the group of a kind stands in its errors") { context in
      let error = try await requireError(404, .notFound, "get") {
        _ = try await context.client.get(Deployment.self, context.key("absent"))
      }
      try requireEqual(error.message, "deployments.apps \"absent\" not found", "the message")
      try requireEqual(error.details?.group, "apps", "the group in the details")
    },
    Check("an object without a namespace has a cluster of its own") { context in
      let name = "\(context.namespace.prefix(40))-class"
      let created = try await context.client.create(
        PriorityClass {
          $0.metadata.name = name
          $0.value = 1000
        })
      try require(created.metadata.namespace == nil, "there is no namespace")
      let read = try await context.client.get(PriorityClass.self, ObjectKey(name: name))
      try requireEqual(read.value, 1000, "the value")
      try await context.client.delete(PriorityClass.self, ObjectKey(name: name))
    },
  ]
}
