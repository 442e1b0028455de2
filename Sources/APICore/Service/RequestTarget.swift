public import APIMachinery

/// What a request is about, and who makes it.
public struct RequestTarget: Sendable {
  public var user: UserInfo
  public var resource: GroupVersionResource
  /// `nil` for all namespaces, and for resources of the whole cluster.
  public var namespace: String?
  /// Empty for a request to the collection.
  public var name: String
  public var subresource: String?
  /// Who owns what is written if the request does not say so: the first part of an HTTP client's `User-Agent`.
  public var defaultFieldManager: String

  public init(
    user: UserInfo, resource: GroupVersionResource, namespace: String? = nil, name: String = "",
    subresource: String? = nil, defaultFieldManager: String = "unknown"
  ) {
    self.user = user
    self.resource = resource
    self.namespace = namespace
    self.name = name
    self.subresource = subresource
    self.defaultFieldManager = defaultFieldManager
  }

  func with(name: String) -> RequestTarget {
    var target = self
    target.name = name
    return target
  }
}
