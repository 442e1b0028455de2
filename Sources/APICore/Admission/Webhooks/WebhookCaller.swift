import APIMachinery

/// Sends a question to a web server. The door that leads out of the process brings one.
public protocol WebhookCaller: Sendable {
  /// Posts a body and returns the body of the answer.
  ///
  /// - Throws: why there is no answer, in the words of Go's clients: `Post "URL": dial tcp ...: connection refused`.
  func call(_ call: WebhookCall) async throws(WebhookFailure) -> [UInt8]
}

/// A question to a web server.
public struct WebhookCall: Sendable, Hashable {
  /// Where a server is.
  public enum Server: Sendable, Hashable {
    case url(String)
    /// `NAME.NAMESPACE.svc`, and where the cluster says that it is found: nothing when the service has no end points.
    case service(name: String, namespace: String, port: Int, path: String, address: String?)
  }

  public var server: Server
  /// PEM text of the authorities that the server's certificate is checked by; those of the system when empty.
  public var authorities: [UInt8]
  public var timeoutSeconds: Int
  public var body: [UInt8]

  public init(server: Server, authorities: [UInt8] = [], timeoutSeconds: Int, body: [UInt8]) {
    self.server = server
    self.authorities = authorities
    self.timeoutSeconds = timeoutSeconds
    self.body = body
  }

  /// The address, as messages name it.
  ///
  /// Kubernetes: `apiserver/pkg/util/webhook.ClientManager`: the time is told to the server as a parameter.
  public var url: String {
    let time = "timeout=\(timeoutSeconds)s"
    switch server {
    case .url(let url): return url + (url.contains("?") ? "&" : "?") + time
    case .service(let name, let namespace, let port, let path, _):
      let path = path.isEmpty || path.hasPrefix("/") ? path : "/" + path
      return "https://\(name).\(namespace).svc:\(port)\(path)?\(time)"
    }
  }
}

/// Why a web server did not answer.
public struct WebhookFailure: Error, Sendable, Hashable {
  public var message: String

  public init(_ message: String) { self.message = message }
}

extension APIService {
  /// Has webhooks called.
  public func callWebhooks(with caller: any WebhookCaller) { outside.use(caller) }

  /// Calls a webhook by its `clientConfig`.
  func call(_ client: JSONObject, timeoutSeconds: Int, body: [UInt8]) async throws(WebhookFailure) -> [UInt8]
  {
    guard let caller = outside.caller else {
      throw WebhookFailure("nothing in this process calls web servers")
    }
    let server: WebhookCall.Server
    if let service = client.object("service") {
      server = .service(
        name: service.string("name") ?? "", namespace: service.string("namespace") ?? "",
        port: Int(service["port"]?.intValue ?? 443), path: service.string("path") ?? "",
        address: address(of: service))
    } else {
      server = .url(client.string("url") ?? "")
    }
    let authorities = client.string("caBundle").flatMap { ByteString(base64: $0)?.bytes } ?? []
    return try await caller.call(
      WebhookCall(server: server, authorities: authorities, timeoutSeconds: timeoutSeconds, body: body))
  }
}
