extension Schemas {
  static let discoveryV1EndpointSlice = #"""
    api discovery.k8s.io/v1 io.k8s.api.discovery.v1

    kind EndpointSlice  "A part of the addresses behind a service."
      addressType  string          required enum(IPv4 IPv6 FQDN) immutable
      endpoints    [Endpoint]      max-items(1000)
      ports        [EndpointPort]
      column "AddressType"  string
      column "Ports"  string
      column "Endpoints"  string
      column "Age"  string

    type Endpoint
      addresses           [string]            required set min-items(1) max-items(100)
      conditions          EndpointConditions
      deprecatedTopology  map[string]
      hints               EndpointHints
      hostname            string              format(dns1123-label)
      nodeName            string
      targetRef           ObjectReference
      zone                string

    type EndpointConditions
      ready        bool
      serving      bool
      terminating  bool

    type EndpointHints
      forNodes  [ForNode]  max-items(8)
      forZones  [ForZone]  max-items(8)

    type ForNode
      name  string  required

    type ForZone
      name  string  required

    type EndpointPort atomic swift(EndpointSlicePort)
      appProtocol  string
      name         string  default()
      port         int32   min(1) max(65535)
      protocol     string  default(TCP) enum(TCP UDP SCTP)
    """#
}
