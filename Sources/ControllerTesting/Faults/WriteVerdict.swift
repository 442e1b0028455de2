import APIMachinery
import KubernetesClient

/// A write that the process under test is about to make.
struct WriteCall: Hashable, Sendable {
  enum Verb: String, Sendable { case create, update, patch, apply, delete, deleteCollection }

  var verb: Verb
  var resource: GroupVersionResource
  var key: ObjectKey
  var subresource: String?

  /// Events are hints and leases are heartbeats: neither is part of what a controller does.
  var isCounted: Bool { resource.resource != "events" && resource.resource != "leases" }
}

extension WriteCall: CustomStringConvertible {
  var description: String {
    let path = subresource.map { "\(resource.groupResource)/\($0)" } ?? "\(resource.groupResource)"
    return "\(verb.rawValue) \(path) \(key)"
  }
}

/// What becomes of a write.
struct WriteVerdict {
  /// The process dies before the write goes out, and stays away for this time.
  var crashBefore: Duration?
  /// The process dies when the write was made.
  var crashAfter: Duration?
  /// The write is refused.
  var refusal: StatusError?
  /// The write is made, and its answer lost.
  var losesResponse = false
}

extension Fault.APIFailure {
  func error(of call: WriteCall) -> StatusError {
    switch self {
    case .conflict where call.verb != .create:
      return .conflict(
        call.resource.groupResource, name: call.key.name,
        "the object has been modified; please apply your changes to the latest version and try again")
    default: return error
    }
  }

  var error: StatusError {
    switch self {
    case .tooManyRequests(let seconds):
      StatusError(
        code: 429, reason: .tooManyRequests,
        message: "the server has received too many requests and has asked us to try again later",
        details: StatusError.Details(retryAfterSeconds: seconds))
    case .internalError: .internalError("injected")
    case .conflict, .unavailable:
      StatusError(
        code: 503, reason: .serviceUnavailable,
        message: "the server is currently unable to handle the request")
    }
  }
}

extension StatusError {
  /// What a client sees of a write whose answer was lost.
  static let lostResponse = StatusError(
    code: 504, reason: .timeout, message: "the server was unable to return a response in the time allotted")

  /// What a process gets that is dead and does not know it yet.
  static let processDied = StatusError(
    code: 0, reason: "ProcessDied", message: "the process was killed by a fault")
}
