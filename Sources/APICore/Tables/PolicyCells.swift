import APIMachinery

/// The cells of admission policies and their bindings.
///
/// Kubernetes: `pkg/printers/internalversion/printers.go`.
enum PolicyCells {
  static func cells(_ object: JSONObject) -> [TableCells.Cell] {
    if object.string("kind")?.hasSuffix("WebhookConfiguration") == true {
      return [.init("Webhooks", .int(Int64(object.array("webhooks").count)))]
    }
    let spec = object.object("spec") ?? JSONObject()
    if let policy = spec.string("policyName") {
      return [.init("PolicyName", policy), .init("ParamRef", reference(spec.object("paramRef")))]
    }
    return [
      .init("Validations", .int(Int64(spec.array("validations").count))),
      .init("Mutations", .int(Int64(spec.array("mutations").count))),
      .init("ParamKind", kind(spec.object("paramKind"))),
    ]
  }

  private static func kind(_ kind: JSONObject?) -> String {
    guard let kind else { return "<unset>" }
    return "\(kind.string("apiVersion") ?? "")/\(kind.string("kind") ?? "")"
  }

  private static func reference(_ reference: JSONObject?) -> String {
    guard let reference else { return "<unset>" }
    if let name = reference.string("name"), !name.isEmpty {
      let namespace = reference.string("namespace") ?? ""
      return "\(namespace.isEmpty ? "*" : namespace)/\(name)"
    }
    return TableCells.selector(reference.object("selector"))
  }
}
