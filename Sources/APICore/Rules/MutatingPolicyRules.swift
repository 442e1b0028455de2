import APIMachinery

/// What MutatingAdmissionPolicies demand.
///
/// Kubernetes: `pkg/apis/admissionregistration/validation`.
struct MutatingPolicyRules: ResourceRules {
  private static let types = ["ApplyConfiguration", "JSONPatch"]

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    let policy = MutatingPolicy(object)
    errors.at("spec") { errors in
      PolicySpecValidator(spec, policy.common).validate(&errors)
      checkOperations(spec.object("matchConstraints") ?? JSONObject(), &errors)
      if policy.mutations.isEmpty { errors.required("mutations", "mutations must contain at least one item") }
      for (index, mutation) in policy.mutations.enumerated() {
        errors.push("mutations")
        errors.push(index: index)
        validate(mutation, spec.array("mutations")[index].objectValue ?? JSONObject(), &errors)
        errors.pop()
        errors.pop()
      }
    }
  }

  /// There is nothing to be changed about an object that goes.
  private func checkOperations(_ constraints: JSONObject, _ errors: inout FieldErrors) {
    for field in ["resourceRules", "excludeResourceRules"] {
      for (index, rule) in constraints.array(field).enumerated() {
        for (position, operation) in (rule["operations"]?.arrayValue ?? []).enumerated()
        where operation == "DELETE" {
          errors.notSupported(
            "matchConstraints.\(field)[\(index)].operations[\(position)]", operation,
            ["*", "CONNECT", "CREATE", "UPDATE"])
        }
      }
    }
  }

  private func validate(
    _ mutation: MutatingPolicy.Mutation, _ json: JSONObject, _ errors: inout FieldErrors
  ) {
    let type = json.string("patchType") ?? ""
    guard Self.types.contains(type) else { return }
    let (field, other) =
      type == "JSONPatch" ? ("jsonPatch", "applyConfiguration") : ("applyConfiguration", "jsonPatch")
    if json.contains(other) {
      errors.forbidden(other, "must not be specified when patchType is \(type)")
    }
    guard json.contains(field) else {
      return errors.required(field, "must be specified when patchType is \(type)")
    }
    if mutation.expression.text.trimmingBlanks.isEmpty {
      errors.required("\(field).expression", "expression is not specified")
    } else {
      errors.expression("\(field).expression", mutation.expression)
    }
  }
}
