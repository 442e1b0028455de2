/// What was registered with a manager cannot run: who, what is wrong, and what to do about it.
///
/// A manager collects everything that is wrong and says it at once, before it asks the API for anything.
public struct RegistrationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A sentence for each problem, in the order of the registration.
  public let problems: [String]

  public var description: String {
    guard problems.count > 1 else { return problems.first ?? "" }
    return "\(problems.count) things keep the manager from running:\n"
      + problems.map { "  - \($0)" }.joined(separator: "\n")
  }
}
