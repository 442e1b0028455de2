/// A network and a cluster for tests that bring their own node groups.
enum Ground {
  static func manifest(block: String = "10.0.0.0/16", subnets: [String]) -> String {
    let list = subnets.enumerated().map { index, cidr in
      let zone = ["a", "b", "c"][index]
      return """
        ---
        apiVersion: ec2.services.k8s.aws/v1alpha1
        kind: Subnet
        metadata: {name: \(zone)}
        spec: {vpcRef: {from: {name: net}}, availabilityZone: us-west-2\(zone), cidrBlock: \(cidr)}
        """
    }
    let references = ["a", "b", "c"].prefix(subnets.count).map { "{from: {name: \($0)}}" }
    return """
      apiVersion: ec2.services.k8s.aws/v1alpha1
      kind: VPC
      metadata: {name: net}
      spec: {cidrBlocks: [\(block)]}
      \(list.joined(separator: "\n"))
      ---
      apiVersion: eks.services.k8s.aws/v1alpha1
      kind: Cluster
      metadata: {name: main}
      spec:
        name: main
        roleARN: arn:aws:iam::111122223333:role/eks
        resourcesVPCConfig: {subnetRefs: [\(references.joined(separator: ", "))]}
      """
  }

  static func group(_ name: String, type: String, min: Int, desired: Int, max: Int, subnets: String) -> String
  {
    let references = subnets.map { "{from: {name: \($0)}}" }.joined(separator: ", ")
    return """
      apiVersion: eks.services.k8s.aws/v1alpha1
      kind: NodeGroup
      metadata: {name: \(name)}
      spec:
        name: \(name)
        clusterRef: {from: {name: main}}
        nodeRole: arn:aws:iam::111122223333:role/node
        subnetRefs: [\(references)]
        instanceTypes: [\(type)]
        scalingConfig: {minSize: \(min), desiredSize: \(desired), maxSize: \(max)}
      """
  }

  static func deployment(_ name: String, replicas: Int, cpu: String = "100m") -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name)}
    spec:
      replicas: \(replicas)
      selector: {matchLabels: {app: \(name)}}
      template:
        metadata: {labels: {app: \(name)}}
        spec:
          containers: [{name: main, image: "nginx:1.29", resources: {requests: {cpu: \(cpu)}}}]
    """
  }
}
