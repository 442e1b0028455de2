extension Schemas {
  static let coreV1Service = #"""
    api v1 io.k8s.api.core.v1

    kind Service short(svc) categories(all) subresources(proxy status) select(spec.clusterIP spec.type)
        "A stable name and address in front of the pods that a selector finds."
      spec    ServiceSpec
      status  ServiceStatus  default({})
      column "Type"  string
      column "Cluster-IP"  string
      column "External-IP"  string
      column "Port(s)"  string
      column "Age"  string
      column "Selector"  string  priority(1)

    type ServiceSpec
      type                           string                 default(ClusterIP)
          enum(ClusterIP NodePort LoadBalancer ExternalName)
      allocateLoadBalancerNodePorts  bool                   default(true) when(type=LoadBalancer)
      clusterIP                      string
      clusterIPs                     [string]               max-items(2)
      externalIPs                    [string]               format(ip)
      externalName                   string
      externalTrafficPolicy          string                 default(Cluster)
          when(type=NodePort|LoadBalancer) enum(Cluster Local)
      healthCheckNodePort            int32                  min(0) max(65535)
      internalTrafficPolicy          string                 default(Cluster)
          when(type=ClusterIP|NodePort|LoadBalancer) enum(Cluster Local)
      ipFamilies                     [string]               max-items(2)
      ipFamilyPolicy                 string
          enum(SingleStack PreferDualStack RequireDualStack)
      loadBalancerClass              string                 format(qualified-name) immutable
      loadBalancerIP                 string                 format(ip)
      loadBalancerSourceRanges       [string]
      ports                          [ServicePort]          list(port protocol) patch(port)
      publishNotReadyAddresses       bool
      selector                       map[string]            atomic format(labels)
      sessionAffinity                string                 default(None) enum(ClientIP None)
      trafficDistribution            string
          enum(PreferClose PreferSameZone PreferSameNode)
      sessionAffinityConfig          SessionAffinityConfig  default({}) when(sessionAffinity=ClientIP)

    type ServicePort
      appProtocol  string         format(qualified-name)
      name         string         format(dns1123-label)
      nodePort     int32          min(0) max(65535)
      port         int32          required min(1) max(65535)
      protocol     string         default(TCP) enum(TCP UDP SCTP)
      targetPort   int-or-string  format(port)

    type SessionAffinityConfig
      clientIP  ClientIPConfig  default({})

    type ClientIPConfig
      timeoutSeconds  int32  default(10800) min(1) max(86400)

    type ServiceStatus
      conditions    [Condition]         list(type) patch(type)
      loadBalancer  LoadBalancerStatus  default({})

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
