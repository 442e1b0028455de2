internal import APICore
internal import APIMachinery
internal import KubernetesClient
internal import NIOHTTP1

/// The verbs on resources.
extension APIResponder {
  /// Subresources of pods that need a real container.
  private static let streaming = ["exec", "attach", "portforward", "proxy"]

  func respond(to url: ResourceURL, _ exchange: inout Exchange) async {
    let start = ContinuousClock.now
    guard let verb = RequestVerb(exchange.method, url, exchange.query) else {
      return await exchange.send(.methodNotAllowed)
    }
    do throws(StatusError) { try await perform(verb, url, &exchange) } catch { await exchange.send(error) }
    let duration = verb == .watch ? .zero : ContinuousClock.now - start
    exchange.connection.loop.metrics.record(
      RequestMetrics.Labels(verb, url), code: exchange.status, nanoseconds: duration.nanosecondsClamped)
  }

  private func perform(
    _ verb: RequestVerb, _ url: ResourceURL, _ exchange: inout Exchange
  ) async throws(StatusError) {
    guard url.rest.isEmpty || url.subresource == "proxy" else { throw .unknownPath }
    guard let form = ResponseForm(accept: exchange.request.accept) else { throw .notAcceptable }
    if exchange.request.contentEncoding != nil {
      try exchange.decodeContent(limit: ConnectionLimits().bodyBytes)
    }
    let target = exchange.target(of: url)
    if let warning = service.warning(about: target.resource) { exchange.warnings.append(warning) }
    if verb != .get, verb != .list, service.resource(target.resource) == nil { throw .unknownPath }
    if url.resource == "pods", let subresource = url.subresource, Self.streaming.contains(subresource) {
      throw .badRequest(
        "the containers of this cluster are simulated: there is no process behind pods/\(subresource)")
    }
    switch verb {
    case .get where url.subresource == "log": try await log(url, &exchange)
    case .get:
      await answer(
        try await service.getConverted(target, options: exchange.query.getOptions), form, target, &exchange)
    case .list:
      let list = try await service.listConverted(target, options: try exchange.query.listOptions())
      try await answer(list, form, &exchange)
    case .watch: try await watch(target, form, &exchange)
    case .create:
      if url.name != nil, url.subresource == nil { throw .methodNotAllowed }
      let options = try exchange.query.writeOptions("CreateOptions")
      await answer(
        try await service.create(target, try exchange.requestBody(), options: options), form, target,
        &exchange)
    case .update:
      if url.name == nil { throw .methodNotAllowed }
      let options = try exchange.query.writeOptions("UpdateOptions")
      await answer(
        try await service.update(target, try exchange.requestBody(), options: options), form, target,
        &exchange)
    case .patch:
      if url.name == nil { throw .methodNotAllowed }
      let options = try exchange.query.writeOptions("PatchOptions")
      await answer(
        try await service.patch(target, try exchange.patch(), options: options), form, target, &exchange)
    case .delete:
      let options = try exchange.query.deleteOptions(try exchange.optionalBody())
      let object = try await service.delete(target, options: options)
      if let status = service.deletionStatus(of: object, target) {
        await exchange.send(status, form: ResponseForm.plain(accept: exchange.request.accept))
      } else {
        await answer(object, form, target, &exchange)
      }
    case .deleteCollection: try await deleteCollection(target, form, &exchange)
    }
  }

  private func deleteCollection(
    _ target: RequestTarget, _ form: ResponseForm, _ exchange: inout Exchange
  ) async throws(StatusError) {
    let list = try exchange.query.listOptions()
    let options = try exchange.query.deleteOptions(try exchange.optionalBody())
    try await answer(
      try await service.deleteCollection(target, list: list, options: options), form, &exchange)
  }

  // MARK: Answers

  private func answer(
    _ object: APIObject, _ form: ResponseForm, _ target: RequestTarget, _ exchange: inout Exchange
  ) async {
    exchange.warnings += object.warnings
    let status = object.isCreated ? 201 : 200
    switch form.shape {
    case .table where target.subresource == nil || target.subresource == "status":
      if let renderer = renderer(target.resource, exchange) {
        await exchange.send(.object(renderer.table(of: object)), status: status, form: form)
      } else {
        await exchange.send(json: object.bytes, status: status, form: form)
      }
    case .partialMetadata:
      await exchange.send(.object(PartialMetadata.object(object.tree)), status: status, form: form)
    default: await exchange.send(json: object.bytes, status: status, form: form)
    }
  }

  private func answer(
    _ list: APIList, _ form: ResponseForm, _ exchange: inout Exchange
  ) async throws(StatusError) {
    switch form.shape {
    case .table:
      let renderer = service.tableRenderer(list.served, including: exchange.includedObject)
      await exchange.send(.object(renderer.table(of: list)), form: form)
    case .partialMetadata: await exchange.send(.object(PartialMetadata.list(list)), form: form)
    case .object, .aggregatedDiscovery:
      let pieces = list.pieces()
      if form.encoding == .json, !exchange.isPretty {
        await exchange.send(pieces)
      } else {
        await exchange.send(json: Array(pieces.joined()), form: form)
      }
    }
  }

  private func renderer(_ resource: GroupVersionResource, _ exchange: borrowing Exchange) -> TableRenderer? {
    service.resource(resource).map { service.tableRenderer($0, including: exchange.includedObject) }
  }
}

extension Exchange {
  /// What APICore knows a request by.
  func target(of url: ResourceURL) -> RequestTarget {
    RequestTarget(
      user: user,
      resource: GroupVersionResource(group: url.group, version: url.version, resource: url.resource),
      namespace: url.namespace, name: url.name ?? "", subresource: url.subresource,
      defaultFieldManager: defaultFieldManager)
  }

  /// Kubernetes: `handlers.prefixFromUserAgent`.
  private var defaultFieldManager: String {
    guard let agent = request.userAgent, let name = agent.utf8.split(separator: UInt8(ascii: "/")).first
    else {
      return "unknown"
    }
    return String(Substring(name.prefix(128)))
  }

  /// `includeObject` of a table: `None`, `Metadata` or `Object`.
  var includedObject: TableRenderer.IncludedObject {
    query.text("includeObject").flatMap { TableRenderer.IncludedObject(rawValue: $0) } ?? .metadata
  }
}

extension RequestMetrics.Labels {
  init(_ verb: RequestVerb, _ url: ResourceURL) {
    let scope = url.name != nil ? "resource" : url.namespace != nil ? "namespace" : "cluster"
    self.init(
      verb: verb.label, group: url.group, version: url.version, resource: url.resource,
      subresource: url.subresource ?? "", scope: scope)
  }
}
