public import APIMachinery

/// Looks at writes before they are carried out: changes the object, or refuses the request.
///
/// The service asks its plug-ins in their order: first all of them for changes, when the object has its defaults, then,
/// when the object is known to be valid, all of them for objections. Policies come first; others are given with
/// ``APIServiceOptions/admission``.
///
/// Kubernetes: `apiserver/pkg/admission`, `MutationInterface` and `ValidationInterface`.
public protocol AdmissionPlugin: AnyObject, Sendable {
  /// Whether there may be something to say about a request now. It is asked on every write, and while no plug-in has
  /// anything to say a write costs no more than these questions.
  func isActive(in service: APIService) -> Bool

  /// Changes `object` of a request, if it wants to. The service completes and checks what comes of it. The object of a
  /// deletion is gone in any case.
  ///
  /// All plug-ins are asked a second time when something that wants that (``AdmissionRequest/reinvocation``) has been
  /// asked before the object changed again.
  ///
  /// - Throws: What the client gets for an answer, in place of what it asked for.
  func mutate(_ request: inout AdmissionRequest, in service: APIService) async throws(StatusError)

  /// Objects to a request by throwing; `object` is as it would be stored.
  func validate(_ request: inout AdmissionRequest, in service: APIService) async throws(StatusError)
}

extension AdmissionPlugin {
  public func isActive(in service: APIService) -> Bool { true }
  public func mutate(_ request: inout AdmissionRequest, in service: APIService) async throws(StatusError) {}
  public func validate(_ request: inout AdmissionRequest, in service: APIService) async throws(StatusError) {}
}

/// Where what plug-ins note about requests is written down.
///
/// Kubernetes: annotations of audit events.
public protocol AdmissionAudit: Sendable {
  func record(_ annotations: [(key: String, value: String)], of request: AdmissionRequest)
}
