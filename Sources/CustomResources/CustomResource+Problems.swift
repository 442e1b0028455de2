import APIMachinery
import KubernetesAPI

extension CustomResource {
  /// What is wrong with the declaration and can be seen without a cluster: a version that stands twice or belongs to
  /// another kind, and paths of columns, of the scale and of selectable fields that lead nowhere.
  ///
  /// - Returns: A sentence for each; none when all is well. The API that the definition is applied to looks at more.
  public static var declarationProblems: [String] {
    var problems: [String] = []
    var names: [String] = []
    for version in versions {
      let own = version.definition
      if names.contains(own.version) { problems.append("version \(own.version) stands twice") }
      names.append(own.version)
      if own.groupResource != definition.groupResource || own.kind != definition.kind {
        problems.append(
          "version \(own.version) is of \(own.groupResource), not of \(definition.groupResource)")
      }
      problems += version.pathProblems.map { "version \(own.version): \($0)" }
    }
    return problems
  }
}

extension CustomResourceVersion {
  fileprivate static var pathProblems: [String] {
    var paths = version.columns.compactMap { column in column.path.map { ("column \(column.name)", $0) } }
    if let scale = version.scale {
      paths += [("scale", scale.specReplicas), ("scale", scale.statusReplicas)]
      if let selector = scale.selector { paths.append(("scale", selector)) }
    }
    paths += version.selectableFields.map { ("selectable field", $0) }
    return paths.compactMap { name, path in
      leads(path) ? nil : "\(name): there is no field at \(path)"
    }
  }

  /// Whether the schema has a field at a plain path; a path with brackets or filters is not looked at.
  private static func leads(_ path: String) -> Bool {
    if path.contains("[") { return true }
    var schema = structuralSchema
    for name in path.split(separator: ".") {
      if name == "metadata" || name == "kind" || name == "apiVersion" { return true }
      if schema["x-kubernetes-preserve-unknown-fields"] == true { return true }
      guard
        let next = schema["properties"]?[String(name)]?.objectValue
          ?? schema["additionalProperties"]?.objectValue
      else { return false }
      schema = next
    }
    return true
  }
}
