/// What the expressions of one place can refer to: variables with their types, and the functions of Kubernetes.
public struct CELEnvironment: Sendable {
  /// The declared variables, in the order of their slots.
  public private(set) var variables: [(name: String, type: CELType)]
  /// Whether expressions can make patches: `Object{...}`, `JSONPatch{...}`, `jsonpatch.escapeKey`.
  ///
  /// Kubernetes: `apiserver/pkg/cel/mutation`.
  public var allowsPatches = false
  private let declarations = Declarations.kubernetes

  /// An environment with the libraries of Kubernetes 1.36 and these variables.
  public init(variables: [(name: String, type: CELType)] = []) {
    self.variables = variables
  }

  /// Declares one more variable, or changes the type of a known one.
  public mutating func declare(_ name: String, _ type: CELType) {
    if let position = slot(of: name) {
      variables[position].type = type
    } else {
      variables.append((name, type))
    }
  }

  func type(of variable: String) -> CELType? { slot(of: variable).map { variables[$0].type } }

  func slot(of variable: String) -> Int? { variables.firstIndex { $0.name == variable } }

  func overloads(_ function: String) -> [Overload]? {
    if !allowsPatches, function == "jsonpatch.escapeKey" { return nil }
    return declarations.functions[function]
  }

  /// The type that `name{...}` makes a value of.
  func messageType(_ name: String) -> CELType? {
    guard allowsPatches else { return nil }
    if name == CELType.jsonPatch.name { return .jsonPatch }
    if name == CELType.patchedObject.name { return .patchedObject }
    return name.hasPrefix("Object.") ? CELType(.object, name: name, isOpen: true) : nil
  }
}

extension CELType {
  /// `Object{...}`: the fields of an object that is to be merged in. Any field goes; the names of the types inside
  /// must be the paths of the fields.
  public static let patchedObject = CELType(.object, name: "Object", isOpen: true)

  /// `JSONPatch{...}`: one operation of a JSON patch.
  public static let jsonPatch = CELType.object(
    "JSONPatch", fields: ["op": .string, "path": .string, "from": .string, "value": .dyn])
}
