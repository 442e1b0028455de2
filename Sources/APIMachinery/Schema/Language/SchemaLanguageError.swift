/// A mistake in a text of the schema language.
public struct SchemaLanguageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the source.
  public var source: String
  /// The line within the source's text, from 1.
  public var line: Int
  /// The type, or the type and field, that is being declared: `PodSpec.containers`.
  public var subject: String
  public var message: String

  public init(source: String, line: Int, subject: String, message: String) {
    self.source = source
    self.line = line
    self.subject = subject
    self.message = message
  }

  public var description: String {
    "\(source):\(line): \(subject.isEmpty ? "" : "\(subject): ")\(message)"
  }
}
