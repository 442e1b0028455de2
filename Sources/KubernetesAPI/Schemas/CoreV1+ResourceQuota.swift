extension Schemas {
  static let coreV1ResourceQuota = #"""
    api v1 io.k8s.api.core.v1

    kind ResourceQuota plural(resourcequotas) short(quota) subresources(status)
        "The sum of resources that a namespace may use."
      spec    ResourceQuotaSpec  "The amounts that may be used."
      status  ResourceQuotaStatus  "The amounts that are used."
      column "Request"  string
      column "Limit"  string
      column "Age"  string

    type ResourceQuotaSpec  "The amounts that a namespace may use."
      hard           map[quantity]  "The greatest sums, by resource."
      scopeSelector  ScopeSelector  "Chooses the objects that count, by scope and value."
      scopes         [string]  "Scopes that objects must be in to count."

    type ScopeSelector atomic  "Chooses objects by scope and value."
      matchExpressions  [ScopedResourceSelectorRequirement]  "Requirements, all of which must be met."

    type ScopedResourceSelectorRequirement  "One requirement on a scope."
      operator   string    required enum(In NotIn Exists DoesNotExist)
          "How the scope is compared with the values."
      scopeName  string    required  "The scope, such as PriorityClass."
      values     [string]  "The values; none for Exists and DoesNotExist."

    type ResourceQuotaStatus  "The amounts that a namespace uses."
      hard  map[quantity]  "The greatest sums in force, by resource."
      used  map[quantity]  "The sums that are used, by resource."
    """#
}
