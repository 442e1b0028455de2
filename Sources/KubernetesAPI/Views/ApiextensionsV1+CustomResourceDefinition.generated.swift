// Generated from Sources/KubernetesAPI/Schemas/ApiextensionsV1+CustomResourceDefinition.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// A kind of the cluster's users: its names, its versions and the schemas of its objects.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceDefinition`.
public struct CustomResourceDefinition: Resource {
  public static let definition = ResourceDefinition(
    group: "apiextensions.k8s.io", version: "v1", kind: "CustomResourceDefinition", plural:
    "customresourcedefinitions", shortNames: ["crd", "crds"], categories: ["api-extensions"], scope: .cluster,
    subresources: ["status"])

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The kind as it is wanted.
  public var spec: CustomResourceDefinitionSpec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }

  /// The kind as it is served.
  public var status: CustomResourceDefinitionStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// A kind as it is wanted.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceDefinitionSpec`.
public struct CustomResourceDefinitionSpec: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How objects are brought from one version to another.
  public var conversion: CustomResourceConversion? {
    get { fields[optional: "conversion"] }
    set { fields[optional: "conversion"] = newValue }
  }

  /// The API group; the objects are served under /apis/GROUP. Cannot be changed.
  public var group: String {
    get { fields[required: "group", empty: ""] }
    set { fields[required: "group", empty: ""] = newValue }
  }

  /// The names of the kind and of its resource.
  public var names: CustomResourceDefinitionNames {
    get { fields[view: "names"] }
    set { fields[view: "names"] = newValue }
    _modify { yield &fields[view: "names"] }
  }

  /// Must be false; a schema says x-kubernetes-preserve-unknown-fields instead.
  public var preserveUnknownFields: Bool? {
    get { fields[optional: "preserveUnknownFields"] }
    set { fields[optional: "preserveUnknownFields"] = newValue }
  }

  /// Whether the objects live in namespaces: Cluster or Namespaced. Cannot be changed.
  public var scope: String {
    get { fields[required: "scope", empty: ""] }
    set { fields[required: "scope", empty: ""] = newValue }
  }

  /// The versions of the kind.
  public var versions: [CustomResourceDefinitionVersion] {
    get { fields[list: "versions"] }
    set { fields[list: "versions"] = newValue }
  }
}

/// The names of a kind and of its resource.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceDefinitionNames`.
public struct CustomResourceDefinitionNames: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Groups of resources that the kind belongs to, such as all.
  public var categories: [String] {
    get { fields[list: "categories"] }
    set { fields[list: "categories"] = newValue }
  }

  /// The kind: in CamelCase and singular.
  public var kind: String {
    get { fields[required: "kind", empty: ""] }
    set { fields[required: "kind", empty: ""] = newValue }
  }

  /// The kind of a list; the kind with List behind it when not given.
  public var listKind: String? {
    get { fields[optional: "listKind"] }
    set { fields[optional: "listKind"] = newValue }
  }

  /// The resource's name in paths: in small letters and plural.
  public var plural: String {
    get { fields[required: "plural", empty: ""] }
    set { fields[required: "plural", empty: ""] = newValue }
  }

  /// Short names for command lines.
  public var shortNames: [String] {
    get { fields[list: "shortNames"] }
    set { fields[list: "shortNames"] = newValue }
  }

  /// The singular name; the kind in small letters when not given.
  public var singular: String? {
    get { fields[optional: "singular"] }
    set { fields[optional: "singular"] = newValue }
  }
}

/// One version of a kind.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceDefinitionVersion`.
public struct CustomResourceDefinitionVersion: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The columns of a table, beside the name; the age when not given.
  public var additionalPrinterColumns: [CustomResourceColumnDefinition] {
    get { fields[list: "additionalPrinterColumns"] }
    set { fields[list: "additionalPrinterColumns"] = newValue }
  }

  /// Whether a use of the version is warned of.
  public var deprecated: Bool? {
    get { fields[optional: "deprecated"] }
    set { fields[optional: "deprecated"] = newValue }
  }

  /// The warning, instead of the usual one.
  public var deprecationWarning: String? {
    get { fields[optional: "deprecationWarning"] }
    set { fields[optional: "deprecationWarning"] = newValue }
  }

  /// The version's name: v1, v2beta1.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The schema of the version's objects.
  public var schema: CustomResourceValidation? {
    get { fields[optional: "schema"] }
    set { fields[optional: "schema"] = newValue }
  }

  /// Fields that field selectors may name.
  public var selectableFields: [SelectableField] {
    get { fields[list: "selectableFields"] }
    set { fields[list: "selectableFields"] = newValue }
  }

  /// Whether the version is served.
  public var served: Bool {
    get { fields[required: "served", empty: false] }
    set { fields[required: "served", empty: false] = newValue }
  }

  /// Whether objects are stored in this version; one version must be.
  public var storage: Bool {
    get { fields[required: "storage", empty: false] }
    set { fields[required: "storage", empty: false] = newValue }
  }

  /// What hangs below each object.
  public var subresources: CustomResourceSubresources? {
    get { fields[optional: "subresources"] }
    set { fields[optional: "subresources"] = newValue }
  }
}

