/// Why a label or field selector is not acceptable, in Kubernetes' words.
public struct SelectorError: Error, Sendable, Hashable, CustomStringConvertible {
  public var message: String
  public var description: String { message }

  public init(message: String) {
    self.message = message
  }
}
