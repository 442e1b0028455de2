import APICore
import APIMachinery
import KubernetesAPI
import KubernetesClient

/// The definition of the example of Kubernetes' documentation, with whatever else a test needs.
func cronTabDefinition(_ change: (inout JSONObject) -> Void = { _ in }) -> JSONObject {
  var definition = object(
    #"""
    {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
     "metadata": {"name": "crontabs.stable.example.com"},
     "spec": {
       "group": "stable.example.com", "scope": "Namespaced",
       "names": {"plural": "crontabs", "kind": "CronTab", "shortNames": ["ct"], "categories": ["all"]},
       "versions": [{
         "name": "v1", "served": true, "storage": true,
         "subresources": {"status": {}, "scale": {
           "specReplicasPath": ".spec.replicas", "statusReplicasPath": ".status.replicas",
           "labelSelectorPath": ".status.labelSelector"}},
         "selectableFields": [{"jsonPath": ".spec.image"}],
         "additionalPrinterColumns": [
           {"name": "Spec", "type": "string", "jsonPath": ".spec.cronSpec"},
           {"name": "Replicas", "type": "integer", "jsonPath": ".spec.replicas"},
           {"name": "Age", "type": "date", "jsonPath": ".metadata.creationTimestamp"}],
         "schema": {"openAPIV3Schema": {
           "type": "object", "description": "Runs something now and then.",
           "properties": {
             "spec": {"type": "object", "required": ["cronSpec"], "properties": {
               "cronSpec": {"type": "string", "pattern": "^(\\d+|\\*)(/\\d+)?(\\s+(\\d+|\\*)(/\\d+)?){4}$"},
               "image": {"type": "string", "default": "busybox", "maxLength": 30},
               "replicas": {"type": "integer", "minimum": 1, "maximum": 10, "default": 1},
               "policy": {"type": "string", "enum": ["Allow", "Forbid"]},
               "port": {"x-kubernetes-int-or-string": true},
               "ports": {"type": "array", "x-kubernetes-list-type": "map",
                 "x-kubernetes-list-map-keys": ["name"],
                 "items": {"type": "object", "required": ["name"], "properties": {
                   "name": {"type": "string"}, "number": {"type": "integer"},
                   "protocol": {"type": "string", "default": "TCP"}}}},
               "tags": {"type": "array", "x-kubernetes-list-type": "set", "items": {"type": "string"}},
               "settings": {"type": "object", "additionalProperties": {"type": "string"}},
               "free": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
               "note": {"type": "string", "nullable": true}}},
             "status": {"type": "object", "properties": {
               "replicas": {"type": "integer"}, "labelSelector": {"type": "string"}}}}}}}]}}
    """#)
  change(&definition)
  return definition
}

extension GroupVersionResource {
  static let definitions = GroupVersionResource(
    group: "apiextensions.k8s.io", version: "v1", resource: "customresourcedefinitions")
  static let cronTabs = GroupVersionResource(
    group: "stable.example.com", version: "v1", resource: "crontabs")
}

extension TestAPI {
  /// Creates a definition.
  @discardableResult
  func define(_ definition: JSONObject) async throws -> JSONObject {
    try await service.create(target(.definitions, namespace: nil), RequestBody(definition)).tree
  }

  /// The message with which a definition is refused.
  func refusal(of definition: JSONObject) async -> String? {
    await statusError { try await define(definition) }?.message
  }

  /// An API that serves the example.
  static func withCronTabs(_ change: (inout JSONObject) -> Void = { _ in }) async throws -> TestAPI {
    let api = try await TestAPI()
    try await api.define(cronTabDefinition(change))
    return api
  }

  /// Creates an object of the example with the given members of `spec`.
  @discardableResult
  func cronTab(_ name: String, _ spec: JSONObject) async throws -> JSONObject {
    try await service.create(target(.cronTabs), RequestBody(cronTabBody(name, spec))).tree
  }

  /// What is said of an object with the given members of `spec`.
  func complaint(_ spec: JSONObject) async -> String? {
    await statusError { try await cronTab("c", spec) }?.message
  }
}

func cronTabBody(_ name: String, _ spec: JSONObject) -> JSONObject {
  var spec = spec
  if !spec.contains("cronSpec") { spec["cronSpec"] = "* * * * */5" }
  return [
    "apiVersion": "stable.example.com/v1", "kind": "CronTab", "metadata": ["name": .string(name)],
    "spec": .object(spec),
  ]
}

extension JSONObject {
  /// Changes the first version of a definition.
  mutating func withVersion(_ change: (inout JSONObject) -> Void) {
    withObject("spec") { spec in
      var versions = spec.array("versions")
      var first = versions[0].objectValue ?? JSONObject()
      change(&first)
      versions[0] = .object(first)
      spec["versions"] = .array(versions)
    }
  }

  /// Changes the schema of the first version of a definition.
  mutating func withSchema(_ change: (inout JSONObject) -> Void) {
    withVersion { version in
      version.withObject("schema") { $0.withObject("openAPIV3Schema") { change(&$0) } }
    }
  }

  /// Changes the schema of a property of `spec`.
  mutating func withSpecProperties(_ change: (inout JSONObject) -> Void) {
    withSchema { schema in
      schema.withObject("properties") {
        $0.withObject("spec") { $0.withObject("properties") { change(&$0) } }
      }
    }
  }
}
