import APIMachinery
public import KubernetesAPI

extension CustomResource {
  /// The definition that makes the kind known to a cluster: apply it, and objects can be created.
  ///
  ///     try await client.apply(Database.customResourceDefinition, fieldManager: "database-operator", force: true)
  ///
  /// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceDefinition`.
  public static var customResourceDefinition: CustomResourceDefinition {
    let own = definition
    return CustomResourceDefinition {
      $0.metadata.name = own.groupResource.description
      $0.spec.group = own.group
      $0.spec.scope = own.isNamespaced ? "Namespaced" : "Cluster"
      $0.spec.names = CustomResourceDefinitionNames {
        $0.kind = own.kind
        $0.listKind = own.kind + "List"
        $0.plural = own.plural
        $0.singular = own.singular
        $0.shortNames = own.shortNames
        $0.categories = own.categories
      }
      $0.spec.versions = versions.map { $0.declaration(isStored: $0 == Self.self) }
      $0.spec.conversion = CustomResourceConversion(fields: conversion.fields)
    }
  }

  /// All versions, that which is stored first.
  static var versions: [any CustomResourceVersion.Type] { [Self.self] + otherVersions }
}

extension CustomResourceVersion {
  fileprivate static func declaration(isStored: Bool) -> CustomResourceDefinitionVersion {
    let version = version
    var fields: JSONObject = [
      "name": .string(definition.version), "served": .bool(version.isServed), "storage": .bool(isStored),
    ]
    if let warning = version.deprecation {
      fields["deprecated"] = true
      if !warning.isEmpty { fields["deprecationWarning"] = .string(warning) }
    }
    fields["schema"] = ["openAPIV3Schema": .object(objectSchema)]
    if let subresources { fields["subresources"] = .object(subresources) }
    if !version.columns.isEmpty { fields["additionalPrinterColumns"] = .array(version.columns.map(\.json)) }
    if !version.selectableFields.isEmpty {
      fields["selectableFields"] = .array(version.selectableFields.map { ["jsonPath": .string($0)] })
    }
    return CustomResourceDefinitionVersion(fields: fields)
  }

  /// The schema of a whole object: that of the struct, with what every object has.
  private static var objectSchema: JSONObject {
    var schema = structuralSchema
    var properties: JSONObject = [
      "apiVersion": [
        "type": "string", "description": "The group and version of the API that the object is written in.",
      ], "kind": ["type": "string", "description": "The kind of the object."],
      "metadata": ["type": "object"],
    ]
    for (name, property) in schema["properties"]?.objectValue ?? JSONObject() { properties[name] = property }
    schema["properties"] = .object(properties)
    return schema
  }

  private static var subresources: JSONObject? {
    var subresources = JSONObject()
    if definition.subresources.contains("status") { subresources["status"] = [:] }
    if let scale = version.scale {
      var fields: JSONObject = [
        "specReplicasPath": .string(scale.specReplicas), "statusReplicasPath": .string(scale.statusReplicas),
      ]
      fields["labelSelectorPath"] = scale.selector.map { .string($0) }
      subresources["scale"] = .object(fields)
    }
    return subresources.isEmpty ? nil : subresources
  }
}

extension PrinterColumn {
  fileprivate var json: JSON {
    var fields: JSONObject = ["name": .string(name), "type": .string(type)]
    fields["jsonPath"] = path.map { .string($0) }
    if !summary.isEmpty { fields["description"] = .string(summary) }
    if !format.isEmpty { fields["format"] = .string(format) }
    if priority != 0 { fields["priority"] = priority.json }
    return .object(fields)
  }
}
