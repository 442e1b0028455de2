extension Schemas {
  static let coreV1References = #"""
    api v1 io.k8s.api.core.v1

    type ObjectReference atomic
      apiVersion       string
      fieldPath        string
      kind             string
      name             string
      namespace        string
      resourceVersion  string
      uid              string

    type LocalObjectReference atomic
      name  string

    type SecretReference atomic
      name       string
      namespace  string

    type TypedLocalObjectReference atomic
      apiGroup  string
      kind      string  required
      name      string  required

    type TypedObjectReference
      apiGroup   string
      kind       string  required
      name       string  required
      namespace  string
    """#
}
