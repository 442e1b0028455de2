import APIMachinery

extension APIService {
  /// Checks a new object as it would be stored.
  func validateCreation(_ object: JSONObject, _ served: ServedResource) throws(StatusError) {
    var errors = FieldErrors()
    MetadataValidator.validate(object.metadataFields, served, &errors)
    validateContent(object, served, &errors)
    served.rules.validate(object, &errors)
    if served.storeName == "pods" { PodSubresources.validateCreation(object, &errors) }
    validateAgainstOthers(object, old: nil, served, &errors)
    try throwIfAny(errors, object, served)
  }

  /// Checks the new version of an object.
  ///
  /// - Returns: what the client is warned of.
  func validateUpdate(_ object: JSONObject, _ old: JSONObject, _ served: ServedResource, _ scope: WriteScope)
    throws(StatusError) -> [String]
  {
    if scope == .resize || scope == .ephemeralContainers {
      var errors = FieldErrors()
      validateContent(object, served, &errors)
      PodSubresources.validate(object, old: old, scope, &errors)
      return try throwIfAny(errors, object, served)
    }
    guard scope == .main || served.custom != nil else { return [] }
    var errors = FieldErrors()
    let metadata = object.metadataFields
    if metadata != old.metadataFields {
      MetadataValidator.validate(metadata, served, &errors)
      MetadataValidator.validateUpdate(metadata, old: old.metadataFields, &errors)
    }
    if !hasNewContent(object, old, served) { return try throwIfAny(errors, object, served) }
    validateContent(object, old: old, served, &errors)
    served.rules.validate(object, &errors)
    let detail =
      served.definition.group.hasSuffix(".aws") ? "Value is immutable once set" : "field is immutable"
    SchemaValidator.validateUpdate(object, old: old, served.type, detail: detail, &errors)
    served.rules.validateUpdate(object, old: old, &errors)
    validateAgainstOthers(object, old: old, served, &errors)
    return try throwIfAny(errors, object, served)
  }

  /// Whether anything but the metadata and the status may differ. What is shared with the old version was checked when
  /// that was written; the schema of a custom resource may have changed since.
  private func hasNewContent(_ object: JSONObject, _ old: JSONObject, _ served: ServedResource) -> Bool {
    if served.isCustom || object.count != old.count { return true }
    return object.indices.contains { position in
      let (key, value) = object[position]
      if key == "metadata" || (key == "status" && served.hasStatus) { return !old.contains(key) }
      return !(old.value(of: key, near: position)?.isIdentical(to: value) ?? false)
    }
  }

  /// Checks everything but the metadata and the status by the schema; of a custom resource the status, too.
  private func validateContent(
    _ object: JSONObject, old: JSONObject? = nil, _ served: ServedResource, _ errors: inout FieldErrors
  ) {
    if let custom = served.custom {
      var validator = StructuralValidator()
      validator.validate(.object(object), custom.structure, old: old.map { .object($0) })
      for error in validator.errors { errors.append(error) }
      if let rules = custom.rules { validate(.object(object), rules, old: old.map { .object($0) }, &errors) }
      return
    }
    if served.rules.replacesSchemaValidation { return }
    SchemaValidator.validate(object, served.type, &errors) { key in
      key != "metadata" && (key != "status" || !served.hasStatus)
    }
  }

  /// Checks an object by the rules of its schema, unless it breaks the schema itself so that they might trip over it.
  ///
  /// Kubernetes: `apiextensions-apiserver/pkg/registry/customresource/strategy.go`, `hasBlockingErr`.
  private func validate(_ object: JSON, _ rules: SchemaRules, old: JSON?, _ errors: inout FieldErrors) {
    let blocking: Set<FieldError.Code> = [.notSupported, .required, .tooLong, .tooMany, .typeInvalid]
    if errors.list.contains(where: { blocking.contains($0.code) }) {
      return errors.append(
        FieldError(
          code: .invalid, field: "<nil>",
          message:
            "Invalid value: null: some validation rules were not checked because the object was invalid; "
            + "correct the existing errors to complete validation"))
    }
    var validator = RuleValidator()
    validator.validate(object, rules, old: old)
    for error in validator.errors { errors.append(error) }
    for warning in validator.warnings { errors.warn(warning) }
  }

  @discardableResult
  private func throwIfAny(_ errors: FieldErrors, _ object: JSONObject, _ served: ServedResource)
    throws(StatusError) -> [String]
  {
    if errors.isEmpty { return errors.warnings }
    throw .invalid(served, name: object.metadataFields.string("name") ?? "", errors.list)
  }
}
