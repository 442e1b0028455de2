import APIMachinery
import KubernetesAPI
import KubernetesClient

extension ClientConformance {
  static let deleteChecks: [Check] = [
    Check("a deleted object is gone") { context in
      let created = try await context.client.create(context.configMap("gone"))
      try await context.client.delete(ConfigMap.self, context.key("gone"))
      let found = try await context.client.find(ConfigMap.self, context.key("gone"))
      try require(found == nil, "it is not found")
      let again = try await context.client.create(context.configMap("gone"))
      try require(again.metadata.uid != created.metadata.uid, "another of the name is another object")
    },
    Check("preconditions hold a deletion back") { context in
      let created = try await context.client.create(context.configMap("guarded"))
      try await requireError(409, .conflict, "another uid") {
        try await context.client.delete(
          ConfigMap.self, context.key("guarded"),
          options: DeleteOptions(preconditionUID: "00000000-0000-4000-8000-000000000000"))
      }
      try await requireError(409, .conflict, "another version") {
        try await context.client.delete(
          ConfigMap.self, context.key("guarded"), options: DeleteOptions(preconditionResourceVersion: "1"))
      }
      try await context.client.delete(
        ConfigMap.self, context.key("guarded"),
        options: DeleteOptions(
          preconditionUID: created.metadata.uid,
          preconditionResourceVersion: created.metadata.resourceVersion))
    },
    Check("a finalizer keeps an object") { context in
      var map = context.configMap("final")
      map.metadata.finalizers = ["example.com/wait"]
      try await context.client.create(map)
      let dying = try await context.client.delete(ConfigMap.self, context.key("final"))
      try require(dying.metadata.deletionTimestamp != nil, "it is being deleted")
      let kept = try await context.client.get(ConfigMap.self, context.key("final"))
      try require(kept.metadata.deletionTimestamp != nil, "it is still there")
      try await context.client.patch(
        ConfigMap.self, context.key("final"), .merge(["metadata": ["finalizers": nil]]))
      let found = try await context.client.find(ConfigMap.self, context.key("final"))
      try require(found == nil, "it goes with its last finalizer")
    },
    Check("a collection is deleted by selector") { context in
      try await context.createConfigMaps("many", count: 4)
      try await context.client.deleteCollection(
        CheckContext.configMaps, namespace: context.namespace,
        list: ListOptions(labelSelector: "prefix=many,parity=odd"), options: DeleteOptions())
      let left = try await context.client.list(
        ConfigMap.self, namespace: context.namespace, options: ListOptions(labelSelector: "prefix=many"))
      try requireEqual(left.items.compactMap(\.metadata.name), ["many-00", "many-02"], "what is left")
    },
    Check("a bound pod gets its grace period") { context in
      try await context.client.create(context.pod("graceful"))
      try await context.bind("graceful", to: "some-node")
      let dying = try await context.client.delete(Pod.self, context.key("graceful"))
      try requireEqual(dying.metadata.deletionGracePeriodSeconds, 30, "the grace period")
      try await context.client.delete(
        Pod.self, context.key("graceful"), options: DeleteOptions(gracePeriodSeconds: 0))
      let found = try await context.client.find(Pod.self, context.key("graceful"))
      try require(found == nil, "a grace period of zero ends it")
    },
  ]

  static let subresourceChecks: [Check] = [
    Check("a pod is bound once") { context in
      try await context.client.create(context.pod("bound"))
      try await context.bind("bound", to: "node-a")
      let pod = try await context.client.get(Pod.self, context.key("bound"))
      try requireEqual(pod.spec.nodeName, "node-a", "the node")
      let isScheduled = pod.status.conditions.first { $0.type == "PodScheduled" }?.status
      try requireEqual(isScheduled, "True", "the condition PodScheduled")
      try await requireError(409, .conflict, "the second binding") {
        try await context.bind("bound", to: "node-b")
      }
    },
    Check("scale is read and written") { context in
      try await context.client.create(context.deployment("scaled", replicas: 2))
      let scale = try await context.client.get(
        CheckContext.deployments, context.key("scaled"), subresource: "scale", options: GetOptions())
      try requireEqual(scale.kind, "Scale", "the kind")
      try requireEqual(scale.fields["spec"]?["replicas"], 2, "the replicas")
      let patched = try await context.client.patch(
        CheckContext.deployments, context.key("scaled"), subresource: "scale",
        patch: .merge(["spec": ["replicas": 7]]), options: WriteOptions())
      try requireEqual(patched.fields["spec"]?["replicas"], 7, "the replicas of the answer")
      let deployment = try await context.client.get(Deployment.self, context.key("scaled"))
      try requireEqual(deployment.spec.replicas, 7, "the replicas of the deployment")
    },
    Check("an eviction deletes") { context in
      try await context.client.create(context.pod("evicted"))
      _ = try await context.client.create(
        CheckContext.pods, context.key("evicted"), subresource: "eviction",
        object: DynamicObject {
          $0.apiVersion = "policy/v1"
          $0.kind = "Eviction"
          $0.metadata.name = "evicted"
          $0.metadata.namespace = context.namespace
        }, options: WriteOptions())
      let found = try await context.client.find(Pod.self, context.key("evicted"))
      try require(found == nil || found?.metadata.deletionTimestamp != nil, "the pod goes")
    },
    Check("an unknown subresource is not found") { context in
      try await context.client.create(context.configMap("flat"))
      try await requireError(404, .notFound, "status of a config map") {
        _ = try await context.client.get(
          CheckContext.configMaps, context.key("flat"), subresource: "status", options: GetOptions())
      }
    },
  ]
}

extension CheckContext {
  fileprivate func bind(_ pod: String, to node: String) async throws {
    _ = try await client.create(
      Self.pods, key(pod), subresource: "binding",
      object: DynamicObject {
        $0.apiVersion = "v1"
        $0.kind = "Binding"
        $0.metadata.name = pod
        $0.metadata.namespace = namespace
        $0.fields["target"] = ["apiVersion": "v1", "kind": "Node", "name": .string(node)]
      }, options: WriteOptions())
  }
}
