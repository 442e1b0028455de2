import APIMachinery
import Testing

/// What Kubernetes says of definitions with mistakes.
@Suite struct DefinitionErrorTests {
  private static let prefix =
    #"CustomResourceDefinition.apiextensions.k8s.io "crontabs.stable.example.com" is invalid: "#

  @Test(arguments: [
    (
      #"{"group": "example"}"#,
      #"spec.group: Invalid value: "example": should be a domain with at least one dot"#
    ),
    (
      #"{"scope": "Galaxy"}"#,
      #"spec.scope: Unsupported value: "Galaxy": supported values: "Cluster", "Namespaced""#
    ),
    (
      #"{"names": {"plural": "crontabs", "kind": "CronTab", "listKind": "CronTab"}}"#,
      #"spec.names.listKind: Invalid value: "CronTab": kind and listKind may not be the same"#
    ),
    (
      #"{"names": {"plural": "crontabs", "kind": "CronTab", "shortNames": ["C T"]}}"#,
      #"spec.names.shortNames[0]: Invalid value: "C T": a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"#
    ),
    (
      #"{"preserveUnknownFields": true}"#,
      "spec.preserveUnknownFields: Invalid value: true: cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead"
    ),
    (
      #"{"conversion": {"strategy": "Magic"}}"#,
      #"spec.conversion.strategy: Unsupported value: "Magic": supported values: "None", "Webhook""#
    ),
  ])
  func `a mistake in the spec is told`(change: String, text: String) async throws {
    let api = try await TestAPI()
    let message = await api.refusal(
      of: cronTabDefinition { definition in
        definition.withObject("spec") { spec in
          for (key, value) in object(change) { spec[key] = value }
        }
      })
    // A changed group also no longer fits the name of the definition.
    #expect(message?.hasPrefix(Self.prefix) == true)
    #expect(message?.contains(text) == true, "\(message ?? "")")
  }

