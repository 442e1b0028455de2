/// A key that stands more than once in one object of a document.
///
/// Kubernetes: strict field validation reports it as `duplicate field "PATH"`; the last value wins.
public struct JSONDuplicate: Sendable, Hashable {
  /// Where the member is: `spec.containers[0].name`.
  public var path: String

  public init(path: String) {
    self.path = path
  }
}
