extension Schemas {
  static let coreV1ServiceAccount = #"""
    api v1 io.k8s.api.core.v1

    kind ServiceAccount short(sa) subresources(token)
        "An identity under which the processes of pods speak to the API."
      automountServiceAccountToken  bool  "Whether pods get a token mounted; a pod may say otherwise."
      imagePullSecrets              [LocalObjectReference]
          "Secrets that pods of the account pull images with."
      secrets                       [ObjectReference]       list(name) patch(name)
          "Secrets that pods of the account may use; superseded."
      column "Age"  string
    """#
}
