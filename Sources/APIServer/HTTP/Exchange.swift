internal import APICore
internal import APIMachinery
internal import NIOHTTP1

/// One request and the way to answer it.
struct Exchange {
  var request: ServerRequest
  let connection: HTTPConnection
  let path: Substring
  let query: Query
  var user = UserInfo.anonymous
  /// Sent as `Warning` headers.
  var warnings: [String] = []
  /// The code that was answered, for the metrics.
  private(set) var status = 0

  init(_ request: ServerRequest, on connection: HTTPConnection) {
    self.request = request
    self.connection = connection
    let target = request.target
    if let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) {
      path = target[..<mark]
      query = Query(target[target.utf8.index(after: mark)...])
    } else {
      path = target[...]
      query = Query()
    }
  }

  var method: HTTPMethod { request.method }

  /// Whether the client wants to read the answer: `?pretty=true`.
  var isPretty: Bool { query.flag("pretty") == true }

  // MARK: Answers

  /// Answers with bytes as they are.
  mutating func send(_ body: [UInt8], status: Int = 200, contentType: String = "application/json") async {
    await send([body], status: status, contentType: contentType)
  }

  mutating func send(_ body: [[UInt8]], status: Int = 200, contentType: String = "application/json") async {
    self.status = status
    var head = ResponseHead(status: status, contentType: contentType)
    head.warnings = warnings
    await connection.respond(head, body: body, to: request)
  }

  mutating func send(text: String, status: Int = 200) async {
    await send(Array(text.utf8), status: status, contentType: "text/plain; charset=utf-8")
  }

  /// Answers with JSON bytes, in the encoding that the client asked for.
  mutating func send(json bytes: [UInt8], status: Int = 200, form: ResponseForm = .json) async {
    if form.encoding == .yaml || isPretty, let tree = try? JSON.parse(bytes, limits: .response) {
      await send(tree, status: status, form: form)
    } else {
      await send(bytes, status: status)
    }
  }

  mutating func send(_ tree: JSON, status: Int = 200, form: ResponseForm = .json) async {
    if form.encoding == .yaml {
      await send(Array(YAML.text(of: tree).utf8), status: status, contentType: "application/yaml")
    } else if isPretty {
      await send(Array("\(tree.prettyPrinted(indent: 2))\n".utf8), status: status)
    } else {
      await send(tree.serialized(), status: status)
    }
  }

  mutating func send(_ error: StatusError) async {
    let code = (100...599).contains(error.code) ? error.code : 500
    status = code
    var head = ResponseHead(status: code)
    head.warnings = warnings
    if let seconds = error.details?.retryAfterSeconds {
      head.headers.append(("Retry-After", String(seconds)))
    }
    var body = error.body.serialized()
    if ResponseForm.plain(accept: request.accept).encoding == .yaml {
      head.contentType = "application/yaml"
      body = Array(YAML.text(of: error.body).utf8)
    }
    await connection.respond(head, body: [body], to: request)
  }

  /// Begins an answer that goes on: a watch, a log.
  mutating func startStream(contentType: String, onEnd: @escaping () -> Void) {
    status = 200
    var head = ResponseHead(status: 200, contentType: contentType)
    head.warnings = warnings
    connection.startStream(head, to: request, onEnd: onEnd)
  }
}
