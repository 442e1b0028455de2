import APIMachinery

/// What definitions of custom resources demand.
///
/// Kubernetes: `apiextensions-apiserver/pkg/registry/customresourcedefinition/strategy.go`,
/// `pkg/apis/apiextensions/v1/defaults.go`, `pkg/apis/apiextensions/validation`.
struct DefinitionRules: ResourceRules {
  var replacesSchemaValidation: Bool { true }

  func setDefaults(_ object: inout JSONObject) {
    object.withObject("spec") { spec in
      spec.withObject("names") { names in
        let kind = names.string("kind") ?? ""
        if kind.isEmpty { return }
        if names.string("singular").isNilOrEmpty { names["singular"] = .string(kind.lowercased()) }
        if names.string("listKind").isNilOrEmpty { names["listKind"] = .string(kind + "List") }
      }
    }
  }

  func prepareForCreate(_ object: inout JSONObject) {
    object["status"] = ["storedVersions": .array(Self.storageVersions(object))]
  }

  /// Remembers each version that objects have been stored in.
  func prepareForUpdate(_ object: inout JSONObject, old: JSONObject) {
    var stored = object.object("status")?.array("storedVersions") ?? []
    for version in Self.storageVersions(object) where !stored.contains(version) { stored.append(version) }
    object.withObject("status") { $0["storedVersions"] = .array(stored) }
  }

  private static func storageVersions(_ object: JSONObject) -> [JSON] {
    (object.object("spec")?.array("versions") ?? []).filter { $0["storage"] == true }.compactMap {
      $0["name"]
    }
  }

  func validate(_ object: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    checkName(object, spec, &errors)
    errors.at("spec") { DefinitionValidator(spec).validate(&$0) }
    checkStoredVersions(object, spec, &errors)
    checkApproval(object, spec, &errors)
  }

  private func checkName(_ object: JSONObject, _ spec: JSONObject, _ errors: inout FieldErrors) {
    let name = object.metadataFields.string("name") ?? ""
    let plural = spec.object("names")?.string("plural") ?? ""
    if name != "\(plural).\(spec.string("group") ?? "")" {
      errors.invalid("metadata.name", .string(name), "must be spec.names.plural+\".\"+spec.group")
    }
  }

  private func checkStoredVersions(_ object: JSONObject, _ spec: JSONObject, _ errors: inout FieldErrors) {
    let names = spec.array("versions").compactMap { $0["name"] }
    for (index, version) in (object.object("status")?.array("storedVersions") ?? []).enumerated()
    where !names.contains(version) {
      errors.invalid(
        "status.storedVersions[\(index)]", version, "missing from spec.versions; must appear in spec.versions"
      )
    }
  }

  /// Kubernetes: groups of the project itself need an approval.
  private func checkApproval(_ object: JSONObject, _ spec: JSONObject, _ errors: inout FieldErrors) {
    let group = spec.string("group") ?? ""
    guard Self.isProtected(group) else { return }
    let annotation = "api-approved.kubernetes.io"
    let text = object.metadataFields.object("annotations")?.string(annotation) ?? ""
    let field = "metadata.annotations[\(annotation)]"
    if text.isEmpty {
      errors.required(
        field,
        "protected groups must have approval annotation \"\(annotation)\", see https://github.com/kubernetes/enhancements/pull/1111"
      )
    } else if !text.hasPrefix("unapproved"), !text.hasPrefix("https://") {
      errors.invalid(
        field, .string(text),
        "protected groups must have approval annotation \"\(annotation)\" with either a URL or a reason starting with "
          + "\"unapproved\", see https://github.com/kubernetes/enhancements/pull/1111")
    }
  }

  static func isProtected(_ group: String) -> Bool {
    ["k8s.io", "kubernetes.io"].contains { group == $0 || group.hasSuffix("." + $0) }
  }

  func validateUpdate(_ object: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    let spec = object.object("spec") ?? JSONObject()
    let before = old.object("spec") ?? JSONObject()
    var fixed = [["group"], ["names", "plural"]]
    if DefinitionStatus(old).isTrue("Established") { fixed += [["scope"], ["names", "kind"]] }
    for path in fixed where spec.value(at: path) != before.value(at: path) {
      errors.invalid(
        "spec." + path.joined(separator: "."), spec.value(at: path) ?? "", "field is immutable")
    }
  }
}
