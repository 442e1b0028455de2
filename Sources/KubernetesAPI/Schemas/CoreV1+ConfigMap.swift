extension Schemas {
  static let coreV1ConfigMap = #"""
    api v1 io.k8s.api.core.v1

    kind ConfigMap short(cm)  "Settings for pods to read, as texts and bytes under keys."
      binaryData  map[bytes]   format(config-keys)
      data        map[string]  format(config-keys)
      immutable   bool
      column "Data"  string
      column "Age"  string
    """#
}
