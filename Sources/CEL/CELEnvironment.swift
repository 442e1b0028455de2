/// What the expressions of one place can refer to: variables with their types, and the functions of Kubernetes.
public struct CELEnvironment: Sendable {
  /// The declared variables, in the order of their slots.
  public private(set) var variables: [(name: String, type: CELType)]
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

  func overloads(_ function: String) -> [Overload]? { declarations.functions[function] }
}
