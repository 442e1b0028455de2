extension Schemas {
  static let coreV1ResourceQuota = #"""
    api v1 io.k8s.api.core.v1

    kind ResourceQuota plural(resourcequotas) short(quota) subresources(status)
        "The sum of resources that a namespace may use."
      spec    ResourceQuotaSpec
      status  ResourceQuotaStatus
      column "Request"  string
      column "Limit"  string
      column "Age"  string

    type ResourceQuotaSpec
      hard           map[quantity]
      scopeSelector  ScopeSelector
      scopes         [string]

    type ScopeSelector atomic
      matchExpressions  [ScopedResourceSelectorRequirement]

    type ScopedResourceSelectorRequirement
      operator   string    required enum(In NotIn Exists DoesNotExist)
      scopeName  string    required
      values     [string]

    type ResourceQuotaStatus
      hard  map[quantity]
      used  map[quantity]
    """#
}
