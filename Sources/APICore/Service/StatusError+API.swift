import APIMachinery
import ObjectStore

extension StatusError {
  /// The path leads nowhere.
  static let noSuchResource = StatusError(
    code: 404, reason: .notFound, message: "the server could not find the requested resource",
    details: Details())

  static let modified =
    "the object has been modified; please apply your changes to the latest version and try again"

  static func methodNotAllowed(_ served: ServedResource, _ verb: String) -> StatusError {
    StatusError(
      code: 405, reason: .methodNotAllowed,
      message: "\(verb) is not supported on resources of kind \"\(served.groupResource)\"",
      details: Details(group: served.definition.group, kind: served.definition.plural))
  }

  /// The definition of a custom resource is being deleted.
  static func terminating(_ served: ServedResource, _ verb: String) -> StatusError {
    var error = methodNotAllowed(served, verb)
    error.message = "\(verb) not allowed while custom resource definition is terminating"
    return error
  }

  /// Kubernetes: `storage.NewTooLargeResourceVersionError`.
  static func tooLargeResourceVersion(_ requested: UInt64, current: UInt64) -> StatusError {
    StatusError(
      code: 504, reason: .timeout,
      message: "Timeout: Too large resource version: \(requested), current: \(current)",
      details: Details(
        causes: [Cause(reason: "ResourceVersionTooLarge", message: "Too large resource version")],
        retryAfterSeconds: 1))
  }

  static func expired(_ message: String) -> StatusError {
    StatusError(code: 410, reason: .expired, message: message)
  }

  static func conflict(_ served: ServedResource, _ name: String, _ explanation: String) -> StatusError {
    conflict(served.groupResource, name: name, explanation)
  }

  /// What the store says about a read.
  init(reading error: StoreError) {
    switch error {
    case .expired(let requested, let oldest):
      self = .expired("too old resource version: \(requested) (\(oldest))")
    case .futureRevision(let requested, let current):
      self = .tooLargeResourceVersion(requested, current: current)
    case .slowWatcher: self = .expired("too old resource version: the watch fell behind")
    default: self = StatusError(unavailable: error)
    }
  }

  /// A store that does not work.
  init(unavailable error: StoreError) {
    self.init(code: 503, reason: .serviceUnavailable, message: "the store is unavailable: \(error)")
  }
}
