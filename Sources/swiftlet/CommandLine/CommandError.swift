/// A failure of a command, told in one sentence.
struct CommandError: Error, CustomStringConvertible {
  let description: String
  /// The code that the process ends with.
  var exitCode: Int32 = 1
  /// True when the sentence stands alone, without `error: ` before it.
  var isPlain = false

  init(_ description: String, exitCode: Int32 = 1, isPlain: Bool = false) {
    self.description = description
    self.exitCode = exitCode
    self.isPlain = isPlain
  }
}
