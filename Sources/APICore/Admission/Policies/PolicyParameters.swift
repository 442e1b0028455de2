import APIMachinery
import KubernetesClient
import ObjectStore

extension APIService {
  /// The objects that parameterize a policy for one binding: `[nil]` when there are none to be looked for, and an empty
  /// list when the binding is to do nothing for want of them.
  ///
  /// Kubernetes: `admission/plugin/policy/generic/policy_dispatcher.go`, `CollectParams`, with its texts.
  func parameters(
    of binding: PolicyBinding, _ kind: GroupVersionKind?, for request: AdmissionRequest
  ) throws(PolicyProblem) -> [JSONObject?] {
    guard let kind, let reference = binding.paramRef else { return [nil] }
    guard let served = registry.find(kind: kind) else {
      let version = kind.group.isEmpty ? kind.version : "\(kind.group)/\(kind.version)"
      throw PolicyProblem("paramKind kind `&ParamKind{APIVersion:\(version),Kind:\(kind.kind),}` not known")
    }
    let namespace = try namespace(of: reference, served, for: request)
    let found: [JSONObject]
    if let name = reference.string("name"), !name.isEmpty {
      found = parameter(served, namespace: namespace, name: name).map { [$0] } ?? []
    } else {
      found = try parameters(served, namespace: namespace, reference.object("selector"))
    }
    if found.isEmpty, reference.string("parameterNotFoundAction") == "Deny" {
      throw PolicyProblem("no params found for policy binding with `Deny` parameterNotFoundAction")
    }
    return found
  }

  private func namespace(
    of reference: JSONObject, _ served: ServedResource, for request: AdmissionRequest
  ) throws(PolicyProblem) -> String {
    let given = reference.string("namespace") ?? ""
    guard served.definition.isNamespaced else {
      if given.isEmpty { return "" }
      throw PolicyProblem("paramRef.namespace must not be provided for a cluster-scoped `paramKind`")
    }
    let namespace = given.isEmpty ? request.namespace : given
    if namespace.isEmpty {
      throw PolicyProblem(
        "cannot use namespaced paramRef in policy binding that matches cluster-scoped resources")
    }
    return namespace
  }

  private func parameter(_ served: ServedResource, namespace: String, name: String) -> JSONObject? {
    guard let stored = store.get(StoreKey(resource: served.storeName, namespace: namespace, name: name))
    else {
      return nil
    }
    return served.viewIfPossible(stored).map { trees.tree(of: $0) }
  }

  private func parameters(
    _ served: ServedResource, namespace: String, _ selector: JSONObject?
  ) throws(PolicyProblem) -> [JSONObject] {
    let wanted: Selector
    do throws(SelectorError) {
      wanted = try Selector(labelSelector: selector)
    } catch {
      throw PolicyProblem(error.message)
    }
    let page = try? store.list(
      resource: served.storeName, namespace: served.definition.isNamespaced ? namespace : nil)
    return (page?.objects ?? []).compactMap { stored in
      guard let tree = served.viewIfPossible(stored).map({ trees.tree(of: $0) }),
        wanted.matches(StringMap(fields: tree.metadataFields.object("labels") ?? JSONObject()))
      else { return nil }
      return tree
    }
  }
}
