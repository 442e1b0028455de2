import APIMachinery
import CEL
import Testing

@Suite struct MessageTests {
  private static let primary =
    "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}"

  @Test func `a mistake is shown with its line and a mark`() {
    #expect(
      failure("1 + x")
        == "ERROR: <input>:1:5: undeclared reference to 'x' (in container '')\n | 1 + x\n | ....^")
    #expect(
      failure("true &&\n  1") == """
        ERROR: <input>:1:6: found no matching overload for '_&&_' applied to '(bool, int)'
         | true &&
         | .....^
        """)
    #expect(failure("'é' + 1").hasSuffix(" | 'é' + 1\n | .．..^"))
  }

  @Test(arguments: [
    ("1 +", "1:4: Syntax error: mismatched input '<EOF>' expecting \(primary)"),
    ("1 2", "1:3: Syntax error: extraneous input '2' expecting <EOF>"),
    ("(1", "1:3: Syntax error: missing ')' at '<EOF>'"),
    ("object.x in [1, 2,", "1:19: Syntax error: missing ']' at '<EOF>'"),
    ("[(1", "1:4: Syntax error: mismatched input '<EOF>' expecting ')'"),
    ("'abc", "1:1: Syntax error: token recognition error at: ''abc'"),
    ("a # b", "1:3: Syntax error: token recognition error at: '#'"),
    ("for", "1:1: reserved identifier: for"), ("has(a)", "1:5: invalid argument to has() macro"),
    ("[1].all(1, true)", "1:9: argument must be a simple name"),
    ("99999999999999999999", "1:1: invalid int literal"),
    ("[1, 'a']", "1:5: expected type 'int' but found 'string'"),
    ("'a' + 1", "1:5: found no matching overload for '_+_' applied to '(string, int)'"),
    ("'a'.charAt(true)", "1:11: found no matching overload for 'charAt' applied to 'string.(bool)'"),
    ("nothing(1)", "1:8: undeclared reference to 'nothing' (in container '')"),
    ("(1).a", "1:4: type 'int' does not support field selection"),
    (
      "(1).all(x, true)",
      "1:2: expression of type 'int' cannot be range of a comprehension (must be list, map, or dynamic)"
    ),
    ("duration('x')", "1:10: invalid duration argument"),
    ("timestamp('x')", "1:11: invalid timestamp argument"),
    ("'a'.matches('[')", "1:13: invalid matches argument"),
    ("[1].exists(x, x)", "found no matching overload for '_||_'"),
  ])
  func `mistakes have the words of cel-go`(_ expression: String, _ message: String) {
    #expect(failure(expression).contains(message))
  }

  @Test func `all mistakes of types are told at once`() throws {
    let message = failure("x + y")
    #expect(message.contains("'x'") && message.contains("'y'"))
  }

  @Test func `an unknown field of a schema is refused`() throws {
    let schema: JSON = ["type": "object", "properties": ["a": ["type": "integer"]]]
    #expect(throws: CELError.self) { try evaluate("self.b", [:], schema: schema) }
    do throws(CELError) {
      _ = try evaluate("self.b == 1", [:], schema: schema)
    } catch {
      #expect(error.message == "ERROR: <input>:1:5: undefined field 'b'\n | self.b == 1\n | ....^")
    }
  }

  @Test func `the wanted type is demanded`() {
    #expect(throws: CELError(.compilation, "must evaluate to bool")) {
      _ = try CELProgram(compiling: "1 + 1", in: CELEnvironment(), expecting: .bool)
    }
  }
}
