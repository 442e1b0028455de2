extension Schemas {
  static let discoveryV1EndpointSlice = #"""
    api discovery.k8s.io/v1 io.k8s.api.discovery.v1

    kind EndpointSlice  "A part of the addresses behind a service."
      addressType  string          required
      endpoints    [Endpoint]
      ports        [EndpointPort]
      column "AddressType"  string
      column "Ports"  string
      column "Endpoints"  string
      column "Age"  string

    type Endpoint
      addresses           [string]            required set
      conditions          EndpointConditions
      deprecatedTopology  map[string]
      hints               EndpointHints
      hostname            string
      nodeName            string
      targetRef           ObjectReference
      zone                string

    type EndpointConditions
      ready        bool
      serving      bool
      terminating  bool

    type EndpointHints
      forNodes  [ForNode]
      forZones  [ForZone]

    type ForNode
      name  string  required

    type ForZone
      name  string  required

    type EndpointPort atomic swift(EndpointSlicePort)
      appProtocol  string
      name         string
      port         int32
      protocol     string
    """#
}