/// What objects must be like.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceValidation`.
public struct CustomResourceValidation: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The structural schema that defaults, pruning and validation follow.
  public var openAPIV3Schema: JSONSchemaProps? {
    get { fields[optional: "openAPIV3Schema"] }
    set { fields[optional: "openAPIV3Schema"] = newValue }
  }
}

/// A column of the table of a kind's objects.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceColumnDefinition`.
public struct CustomResourceColumnDefinition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What the column shows.
  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }

  /// The form of the value: int32, date-time, ...
  public var format: String? {
    get { fields[optional: "format"] }
    set { fields[optional: "format"] = newValue }
  }

  /// Where the value is found in the object.
  public var jsonPath: String {
    get { fields[required: "jsonPath", empty: ""] }
    set { fields[required: "jsonPath", empty: ""] = newValue }
  }

  /// The head of the column.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// 0 shows always, greater ones with -o wide.
  public var priority: Int? {
    get { fields[optional: "priority"] }
    set { fields[optional: "priority"] = newValue }
  }

  /// The type of the value: string, integer, date, ...
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// What hangs below each object of a kind.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceSubresources`.
public struct CustomResourceSubresources: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// A number of replicas that can be read and set alone.
  public var scale: CustomResourceSubresourceScale? {
    get { fields[optional: "scale"] }
    set { fields[optional: "scale"] = newValue }
  }

  /// A status that is written apart from the rest.
  public var status: CustomResourceSubresourceStatus {
    get { fields[view: "status"] }
    set { fields[view: "status"] = newValue }
    _modify { yield &fields[view: "status"] }
  }
}

/// Says that a kind has a status that is written apart from the rest.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceSubresourceStatus`.
public struct CustomResourceSubresourceStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }
}

/// Where an object has its number of replicas.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceSubresourceScale`.
public struct CustomResourceSubresourceScale: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path of the selector, as a text, below .spec or .status.
  public var labelSelectorPath: String? {
    get { fields[optional: "labelSelectorPath"] }
    set { fields[optional: "labelSelectorPath"] = newValue }
  }

  /// The path of the number that is wanted, below .spec.
  public var specReplicasPath: String {
    get { fields[required: "specReplicasPath", empty: ""] }
    set { fields[required: "specReplicasPath", empty: ""] = newValue }
  }

  /// The path of the number that there is, below .status.
  public var statusReplicasPath: String {
    get { fields[required: "statusReplicasPath", empty: ""] }
    set { fields[required: "statusReplicasPath", empty: ""] = newValue }
  }
}

/// A field that field selectors may name.
///
/// Kubernetes: `apiextensions.k8s.io/v1 SelectableField`.
public struct SelectableField: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path of the field, such as .spec.color.
  public var jsonPath: String {
    get { fields[required: "jsonPath", empty: ""] }
    set { fields[required: "jsonPath", empty: ""] = newValue }
  }
}

/// How objects are brought from one version to another.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceConversion`.
public struct CustomResourceConversion: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// None changes the apiVersion alone; Webhook asks a web server.
  public var strategy: String {
    get { fields[required: "strategy", empty: ""] }
    set { fields[required: "strategy", empty: ""] = newValue }
  }

  /// The web server; for Webhook alone.
  public var webhook: WebhookConversion? {
    get { fields[optional: "webhook"] }
    set { fields[optional: "webhook"] = newValue }
  }
}

/// A web server that brings objects from one version to another.
///
/// Kubernetes: `apiextensions.k8s.io/v1 WebhookConversion`.
public struct WebhookConversion: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// How the server is called.
  public var clientConfig: WebhookClientConfig? {
    get { fields[optional: "clientConfig"] }
    set { fields[optional: "clientConfig"] = newValue }
  }

  /// The versions of ConversionReview that the server understands, the best first.
  public var conversionReviewVersions: [String] {
    get { fields[list: "conversionReviewVersions"] }
    set { fields[list: "conversionReviewVersions"] = newValue }
  }
}

