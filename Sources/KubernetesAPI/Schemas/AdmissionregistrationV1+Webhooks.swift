extension Schemas {
  static let admissionregistrationV1Webhooks = #"""
    api admissionregistration.k8s.io/v1 io.k8s.api.admissionregistration.v1

    kind MutatingWebhookConfiguration categories(api-extensions) cluster
        "Web servers that are asked about requests, and may change what is asked for."
      webhooks  [MutatingWebhook]  list(name) patch(name)  "The servers, and the requests that each is asked about."
      column "Webhooks"  integer
      column "Age"  string

    type MutatingWebhook  "A web server that may change the objects of requests."
      admissionReviewVersions  [string]             required
          "The versions of AdmissionReview that the server understands, the best first."
      clientConfig             WebhookClientConfig  required  "How the server is called."
      failurePolicy            string               default(Fail) enum(Fail Ignore)
          "What happens when the server cannot be asked: the request is refused (Fail), or not (Ignore)."
      matchConditions          [MatchCondition]     list(name) patch(name) max-items(64)
          "Conditions that a request must meet for the server to be asked."
      matchPolicy              string               default(Equivalent) enum(Exact Equivalent)
          "Whether a rule also means other versions of the resources that it names (Equivalent) or not (Exact)."
      name                     string               required  "The name, with at least two dots."
      namespaceSelector        LabelSelector        default({})
          "Chooses requests by the labels of the namespace of the object, or of the object if it is a namespace."
      objectSelector           LabelSelector        default({})
          "Chooses requests by the labels of the object, before or after."
      reinvocationPolicy       string               default(Never) enum(Never IfNeeded)
          "Whether the server is asked again when another one changes the object after it."
      rules                    [RuleWithOperations]  "The requests that the server is asked about."
      sideEffects              string               required enum(None NoneOnDryRun)
          "Whether asking changes anything elsewhere; on a dry run nothing that does is asked."
      timeoutSeconds           int32                default(10) min(1) max(30)
          "How long the server may take."

    kind ValidatingWebhookConfiguration categories(api-extensions) cluster
        "Web servers that are asked about requests, and may refuse them."
      webhooks  [ValidatingWebhook]  list(name) patch(name)
          "The servers, and the requests that each is asked about."
      column "Webhooks"  integer
      column "Age"  string

    type ValidatingWebhook  "A web server that may refuse requests."
      admissionReviewVersions  [string]             required
          "The versions of AdmissionReview that the server understands, the best first."
      clientConfig             WebhookClientConfig  required  "How the server is called."
      failurePolicy            string               default(Fail) enum(Fail Ignore)
          "What happens when the server cannot be asked: the request is refused (Fail), or not (Ignore)."
      matchConditions          [MatchCondition]     list(name) patch(name) max-items(64)
          "Conditions that a request must meet for the server to be asked."
      matchPolicy              string               default(Equivalent) enum(Exact Equivalent)
          "Whether a rule also means other versions of the resources that it names (Equivalent) or not (Exact)."
      name                     string               required  "The name, with at least two dots."
      namespaceSelector        LabelSelector        default({})
          "Chooses requests by the labels of the namespace of the object, or of the object if it is a namespace."
      objectSelector           LabelSelector        default({})
          "Chooses requests by the labels of the object, before or after."
      rules                    [RuleWithOperations]  "The requests that the server is asked about."
      sideEffects              string               required enum(None NoneOnDryRun)
          "Whether asking changes anything elsewhere; on a dry run nothing that does is asked."
      timeoutSeconds           int32                default(10) min(1) max(30)
          "How long the server may take."

    type RuleWithOperations  "Requests by what they do to what."
      apiGroups    [string]  "The groups of the resources; * for all."
      apiVersions  [string]  "The versions of the resources; * for all."
      operations   [string]  "What is done: CREATE, UPDATE, DELETE, CONNECT; * for all."
      resources    [string]
          "The resources: pods, pods/log, pods/*, * for all resources, */scale, */* for all and their subresources."
      scope        string    default(*) enum(Cluster Namespaced *)
          "Whether resources of the cluster, in namespaces, or both are meant."

    type WebhookClientConfig  swift(AdmissionWebhookClientConfig)
        "How a web server is called: by a URL or through a service."
      caBundle  bytes             "The certificate authorities that the server's certificate is checked by, in PEM."
      service   ServiceReference  "The service in front of the server."
      url       string            "The address of the server: https://host:port/path."

    type ServiceReference  swift(WebhookServiceReference)  "A service that is called over HTTPS."
      name       string  required  "The service's name."
      namespace  string  required  "The service's namespace."
      path       string            "The path of the request."
      port       int32             default(443)  "The service's port."
    """#
}
