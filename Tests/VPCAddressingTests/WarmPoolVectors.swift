/// Settled states of a node's warm pool, when the pods arrive at once and fill the blocks in order.
///
/// Source: the tables of the VPC CNI's documentation (aws/amazon-vpc-cni-k8s, docs/eni-and-ip-target.md and
/// docs/prefix-and-ip-target.md), carried over as figures. In the rows marked "code" the documentation contradicts the
/// allocator's rules, and the rules win.
enum WarmPoolVectors {
  /// instance type, ENIs, slots an ENI, mode, WARM_ENI, WARM_IP, MINIMUM_IP, WARM_PREFIX, pods,
  /// expected slots filled by ENI, expected unused addresses, source
  static let table = """
    t3.small 3 3 secondary 1 0 0 0 0 3 3 docs
    t3.small 3 3 secondary 1 0 0 0 5 3,3,3 4 docs
    t3.small 3 3 secondary 1 0 0 0 9 3,3,3 0 docs
    t3.small 3 3 secondary 1 1 1 0 0 1 1 docs
    t3.small 3 3 secondary 1 1 1 0 5 3,3 1 docs
    t3.small 3 3 secondary 1 1 1 0 9 3,3,3 0 docs
    t3.small 3 3 secondary 1 2 5 0 0 3,2 5 docs
    t3.small 3 3 secondary 1 2 5 0 5 3,3,1 2 docs
    t3.small 3 3 secondary 1 2 5 0 9 3,3,3 0 docs
    p3dn.24xlarge 15 49 secondary 1 0 0 0 0 49 49 docs
    p3dn.24xlarge 15 49 secondary 1 0 0 0 3 49,49 95 docs
    p3dn.24xlarge 15 49 secondary 1 0 0 0 95 49,49,49 52 docs
    p3dn.24xlarge 15 49 secondary 1 5 10 0 0 10 10 docs
    p3dn.24xlarge 15 49 secondary 1 5 10 0 7 12 5 docs
    p3dn.24xlarge 15 49 secondary 1 5 10 0 15 20 5 docs
    p3dn.24xlarge 15 49 secondary 1 5 10 0 45 49,1 5 docs
    t3.small 3 3 prefix 1 0 0 1 0 1 16 docs
    t3.small 3 3 prefix 1 0 0 1 5 2 27 docs
    t3.small 3 3 prefix 1 0 0 1 16 2 16 docs
    t3.small 3 3 prefix 1 0 0 1 17 3 31 docs
    t3.small 3 3 prefix 1 0 0 1 58 3,2 22 docs
    t3.small 3 3 prefix 1 1 1 1 0 1 16 docs
    t3.small 3 3 prefix 1 1 1 1 5 1 11 docs
    t3.small 3 3 prefix 1 1 1 1 17 2 15 docs
    t3.small 3 3 prefix 1 1 1 1 58 3,1 6 docs
    t3.small 3 3 prefix 1 7 20 1 0 2 32 code
    t3.small 3 3 prefix 1 7 20 1 5 2 27 docs
    t3.small 3 3 prefix 1 7 20 1 17 2 15 docs
    t3.small 3 3 prefix 1 7 20 1 58 3,2 22 docs
    p3dn.24xlarge 15 49 prefix 1 0 0 1 0 1 16 docs
    p3dn.24xlarge 15 49 prefix 1 0 0 1 3 2 29 code
    p3dn.24xlarge 15 49 prefix 1 0 0 1 95 7 17 code
    """
}
