extension Schemas {
  static let coreV1Namespace = #"""
    api v1 io.k8s.api.core.v1

    kind Namespace short(ns) cluster subresources(finalize status) select(status.phase)
        "A scope for names: objects in different namespaces may have the same name."
      spec    NamespaceSpec  "What is wanted of the namespace."
      status  NamespaceStatus  "How far the namespace is in its life."
      column "Status"  string
      column "Age"  string

    type NamespaceSpec  "What is wanted of a namespace."
      finalizers  [string]  "Who has work to do before the namespace may go."

    type NamespaceStatus  "How far a namespace is in its life."
      conditions  [NamespaceCondition]  list(type) patch(type)
          "Aspects of the state, one entry a type."
      phase       string  "Active or Terminating."

    type NamespaceCondition  "One aspect of the end of a namespace."
      lastTransitionTime  time  "When the status last changed."
      message             string  "Why the condition has its status, in words for people."
      reason              string  "Why the condition has its status, in one word for programs."
      status              string  required  "Whether it holds: True, False or Unknown."
      type                string  required  "The aspect of the state."
    """#
}
