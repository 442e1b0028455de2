extension Schemas {
  static let coreV1Endpoints = #"""
    api v1 io.k8s.api.core.v1

    kind Endpoints plural(endpoints) singular(endpoints) short(ep)
        "The addresses behind a service, all in one object; EndpointSlice has taken its place."
      subsets  [EndpointSubset]
      column "Endpoints"  string
      column "Age"  string

    type EndpointSubset
      addresses          [EndpointAddress]
      notReadyAddresses  [EndpointAddress]
      ports              [EndpointPort]

    type EndpointAddress atomic
      hostname   string           format(dns1123-label)
      ip         string           required
      nodeName   string
      targetRef  ObjectReference

    type EndpointPort atomic
      appProtocol  string
      name         string
      port         int32   required min(1) max(65535)
      protocol     string  default(TCP) enum(TCP UDP SCTP)
    """#
}
