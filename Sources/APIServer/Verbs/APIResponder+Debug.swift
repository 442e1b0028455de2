internal import APIMachinery
internal import NIOHTTP1

extension APIResponder {
  /// `GET /debug/{name}`, or `POST` for what changes something.
  func debug(_ name: String, _ exchange: inout Exchange) async {
    guard let source = configuration.debugSources[name] else { return await exchange.send(.unknownPath) }
    guard exchange.method == (source.isChange ? .POST : .GET) else {
      return await exchange.send(.methodNotAllowed)
    }
    let stream: any DebugStream
    do { stream = try await source.stream(exchange.query.firstValues) } catch {
      return await exchange.send(error)
    }
    exchange.startStream(contentType: "application/json") { stream.cancel() }
    while let bytes = await stream.next() {
      guard await exchange.connection.writeChunk(bytes) else { break }
    }
    stream.cancel()
    exchange.connection.endStream()
  }
}
