extension Schemas {
  static let discoveryV1EndpointSlice = #"""
    api discovery.k8s.io/v1 io.k8s.api.discovery.v1

    kind EndpointSlice  "A part of the addresses behind a service."
      addressType  string          required enum(IPv4 IPv6 FQDN) immutable
          "The family of all addresses of the slice."
      endpoints    [Endpoint]      max-items(1000)  "The addresses, a thousand at most."
      ports        [EndpointPort]
          "The ports of all addresses; a port without a number stands for all ports."
      column "AddressType"  string
      column "Ports"  string
      column "Endpoints"  string
      column "Age"  string

    type Endpoint  "One pod behind a service."
      addresses           [string]            required set min-items(1) max-items(100)
          "Its addresses, which stand for the same pod."
      conditions          EndpointConditions  "Whether it takes traffic."
      deprecatedTopology  map[string]  "The place of the endpoint, in the older form."
      hints               EndpointHints  "Who should send traffic to it."
      hostname            string              format(dns1123-label)  "Its host name in DNS."
      nodeName            string  "The node that it is on."
      targetRef           ObjectReference  "The object that has the addresses."
      zone                string  "The zone that it is in."

    type EndpointConditions  "Whether an endpoint takes traffic."
      ready        bool  "It takes traffic; when not given, it does."
      serving      bool  "It would take traffic if it were not being ended."
      terminating  bool  "It is being ended."

    type EndpointHints  "Who should send traffic to an endpoint."
      forNodes  [ForNode]  max-items(8)  "The nodes."
      forZones  [ForZone]  max-items(8)  "The zones."

    type ForNode  "A node that an endpoint is meant for."
      name  string  required  "The node."

    type ForZone  "A zone that an endpoint is meant for."
      name  string  required  "The zone."

    type EndpointPort atomic swift(EndpointSlicePort)  "A port of the endpoints of a slice."
      appProtocol  string
          "The application protocol, such as http or kubernetes.io/h2c, as a hint to implementations."
      name         string  default()  "The name of the service's port, unique in the slice."
      port         int32   min(1) max(65535)  "The port; all ports when not given."
      protocol     string  default(TCP) enum(TCP UDP SCTP)  "The transport protocol of the port."
    """#
}
