extension Schemas {
  static let coordinationV1Lease = #"""
    api coordination.k8s.io/v1 io.k8s.api.coordination.v1

    kind Lease
        "A claim that is held as long as it is renewed: for leader election and heartbeats of nodes."
      spec  LeaseSpec
      column "Holder"  string
      column "Age"  string

    type LeaseSpec
      acquireTime           microtime
      holderIdentity        string
      leaseDurationSeconds  int32      min(1)
      leaseTransitions      int32      min(0)
      preferredHolder       string
      renewTime             microtime
      strategy              string
    """#
}
