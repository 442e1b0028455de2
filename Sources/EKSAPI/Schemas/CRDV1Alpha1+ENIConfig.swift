extension Schemas {
  static let crdV1Alpha1ENIConfig = #"""
    api crd.k8s.amazonaws.com/v1alpha1 com.amazonaws.k8s.crd.v1alpha1

    kind ENIConfig cluster
        "Where the VPC CNI makes the network interfaces of pods under custom networking."
      spec    ENIConfigSpec    "Where interfaces come from."
      status  object           "Nothing so far."

    type ENIConfigSpec open "Where the interfaces of pods come from."
      subnet          string    "The subnet, by its identifier; it is in the zone of the nodes that use it."
      securityGroups  [string]
          "The security groups of the interfaces, by identifier; those of the primary interface if none is named."
    """#
}
