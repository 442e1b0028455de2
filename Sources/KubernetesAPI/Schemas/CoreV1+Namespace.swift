extension Schemas {
  static let coreV1Namespace = #"""
    api v1 io.k8s.api.core.v1

    kind Namespace short(ns) cluster subresources(finalize status) select(status.phase)
        "A scope for names: objects in different namespaces may have the same name."
      spec    NamespaceSpec
      status  NamespaceStatus
      column "Status"  string
      column "Age"  string

    type NamespaceSpec
      finalizers  [string]

    type NamespaceStatus
      conditions  [NamespaceCondition]  list(type) patch(type)
      phase       string

    type NamespaceCondition
      lastTransitionTime  time
      message             string
      reason              string
      status              string  required
      type                string  required
    """#
}
