import Testing

/// The real kubectl against a test's cluster.
struct Kubectl {
  let cluster: TestCluster

  func run(_ command: String, input: String? = nil) throws -> TestCluster.Outcome {
    try cluster.kubectl(command, input: input)
  }

  /// Runs a command that must succeed and say this.
  func say(
    _ command: String, input: String? = nil, _ output: String, at place: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try run(command, input: input)
    #expect(outcome.output == output, "\(command): \(outcome.errors)", sourceLocation: place)
    #expect(outcome.code == 0, "\(command): \(outcome.errors)", sourceLocation: place)
  }

  /// Runs a command that must fail with these words. The space that kubectl puts at the ends of lines does not count.
  func refuse(
    _ command: String, input: String? = nil, _ errors: String, at place: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try run(command, input: input)
    func plain(_ text: String) -> String { text.replacing(" \n", with: "\n") }
    #expect(plain(outcome.errors) == plain(errors), "\(command)", sourceLocation: place)
    #expect(outcome.code != 0, "\(command): \(outcome.output)", sourceLocation: place)
  }

  /// The cells of a table; those without anything are missing, and ages are a word.
  func words(_ command: String) throws -> [[String]] {
    try run(command).output.split(separator: "\n").map { line in
      line.split(separator: " ").map { String($0).replacing(/^([0-9]+[dhms])+$/, with: "AGE") }
    }
  }
}
