extension Schemas {
  static let coordinationV1Lease = #"""
    api coordination.k8s.io/v1 io.k8s.api.coordination.v1

    kind Lease
        "A claim that is held as long as it is renewed: for leader election and heartbeats of nodes."
      spec  LeaseSpec  "Who holds the lease, and until when."
      column "Holder"  string
      column "Age"  string

    type LeaseSpec  "Who holds a lease, and until when."
      acquireTime           microtime  "When the present holder got the lease."
      holderIdentity        string  "The holder."
      leaseDurationSeconds  int32      min(1)
          "How long after renewTime others must wait before they take the lease."
      leaseTransitions      int32      min(0)  "How often the lease went from one holder to another."
      preferredHolder       string  "A better holder, for whom the present one should step back."
      renewTime             microtime  "When the holder last renewed the lease."
      strategy              string  "How the holder is chosen in a coordinated election."
    """#
}
