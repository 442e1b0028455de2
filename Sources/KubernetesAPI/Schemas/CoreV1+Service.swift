extension Schemas {
  static let coreV1Service = #"""
    api v1 io.k8s.api.core.v1

    kind Service short(svc) categories(all) subresources(proxy status) select(spec.clusterIP spec.type)
        "A stable name and address in front of the pods that a selector finds."
      spec    ServiceSpec
      status  ServiceStatus
      column "Type"  string
      column "Cluster-IP"  string
      column "External-IP"  string
      column "Port(s)"  string
      column "Age"  string
      column "Selector"  string  priority(1)

    type ServiceSpec
      allocateLoadBalancerNodePorts  bool
      clusterIP                      string
      clusterIPs                     [string]
      externalIPs                    [string]
      externalName                   string
      externalTrafficPolicy          string
      healthCheckNodePort            int32
      internalTrafficPolicy          string
      ipFamilies                     [string]
      ipFamilyPolicy                 string
      loadBalancerClass              string
      loadBalancerIP                 string
      loadBalancerSourceRanges       [string]
      ports                          [ServicePort]          list(port protocol) patch(port)
      publishNotReadyAddresses       bool
      selector                       map[string]            atomic
      sessionAffinity                string
      trafficDistribution            string
      type                           string
      sessionAffinityConfig          SessionAffinityConfig

    type ServicePort
      appProtocol  string
      name         string
      nodePort     int32
      port         int32          required
      protocol     string
      targetPort   int-or-string

    type SessionAffinityConfig
      clientIP  ClientIPConfig

    type ClientIPConfig
      timeoutSeconds  int32

    type ServiceStatus
      conditions    [Condition]         list(type) patch(type)
      loadBalancer  LoadBalancerStatus

    type LoadBalancerStatus
      ingress  [LoadBalancerIngress]

    type LoadBalancerIngress
      hostname  string
      ip        string
      ipMode    string
      ports     [PortStatus]

    type PortStatus
      error     string
      port      int32   required
      protocol  string  required
    """#
}
