import APIMachinery
import ControllerTesting
import EKSAPI
import Glibc
import KubernetesAPI
import KubernetesClient
import Testing

typealias TestCluster = SimulatedCluster

extension SimulatedCluster {
  /// Creates the objects of the files of a folder in `manifests/`, in the order of their names.
  func apply(story: String, _ files: String...) async throws {
    for file in files { try await apply(Manifests.read("\(story)/\(file)")) }
  }

  func pods(_ namespace: String? = "default", app: String? = nil) async throws -> [Pod] {
    let pods = try await list(Pod.self, namespace: namespace)
    return pods.filter { app == nil || $0.metadata.labels["app"] == app }
  }

  /// Whether as many pods as that are there, and all are ready.
  func hasReady(_ count: Int, _ namespace: String? = "default", app: String? = nil) async throws -> Bool {
    let pods = try await pods(namespace, app: app)
    return pods.count == count && pods.allSatisfy(\.isReady)
  }

  func readyNodes() async throws -> [Node] { try await list(Node.self).filter(\.isReady) }

  func events(reason: String) async throws -> [Event] {
    try await list(Event.self).filter { $0.reason == reason }
  }

  /// What a failed expectation wants to know: each pod's state, and the last events.
  func account() async throws -> String {
    let pods = try await list(Pod.self).map { pod in
      "\(pod.key) \(pod.status.phase ?? "-") ip \(pod.status.podIP ?? "-") on \(pod.spec.nodeName ?? "-")"
    }
    let events = try await list(Event.self).suffix(20).map { "\($0.reason ?? ""): \($0.message ?? "")" }
    return (pods + events).joined(separator: "\n")
  }
}

extension Pod {
  var isReady: Bool { status.conditions.contains { $0.type == "Ready" && $0.status == "True" } }
}

extension Node {
  var isReady: Bool { status.conditions.contains { $0.type == "Ready" && $0.status == "True" } }
}

/// The sample manifests of the project.
enum Manifests {
  static func read(_ path: String) throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let name = "/\(root)/manifests/\(path)"
    guard let file = fopen(name, "r") else { throw MissingFile(name: name) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}

struct MissingFile: Error { let name: String }

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
