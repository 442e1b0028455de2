import APIMachinery
import ControllerRuntime
import CustomResources
import KubernetesAPI
import KubernetesClient

/// A service outside of the cluster.
protocol Buckets: Sendable {
  func create(_ name: String) async throws
  /// - Returns: Whether it is gone.
  func delete(_ name: String) async throws -> Bool
}

/// What `controllers-guide.md` shows.
enum GuideSnippets {
  static var drain: Controller {
    Controller("drain", for: Node.self) { node, context in
      let pods = context.cache.list(Pod.self, index: "spec.nodeName", node.key.name)
      context.log.info("\(pods.count) pods")
      return .done
    }
    .index(Pod.self, "spec.nodeName") { $0.spec.nodeName.map { [$0] } ?? [] }
  }

  static func pace(_ controller: Controller) -> Controller {
    controller
      .concurrency(8)  // keys at once; one key never twice at once
      .timeout(.seconds(30))  // a look is cancelled then
      .rateLimits(
        RateLimits(backoffMin: .milliseconds(50), backoffMax: .seconds(60), rate: 20, burst: 200))
  }

  static func finalizer(_ buckets: any Buckets) -> Controller {
    Controller("bucket", for: Shelf.self) { shelf, context in
      try await buckets.create(shelf.key.name)  // the finalizer is there already
      return .done
    }
    .finalizer("example.com/bucket", on: Shelf.self) { shelf, context in
      try await buckets.delete(shelf.key.name) ? .done : .requeue(after: .seconds(10))
    }
  }

  static func apply(_ key: ObjectKey, _ context: ReconcileContext) async throws {
    try await context.apply(
      Deployment {
        $0.metadata.namespace = key.namespace
        $0.metadata.name = "web"
        $0.spec.replicas = 3
      })
  }

  static func createOrPatch(_ key: ObjectKey, _ context: ReconcileContext) async throws {
    try await context.client.createOrPatch(ConfigMap.self, key) { map in
      map.data["color"] = "blue"
    }
    try await context.client.modify(ConfigMap.self, key) { map in
      map.data["color"] = "green"
    }
  }

  static func condition(_ shelf: Shelf, _ context: ReconcileContext) async throws {
    try await context.setCondition("Ready", .false, reason: "NoCups", message: "2 of 3 cups", on: shelf)
  }

  static func events(_ shelf: Shelf, _ context: ReconcileContext) {
    context.events.normal(shelf, "Filled", "All cups are there")
    context.events.warning(shelf, "Broken", "A cup fell")
  }

  static var policies: Controller {
    Controller("policies") { key, context in
      context.log.info("looked at")
      return .done
    }
    .watchesResources(
      namedBy: CustomResourceDefinition.self, { $0.servedResources }
    ) { change, resource, cache in
      [change.object.key]
    }
  }
}

extension CustomResourceDefinition {
  /// The resource in its first version.
  fileprivate var servedResources: [GroupVersionResource] {
    spec.versions.prefix(1).map {
      GroupVersionResource(group: spec.group, version: $0.name, resource: spec.names.plural)
    }
  }
}