/// How a web server is called: by a URL or through a service.
///
/// Kubernetes: `apiextensions.k8s.io/v1 WebhookClientConfig`.
public struct WebhookClientConfig: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The certificate authorities that the server's certificate is checked by, in PEM.
  public var caBundle: ByteString? {
    get { fields[optional: "caBundle"] }
    set { fields[optional: "caBundle"] = newValue }
  }

  /// The service in front of the server.
  public var service: ServiceReference? {
    get { fields[optional: "service"] }
    set { fields[optional: "service"] = newValue }
  }

  /// The address of the server: https://host:port/path.
  public var url: String? {
    get { fields[optional: "url"] }
    set { fields[optional: "url"] = newValue }
  }
}

/// A service that is called over HTTPS.
///
/// Kubernetes: `apiextensions.k8s.io/v1 ServiceReference`.
public struct ServiceReference: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The service's name.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The service's namespace.
  public var namespace: String {
    get { fields[required: "namespace", empty: ""] }
    set { fields[required: "namespace", empty: ""] = newValue }
  }

  /// The path of the request.
  public var path: String? {
    get { fields[optional: "path"] }
    set { fields[optional: "path"] = newValue }
  }

  /// The service's port.
  public var port: Int? {
    get { fields[optional: "port"] }
    set { fields[optional: "port"] = newValue }
  }
}

/// A kind as it is served.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceDefinitionStatus`.
public struct CustomResourceDefinitionStatus: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The names that are served.
  public var acceptedNames: CustomResourceDefinitionNames? {
    get { fields[optional: "acceptedNames"] }
    set { fields[optional: "acceptedNames"] = newValue }
  }

  /// Aspects of the state: NamesAccepted, Established, Terminating.
  public var conditions: [CustomResourceDefinitionCondition] {
    get { fields[list: "conditions"] }
    set { fields[list: "conditions"] = newValue }
  }

  /// The generation of the object that the status was computed from.
  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  /// The versions in which objects may be stored.
  public var storedVersions: [String] {
    get { fields[list: "storedVersions"] }
    set { fields[list: "storedVersions"] = newValue }
  }
}

/// An aspect of the state of a kind.
///
/// Kubernetes: `apiextensions.k8s.io/v1 CustomResourceDefinitionCondition`.
public struct CustomResourceDefinitionCondition: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// When the status last changed.
  public var lastTransitionTime: Timestamp? {
    get { fields[optional: "lastTransitionTime"] }
    set { fields[optional: "lastTransitionTime"] = newValue }
  }

  /// Why the condition has its status, in words for people.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// The generation of the object that the condition was computed from.
  public var observedGeneration: Int? {
    get { fields[optional: "observedGeneration"] }
    set { fields[optional: "observedGeneration"] = newValue }
  }

  /// Why the condition has its status, in one word for programs.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// Whether it holds: True, False or Unknown.
  public var status: String {
    get { fields[required: "status", empty: ""] }
    set { fields[required: "status", empty: ""] = newValue }
  }

  /// The aspect.
  public var type: String {
    get { fields[required: "type", empty: ""] }
    set { fields[required: "type", empty: ""] = newValue }
  }
}

/// Where more is written about a schema.
///
/// Kubernetes: `apiextensions.k8s.io/v1 ExternalDocumentation`.
public struct ExternalDocumentation: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What is written there.
  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }

  /// The address.
  public var url: String? {
    get { fields[optional: "url"] }
    set { fields[optional: "url"] = newValue }
  }
}

/// A rule in the Common Expression Language.
///
/// Kubernetes: `apiextensions.k8s.io/v1 ValidationRule`.
public struct ValidationRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The path of the field that a failure is reported at.
  public var fieldPath: String? {
    get { fields[optional: "fieldPath"] }
    set { fields[optional: "fieldPath"] = newValue }
  }

  /// What is said when the rule does not hold.
  public var message: String? {
    get { fields[optional: "message"] }
    set { fields[optional: "message"] = newValue }
  }

  /// An expression that gives the message.
  public var messageExpression: String? {
    get { fields[optional: "messageExpression"] }
    set { fields[optional: "messageExpression"] = newValue }
  }

  /// Whether the rule is also asked when there is no old value; oldSelf is an optional value then.
  public var optionalOldSelf: Bool? {
    get { fields[optional: "optionalOldSelf"] }
    set { fields[optional: "optionalOldSelf"] = newValue }
  }

  /// The reason of the failure: FieldValueInvalid, FieldValueForbidden, FieldValueRequired or
  /// FieldValueDuplicate.
  public var reason: String? {
    get { fields[optional: "reason"] }
    set { fields[optional: "reason"] = newValue }
  }

  /// The expression; it is true of a valid value, which it names self.
  public var rule: String {
    get { fields[required: "rule", empty: ""] }
    set { fields[required: "rule", empty: ""] = newValue }
  }
}

