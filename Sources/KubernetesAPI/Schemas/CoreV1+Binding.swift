extension Schemas {
  static let coreV1Binding = #"""
    api v1 io.k8s.api.core.v1

    kind Binding verbs(create)  "Places a pod on a node: what a scheduler posts."
      target  ObjectReference  required  "The node."
    """#
}
