extension Schemas {
  static let coreV1LimitRange = #"""
    api v1 io.k8s.api.core.v1

    kind LimitRange short(limits)
        "Least, greatest and default amounts of resources for the objects of a namespace."
      spec  LimitRangeSpec  "The limits."
      column "Created At"  date

    type LimitRangeSpec  "The limits of a namespace."
      limits  [LimitRangeItem]  required  "The limits, one entry a type of object."

    type LimitRangeItem  "The limits for one type of object."
      default               map[quantity]  "The limits that containers get which say none."
      defaultRequest        map[quantity]  "The requests that containers get which say none."
      max                   map[quantity]  "The greatest amounts."
      maxLimitRequestRatio  map[quantity]  "The greatest ratio of limit to request."
      min                   map[quantity]  "The least amounts."
      type                  string         required  "Pod, Container or PersistentVolumeClaim."
    """#
}
