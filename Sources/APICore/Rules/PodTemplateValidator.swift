import APIMachinery

/// The rules of a template that pods are made of.
///
/// Kubernetes: `pkg/apis/core/validation ValidatePodTemplateSpec`.
enum PodTemplateValidator {
  /// - Parameter claims: The names of volumes that are made of claim templates, beside those of the spec.
  static func validate(_ template: JSONObject, claims: [String] = [], _ errors: inout FieldErrors) {
    errors.at("metadata") { errors in
      if let labels = template.metadataFields.object("labels") {
        errors.at("labels") { MetadataValidator.validateLabels(labels, &$0) }
      }
      if let annotations = template.metadataFields.object("annotations") {
        errors.at("annotations") { MetadataValidator.validateAnnotations(annotations, &$0) }
      }
    }
    errors.at("spec") { errors in
      let pod = template.object("spec") ?? JSONObject()
      if pod.isEmpty { errors.required("containers") }
      PodSpecValidator.validate(pod, claims: claims, &errors)
    }
  }
}
