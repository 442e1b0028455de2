internal import APICore
internal import APIMachinery
internal import KubernetesClient
internal import NIOCore

extension APIResponder {
  /// How long a watch lasts when the client does not say.
  ///
  /// Kubernetes: `--min-request-timeout`: 30 to 60 minutes, by chance.
  private static let watchSeconds = 2700

  /// Streams events until the time is over, the client goes or the server shuts down.
  func watch(
    _ target: RequestTarget, _ form: ResponseForm, _ exchange: inout Exchange
  ) async throws(StatusError) {
    let options = try exchange.query.watchOptions()
    guard form.encoding == .json else { throw .notAcceptable }
    let watch = try await service.watchConverted(target, options: options)
    let timers = WatchTimers(
      watch, on: exchange.connection.channel.eventLoop, seconds: options.timeoutSeconds ?? Self.watchSeconds,
      bookmarks: options.allowBookmarks)
    exchange.startStream(contentType: "application/json") { watch.cancel() }
    let encoding = WatchEncoding(
      served: watch.served, shape: form.shape,
      bookmarks: options.allowBookmarks || options.sendInitialEvents == true,
      included: exchange.includedObject, service: service)
    await WatchStream(watch, on: exchange.connection, encoding: encoding).run()
    timers.cancel()
    exchange.connection.endStream()
  }
}

/// Ends a watch in time, and asks for bookmarks meanwhile.
private struct WatchTimers {
  private let end: Scheduled<Void>
  private let bookmark: RepeatedTask?
  private let lastBookmark: Scheduled<Void>?

  /// Kubernetes: a bookmark about once a minute, and one shortly before the end.
  init(_ watch: APIWatch, on eventLoop: any EventLoop, seconds: Int, bookmarks: Bool) {
    let seconds = Int64(max(0, min(seconds, 86_400)))
    end = eventLoop.scheduleTask(in: .seconds(seconds)) { watch.cancel() }
    guard bookmarks else {
      (bookmark, lastBookmark) = (nil, nil)
      return
    }
    bookmark = eventLoop.scheduleRepeatedTask(initialDelay: .seconds(60), delay: .seconds(60)) { _ in
      watch.requestBookmark()
    }
    lastBookmark = eventLoop.scheduleTask(in: .seconds(max(0, seconds - 2))) { watch.requestBookmark() }
  }

  func cancel() {
    end.cancel()
    bookmark?.cancel()
    lastBookmark?.cancel()
  }
}
