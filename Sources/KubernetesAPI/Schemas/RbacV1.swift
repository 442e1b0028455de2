extension Schemas {
  static let rbacV1 = #"""
    api rbac.authorization.k8s.io/v1 io.k8s.api.rbac.v1

    kind Role  "What may be done in one namespace."
      rules  [PolicyRule]  "What may be done; rules only ever add up."
      column "Created At"  string

    kind ClusterRole cluster
        "What may be done in the whole cluster, or in the namespaces of the bindings that refer to it."
      aggregationRule  AggregationRule
          "Chooses other cluster roles, whose rules are this one's. A controller overwrites its rules."
      rules            [PolicyRule]  "What may be done; rules only ever add up."
      column "Created At"  string

    kind RoleBinding  "Gives subjects what a role allows, in one namespace."
      roleRef   RoleRef    required  "The Role of the namespace, or the ClusterRole. It never changes."
      subjects  [Subject]  "Who gets it."
      column "Role"  string
      column "Age"  string
      column "Users"  string  priority(1)
      column "Groups"  string  priority(1)
      column "ServiceAccounts"  string  priority(1)

    kind ClusterRoleBinding cluster  "Gives subjects what a cluster role allows, everywhere."
      roleRef   RoleRef    required  "The ClusterRole. It never changes."
      subjects  [Subject]  "Who gets it."
      column "Role"  string
      column "Age"  string
      column "Users"  string  priority(1)
      column "Groups"  string  priority(1)
      column "ServiceAccounts"  string  priority(1)

    type PolicyRule  "Verbs on resources or on paths."
      apiGroups        [string]  "The groups of the resources; the empty one is core, * stands for all."
      nonResourceURLs  [string]  "Paths that are no resources; a * may stand at the end."
      resourceNames    [string]  "The names that are meant; all, when none is given."
      resources        [string]  "Resources and subresources, such as pods/log; * stands for all."
      verbs            [string]  required  "The verbs; * stands for all."

    type AggregationRule  "How the rules of a cluster role are put together."
      clusterRoleSelectors  [LabelSelector]  "A cluster role that any of them chooses gives its rules."

    type Subject atomic  "A user, a group or a service account."
      kind       string  required  "User, Group or ServiceAccount."
      apiGroup   string  default(rbac.authorization.k8s.io) when(kind=User|Group)
          "The group of the kind: empty for service accounts."
      name       string  required  "Its name."
      namespace  string  "The namespace of a service account."

    type RoleRef atomic  "The role that a binding gives."
      apiGroup  string  default(rbac.authorization.k8s.io)  "The group of the role."
      kind      string  required  "Role or ClusterRole."
      name      string  required  "Its name."
    """#
}
