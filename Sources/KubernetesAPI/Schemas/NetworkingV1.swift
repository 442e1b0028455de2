extension Schemas {
  static let networkingV1 = #"""
    api networking.k8s.io/v1 io.k8s.api.networking.v1

    kind Ingress plural(ingresses) short(ing) subresources(status)
        "Rules by which requests from outside reach services."
      spec    IngressSpec    "The rules that are wanted."
      status  IngressStatus  "Where requests come in."
      column "Class"  string
      column "Hosts"  string
      column "Address"  string
      column "Ports"  string
      column "Age"  string

    type IngressSpec  "How requests reach services."
      defaultBackend    IngressBackend  "Gets what no rule matches; needed when there are no rules."
      ingressClassName  string          "The IngressClass, and by it the controller, that serves the rules."
      rules             [IngressRule]  "The rules by host and path."
      tls               [IngressTLS]  "The certificates, by host."

    type IngressBackend  "Where requests go: to a service or to another resource."
      resource  TypedLocalObjectReference  "A resource of the namespace; excludes service."
      service   IngressServiceBackend      "A service of the namespace; excludes resource."

    type IngressServiceBackend  "A port of a service."
      name  string              required  "The service."
      port  ServiceBackendPort  "Its port."

    type ServiceBackendPort atomic  "A port by name or by number."
      name    string  "The name of the port; excludes number."
      number  int32   "Its number; excludes name."

    type IngressRule  "The paths of one host."
      host  string                "The host's name; its first label may be *. All hosts when not given."
      http  HTTPIngressRuleValue  "The paths."

    type HTTPIngressRuleValue  "Backends by path."
      paths  [HTTPIngressPath]  required  "The paths."

    type HTTPIngressPath  "The backend of a path."
      backend   IngressBackend  required  "Where the requests go."
      path      string          "The path, which begins with a slash."
      pathType  string          required enum(Exact Prefix ImplementationSpecific)  "How the path is matched."

    type IngressTLS  "A certificate and the hosts it is for."
      hosts       [string]  "The hosts in the certificate."
      secretName  string    "The secret with the certificate."

    type IngressStatus  "Where requests come in."
      loadBalancer  IngressLoadBalancerStatus  "The load balancer's state."

    type IngressLoadBalancerStatus  "The places where a load balancer takes requests."
      ingress  [IngressLoadBalancerIngress]  "The places."

    type IngressLoadBalancerIngress  "One place where a load balancer takes requests."
      hostname  string               "Its name in DNS, as AWS' load balancers have."
      ip        string               "Its address."
      ports     [IngressPortStatus]  "The state of its ports."

    type IngressPortStatus  "The state of a port of a load balancer."
      error     string  "What went wrong with it."
      port      int32   required  "The port."
      protocol  string  required  "The transport protocol."

    kind IngressClass plural(ingressclasses) cluster  "A controller that serves ingresses, and its settings."
      spec  IngressClassSpec  "The controller and its settings."
      column "Controller"  string  path(.spec.controller)
      column "Parameters"  string
      column "Age"  string

    type IngressClassSpec  "The controller of a class and its settings."
      controller  string                          immutable  "The controller, as a domain with a path."
      parameters  IngressClassParametersReference  "An object with more settings."

    type IngressClassParametersReference  "The object with the settings of a class."
      apiGroup   string  "The group of its kind; core when empty."
      kind       string  required  "Its kind."
      name       string  required  "Its name."
      namespace  string  "Its namespace, when the scope is Namespace."
      scope      string  default(Cluster)  "Cluster or Namespace."

    kind NetworkPolicy plural(networkpolicies) short(netpol)  "Which traffic pods may have."
      spec  NetworkPolicySpec  "The pods and their traffic."
      column "Pod-Selector"  string
      column "Age"  string

    type NetworkPolicySpec  "The pods of a policy and the traffic that it allows them."
      egress       [NetworkPolicyEgressRule]  "Allowed traffic from the pods."
      ingress      [NetworkPolicyIngressRule]  "Allowed traffic to the pods."
      podSelector  LabelSelector               "Chooses the pods; an empty one chooses all of the namespace."
      policyTypes  [string]
          "The directions that the policy is about: Ingress always, Egress when there are egress rules,"
          "unless given."

    type NetworkPolicyIngressRule  "Traffic that pods may get."
      from   [NetworkPolicyPeer]  "Where it may come from; from anywhere when empty."
      ports  [NetworkPolicyPort]  "The ports it may come to; all when empty."

    type NetworkPolicyEgressRule  "Traffic that pods may send."
      ports  [NetworkPolicyPort]  "The ports it may go to; all when empty."
      to     [NetworkPolicyPeer]  "Where it may go; anywhere when empty."

    type NetworkPolicyPort  "A port or a range of ports."
      endPort   int32          "The last port of the range that begins with port."
      port      int-or-string  "The port, by number or by name; all when not given."
      protocol  string         default(TCP)  "TCP, UDP or SCTP."

    type NetworkPolicyPeer  "The other side of the traffic."
      ipBlock            IPBlock        "Addresses; excludes the other two."
      namespaceSelector  LabelSelector  "Chooses namespaces; all their pods, without a podSelector."
      podSelector        LabelSelector  "Chooses pods, in the policy's namespace or in the chosen ones."

    type IPBlock  "Addresses of a CIDR block but for some."
      cidr    string    required  "The block."
      except  [string]    "Blocks within it that are not meant."
    """#
}
