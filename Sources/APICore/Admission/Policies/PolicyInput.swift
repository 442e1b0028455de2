import APIMachinery
import CEL

/// The values of the variables of a policy, for one request and one object of parameters.
struct PolicyInput {
  private(set) var bindings: CELBindings
  /// `variables`, each of which is found when an expression asks for it.
  let variables: PolicyVariables

  init(
    _ request: AdmissionRequest, version: String, namespace: JSONObject?, params: JSONObject?,
    _ policy: CompiledPolicy,
    _ authorizer: any CELAuthorizer
  ) {
    var bindings = CELBindings()
    bindings["object"] = Self.value(request.object)
    bindings["oldObject"] = Self.value(request.oldObject)
    bindings["namespaceObject"] = Self.value(namespace, PolicyEnvironment.namespaceType)
    bindings["request"] = Self.value(request.json(version: version), PolicyEnvironment.requestType)
    bindings["params"] = Self.value(params)
    bindings["authorizer"] = .object(CELAuthorization(authorizer))
    bindings["authorizer.requestResource"] = .object(CELAuthorization.resource(request.question, authorizer))
    let variables = PolicyVariables(policy.variables, bindings)
    bindings["variables"] = .object(variables)
    self.bindings = bindings
    self.variables = variables
  }

  private static func value(_ object: JSONObject?, _ type: CELType = .dyn) -> CELValue {
    guard let object else { return .null }
    // No text of these types has a format that it could miss: objects are converted field by field, when asked for.
    return (try? CELValue(.object(object), as: type)) ?? .null
  }
}

extension AdmissionRequest {
  /// The request as expressions see it.
  fileprivate func json(version: String) -> JSONObject {
    func kindJSON(_ version: String) -> JSON {
      ["group": .string(kind.group), "version": .string(version), "kind": .string(kind.kind)]
    }
    func resourceJSON(_ version: String) -> JSON {
      [
        "group": .string(resource.group), "version": .string(version),
        "resource": .string(resource.resource),
      ]
    }
    var user: JSONObject = [
      "username": .string(self.user.name), "groups": .array(self.user.groups.map { .string($0) }),
    ]
    if !self.user.uid.isEmpty { user["uid"] = .string(self.user.uid) }
    let kindVersion = version == resource.version ? kind.version : version
    var json: JSONObject = [
      "kind": kindJSON(kindVersion), "resource": resourceJSON(version), "requestKind": kindJSON(kind.version),
      "requestResource": resourceJSON(resource.version), "operation": .string(operation.rawValue),
      "userInfo": .object(user), "dryRun": .bool(isDryRun), "options": .object(options),
    ]
    for (field, text) in [
      ("subResource", subresource), ("requestSubResource", subresource), ("name", name),
      ("namespace", namespace),
    ] where !text.isEmpty {
      json[field] = .string(text)
    }
    return json
  }

  /// What `authorizer.requestResource` asks about.
  fileprivate var question: CELAuthorizationRequest {
    var question = CELAuthorizationRequest()
    question.group = resource.group
    question.resource = resource.resource
    question.subresource = subresource
    question.namespace = namespace
    question.name = name
    return question
  }
}
