import APIMachinery
import KubernetesClient

/// The way of one request past the plug-ins.
final class AdmissionPass {
  private let plugins: [any AdmissionPlugin]
  private let service: APIService
  private let served: ServedResource
  private var request: AdmissionRequest

  fileprivate init(
    _ plugins: [any AdmissionPlugin], _ served: ServedResource, _ service: APIService,
    _ request: AdmissionRequest
  ) {
    self.plugins = plugins
    self.service = service
    self.served = served
    self.request = request
  }

  /// Texts for the client's `Warning` headers.
  var warnings: [String] { request.warnings }

  /// Lets the plug-ins change the object.
  ///
  /// - Returns: The object with its defaults; `nil` when it is as it was.
  func mutate(_ object: JSONObject?, old: JSONObject?) async throws(StatusError) -> JSONObject? {
    begin(object, old)
    for plugin in plugins { try await plugin.mutate(&request, in: service) }
    if request.reinvocation.isNeeded {
      request.reinvocation.isAgain = true
      for plugin in plugins { try await plugin.mutate(&request, in: service) }
    }
    guard let object, let changed = request.object, changed != object else { return nil }
    // What is written through a subresource is put together by whoever asked.
    if request.kind != served.definition.groupVersionKind { return changed }
    var complete = try service.normalize(changed, served, WriteOptions(fieldValidation: .ignore)).object
    served.rules.setDefaults(&complete)
    return complete
  }

  /// Asks the plug-ins for objections to the object as it would be stored.
  func validate(_ object: JSONObject?, old: JSONObject?) async throws(StatusError) {
    begin(object, old)
    defer { service.options.audit?.record(request.annotations, of: request) }
    for plugin in plugins { try await plugin.validate(&request, in: service) }
  }

  private func begin(_ object: JSONObject?, _ old: JSONObject?) {
    request.object = object
    request.oldObject = old
    if request.name.isEmpty { request.name = object?.metadataFields.string("name") ?? "" }
  }
}

extension APIService {
  func admissionPass(
    _ operation: AdmissionRequest.Operation, _ target: RequestTarget, _ served: ServedResource,
    _ options: WriteOptions, kind: GroupVersionKind? = nil
  ) -> AdmissionPass? {
    pass(by: served) {
      AdmissionRequest(
        operation, target, kind: kind ?? served.definition.groupVersionKind,
        options: options.json(operation == .create ? "CreateOptions" : "UpdateOptions"),
        isDryRun: options.isDryRun, isNamespaced: served.definition.isNamespaced)
    }
  }

  func admissionPass(
    _ target: RequestTarget, _ served: ServedResource, _ options: DeleteOptions
  ) -> AdmissionPass? {
    pass(by: served) {
      AdmissionRequest(
        .delete, target, kind: served.definition.groupVersionKind, options: options.json,
        isDryRun: options.isDryRun, isNamespaced: served.definition.isNamespaced)
    }
  }

  /// - Returns: `nil` when no plug-in has anything to say: then nothing is made, as is the rule.
  @inline(__always)
  private func pass(by served: ServedResource, _ request: () -> AdmissionRequest) -> AdmissionPass? {
    let plugins = admission.filter { $0.isActive(in: self) }
    return plugins.isEmpty ? nil : AdmissionPass(plugins, served, self, request())
  }

  /// Asks for objections to something that is posted to a subresource: a binding, an eviction.
  func admit(
    posted body: JSONObject, _ served: ServedResource, _ target: RequestTarget, _ options: WriteOptions
  ) async throws(StatusError) -> [String] {
    let version = GroupVersion(apiVersion: body.string("apiVersion") ?? "")
    let kind = version.map {
      GroupVersionKind(group: $0.group, version: $0.version, kind: body.string("kind") ?? "")
    }
    guard let pass = admissionPass(.create, target, served, options, kind: kind) else { return [] }
    _ = try await pass.mutate(body, old: nil)
    try await pass.validate(body, old: nil)
    return pass.warnings
  }
}

extension WriteOptions {
  fileprivate func json(_ kind: String) -> JSONObject {
    var json: JSONObject = ["kind": .string(kind), "apiVersion": "meta.k8s.io/v1"]
    if let fieldManager { json["fieldManager"] = .string(fieldManager) }
    json["fieldValidation"] = .string(fieldValidation.rawValue)
    if isDryRun { json["dryRun"] = ["All"] }
    return json
  }
}

extension DeleteOptions {
  fileprivate var json: JSONObject {
    var json: JSONObject = ["kind": "DeleteOptions", "apiVersion": "meta.k8s.io/v1"]
    if let gracePeriodSeconds { json["gracePeriodSeconds"] = .int(Int64(gracePeriodSeconds)) }
    if let propagationPolicy { json["propagationPolicy"] = .string(propagationPolicy.rawValue) }
    if isDryRun { json["dryRun"] = ["All"] }
    return json
  }
}
