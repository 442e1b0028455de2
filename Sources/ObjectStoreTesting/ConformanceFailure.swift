import ObjectStore

/// What a backend, or the store on it, did wrong.
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

/// Fails the check unless the operation throws an error that meets a condition.
func requireError(
  _ what: String, line: Int = #line, _ operation: () async throws -> Void, matches: (StoreError) -> Bool
) async throws {
  do {
    try await operation()
  } catch let error as StoreError where matches(error) {
    return
  } catch {
    throw ConformanceFailure(description: "\(what): the error was \(error) (line \(line))")
  }
  throw ConformanceFailure(description: "\(what): nothing was thrown (line \(line))")
}
