/// Why a kubeconfig cannot be used.
public struct KubeConfigError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Code: Hashable, Sendable {
    /// There is no configuration at any of the usual places.
    case notFound
    /// A file cannot be read or written.
    case file
    /// A document is not a kubeconfig.
    case malformed
    /// A context, cluster or user is named that is not there.
    case missingEntry
    /// A certificate, key or token cannot be used.
    case credentials
  }

  public var code: Code
  /// What is wrong, where, and what to do.
  public var message: String

  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
