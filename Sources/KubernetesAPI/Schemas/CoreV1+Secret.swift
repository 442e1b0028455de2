extension Schemas {
  static let coreV1Secret = #"""
    api v1 io.k8s.api.core.v1

    kind Secret select(type)
        "Confidential data of limited size, such as passwords, keys and certificates, under keys."
      data        map[bytes]   format(config-keys)
      immutable   bool
      stringData  map[string]  format(config-keys)
      type        string       default(Opaque) immutable
      column "Type"  string
      column "Data"  string
      column "Age"  string
    """#
}
