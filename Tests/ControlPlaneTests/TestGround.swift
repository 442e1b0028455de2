import ControllerTesting

/// A network and a cluster for tests that bring their own node groups.
enum TestGround {
  static func manifest(block: String = "10.0.0.0/16", subnets: [String]) -> String {
    Ground(block: block, subnets: subnets).manifest
  }

  static func group(_ name: String, type: String, min: Int, desired: Int, max: Int, subnets: String) -> String
  {
    Ground(subnets: []).nodeGroup(
      name, type: type, min: min, desired: desired, max: max, subnets: subnets.map(String.init))
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
