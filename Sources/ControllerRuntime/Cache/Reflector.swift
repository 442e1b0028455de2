import APIMachinery
import KubernetesClient
import Logging

/// Keeps an informer in step with the API: lists, watches, resumes where a watch ended, lists again where the
/// history is gone.
///
/// Kubernetes: client-go `tools/cache/reflector.go`.
struct Reflector: Sendable {
  let informer: Informer
  let client: any Client
  let world: World
  let options: ReflectorOptions
  var logger = Logger.silent

  /// Runs until the task is cancelled.
  func run() async {
    var backoff = RetryBackoff(options: options, random: world.random)
    var mustList = true
    var usesPages = true
    // Any age will do at first; after that nothing older than what was seen.
    var age: String? = "0"
    while !Task.isCancelled {
      let started = world.time.now()
      var isFruitful = false
      var hasFailed = false
      do {
        if mustList {
          try await list(ofAge: age, &usesPages)
          mustList = false
          age = nil
        }
        try await watch(&isFruitful)
      } catch {
        // A watch that fell behind, or whose history is gone, begins anew with a list.
        mustList = mustList || error.isExpired
        hasFailed = !error.isExpired
        if hasFailed, !Task.isCancelled { await report(error) }
      }
      let duration = world.time.now() - started
      backoff.held(for: duration)
      // A watch that ends is opened again at once, unless it ended as soon as it began.
      let isUseful = isFruitful || duration >= .seconds(1)
      if hasFailed || !isUseful, (try? await world.time.sleep(for: backoff.next())) == nil { return }
    }
  }

  private func report(_ error: StatusError) async {
    var text = "\(error)"
    if !informer.synced.isOpen {
      if error.isNotFound { text = await UnservedResource(informer.resource, client).explanation() }
      informer.note(text)
    }
    logger.warning(
      "Failed to list or watch", metadata: ["type": "\(informer.resource)", "error": "\(text)"])
  }

  /// - Parameter age: The resource version to ask for: `0` for any, which the API may answer from a cache that lags;
  ///   `nil` for the newest.
  /// - Parameter usesPages: Becomes `false` when the history went before the last page came: the next list comes whole, as
  ///   it would else never come to its end. Kubernetes: client-go `tools/pager`, `FullListIfExpired`.
  private func list(ofAge age: String?, _ usesPages: inout Bool) async throws(StatusError) {
    var objects: [DynamicObject] = []
    var continueToken: String?
    var resourceVersion = ""
    repeat {
      let page: DynamicList
      do throws(StatusError) {
        page = try await client.list(
          informer.resource, namespace: informer.namespace,
          options: ListOptions(
            resourceVersion: continueToken == nil ? age : nil, limit: usesPages ? options.pageSize : nil,
            continueToken: continueToken))
      } catch {
        if continueToken != nil, error.isExpired { usesPages = false }
        throw error
      }
      objects += page.items
      resourceVersion = page.resourceVersion
      continueToken = page.continueToken.isEmpty ? nil : page.continueToken
    } while continueToken != nil
    usesPages = true
    informer.replace(with: objects, resourceVersion: resourceVersion)
  }

  /// How long the server should keep a watch: once to twice the time asked for, so that the watches of many processes do
  /// not end together. Kubernetes: client-go `minWatchTimeout`.
  private func watchSeconds() -> Int? {
    guard let seconds = options.watchTimeout?.components.seconds else { return nil }
    return Int(seconds) + Int(world.random.next(below: UInt64(max(1, seconds))))
  }

  /// Watches until the server ends it.
  ///
  /// - Parameter isFruitful: Whether the watch brought anything.
  private func watch(_ isFruitful: inout Bool) async throws(StatusError) {
    let stream = try await client.watch(
      informer.resource, namespace: informer.namespace,
      options: WatchOptions(
        resourceVersion: informer.resourceVersion, allowBookmarks: true,
        timeoutSeconds: watchSeconds()))
    defer { stream.cancel() }
    while !Task.isCancelled, let events = try await stream.next() {
      informer.apply(events)
      isFruitful = true
    }
  }
}

/// How a reflector lists and watches.
struct ReflectorOptions: Sendable {
  var pageSize = 500
  /// After how long the server should end a watch; never when `nil`.
  var watchTimeout: Duration?
  var backoffMin = Duration.milliseconds(800)
  var backoffMax = Duration.seconds(30)
  /// A watch that held for this long makes the next failure the first again.
  var backoffReset = Duration.seconds(120)
}

/// Growing waits between tries, with jitter.
///
/// Kubernetes: client-go `reflector.go`: 800 ms, doubling to 30 s, jitter 1.0, reset after two minutes.
struct RetryBackoff {
  let options: ReflectorOptions
  let random: any RandomSource
  private var delay: Duration?

  init(options: ReflectorOptions, random: any RandomSource) {
    self.options = options
    self.random = random
  }

  mutating func next() -> Duration {
    let base = min(delay ?? options.backoffMin, options.backoffMax)
    delay = min(base + base, options.backoffMax)
    return base + .nanoseconds(Int64(random.next(below: UInt64(max(1, base.nanosecondsClamped)))))
  }

  mutating func held(for duration: Duration) {
    if duration >= options.backoffReset { delay = nil }
  }
}
