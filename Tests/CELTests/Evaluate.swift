import APIMachinery
import CEL

/// Evaluates an expression over variables of any type.
func evaluate(_ expression: String, _ variables: [String: JSON] = [:]) throws(CELError) -> CELValue {
  var bindings = CELBindings()
  var environment = CELEnvironment()
  for (name, value) in variables {
    environment.declare(name, .dyn)
    bindings[name] = try CELValue(value)
  }
  return try CELProgram(compiling: expression, in: environment).evaluate(bindings)
}

/// The message with which an expression fails; empty when it does not.
func failure(_ expression: String, _ variables: [String: JSON] = [:]) -> String {
  do throws(CELError) {
    _ = try evaluate(expression, variables)
    return ""
  } catch {
    return error.message
  }
}

/// Evaluates an expression over `self` with a schema.
func evaluate(_ expression: String, _ value: JSON, schema: JSON) throws(CELError) -> CELValue {
  guard let type = CELType(schema: StructuralSchema(schema.objectValue ?? JSONObject())) else {
    throw CELError(.compilation, "no type")
  }
  let environment = CELEnvironment(variables: [("self", type), ("oldSelf", type)])
  let program = try CELProgram(compiling: expression, in: environment)
  return try program.evaluate(["self": CELValue(value, as: type), "oldSelf": CELValue(value, as: type)])
}
