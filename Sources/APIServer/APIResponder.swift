internal import APICore
internal import APIMachinery
internal import NIOHTTP1
internal import ObjectStore
internal import Synchronization

/// Answers the requests of all connections: who asks, what for, and who answers.
final class APIResponder: RequestResponder {
  let service: APIService
  let configuration: APIServerConfiguration
  private let authenticator: Authenticator
  private let loops: LoopContexts
  private let shutdown = Atomic<Bool>(false)

  init(
    service: APIService, configuration: APIServerConfiguration, authenticator: Authenticator,
    loops: LoopContexts
  ) {
    self.service = service
    self.configuration = configuration
    self.authenticator = authenticator
    self.loops = loops
  }

  /// From now on the server says that it is not ready.
  func beginShutdown() { shutdown.store(true, ordering: .relaxed) }

  var isShuttingDown: Bool { shutdown.load(ordering: .relaxed) }

  func respond(to request: ServerRequest, on connection: HTTPConnection) async {
    var exchange = Exchange(request, on: connection)
    guard let target = URLTarget(path: exchange.path) else {
      return await exchange.send(.badRequest("the path has a malformed escape"))
    }
    if await respondOpenly(to: target, &exchange) { return }
    switch authenticator.authenticate(request, on: connection) {
    case .user(let user) where !user.isAnonymous:
      exchange.user = user
      await respond(to: target, &exchange)
    default: await exchange.send(.unauthorized)
    }
  }

  /// Answers what everybody may ask.
  ///
  /// Kubernetes: the cluster role `system:public-info-viewer`.
  private func respondOpenly(to target: URLTarget, _ exchange: inout Exchange) async -> Bool {
    guard case .path(let segments) = target else { return false }
    switch segments.first {
    case "healthz", "livez", "readyz":
      await health(segments, &exchange)
      return true
    case "version" where segments.count == 1:
      await exchange.send(json: VersionInfo.document)
      return true
    default: return false
    }
  }

  private func respond(to target: URLTarget, _ exchange: inout Exchange) async {
    switch target {
    case .resource(let resource): await respond(to: resource, &exchange)
    case .path(["metrics"]): await metrics(&exchange)
    case .path(let segments) where segments.first == "debug" && segments.count == 2:
      await debug(segments[1], &exchange)
    default: await document(target, &exchange)
    }
  }

  // MARK: Health and metrics

  private func health(_ segments: [String], _ exchange: inout Exchange) async {
    guard exchange.method == .GET || exchange.method == .HEAD else {
      return await exchange.send(.methodNotAllowed)
    }
    var checks = [HealthCheck("ping") { nil }]
    if segments[0] == "readyz" {
      checks += configuration.readinessChecks
      checks.append(
        HealthCheck("shutdown") { [weak self] in
          self?.isShuttingDown == true ? "process is shutting down" : nil
        })
    } else {
      checks += configuration.livenessChecks
    }
    if segments.count > 1 {
      checks = checks.filter { $0.name == segments[1] }
      if checks.isEmpty { return await exchange.send(.unknownPath) }
    }
    let report = await HealthReport(
      segments[0], checks: checks, excluded: exchange.query.values("exclude"))
    let text = report.text(isVerbose: exchange.query.contains("verbose"))
    await exchange.send(text: text, status: report.isHealthy ? 200 : 500)
  }

  private func metrics(_ exchange: inout Exchange) async {
    var text = PrometheusText()
    text.requests(loops.all.map(\.metrics))
    text.family(
      "apiserver_storage_objects", type: "gauge",
      help: "Number of stored objects at the time of last check split by kind.")
    for (resource, count) in service.store.resourceCounts() {
      text.sample("apiserver_storage_objects", [("resource", resource)], count)
    }
    await configuration.metrics?(&text)
    ProcessMetrics.write(into: &text)
    await exchange.send(
      Array(text.text.utf8), contentType: "text/plain; version=0.0.4; charset=utf-8")
  }
}
