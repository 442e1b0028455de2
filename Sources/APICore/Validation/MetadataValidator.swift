import APIMachinery

/// Checks `metadata`.
///
/// Kubernetes: apimachinery `api/validation/objectmeta.go`.
enum MetadataValidator {
  /// Kubernetes: `TotalAnnotationSizeLimitB`.
  static let annotationBytesMax = 256 << 10

  static func validate(_ metadata: JSONObject, _ served: ServedResource, _ errors: inout FieldErrors) {
    errors.at("metadata") { errors in
      validateName(metadata, served, &errors)
      if let labels = metadata.object("labels") {
        errors.at("labels") { validateLabels(labels, &$0) }
      }
      if let annotations = metadata.object("annotations") {
        errors.at("annotations") { validateAnnotations(annotations, &$0) }
      }
      validateOwners(metadata.array("ownerReferences"), &errors)
      validateFinalizers(metadata.array("finalizers"), &errors)
    }
  }

  private static func validateName(
    _ metadata: JSONObject, _ served: ServedResource, _ errors: inout FieldErrors
  ) {
    if let prefix = metadata.string("generateName"), !prefix.isEmpty {
      let problems = NameRules.prefix(prefix, served.rules.nameErrors)
      errors.invalid("generateName", .string(prefix), each: problems)
    }
    let name = metadata.string("name") ?? ""
    if name.isEmpty {
      errors.required("name", "name or generateName is required")
    } else {
      errors.invalid("name", .string(name), each: served.rules.nameErrors(name))
    }
    guard served.definition.isNamespaced else { return }
    let namespace = metadata.string("namespace") ?? ""
    if namespace.isEmpty {
      errors.required("namespace")
    } else {
      errors.invalid("namespace", .string(namespace), each: NameRules.dns1123Label(namespace))
    }
  }

  static func validateLabels(_ labels: JSONObject, _ errors: inout FieldErrors) {
    for (key, value) in labels {
      if !isPlainKey(key) { errors.invalid(nil, .string(key), each: NameRules.labelKey(key)) }
      guard case .string(let text) = value else { continue }
      if !isPlain(text) { errors.invalid(nil, value, each: NameRules.labelValue(text)) }
    }
  }

  /// Whether a value is valid at a glance: up to 63 lower-case letters, digits and hyphens between letters or
  /// digits.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      guard 1...63 ~= bytes.count, isWord(bytes[0]), isWord(bytes[bytes.count - 1]) else { return false }
      return bytes.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
    } ?? false
  }

  /// Whether a key is valid at a glance: words with single hyphens and dots between them, at most one slash.
  private static func isPlainKey(_ key: String) -> Bool {
    key.utf8.withContiguousStorageIfAvailable { bytes in
      var nameStart = 0
      var wasWord = false
      for position in bytes.indices {
        let isWord = isWord(bytes[position])
        if !isWord {
          guard wasWord else { return false }
          switch bytes[position] {
          case UInt8(ascii: "-"), UInt8(ascii: "."): break
          case UInt8(ascii: "/") where nameStart == 0: nameStart = position + 1
          default: return false
          }
        }
        wasWord = isWord
      }
      return wasWord && bytes.count - nameStart <= 63 && bytes.count < 200
    } ?? false
  }

  /// Whether a byte is a lower-case letter or a digit.
  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool { (byte &- 97) < 26 || (byte &- 48) < 10 }

  static func validateAnnotations(_ annotations: JSONObject, _ errors: inout FieldErrors) {
    var size = 0
    for (key, value) in annotations {
      size += key.utf8.count + (value.stringValue?.utf8.count ?? 0)
      if isPlainKey(key) { continue }
      let problems = NameRules.qualifiedName(key.lowercased())
      if !problems.isEmpty { errors.invalid(nil, .string(key), each: problems) }
    }
    if size > annotationBytesMax { errors.tooLong(maximum: annotationBytesMax) }
  }

  private static func validateOwners(_ owners: [JSON], _ errors: inout FieldErrors) {
    guard !owners.isEmpty else { return }
    var controllers = 0
    errors.at("ownerReferences") { errors in
      for (index, owner) in owners.enumerated() {
        guard case .object(let owner) = owner else { continue }
        errors.at(index: index) { errors in
          if owner.string("apiVersion").isNilOrEmpty {
            errors.invalid("apiVersion", "", "version must not be empty")
          }
          for field in ["kind", "name", "uid"] where owner.string(field).isNilOrEmpty {
            errors.invalid(field, "", field == "kind" ? "must not be empty" : "must not be empty")
          }
        }
        if owner["controller"] == true { controllers += 1 }
      }
      if controllers > 1 {
        errors.invalid(
          nil, .array(owners),
          "Only one reference can have Controller set to true. Found \"true\" in references for several owners"
        )
      }
    }
  }

  private static func validateFinalizers(_ finalizers: [JSON], _ errors: inout FieldErrors) {
    guard !finalizers.isEmpty else { return }
    errors.at("finalizers") { errors in
      for finalizer in finalizers {
        guard case .string(let text) = finalizer else { continue }
        errors.invalid(nil, finalizer, each: NameRules.qualifiedName(text))
      }
      if finalizers.contains("orphan"), finalizers.contains("foregroundDeletion") {
        errors.invalid(
          nil, .array(finalizers), "finalizer orphan and foregroundDeletion cannot be both set")
      }
    }
  }

  /// Checks that an object that is being deleted gets no new finalizers.
  static func validateUpdate(_ new: JSONObject, old: JSONObject, _ errors: inout FieldErrors) {
    guard old.contains("deletionTimestamp") else { return }
    let before = old.array("finalizers")
    let added = new.array("finalizers").filter { !before.contains($0) }
    guard !added.isEmpty else { return }
    let list = added.map(\.description).joined(separator: ", ")
    errors.at("metadata") {
      $0.forbidden(
        "finalizers",
        "no new finalizers can be added if the object is being deleted, found new finalizers []string{\(list)}"
      )
    }
  }
}