  @Test(arguments: [
    (#"{"type": "array"}"#, "items: Required value: must be specified"),
    (#"{"description": "x"}"#, "type: Required value: must not be empty for specified object fields"),
    (
      #"{"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "string"}}"#,
      "additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive"
    ),
    (##"{"type": "string", "$ref": "#/x"}"##, "$ref: Forbidden: $ref is not supported"),
    (
      #"{"type": "array", "items": {"type": "string"}, "uniqueItems": true}"#,
      "uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic"
    ),
    (
      #"{"type": "string", "pattern": "("}"#,
      #"pattern: Invalid value: "(": must be a valid regular expression, but isn't: error parsing regexp: missing closing ): `(`"#
    ),
    (
      #"{"type": "array", "items": {"type": "object"}, "x-kubernetes-list-type": "set"}"#,
      "items.x-kubernetes-map-type: Invalid value: null: must be atomic as item of a list with x-kubernetes-list-type=set"
    ),
    (
      #"{"type": "array", "items": {"type": "object"}, "x-kubernetes-list-type": "map"}"#,
      "x-kubernetes-list-map-keys: Required value: must not be empty if x-kubernetes-list-type is map"
    ),
    (
      #"{"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["n"], "items": {"type": "object", "properties": {"n": {"type": "string"}}}}"#,
      "items.properties[n].default: Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property"
    ),
    (
      #"{"type": "string", "anyOf": [{"type": "string"}]}"#,
      "anyOf[0].type: Forbidden: must be empty to be structural"
    ),
    (
      #"{"type": "object", "allOf": [{"properties": {"a": {"minLength": 1}}}]}"#,
      "properties[a]: Required value: because it is defined in spec.validation.openAPIV3Schema.properties[spec].properties[odd].allOf[0].properties[a]"
    ),
    (
      #"{"type": "integer", "default": "x"}"#,
      #"default: Invalid value: "string": spec.validation.openAPIV3Schema.properties[spec].properties[odd].default in body must be of type integer: "string""#
    ),
    (
      #"{"type": "object", "properties": {"a": {"type": "string"}}, "default": {"b": 1}}"#,
      #"default: Invalid value: {"b":1}: must not have unknown fields"#
    ),
    (
      #"{"type": "string", "x-kubernetes-validations": [{"rule": " "}]}"#,
      "x-kubernetes-validations[0].rule: Required value: rule is not specified"
    ),
    (
      #"{"x-kubernetes-int-or-string": true, "x-kubernetes-preserve-unknown-fields": true}"#,
      "x-kubernetes-preserve-unknown-fields: Invalid value: true: must be false if x-kubernetes-int-or-string is true"
    ),
    (
      #"{"type": "object", "x-kubernetes-embedded-resource": true}"#,
      "properties: Required value: must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields"
    ),
  ])
  func `a schema that is not structural is refused`(schema: String, text: String) async throws {
    let api = try await TestAPI()
    let message = await api.refusal(
      of: cronTabDefinition { $0.withSpecProperties { $0["odd"] = json(schema) } })
    let place = "spec.validation.openAPIV3Schema.properties[spec].properties[odd]."
    #expect(message?.contains(place + text) == true, "\(message ?? "")")
  }

  @Test func `one version is stored and all have schemas and different names`() async throws {
    let api = try await TestAPI()
    let message = await api.refusal(
      of: cronTabDefinition { definition in
        definition.withObject("spec") { spec in
          let first = spec.array("versions")[0]
          spec["versions"] = [first, first, ["name": "v1", "served": true, "storage": false]]
        }
      })
    #expect(message?.contains("must contain unique version names") == true)
    #expect(message?.contains("must have exactly one version marked as storage version") == true)
    #expect(
      message?.contains("spec.versions[2].schema.openAPIV3Schema: Required value: schemas are required")
        == true)
  }

  @Test func `columns, scale and selectable fields are checked`() async throws {
    let api = try await TestAPI()
    let message = await api.refusal(
      of: cronTabDefinition { definition in
        definition.withVersion { version in
          version["additionalPrinterColumns"] = [
            ["name": "A", "type": "text", "jsonPath": "spec.a"], ["name": "B", "type": "string"],
          ]
          version["subresources"] = ["scale": ["specReplicasPath": ".status.x"]]
          version["selectableFields"] = [["jsonPath": ".spec.none"], ["jsonPath": ".spec.tags"]]
        }
      })
    for text in [
      #"spec.additionalPrinterColumns[0].type: Invalid value: "text": must be one of boolean,date,integer,number,string"#,
      #"spec.additionalPrinterColumns[0].JSONPath: Invalid value: "spec.a": must be a simple json path starting with ."#,
      "spec.additionalPrinterColumns[1].JSONPath: Required value",
      #"spec.subresources.scale.specReplicasPath: Invalid value: ".status.x": should be a json path under .spec"#,
      "spec.subresources.scale.statusReplicasPath: Required value",
      #"spec.selectableFields[0].jsonPath: Invalid value: ".spec.none": is an invalid path"#,
      #"spec.selectableFields[1]: Invalid value: ".spec.tags": must point to a field of type string, boolean or integer."#,
    ] {
      #expect(message?.contains(text) == true, "\(text)\n\(message ?? "")")
    }
  }

  @Test func `the name of the definition follows from its plural and group`() async throws {
    let api = try await TestAPI()
    let error = await statusError {
      try await api.define(cronTabDefinition { $0["metadata"] = ["name": "tabs.stable.example.com"] })
    }
    #expect(
      error?.message
        == #"CustomResourceDefinition.apiextensions.k8s.io "tabs.stable.example.com" is invalid: metadata.name: Invalid value: "tabs.stable.example.com": must be spec.names.plural+"."+spec.group"#
    )
  }

  @Test func `groups of Kubernetes itself need an approval`() async throws {
    let api = try await TestAPI()
    let error = await statusError {
      try await api.define(
        cronTabDefinition { definition in
          definition["metadata"] = ["name": "crontabs.x.k8s.io"]
          definition.withObject("spec") { $0["group"] = "x.k8s.io" }
        })
    }
    #expect(
      error?.message.contains(
        #"metadata.annotations[api-approved.kubernetes.io]: Required value: protected groups must have approval annotation "api-approved.kubernetes.io""#
      ) == true)
  }
}
