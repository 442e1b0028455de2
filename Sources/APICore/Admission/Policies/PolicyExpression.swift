import APIMachinery
import CEL

/// An expression of a policy, compiled.
struct PolicyExpression: Sendable {
  let text: String
  /// `nil` when the text is no expression, or is one of the wrong type.
  private(set) var program: CELProgram?
  /// What is wrong with it.
  private(set) var problem: String?

  /// - Parameter types: The types that it may have; any when empty.
  init(_ text: String, _ types: [CELType], in environment: CELEnvironment) {
    self.text = text
    do throws(CELError) {
      let program = try CELProgram(compiling: text, in: environment)
      if types.isEmpty || types.contains(program.resultType) {
        self.program = program
      } else {
        let names = types.map { $0.kind == .null ? $0.name : $0.description }
        let wanted = names.count == 1 ? names[0] : "one of [\(names.joined(separator: " "))]"
        problem = "must evaluate to \(wanted) but got \(program.resultType)"
      }
    } catch {
      problem = "compilation failed: \(error)"
    }
  }

  /// The type of its values, for expressions that use it.
  var type: CELType { program?.resultType ?? .dyn }
}

/// What expressions of policies can refer to.
///
/// Kubernetes: `apiserver/pkg/admission/plugin/cel/compile.go`.
enum PolicyEnvironment {
  /// - Parameters:
  ///   - object: The type of `object` and `oldObject`; anything where the policy runs, the declared type where it is
  ///     checked.
  ///   - params: The type of `params`; `nil` when the policy has none.
  ///   - variables: The variables before this expression.
  static func make(
    object: CELType = .dyn, params: CELType?, hasAuthorizer: Bool = true,
    variables: [(name: String, type: CELType)] = [], allowsPatches: Bool = false
  ) -> CELEnvironment {
    var environment = CELEnvironment(variables: [
      ("object", object), ("oldObject", object), ("namespaceObject", namespaceType), ("request", requestType),
    ])
    if let params { environment.declare("params", params) }
    if hasAuthorizer {
      environment.declare("authorizer", CELAuthorization.type)
      environment.declare("authorizer.requestResource", CELAuthorization.resourceType)
    }
    if !variables.isEmpty {
      environment.declare("variables", variablesType(variables))
    }
    environment.allowsPatches = allowsPatches
    return environment
  }

  static func variablesType(_ variables: [(name: String, type: CELType)]) -> CELType {
    .object("kubernetes.variables", fields: Dictionary(variables.map { ($0.name, $0.type) }) { $1 })
  }

  static let requestType: CELType = {
    let kind = texts("kubernetes.GroupVersionKind", ["group", "version", "kind"])
    let resource = texts("kubernetes.GroupVersionResource", ["group", "version", "resource"])
    let user = CELType.object(
      "kubernetes.UserInfo",
      fields: [
        "username": .string, "uid": .string, "groups": .list(.string), "extra": .map(.string, .list(.string)),
      ])
    return .object(
      "kubernetes.AdmissionRequest",
      fields: [
        "kind": kind, "resource": resource, "subResource": .string, "requestKind": kind,
        "requestResource": resource, "requestSubResource": .string, "name": .string, "namespace": .string,
        "operation": .string, "userInfo": user, "dryRun": .bool, "options": .dyn,
      ])
  }()

  static let namespaceType: CELType = {
    let metadata = CELType.object(
      "kubernetes.NamespaceMetadata",
      fields: [
        "name": .string, "generateName": .string, "namespace": .string, "labels": .map(.string, .string),
        "annotations": .map(.string, .string), "UID": .string, "creationTimestamp": .timestamp,
        "deletionGracePeriodSeconds": .int, "deletionTimestamp": .timestamp, "generation": .int,
        "resourceVersion": .string, "finalizers": .list(.string),
      ])
    let condition = CELType.object(
      "kubernetes.NamespaceCondition",
      fields: [
        "status": .string, "type": .string, "lastTransitionTime": .timestamp, "message": .string,
        "reason": .string,
      ])
    return .object(
      "kubernetes.Namespace",
      fields: [
        "metadata": metadata,
        "spec": .object("kubernetes.NamespaceSpec", fields: ["finalizers": .list(.string)]),
        "status": .object(
          "kubernetes.NamespaceStatus", fields: ["conditions": .list(condition), "phase": .string]),
      ])
  }()

  private static func texts(_ name: String, _ fields: [String]) -> CELType {
    .object(name, fields: Dictionary(uniqueKeysWithValues: fields.map { ($0, CELType.string) }))
  }
}
