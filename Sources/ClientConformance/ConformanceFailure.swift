import APIMachinery

/// What a client, or the API behind it, did wrong.
public struct ConformanceFailure: Error, CustomStringConvertible {
  public let description: String
}

/// Fails the check unless the condition holds.
func require(
  _ condition: @autoclosure () throws -> Bool, _ what: @autoclosure () -> String, line: Int = #line
) throws {
  guard try condition() else { throw ConformanceFailure(description: "\(what()) (line \(line))") }
}

/// Fails the check unless two values are equal.
func requireEqual<Value: Equatable>(
  _ found: Value, _ expected: Value, _ what: @autoclosure () -> String, line: Int = #line
) throws {
  guard found == expected else {
    throw ConformanceFailure(description: "\(what()): found \(found), expected \(expected) (line \(line))")
  }
}

/// Fails the check unless the operation is refused with this code and reason; gives the error.
@discardableResult
func requireError(
  _ code: Int, _ reason: StatusError.Reason, _ what: String, line: Int = #line,
  _ operation: () async throws -> Void
) async throws -> StatusError {
  do { try await operation() } catch let error as StatusError {
    guard error.code == code, error.reason == reason else {
      throw ConformanceFailure(
        description: "\(what): the error was \(error.code) \(error.reason): \(error) (line \(line))")
    }
    return error
  }
  throw ConformanceFailure(description: "\(what): nothing was thrown (line \(line))")
}

/// Unwraps a value, or fails the check.
func unwrap<Value>(_ value: Value?, _ what: String, line: Int = #line) throws -> Value {
  guard let value else { throw ConformanceFailure(description: "\(what) is missing (line \(line))") }
  return value
}
