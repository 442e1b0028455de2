internal import NIOHTTP1

/// A request by its path, for what the verbs of `Client` do not cover: tables, discovery, logs, health.
public struct RawRequest: Sendable, Hashable {
  public var method: String
  /// The path with its query: `/api/v1/pods?limit=500`.
  public var path: String
  public var accept: String
  public var contentType: String?
  public var body: [UInt8]?
  /// How long the whole answer may take; `nil` waits for ever.
  public var timeoutSeconds: Int?

  public init(
    _ method: String = "GET", path: String, accept: String = "application/json", contentType: String? = nil,
    body: [UInt8]? = nil, timeoutSeconds: Int? = nil
  ) {
    self.method = method
    self.path = path
    self.accept = accept
    self.contentType = contentType
    self.body = body
    self.timeoutSeconds = timeoutSeconds
  }

  /// The `Accept` header of a client that shows tables and takes plain objects where there is no table.
  public static let tableAccept =
    "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json"
}

/// The answer to a ``RawRequest``.
public struct RawResponse: Sendable, Hashable {
  public var status: Int
  public var contentType: String
  /// The texts of the `Warning` headers.
  public var warnings: [String]
  /// How long the server asks the client to wait before it tries again.
  public var retryAfterSeconds: Int?
  public var body: [UInt8]

  init(status: Int, headers: HTTPHeaders, body: [UInt8]) {
    self.status = status
    self.body = body
    contentType = headers.first(name: "Content-Type") ?? ""
    warnings = WarningHeader.texts(in: headers)
    retryAfterSeconds = headers.first(name: "Retry-After").flatMap { Int($0) }
  }

  /// The seconds to wait before the request is tried again; `nil` when it is not.
  var retryDelay: Int? {
    guard status == 429 || status >= 500, let retryAfterSeconds else { return nil }
    return max(0, retryAfterSeconds)
  }
}
