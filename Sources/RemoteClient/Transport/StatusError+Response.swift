public import APIMachinery

extension StatusError {
  /// Reads the error out of an answer: its `Status` object, or what its code stands for.
  ///
  /// Kubernetes: client-go `rest.Request.transformResponse`, apimachinery `errors.NewGenericServerResponse`.
  init(response: RawResponse) {
    let isYAML = response.contentType.hasPrefix("application/yaml")
    let tree =
      isYAML
      ? try? YAML.parse(response.body).first?.value : try? JSON.parse(response.body, limits: .response)
    if case .object(let object)? = tree, object["kind"]?.stringValue == "Status" {
      self.init(statusObject: object, code: response.status)
    } else {
      let text = String(decoding: response.body.prefix(2048), as: UTF8.self)
      self.init(generic: response.status, text: text, retryAfterSeconds: response.retryAfterSeconds)
    }
  }

  /// Reads a `Status` object.
  ///
  /// - Parameter code: The HTTP status, for a `Status` without `code`.
  public init(statusObject object: JSONObject, code: Int = 500) {
    let details = object["details"]?.objectValue
    self.init(
      code: object["code"]?.intValue.map { Int($0) } ?? code,
      reason: Reason(object["reason"]?.stringValue ?? ""),
      message: object["message"]?.stringValue ?? "unknown",
      details: details.map { Details(fields: $0) },
      continueToken: object["metadata"]?["continue"]?.stringValue)
  }

  private init(generic code: Int, text: String, retryAfterSeconds: Int?) {
    let (reason, message): (Reason, String) =
      switch code {
      case 401: (.unauthorized, "the server has asked for the client to provide credentials")
      case 403: (.forbidden, "the server does not allow access to the requested resource")
      case 404: (.notFound, "the server could not find the requested resource")
      case 405: (.methodNotAllowed, "the server does not allow this method on the requested resource")
      case 406:
        (.notAcceptable, "the server was unable to respond with a content type that the client supports")
      case 409: (.conflict, "the server reported a conflict")
      case 413: (.requestEntityTooLarge, "the request is too large")
      case 415: (.unsupportedMediaType, "the server does not accept this media type")
      case 429:
        (.tooManyRequests, "the server has received too many requests and has asked us to try again later")
      case 503: (.serviceUnavailable, "the server is currently unable to handle the request")
      case 504: (.timeout, "the server was unable to return a response in the time allotted")
      default: (code >= 500 ? .internalError : .unknown, "the server responded with the status code \(code)")
      }
    let cause = Cause(reason: "UnexpectedServerResponse", message: text)
    self.init(
      code: code, reason: reason, message: message,
      details: Details(causes: text.isEmpty ? [] : [cause], retryAfterSeconds: retryAfterSeconds))
  }
}

extension StatusError.Details {
  fileprivate init(fields: JSONObject) {
    let causes = fields["causes"]?.arrayValue ?? []
    self.init(
      name: fields["name"]?.stringValue, group: fields["group"]?.stringValue,
      kind: fields["kind"]?.stringValue, uid: fields["uid"]?.stringValue,
      causes: causes.map {
        StatusError.Cause(
          reason: $0["reason"]?.stringValue ?? "", message: $0["message"]?.stringValue ?? "",
          field: $0["field"]?.stringValue)
      },
      retryAfterSeconds: fields["retryAfterSeconds"]?.intValue.map { Int($0) })
  }
}
