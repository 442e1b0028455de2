extension Schemas {
  static let coreV1Service = #"""
    api v1 io.k8s.api.core.v1

    kind Service short(svc) categories(all) subresources(proxy status) select(spec.clusterIP spec.type)
        "A stable name and address in front of the pods that a selector finds."
      spec    ServiceSpec  "How the service is reached, and the pods behind it."
      status  ServiceStatus  default({})  "What is known of the service's load balancer."
      column "Type"  string
      column "Cluster-IP"  string
      column "External-IP"  string
      column "Port(s)"  string
      column "Age"  string
      column "Selector"  string  priority(1)

    type ServiceSpec  "How a service is reached, and the pods behind it."
      type                           string                 default(ClusterIP)
          enum(ClusterIP NodePort LoadBalancer ExternalName)
          "Who can reach the service: the cluster, also through a port of each node, also through a"
          "load balancer; or nobody, for an alias."
      allocateLoadBalancerNodePorts  bool                   default(true) when(type=LoadBalancer)
          "Whether a load balancer's ports get node ports."
      clusterIP                      string
          "The virtual address; given out by the cluster, None for a service without one."
      clusterIPs                     [string]               max-items(2)
          "The virtual addresses, one a family, the first being clusterIP."
      externalIPs                    [string]               format(ip)
          "Further addresses, not managed by the cluster, that lead to the service."
      externalName                   string
          "The DNS name that the service is an alias of, with type ExternalName."
      externalTrafficPolicy          string                 default(Cluster)
          when(type=NodePort|LoadBalancer) enum(Cluster Local)
          "Whether traffic from outside goes to all nodes' pods, or stays on the node and keeps its"
          "source address."
      healthCheckNodePort            int32                  min(0) max(65535)
          "The port by which a load balancer sees which nodes have pods."
      internalTrafficPolicy          string                 default(Cluster)
          when(type=ClusterIP|NodePort|LoadBalancer) enum(Cluster Local)
          "Whether traffic from inside goes to all nodes' pods, or stays on the node."
      ipFamilies                     [string]               max-items(2)
          "The address families, one or two."
      ipFamilyPolicy                 string
          enum(SingleStack PreferDualStack RequireDualStack)
          "Whether the service has one family or two."
      loadBalancerClass              string                 format(qualified-name) immutable
          "The implementation of the load balancer."
      loadBalancerIP                 string                 format(ip)
          "The address asked for from the load balancer; superseded."
      loadBalancerSourceRanges       [string]
          "The addresses from which the load balancer lets traffic in."
      ports                          [ServicePort]          list(port protocol) patch(port)
          "The ports of the service."
      publishNotReadyAddresses       bool  "Whether pods that are not ready count too."
      selector                       map[string]            atomic format(labels)
          "Labels of the pods behind the service; without any, its endpoints are managed by others."
      sessionAffinity                string                 default(None) enum(ClientIP None)
          "Whether a client always reaches the same pod."
      trafficDistribution            string
          enum(PreferClose PreferSameZone PreferSameNode)
          "Which pods are preferred: those in the client's zone or on its node."
      sessionAffinityConfig          SessionAffinityConfig  default({}) when(sessionAffinity=ClientIP)
          "Settings of the session affinity."

    type ServicePort  "A port of a service."
      appProtocol  string         format(qualified-name)
          "The application protocol, such as http or kubernetes.io/h2c, as a hint to implementations."
      name         string         format(dns1123-label)
          "The name of the port, unique in the service; needed when there are several."
      nodePort     int32          min(0) max(65535)
          "The port of each node, for the types NodePort and LoadBalancer; given out by the cluster."
      port         int32          required min(1) max(65535)  "The port of the service."
      protocol     string         default(TCP) enum(TCP UDP SCTP)  "The transport protocol of the port."
      targetPort   int-or-string  format(port)
          "The port of the pods, by number or by name; the same as port when not given."

    type SessionAffinityConfig  "Settings of session affinity."
      clientIP  ClientIPConfig  default({})  "Settings for affinity by the client's address."

    type ClientIPConfig  "Settings for affinity by the client's address."
      timeoutSeconds  int32  default(10800) min(1) max(86400)
          "How long a client that is silent stays with its pod."

    type ServiceStatus  "What is known of a service's load balancer."
      conditions    [Condition]         list(type) patch(type)
          "Aspects of the state, one entry a type."
      loadBalancer  LoadBalancerStatus  default({})  "The load balancer."

    type LoadBalancerStatus  "The state of a load balancer."
      ingress  [LoadBalancerIngress]  "The points at which it takes traffic."

    type LoadBalancerIngress  "A point at which a load balancer takes traffic."
      hostname  string  "Its DNS name."
      ip        string  "Its address."
      ipMode    string
          "VIP when traffic comes with the balancer's address as destination, Proxy when with the"
          "node's or pod's."
      ports     [PortStatus]  "The state of its ports."

    type PortStatus  "The state of a port of a load balancer."
      error     string  "What is wrong with the port, in one word."
      port      int32   required  "The port."
      protocol  string  required  "The transport protocol of the port."
    """#
}
