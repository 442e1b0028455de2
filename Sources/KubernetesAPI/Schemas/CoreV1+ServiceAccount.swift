extension Schemas {
  static let coreV1ServiceAccount = #"""
    api v1 io.k8s.api.core.v1

    kind ServiceAccount short(sa) subresources(token)
        "An identity under which the processes of pods speak to the API."
      automountServiceAccountToken  bool
      imagePullSecrets              [LocalObjectReference]
      secrets                       [ObjectReference]       list(name) patch(name)
      column "Secrets"  string
      column "Age"  string
    """#
}
