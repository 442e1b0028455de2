import APIMachinery

/// What a kind demands beyond its schema: values that are computed, and rules that relate several fields.
///
/// Kubernetes: `pkg/registry/*/strategy.go` and `pkg/apis/*/validation`.
protocol ResourceRules: Sendable {
  /// Whether a client may give an object its status when it creates it.
  var keepsStatusOnCreate: Bool { get }

  /// Whether ``validate(_:_:)`` checks all that the schema would be asked for.
  var replacesSchemaValidation: Bool { get }

  /// Checks the name of an object.
  func nameErrors(_ name: String) -> [String]

  /// Fills in what follows from other fields, on every write, after the defaults of the schema.
  func setDefaults(_ object: inout JSONObject)

  /// Prepares an object that is to be created: the status that it starts with.
  func prepareForCreate(_ object: inout JSONObject)

  /// Prepares the new version of an object: what a client may leave out stays.
  func prepareForUpdate(_ object: inout JSONObject, old: JSONObject)

  /// Checks an object as it would be stored.
  func validate(_ object: JSONObject, _ errors: inout FieldErrors)

  /// Checks a change of the object itself.
  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors)

  /// Fields that stand in the header of the stored object beside the selectable ones, for the API's own use.
  func indexedFields(_ object: JSONObject) -> [(field: String, value: String)]
}

extension ResourceRules {
  var keepsStatusOnCreate: Bool { false }
  var replacesSchemaValidation: Bool { false }
  func nameErrors(_ name: String) -> [String] { NameRules.dns1123Subdomain(name) }
  func setDefaults(_ object: inout JSONObject) {}
  func prepareForCreate(_ object: inout JSONObject) {}
  func prepareForUpdate(_ object: inout JSONObject, old: JSONObject) {}
  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {}
  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {}
  func indexedFields(_ object: JSONObject) -> [(field: String, value: String)] { [] }
}

/// The rules of a kind that has none of its own.
struct PlainRules: ResourceRules {}
