import APIMachinery
import KubernetesAPI
import KubernetesClient

extension ClientConformance {
  static let patchChecks: [Check] = [
    Check("a merge patch sets and removes") { context in
      try await context.client.create(context.configMap("merge", data: ["a": "1", "b": "2"]))
      let patched = try await context.client.patch(
        ConfigMap.self, context.key("merge"), .merge(["data": ["a": nil, "c": "3"]]))
      try requireEqual(patched.data, ["b": "2", "c": "3"], "the data")
    },
    Check("a JSON patch is all or nothing") { context in
      try await context.client.create(context.configMap("json", data: ["a": "1"]))
      let good: JSON = [
        ["op": "test", "path": "/data/a", "value": "1"],
        ["op": "add", "path": "/metadata/labels", "value": ["b.io/c": "1"]],
        ["op": "replace", "path": "/metadata/labels/b.io~1c", "value": "2"],
      ]
      let patched = try await context.client.patch(ConfigMap.self, context.key("json"), .json(good))
      try requireEqual(patched.metadata.labels, ["b.io/c": "2"], "the labels")
      let bad: JSON = [
        ["op": "replace", "path": "/data/a", "value": "9"],
        ["op": "test", "path": "/data/a", "value": "1"],
      ]
      try await requireError(422, .invalid, "a test that fails") {
        try await context.client.patch(ConfigMap.self, context.key("json"), .json(bad))
      }
      let read = try await context.client.get(ConfigMap.self, context.key("json"))
      try requireEqual(read.data["a"], "1", "the value after the failed patch")
    },
    Check("a strategic merge patch knows lists by their keys") { context in
      try await context.client.create(context.deployment("smp"))
      let patch: JSON = [
        "spec": ["template": ["spec": ["containers": [["name": "side", "image": "busybox:1.37"]]]]]
      ]
      let patched = try await context.client.patch(
        Deployment.self, context.key("smp"), .strategicMerge(patch))
      let names = patched.spec.template.spec.containers.map(\.name)
      try requireEqual(names.sorted(), ["main", "side"], "the containers")
    },
    Check("a patch with a stale version is a conflict") { context in
      let first = try await context.client.create(context.configMap("stale"))
      try await context.client.update(context.configMap("stale", data: ["key": "new"]))
      let version = JSON.string(first.metadata.resourceVersion ?? "")
      try await requireError(409, .conflict, "the patch") {
        try await context.client.patch(
          ConfigMap.self, context.key("stale"),
          .merge(["metadata": ["resourceVersion": version], "data": ["key": "old"]]))
      }
    },
    Check("a patch that is not one is refused") { context in
      try await context.client.create(context.configMap("odd"))
      try await requireError(400, .badRequest, "a JSON patch that is an object") {
        try await context.client.patch(ConfigMap.self, context.key("odd"), .json(["op": "add"]))
      }
    },
  ]

  static let applyChecks: [Check] = [
    Check("apply creates and owns") { context in
      let applied = try await context.client.apply(
        context.configMap("owned", data: ["a": "1"]), fieldManager: "alice")
      let managed = applied.metadata.fields["managedFields"]?.arrayValue ?? []
      try requireEqual(managed.first?["manager"], "alice", "the manager")
      try requireEqual(managed.first?["operation"], "Apply", "the operation")
    },
    Check("apply removes what its owner leaves out") { context in
      try await context.client.apply(
        context.configMap("shrink", data: ["a": "1", "b": "2"]), fieldManager: "alice")
      let second = try await context.client.apply(
        context.configMap("shrink", data: ["b": "2"]), fieldManager: "alice")
      try requireEqual(second.data, ["b": "2"], "the data")
    },
    Check("apply of a field of another is a conflict unless forced") { context in
      try await context.client.apply(context.configMap("fight", data: ["a": "1"]), fieldManager: "alice")
      let error = try await requireError(409, .conflict, "the second manager") {
        try await context.client.apply(context.configMap("fight", data: ["a": "2"]), fieldManager: "bob")
      }
      try require(error.message.contains("conflict with \"alice\""), "the message names the owner: \(error)")
      try requireEqual(error.details?.causes.first?.field, ".data.a", "the field of the cause")
      let forced = try await context.client.apply(
        context.configMap("fight", data: ["a": "2"]), fieldManager: "bob", force: true)
      try requireEqual(forced.data["a"], "2", "the value after force")
    },
  ]
}
