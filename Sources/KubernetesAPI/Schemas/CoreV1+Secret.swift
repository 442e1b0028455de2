extension Schemas {
  static let coreV1Secret = #"""
    api v1 io.k8s.api.core.v1

    kind Secret select(type)
        "Confidential data of limited size, such as passwords, keys and certificates, under keys."
      data        map[bytes]   format(config-keys)  "Bytes by key."
      immutable   bool  "Refuses changes of the data from now on."
      stringData  map[string]  format(config-keys)
          "Texts by key that are written into data; never given back."
      type        string       default(Opaque) immutable
          "What the data are for, such as kubernetes.io/tls."
      column "Type"  string
      column "Data"  string
      column "Age"  string
    """#
}
