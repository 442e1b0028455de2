import APIMachinery
import KubernetesAPI
import KubernetesClient

extension ClientConformance {
  static let refusalChecks: [Check] = [
    Check("an invalid object names its fields") { context in
      let error = try await requireError(422, .invalid, "a bad name") {
        try await context.client.create(context.configMap("Not_A_Name"))
      }
      try requireEqual(error.details?.causes.first?.field, "metadata.name", "the field")
      try require(error.message.hasPrefix("ConfigMap \"Not_A_Name\" is invalid: metadata.name:"), "\(error)")
      var pod = context.pod("empty")
      pod.spec.containers = []
      let second = try await requireError(422, .invalid, "a pod without containers") {
        try await context.client.create(pod)
      }
      try requireEqual(second.details?.causes.first?.field, "spec.containers", "the field")
    },
    Check("unknown fields are refused when strict") { context in
      var map = context.configMap("strict")
      map.fields["dta"] = ["a": "b"]
      let error = try await requireError(400, .badRequest, "an unknown field") {
        try await context.client.create(map, options: WriteOptions(fieldValidation: .strict))
      }
      try require(error.message.contains("unknown field \"dta\""), "the message names the field: \(error)")
      let created = try await context.client.create(map, options: WriteOptions(fieldValidation: .ignore))
      try require(created.fields["dta"] == nil, "the field is dropped when ignored")
    },
    Check("a value of another type is refused") { context in
      var deployment = context.deployment("typed")
      deployment.spec.fields["replicas"] = "three"
      try await requireError(400, .badRequest, "a text for a number") {
        try await context.client.create(deployment)
      }
    },
    Check("a namespace that is not there takes nothing") { context in
      var map = context.configMap("lost")
      map.metadata.namespace = "no-such-namespace"
      let error = try await requireError(404, .notFound, "create") { try await context.client.create(map) }
      try requireEqual(error.message, "namespaces \"no-such-namespace\" not found", "the message")
    },
    Check("an object of another namespace is refused") { context in
      try await requireError(400, .badRequest, "create") {
        _ = try await context.client.create(
          CheckContext.configMaps, ObjectKey(namespace: "default", name: "astray"), subresource: nil,
          object: DynamicObject(context.configMap("astray")), options: WriteOptions())
      }
    },
    Check("a resource that is not served is not found") { context in
      try await requireError(404, .notFound, "list") {
        _ = try await context.client.list(
          GroupVersionResource(group: "example.com", version: "v1", resource: "widgets"),
          namespace: context.namespace, options: ListOptions())
      }
    },
  ]
}
