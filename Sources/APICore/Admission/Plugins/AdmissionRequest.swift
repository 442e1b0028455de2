public import APIMachinery

/// A write, as plug-ins see it.
///
/// Kubernetes: `admission.k8s.io/v1 AdmissionRequest`.
public struct AdmissionRequest: Sendable {
  public enum Operation: String, Sendable {
    case create = "CREATE"
    case update = "UPDATE"
    case delete = "DELETE"
    case connect = "CONNECT"
  }

  public let operation: Operation
  /// Who asks, and what about.
  public let user: UserInfo
  public let resource: GroupVersionResource
  public let subresource: String
  /// The kind of `object`.
  public let kind: GroupVersionKind
  /// Empty for a resource of the whole cluster.
  public let namespace: String
  /// Empty while a name has not been made yet.
  public internal(set) var name: String
  /// The object as it is to be; `nil` for a deletion.
  public var object: JSONObject?
  /// The object as it is; `nil` for a creation.
  public internal(set) var oldObject: JSONObject?
  /// `CreateOptions`, `UpdateOptions`, `PatchOptions` or `DeleteOptions`.
  public let options: JSONObject
  public let isDryRun: Bool
  /// Who is to be asked again when the object changes after them.
  public var reinvocation = AdmissionReinvocation()
  /// What the client is told although the request is carried out.
  public private(set) var warnings: [String] = []
  /// What is noted for an audit.
  public private(set) var annotations: [(key: String, value: String)] = []

  init(
    _ operation: Operation, _ target: RequestTarget, kind: GroupVersionKind, options: JSONObject,
    isDryRun: Bool,
    isNamespaced: Bool
  ) {
    self.operation = operation
    user = target.user
    resource = target.resource
    subresource = target.subresource ?? ""
    self.kind = kind
    namespace = isNamespaced ? target.namespace ?? "" : ""
    name = target.name
    self.options = options
    self.isDryRun = isDryRun
  }

  public mutating func warn(_ text: String) {
    if !warnings.contains(text) { warnings.append(text) }
  }

  public mutating func annotate(_ key: String, _ value: String) { annotations.append((key, value)) }

  /// The refusal of the request, as all plug-ins word it.
  ///
  /// Kubernetes: `admission.NewForbidden`.
  public func forbidden(_ explanation: String) -> StatusError {
    .forbidden(GroupResource(group: resource.group, resource: resource.resource), name: name, explanation)
  }
}
