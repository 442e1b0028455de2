import APIMachinery
import CEL

/// Checks the expressions of a policy against the types of the resources that it names. What does not fit is written
/// down; it does not stop the policy.
///
/// Kubernetes: `admission/plugin/policy/validating/typechecking.go`.
struct PolicyTypeChecker {
  /// Kubernetes: `maxTypesToCheck`.
  private static let mostKinds = 10

  private let spec: JSONObject
  private let kinds: [ServedResource]
  private let params: CELType?

  init(_ policy: JSONObject, _ service: APIService) {
    spec = policy.object("spec") ?? JSONObject()
    kinds = Self.kinds(spec, service)
    params = CompiledPolicy(policy).paramKind.flatMap { service.registry.find(kind: $0) }.map { $0.celType }
  }

  /// `status.typeChecking` of the policy.
  var json: JSON {
    var warnings: [JSON] = []
    for (index, validation) in spec.array("validations").enumerated() {
      for field in ["expression", "messageExpression"] {
        guard let text = validation[field]?.stringValue, !text.isEmpty else { continue }
        let problems = kinds.compactMap { problem(of: text, $0) }
        if problems.isEmpty { continue }
        warnings.append([
          "fieldRef": .string("spec.validations[\(index)].\(field)"),
          "warning": .string(problems.joined(separator: "\n")),
        ])
      }
    }
    return warnings.isEmpty ? [:] : ["expressionWarnings": .array(warnings)]
  }

  private func problem(of text: String, _ kind: ServedResource) -> String? {
    let object = kind.celType
    let variables = CompiledPolicy.variables(spec.array("variables"), object: object, params: params)
    let environment = PolicyEnvironment.make(
      object: object, params: params, variables: variables.map { ($0.name, $0.expression.type) })
    do throws(CELError) {
      _ = try CELProgram(compiling: text, in: environment)
      return nil
    } catch {
      return "\(kind.apiVersion), Kind=\(kind.definition.kind): \(error)\n"
    }
  }

  /// The kinds that the policy names without wildcards, in their order.
  private static func kinds(_ spec: JSONObject, _ service: APIService) -> [ServedResource] {
    var found: [ServedResource] = []
    for rule in spec.object("matchConstraints")?.array("resourceRules") ?? [] {
      func texts(_ field: String) -> [String] { (rule[field]?.arrayValue ?? []).compactMap(\.stringValue) }
      let (groups, versions) = (texts("apiGroups"), texts("apiVersions"))
      if (groups + versions).contains(where: { $0.contains("*") }) { continue }
      let resources = texts("resources").filter { !$0.contains("*") && !$0.contains("/") }
      for group in groups {
        for version in versions {
          for resource in resources {
            let name = GroupVersionResource(group: group, version: version, resource: resource)
            guard let served = service.registry.find(name), !found.contains(where: { $0 === served }) else {
              continue
            }
            found.append(served)
          }
        }
      }
    }
    let sorted = found.sorted { left, right in
      (left.definition.group, left.definition.version, left.definition.kind)
        < (right.definition.group, right.definition.version, right.definition.kind)
    }
    return Array(sorted.prefix(mostKinds))
  }
}

extension ServedResource {
  /// The type of the objects in expressions.
  fileprivate var celType: CELType {
    if let custom, let type = CELType(schema: custom.structure, isResourceRoot: true, name: definition.kind) {
      return type
    }
    return CELType(kind: kind.schema)
  }
}
