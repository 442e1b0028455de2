extension Schemas {
  static let coreV1ConfigMap = #"""
    api v1 io.k8s.api.core.v1

    kind ConfigMap short(cm)  "Settings for pods to read, as texts and bytes under keys."
      binaryData  map[bytes]   format(config-keys)  "Bytes by key."
      data        map[string]  format(config-keys)  "Texts by key."
      immutable   bool  "Refuses changes of the data from now on."
      column "Data"  string
      column "Age"  string
    """#
}
