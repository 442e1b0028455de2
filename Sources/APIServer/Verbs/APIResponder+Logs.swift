internal import APIMachinery

extension APIResponder {
  /// `GET .../pods/{name}/log`.
  func log(_ url: ResourceURL, _ exchange: inout Exchange) async throws(StatusError) {
    guard url.group.isEmpty, url.resource == "pods", let namespace = url.namespace, let name = url.name,
      case let source = configuration.logs ?? SimulatedPodLogs(service: service)
    else { throw .unknownPath }
    let options = try PodLogOptions(exchange.query)
    let stream = try await source.logs(of: ObjectKey(namespace: namespace, name: name), options: options)
    exchange.startStream(contentType: "text/plain") { stream.cancel() }
    var left = options.limitBytes ?? Int.max
    while left > 0, let bytes = try? await stream.next() {
      guard await exchange.connection.writeChunk(Array(bytes.prefix(left))) else { break }
      left -= bytes.count
    }
    stream.cancel()
    exchange.connection.endStream()
  }
}

extension PodLogOptions {
  /// Kubernetes: `v1 PodLogOptions`, `validation.ValidatePodLogOptions`.
  init(_ query: Query) throws(StatusError) {
    self.init()
    container = query.text("container")
    isFollowing = query.flag("follow") ?? false
    isPrevious = query.flag("previous") ?? false
    hasTimestamps = query.flag("timestamps") ?? false
    tailLines = try query.integer("tailLines")
    limitBytes = try query.integer("limitBytes")
    sinceSeconds = try query.integer("sinceSeconds")
    if let text = query.text("sinceTime") {
      guard let time = Timestamp(json: .string(text)) else {
        throw .badRequest("sinceTime: \"\(text)\" is not a time as RFC 3339 writes it")
      }
      sinceTime = time
    }
    try check("tailLines", tailLines, atLeast: 0)
    try check("limitBytes", limitBytes, atLeast: 1)
    try check("sinceSeconds", sinceSeconds, atLeast: 1)
  }

  private func check(_ field: String, _ value: Int?, atLeast bound: Int) throws(StatusError) {
    guard let value, value < bound else { return }
    let text = "Invalid value: \(value): must be greater than \(bound == 0 ? "or equal to 0" : "0")"
    throw StatusError(
      code: 422, reason: .invalid, message: "PodLogOptions \"\" is invalid: \(field): \(text)",
      details: StatusError.Details(
        kind: "PodLogOptions",
        causes: [StatusError.Cause(reason: "FieldValueInvalid", message: text, field: field)]))
  }
}
