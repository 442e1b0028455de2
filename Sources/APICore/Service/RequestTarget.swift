public import APIMachinery

/// What a request is about, and who makes it.
public struct RequestTarget: Sendable {
  /// What all requests of a client have in common, so that it need not be copied with each.
  final class Origin: Sendable {
    let user: UserInfo
    let fieldManager: String

    init(user: UserInfo, fieldManager: String) {
      self.user = user
      self.fieldManager = fieldManager
    }
  }

  var origin: Origin
  public var resource: GroupVersionResource
  /// `nil` for all namespaces, and for resources of the whole cluster.
  public var namespace: String?
  /// Empty for a request to the collection.
  public var name: String
  public var subresource: String?

  public var user: UserInfo {
    get { origin.user }
    set { origin = Origin(user: newValue, fieldManager: origin.fieldManager) }
  }

  /// Who owns what is written if the request does not say so: the first part of an HTTP client's `User-Agent`.
  public var defaultFieldManager: String {
    get { origin.fieldManager }
    set { origin = Origin(user: origin.user, fieldManager: newValue) }
  }

  func with(name: String) -> RequestTarget {
    var target = self
    target.name = name
    return target
  }
}

extension RequestTarget {
  public init(
    user: UserInfo, resource: GroupVersionResource, namespace: String? = nil, name: String = "",
    subresource: String? = nil, defaultFieldManager: String = "unknown"
  ) {
    self.init(
      origin: Origin(user: user, fieldManager: defaultFieldManager), resource: resource,
      namespace: namespace, name: name, subresource: subresource)
  }
}
