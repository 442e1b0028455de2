import APIMachinery
import CEL
import KubernetesClient

/// Changes objects as MutatingAdmissionPolicies say.
///
/// Kubernetes: `apiserver/pkg/admission/plugin/policy/mutating`, with its texts.
final class MutatingPolicyAdmission: AdmissionPlugin {
  private let cache = PolicyCache("mutatingadmissionpolicies", bindings: "mutatingadmissionpolicybindings") {
    MutatingPolicy($0)
  }

  func isActive(in service: APIService) -> Bool { cache.isActive(in: service.store) }

  func mutate(_ request: inout AdmissionRequest, in service: APIService) async throws(StatusError) {
    guard !request.isExemptFromPolicies, request.object != nil,
      let served = service.registry.find(request.resource),
      served.definition.groupVersionKind == request.kind
    else { return }
    var failures: [String] = []
    for hook in cache.hooks(in: service.store) {
      var mutation = PolicyMutation(hook.policy, PolicyPatch(served: served, service: service))
      mutation.run(hook.bindings, &request)
      failures += mutation.failures
    }
    guard let first = failures.first else { return }
    var error = request.forbidden("admission request denied by policy")
    error.message = first
    error.reason = .invalid
    error.details?.causes += failures.map { StatusError.Cause(reason: "", message: $0) }
    throw error
  }
}

/// One mutating policy and one request.
struct PolicyMutation {
  private let policy: MutatingPolicy
  private let patch: PolicyPatch
  /// What went wrong, where the request is refused for it.
  private(set) var failures: [String] = []

  init(_ policy: MutatingPolicy, _ patch: PolicyPatch) {
    self.policy = policy
    self.patch = patch
  }

  mutating func run(_ bindings: [PolicyBinding], _ request: inout AdmissionRequest) {
    let version: String
    do throws(StatusError) {
      switch policy.common.matcher {
      case .failure(let error): return fail("failed to configure policy: \(error.message)", nil)
      case .success(let matcher):
        guard let found = try matcher.match(request, in: patch.service) else { return }
        version = found
      }
    } catch {
      return fail("failed to configure policy: \(error.message)", nil)
    }
    for binding in bindings {
      do throws(PolicyProblem) {
        guard try binding.matches(request, in: patch.service).get() else { continue }
        for params in try patch.service.parameters(of: binding, policy.common.paramKind, for: request) {
          invoke(binding, params, version, &request)
        }
      } catch {
        fail("failed to configure binding: \(error.message)", binding)
      }
    }
  }

  private mutating func fail(_ message: String, _ binding: PolicyBinding?) {
    guard policy.common.failsClosed else { return }
    let source = binding.map { " with binding '\($0.name)'" } ?? ""
    failures.append("policy '\(policy.common.name)'\(source) denied request: \(message)")
  }

  /// Makes all changes of the policy for one binding and one object of parameters.
  private mutating func invoke(
    _ binding: PolicyBinding, _ params: JSONObject?, _ version: String, _ request: inout AdmissionRequest
  ) {
    let parameters = params?.metadataFields
    let name =
      "\(policy.common.name) \(binding.name) \(parameters?.string("namespace") ?? "") "
      + (parameters?.string("name") ?? "")
    if !request.reinvocation.isDue(name) { return }
    let before = request.object
    do throws(PolicyProblem) {
      var run = PolicyRun(input(request, params, version))
      guard try run.meets(policy.common.conditions.map(\.expression)).get() else { return }
      for mutation in policy.mutations {
        request.object = try changed(by: mutation, request, params, version)
      }
    } catch {
      fail(error.message, binding)
    }
    if request.object != before { request.reinvocation.objectChanged() }
    if policy.isReinvoked { request.reinvocation.invoked(name) }
  }

  private func input(_ request: AdmissionRequest, _ params: JSONObject?, _ version: String) -> PolicyInput {
    let service = patch.service
    return PolicyInput(
      request, version: version,
      namespace: request.namespace.isEmpty ? nil : service.namespaceObject(request.namespace),
      params: params, policy.common,
      PolicyAuthorizer(authorizer: service.options.authorizer, user: request.user))
  }

  /// The object after one change, with its defaults.
  private func changed(
    by mutation: MutatingPolicy.Mutation, _ request: AdmissionRequest, _ params: JSONObject?,
    _ version: String
  ) throws(PolicyProblem) -> JSONObject? {
    guard let object = request.object else { return nil }
    var run = PolicyRun(input(request, params, version))
    let result: Result<CELValue, PolicyProblem>
    do throws(PolicyRun.OutOfBudget) {
      result = try run.evaluate(mutation.expression)
    } catch {
      throw PolicyProblem(error.message)
    }
    let value = try result.get()
    let changed: JSONObject
    switch mutation {
    case .apply: changed = try patch.apply(value, to: object)
    case .patch: changed = try patch.patch(value, object)
    }
    if changed == object { return object }
    do throws(StatusError) {
      return try patch.service.normalize(changed, patch.served, WriteOptions(fieldValidation: .ignore)).object
    } catch {
      throw PolicyProblem(error.message)
    }
  }
}