/// A schema of JSON values.
///
/// Kubernetes: `apiextensions.k8s.io/v1 JSONSchemaProps`.
public struct JSONSchemaProps: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Not allowed in a kind's schema.
  public var ref: String? {
    get { fields[optional: "$ref"] }
    set { fields[optional: "$ref"] = newValue }
  }

  /// The version of the schema language.
  public var schema: String? {
    get { fields[optional: "$schema"] }
    set { fields[optional: "$schema"] = newValue }
  }

  /// Not allowed in a kind's schema.
  public var additionalItems: JSON? {
    get { fields[optional: "additionalItems"] }
    set { fields[optional: "additionalItems"] = newValue }
  }

  /// The schema of the values of a map; excludes properties.
  public var additionalProperties: JSON? {
    get { fields[optional: "additionalProperties"] }
    set { fields[optional: "additionalProperties"] = newValue }
  }

  /// Schemas that must all hold.
  public var allOf: [JSONSchemaProps] {
    get { fields[list: "allOf"] }
    set { fields[list: "allOf"] = newValue }
  }

  /// Schemas of which one must hold.
  public var anyOf: [JSONSchemaProps] {
    get { fields[list: "anyOf"] }
    set { fields[list: "anyOf"] = newValue }
  }

  /// The value of a property that is not given.
  public var `default`: JSON? {
    get { fields[optional: "default"] }
    set { fields[optional: "default"] = newValue }
  }

  /// Not allowed in a kind's schema.
  public var definitions: FieldMap<JSONSchemaProps> {
    get { fields[values: "definitions"] }
    set { fields[values: "definitions"] = newValue }
  }

  /// Not allowed in a kind's schema.
  public var dependencies: FieldMap<JSON> {
    get { fields[values: "dependencies"] }
    set { fields[values: "dependencies"] = newValue }
  }

  /// What the value means, for explain.
  public var description: String? {
    get { fields[optional: "description"] }
    set { fields[optional: "description"] = newValue }
  }

  /// The only values allowed.
  public var `enum`: [JSON] {
    get { fields[list: "enum"] }
    set { fields[list: "enum"] = newValue }
  }

  /// An example of a value.
  public var example: JSON? {
    get { fields[optional: "example"] }
    set { fields[optional: "example"] = newValue }
  }

  /// Whether the maximum itself is too much.
  public var exclusiveMaximum: Bool? {
    get { fields[optional: "exclusiveMaximum"] }
    set { fields[optional: "exclusiveMaximum"] = newValue }
  }

  /// Whether the minimum itself is too little.
  public var exclusiveMinimum: Bool? {
    get { fields[optional: "exclusiveMinimum"] }
    set { fields[optional: "exclusiveMinimum"] = newValue }
  }

  /// Where more is written about the value.
  public var externalDocs: ExternalDocumentation? {
    get { fields[optional: "externalDocs"] }
    set { fields[optional: "externalDocs"] = newValue }
  }

  /// The form of a text or the size of a number.
  public var format: String? {
    get { fields[optional: "format"] }
    set { fields[optional: "format"] = newValue }
  }

  /// Not allowed in a kind's schema.
  public var id: String? {
    get { fields[optional: "id"] }
    set { fields[optional: "id"] = newValue }
  }

  /// The schema of the elements of an array.
  public var items: JSON? {
    get { fields[optional: "items"] }
    set { fields[optional: "items"] = newValue }
  }

  /// How many elements an array may have.
  public var maxItems: Int? {
    get { fields[optional: "maxItems"] }
    set { fields[optional: "maxItems"] = newValue }
  }

  /// How many characters a text may have.
  public var maxLength: Int? {
    get { fields[optional: "maxLength"] }
    set { fields[optional: "maxLength"] = newValue }
  }

  /// How many members an object may have.
  public var maxProperties: Int? {
    get { fields[optional: "maxProperties"] }
    set { fields[optional: "maxProperties"] = newValue }
  }

  /// How great a number may be.
  public var maximum: Double? {
    get { fields[optional: "maximum"] }
    set { fields[optional: "maximum"] = newValue }
  }

  /// How many elements an array must have.
  public var minItems: Int? {
    get { fields[optional: "minItems"] }
    set { fields[optional: "minItems"] = newValue }
  }

  /// How many characters a text must have.
  public var minLength: Int? {
    get { fields[optional: "minLength"] }
    set { fields[optional: "minLength"] = newValue }
  }

  /// How many members an object must have.
  public var minProperties: Int? {
    get { fields[optional: "minProperties"] }
    set { fields[optional: "minProperties"] = newValue }
  }

  /// How small a number may be.
  public var minimum: Double? {
    get { fields[optional: "minimum"] }
    set { fields[optional: "minimum"] = newValue }
  }

  /// The number must be a multiple of this one.
  public var multipleOf: Double? {
    get { fields[optional: "multipleOf"] }
    set { fields[optional: "multipleOf"] = newValue }
  }

  /// A schema that must not hold.
  public var not: JSONSchemaProps? {
    get { fields[optional: "not"] }
    set { fields[optional: "not"] = newValue }
  }

  /// Whether the value may be null.
  public var nullable: Bool? {
    get { fields[optional: "nullable"] }
    set { fields[optional: "nullable"] = newValue }
  }

  /// Schemas of which exactly one must hold.
  public var oneOf: [JSONSchemaProps] {
    get { fields[list: "oneOf"] }
    set { fields[list: "oneOf"] = newValue }
  }

  /// The regular expression that a text must match.
  public var pattern: String? {
    get { fields[optional: "pattern"] }
    set { fields[optional: "pattern"] = newValue }
  }

  /// Not allowed in a kind's schema.
  public var patternProperties: FieldMap<JSONSchemaProps> {
    get { fields[values: "patternProperties"] }
    set { fields[values: "patternProperties"] = newValue }
  }

  /// The schemas of an object's members.
  public var properties: FieldMap<JSONSchemaProps> {
    get { fields[values: "properties"] }
    set { fields[values: "properties"] = newValue }
  }

  /// The members that an object must have.
  public var required: [String] {
    get { fields[list: "required"] }
    set { fields[list: "required"] = newValue }
  }

  /// A name for the schema.
  public var title: String? {
    get { fields[optional: "title"] }
    set { fields[optional: "title"] = newValue }
  }

  /// The type of the value: object, array, string, ...
  public var type: String? {
    get { fields[optional: "type"] }
    set { fields[optional: "type"] = newValue }
  }

  /// Must not be true.
  public var uniqueItems: Bool? {
    get { fields[optional: "uniqueItems"] }
    set { fields[optional: "uniqueItems"] = newValue }
  }

  /// Whether the value is a whole object with apiVersion, kind and metadata.
  public var xKubernetesEmbeddedResource: Bool? {
    get { fields[optional: "x-kubernetes-embedded-resource"] }
    set { fields[optional: "x-kubernetes-embedded-resource"] = newValue }
  }

  /// Whether the value is a number or a text.
  public var xKubernetesIntOrString: Bool? {
    get { fields[optional: "x-kubernetes-int-or-string"] }
    set { fields[optional: "x-kubernetes-int-or-string"] = newValue }
  }

  /// The members that tell elements of a list apart.
  public var xKubernetesListMapKeys: [String] {
    get { fields[list: "x-kubernetes-list-map-keys"] }
    set { fields[list: "x-kubernetes-list-map-keys"] = newValue }
  }

  /// How server-side apply merges a list: atomic, set or map.
  public var xKubernetesListType: String? {
    get { fields[optional: "x-kubernetes-list-type"] }
    set { fields[optional: "x-kubernetes-list-type"] = newValue }
  }

  /// How server-side apply merges an object: granular or atomic.
  public var xKubernetesMapType: String? {
    get { fields[optional: "x-kubernetes-map-type"] }
    set { fields[optional: "x-kubernetes-map-type"] = newValue }
  }

  /// Whether members that the schema does not declare are kept.
  public var xKubernetesPreserveUnknownFields: Bool? {
    get { fields[optional: "x-kubernetes-preserve-unknown-fields"] }
    set { fields[optional: "x-kubernetes-preserve-unknown-fields"] = newValue }
  }

  /// Rules in the Common Expression Language.
  public var xKubernetesValidations: [ValidationRule] {
    get { fields[list: "x-kubernetes-validations"] }
    set { fields[list: "x-kubernetes-validations"] = newValue }
  }
}
