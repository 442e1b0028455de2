extension Schemas {
  static let coreV1LimitRange = #"""
    api v1 io.k8s.api.core.v1

    kind LimitRange short(limits)
        "Least, greatest and default amounts of resources for the objects of a namespace."
      spec  LimitRangeSpec
      column "Created At"  date

    type LimitRangeSpec
      limits  [LimitRangeItem]  required

    type LimitRangeItem
      default               map[quantity]
      defaultRequest        map[quantity]
      max                   map[quantity]
      maxLimitRequestRatio  map[quantity]
      min                   map[quantity]
      type                  string         required
    """#
}
