/// Why the server's keys and certificates cannot be made, read or written.
public struct ServerSecurityError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, with which file, and what to do.
  public var message: String

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
