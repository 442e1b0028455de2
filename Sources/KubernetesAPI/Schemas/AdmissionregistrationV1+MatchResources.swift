extension Schemas {
  static let admissionregistrationV1MatchResources = #"""
    api admissionregistration.k8s.io/v1 io.k8s.api.admissionregistration.v1

    type MatchResources  atomic  "The requests that a policy is about."
      excludeResourceRules  [NamedRuleWithOperations]  "Requests that are left out."
      matchPolicy           string  default(Equivalent) enum(Exact Equivalent)
          "Whether a rule also means other versions of the resources that it names (Equivalent) or not (Exact)."
      namespaceSelector     LabelSelector  default({})
          "Chooses requests by the labels of the namespace of the object, or of the object if it is a namespace."
      objectSelector        LabelSelector  default({})
          "Chooses requests by the labels of the object, before or after."
      resourceRules         [NamedRuleWithOperations]  "Requests that are meant: any of these."

    type NamedRuleWithOperations  atomic  "Requests by what they do to what."
      apiGroups      [string]  "The groups of the resources; * for all."
      apiVersions    [string]  "The versions of the resources; * for all."
      operations     [string]  "What is done: CREATE, UPDATE, DELETE, CONNECT; * for all."
      resourceNames  [string]  "The names of the objects; all when empty."
      resources      [string]
          "The resources: pods, pods/log, pods/*, * for all resources, */scale, */* for all and their subresources."
      scope          string    default(*) enum(Cluster Namespaced *)
          "Whether resources of the cluster, in namespaces, or both are meant."

    type MatchCondition  "A condition on requests, as an expression."
      expression  string  required  "In CEL; it may name object, oldObject, request, authorizer and params."
      name        string  required  "The name of the condition, for messages."

    type ParamKind  atomic  "The kind of the objects that parameterize a policy."
      apiVersion  string  "The group and version of the kind."
      kind        string  "The kind."

    type ParamRef  atomic  "The objects that parameterize a policy for one binding."
      name                     string  "The name of the only one; not together with selector."
      namespace                string
          "Where they are; when empty, in the namespace of the object that a request is about."
      parameterNotFoundAction  string  enum(Allow Deny)
          "What happens when there is none: the binding does nothing (Allow), or the policy fails (Deny)."
      selector                 LabelSelector  "Chooses them by labels; not together with name."

    type Variable  swift(PolicyVariable)  atomic  "An expression with a name, for other expressions of a policy."
      expression  string  required  "In CEL; it may name the variables before it."
      name        string  required  "The name: other expressions write variables.NAME."
    """#
}
