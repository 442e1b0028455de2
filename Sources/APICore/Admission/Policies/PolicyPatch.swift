import APIMachinery
import CEL
import KubernetesClient

/// What an expression of a mutating policy has made, put into an object.
///
/// Kubernetes: `admission/plugin/policy/mutating/patch`, with its texts.
struct PolicyPatch {
  let served: ServedResource
  let service: APIService

  // MARK: Objects to be merged in

  /// The object with the fields of `value`, merged as server-side apply does; whoever owns fields goes on to own them.
  func apply(_ value: CELValue, to object: JSONObject) throws(PolicyProblem) -> JSONObject {
    guard case .object(let made as CELMessage) = value else {
      throw PolicyProblem("unsupported return type from ApplyConfiguration expression")
    }
    var patch: JSONObject
    do throws(CELError) {
      try made.checkNames()
      patch = try made.json().objectValue ?? JSONObject()
    } catch {
      throw PolicyProblem("type mismatch: \(error)")
    }
    patch["apiVersion"] = object["apiVersion"]
    patch["kind"] = object["kind"]
    try checkDeclared(patch)
    let atomics = Self.atomics(in: patch, served.type, path: "")
    if !atomics.isEmpty {
      throw PolicyProblem(
        "error applying patch: invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: "
          + atomics.joined(separator: ", "))
    }
    do throws(StructuredMergeError) {
      return try StructuredMerge.merge(patch, over: object, type: served.type)
    } catch {
      throw PolicyProblem("error applying patch: failed to merge patch: \(error)")
    }
  }

  private func checkDeclared(_ patch: JSONObject) throws(PolicyProblem) {
    let prefix = "error applying patch: failed to convert patch object to typed object"
    let options = WriteOptions(fieldValidation: .warn)
    do throws(StatusError) {
      let draft = try service.normalize(patch, fillsDefaults: false, served, options)
      let unknown = draft.warnings.map { $0.split(separator: "\"").dropFirst().first ?? "" }
      if unknown.isEmpty { return }
      let list = unknown.map { ".\($0): field not declared in schema" }
      throw StatusError.badRequest(
        list.count > 1 ? "errors:\n" + list.map { "  \($0)" }.joined(separator: "\n") : list[0])
    } catch {
      throw PolicyProblem("\(prefix): \(error.message)")
    }
  }

  /// The paths of values that are replaced as a whole: what they hold beside the patch would be lost.
  private static func atomics(in object: JSONObject, _ type: ObjectNode?, path: String) -> [String] {
    object.flatMap { key, value in
      type?[key].map { atomics(in: value, $0.node, path: path + "." + key) } ?? []
    }
  }

  private static func atomics(in value: JSON, _ node: SchemaNode, path: String) -> [String] {
    switch value {
    case .object(let object):
      let own = node.isAtomic ? [path] : []
      if node.kind == .map, let element = node.element {
        return own + object.flatMap { atomics(in: $0.value, element, path: path + "." + $0.key) }
      }
      return own + atomics(in: object, node.object, path: path)
    case .array(let elements):
      let own = node.isAtomic ? [path] : []
      guard let element = node.element else { return own }
      return own
        + elements.enumerated().flatMap { atomics(in: $0.element, element, path: path + "[\($0.offset)]") }
    default: return []
    }
  }

  // MARK: JSON patches

  /// The object after the operations; as it was when one that tests finds something else.
  func patch(_ value: CELValue, _ object: JSONObject) throws(PolicyProblem) -> JSONObject {
    let operations = try self.operations(value)
    let result: JSON
    do throws(JSONPatchError) {
      result = try JSONPatch(json: .array(operations)).apply(to: .object(object))
    } catch {
      if error.code == .testFailed { return object }
      throw PolicyProblem("JSONPath: \(error.message)")
    }
    guard case .object(let changed) = result else { throw PolicyProblem("JSONPath: the result is no object") }
    return changed
  }

  private func operations(_ value: CELValue) throws(PolicyProblem) -> [JSON] {
    guard case .list(let elements) = value else {
      throw PolicyProblem("type mismatch: JSONPatchType.expression should evaluate to array")
    }
    var operations: [JSON] = []
    for case .object(let element as CELMessage) in elements {
      var operation = JSONObject()
      for field in ["op", "path", "from"] {
        if let text = element[field]?.stringValue { operation[field] = .string(text) }
      }
      if let given = element["value"] { operation["value"] = try json(given) }
      operations.append(.object(operation))
    }
    return operations
  }

  private func json(_ value: CELValue) throws(PolicyProblem) -> JSON {
    if case .object(let made as CELMessage) = value {
      do throws(CELError) { try made.checkNames() } catch { throw PolicyProblem("type mismatch: \(error)") }
    }
    do throws(CELError) {
      return try value.json()
    } catch {
      throw PolicyProblem(
        "JSONPath valueExpression evaluated to a type that could not marshal to JSON: \(error)")
    }
  }
}
