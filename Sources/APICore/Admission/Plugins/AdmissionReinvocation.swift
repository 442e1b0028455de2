/// Who changes the object of a request a second time: those who want to see what others have changed after them.
///
/// A plug-in that has changed the object says so with ``objectChanged()``, and then, with ``invoked(_:)``, that it wants
/// to be asked again. In the second round it changes only what ``isDue(_:)``.
///
/// Kubernetes: `reinvocationPolicy`; `apiserver/pkg/admission/reinvocation.go`.
public struct AdmissionReinvocation: Sendable {
  /// Whether this is the second round.
  public internal(set) var isAgain = false
  private var invoked: Set<String> = []
  private var due: Set<String> = []

  /// The object has changed: who was asked before is due.
  public mutating func objectChanged() {
    due.formUnion(invoked)
    invoked = []
  }

  /// Somebody with that name was asked and wants to be asked again.
  public mutating func invoked(_ name: String) { invoked.insert(name) }

  /// Whether somebody is to be asked: everybody in the first round.
  public func isDue(_ name: String) -> Bool { !isAgain || due.contains(name) }

  var isNeeded: Bool { !due.isEmpty }
}
