extension Schemas {
  static let coreV1Endpoints = #"""
    api v1 io.k8s.api.core.v1

    kind Endpoints plural(endpoints) singular(endpoints) short(ep)
        "The addresses behind a service, all in one object; EndpointSlice has taken its place."
      subsets  [EndpointSubset]  "Groups of addresses that have the same ports."
      column "Endpoints"  string
      column "Age"  string

    type EndpointSubset  "Addresses that have the same ports."
      addresses          [EndpointAddress]  "Addresses that are ready."
      notReadyAddresses  [EndpointAddress]  "Addresses that are not ready."
      ports              [EndpointPort]  "The ports of the addresses."

    type EndpointAddress atomic  "One address behind a service."
      hostname   string           format(dns1123-label)  "The host name of the address."
      ip         string           required  "The address."
      nodeName   string  "The node that it is on."
      targetRef  ObjectReference  "The object that has the address."

    type EndpointPort atomic  "A port of the addresses."
      appProtocol  string
          "The application protocol, such as http or kubernetes.io/h2c, as a hint to implementations."
      name         string  "The name of the service's port."
      port         int32   required min(1) max(65535)  "The port."
      protocol     string  default(TCP) enum(TCP UDP SCTP)  "The transport protocol of the port."
    """#
}
