extension Schemas {
  static let policyV1Eviction = #"""
    api policy/v1 io.k8s.api.policy.v1

    kind Eviction plural() verbs()
        "Asks for a pod to be removed, if its disruption budgets allow: the body of a pod's eviction"
        "subresource."
      deleteOptions  DeleteOptions  "How the pod is deleted."
    """#
}
