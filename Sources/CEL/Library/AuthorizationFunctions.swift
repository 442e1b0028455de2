/// Who answers what a user may do, for expressions that ask.
///
/// Kubernetes: `library/authz.go`.
public protocol CELAuthorizer: Sendable {
  /// - Parameter serviceAccount: Whom the expression asks about, in place of the user of the request.
  func decide(_ request: CELAuthorizationRequest, serviceAccount: (namespace: String, name: String)?)
    -> CELDecision
}

/// What an expression asks for.
public struct CELAuthorizationRequest: Sendable, Hashable {
  public var verb = ""
  /// The path of a request for something that is no resource.
  public var path: String?
  public var group = ""
  public var resource = ""
  public var subresource = ""
  public var namespace = ""
  public var name = ""
  public var fieldSelector = ""
  public var labelSelector = ""

  public init() {}
}

/// The answer to a request.
public struct CELDecision: Sendable, Hashable {
  public var isAllowed: Bool
  public var reason: String
  /// Why there is no answer.
  public var error: String?

  public init(isAllowed: Bool, reason: String = "", error: String? = nil) {
    self.isAllowed = isAllowed
    self.reason = reason
    self.error = error
  }
}

/// `authorizer`, and what its functions make of it step by step.
public final class CELAuthorization: CELObject {
  /// How far the question is spelled out.
  enum Stage: String {
    case authorizer = "Authorizer"
    case path = "PathCheck"
    case group = "GroupCheck"
    case resource = "ResourceCheck"
  }

  let stage: Stage
  let request: CELAuthorizationRequest
  let serviceAccount: (namespace: String, name: String)?
  let authorizer: any CELAuthorizer

  /// The type of the variable `authorizer`.
  public static let type = CELType.opaque("kubernetes.authorization.Authorizer")
  /// The type of the variable `authorizer.requestResource`.
  public static let resourceType = CELType.opaque("kubernetes.authorization.ResourceCheck")

  /// The value of the variable `authorizer`.
  public convenience init(_ authorizer: any CELAuthorizer) {
    self.init(.authorizer, CELAuthorizationRequest(), nil, authorizer)
  }

  init(
    _ stage: Stage, _ request: CELAuthorizationRequest, _ serviceAccount: (namespace: String, name: String)?,
    _ authorizer: any CELAuthorizer
  ) {
    self.stage = stage
    self.request = request
    self.serviceAccount = serviceAccount
    self.authorizer = authorizer
  }

  /// The value of the variable `authorizer.requestResource`: the question about the resource of a request.
  public static func resource(
    _ request: CELAuthorizationRequest, _ authorizer: any CELAuthorizer
  ) -> CELAuthorization {
    CELAuthorization(.resource, request, nil, authorizer)
  }

  public var celType: CELType { .opaque("kubernetes.authorization.\(stage.rawValue)") }

  func next(_ stage: Stage, _ change: (inout CELAuthorizationRequest) -> Void) -> CELValue {
    var request = request
    change(&request)
    return .object(CELAuthorization(stage, request, serviceAccount, authorizer))
  }
}

final class DecisionValue: CELObject {
  let decision: CELDecision

  init(_ decision: CELDecision) {
    self.decision = decision
  }

  var celType: CELType { .opaque("kubernetes.authorization.Decision") }
}

enum AuthorizationFunctions {
  static let unary: [String: FunctionTable.Unary] = [
    "allowed": { (value) throws(CELError) in .bool(try decision(value).isAllowed) },
    "reason": { (value) throws(CELError) in .string(try decision(value).reason) },
    "errored": { (value) throws(CELError) in .bool(try decision(value).error != nil) },
    "error": { (value) throws(CELError) in .string(try decision(value).error ?? "") },
  ]

  static let binary: [String: FunctionTable.Binary] = [
    "path": step(.authorizer, .path) { $0.path = $1 },
    "group": step(.authorizer, .group) { $0.group = $1 },
    "resource": step(.group, .resource) { $0.resource = $1 },
    "subresource": step(.resource, .resource) { $0.subresource = $1 },
    "namespace": step(.resource, .resource) { $0.namespace = $1 },
    "name": step(.resource, .resource) { $0.name = $1 },
    "fieldSelector": step(.resource, .resource) { $0.fieldSelector = $1 },
    "labelSelector": step(.resource, .resource) { $0.labelSelector = $1 },
    "check": { (value, verb) throws(CELError) in
      let check = try value.demanded(CELAuthorization.self)
      guard check.stage == .path || check.stage == .resource else { throw .noSuchOverload }
      var request = check.request
      request.verb = try verb.demandedText
      return .object(DecisionValue(check.authorizer.decide(request, serviceAccount: check.serviceAccount)))
    },
  ]

  static let ternary: [String: FunctionTable.Ternary] = [
    "serviceAccount": { (value, namespace, name) throws(CELError) in
      let root = try value.demanded(CELAuthorization.self)
      guard root.stage == .authorizer else { throw .noSuchOverload }
      let account = (namespace: try namespace.demandedText, name: try name.demandedText)
      return .object(CELAuthorization(.authorizer, root.request, account, root.authorizer))
    }
  ]

  private static func step(
    _ from: CELAuthorization.Stage, _ to: CELAuthorization.Stage,
    _ change: @escaping @Sendable (inout CELAuthorizationRequest, String) -> Void
  ) -> FunctionTable.Binary {
    { (value, argument) throws(CELError) in
      let check = try value.demanded(CELAuthorization.self)
      guard check.stage == from else { throw .noSuchOverload }
      let text = try argument.demandedText
      return check.next(to) { change(&$0, text) }
    }
  }

  private static func decision(_ value: CELValue) throws(CELError) -> CELDecision {
    try value.demanded(DecisionValue.self).decision
  }
}
