import APIMachinery
import ControllerRuntime
import KubernetesAPI
import Testing

@testable import SchedulerController

@Suite struct VolumeRuleTests {
  private static func claim(_ name: String, _ fill: (inout PersistentVolumeClaim) -> Void = { _ in })
    -> PersistentVolumeClaim
  {
    PersistentVolumeClaim {
      $0.metadata.name = name
      $0.metadata.namespace = "default"
      $0.metadata.uid = "uid-\(name)"
      $0.spec.accessModes = ["ReadWriteOnce"]
      $0.spec.storageClassName = "local"
      $0.spec.resources = VolumeResourceRequirements { $0.requests = ["storage": "5Gi"] }
      fill(&$0)
    }
  }

  private static func volume(
    _ name: String, _ size: Quantity, zone: String, _ fill: (inout PersistentVolume) -> Void = { _ in }
  ) -> PersistentVolume {
    PersistentVolume {
      $0.metadata.name = name
      $0.spec.capacity = ["storage": size]
      $0.spec.accessModes = ["ReadWriteOnce"]
      $0.spec.storageClassName = "local"
      $0.status.phase = "Available"
      let requirement = NodeSelectorRequirement {
        $0.key = "zone"
        $0.operator = "In"
        $0.values = [zone]
      }
      $0.spec.nodeAffinity = VolumeNodeAffinity {
        $0.required = NodeSelector {
          $0.nodeSelectorTerms = [NodeSelectorTerm { $0.matchExpressions = [requirement] }]
        }
      }
      fill(&$0)
    }
  }

  private static func storageClass(_ provisioner: String) -> StorageClass {
    StorageClass {
      $0.metadata.name = "local"
      $0.provisioner = provisioner
      $0.volumeBindingMode = "WaitForFirstConsumer"
    }
  }

  private static func pod(_ name: String, claims: String...) -> Pod {
    makePod(name) { spec in
      spec.volumes = claims.map { claim in
        Volume {
          $0.name = claim
          $0.persistentVolumeClaim = PersistentVolumeClaimVolumeSource { $0.claimName = claim }
        }
      }
    }
  }

  private static func added<Kind: Resource>(_ object: Kind) -> Change<Kind> {
    Change(.added, object)
  }

  private static func state(
    _ nodes: [Node], _ placed: [(Pod, String)] = [], claims: [PersistentVolumeClaim],
    volumes: [PersistentVolume] = [], provisioner: String = "kubernetes.io/no-provisioner"
  ) -> ClusterState {
    var state = makeState(nodes, placed)
    state.changeVolumes { catalog in
      for claim in claims { catalog.apply(added(claim)) }
      for volume in volumes { catalog.apply(added(volume)) }
      catalog.apply(added(storageClass(provisioner)))
    }
    return state
  }

  private static let nodes = [
    makeNode("a", labels: ["zone": "1"]), makeNode("b", labels: ["zone": "2"]),
  ]

  @Test func `a claim takes the smallest volume that its node can reach`() {
    let volumes = [
      Self.volume("tiny", "1Gi", zone: "1"), Self.volume("wide", "20Gi", zone: "1"),
      Self.volume("snug", "6Gi", zone: "1"), Self.volume("far", "5Gi", zone: "3"),
    ]
    let state = Self.state(Self.nodes, claims: [Self.claim("data")], volumes: volumes)
    let rule = VolumeRule(SchedulingPod(Self.pod("p", claims: "data")), state)
    #expect(rule.rejection(of: state.nodes[0]) == nil)
    guard case .take(let volume, _)? = rule.bindings(on: state.nodes[0])?.first else {
      Issue.record("no volume was taken")
      return
    }
    #expect(volume.metadata.name == "snug")
    #expect(
      rule.rejection(of: state.nodes[1])?.reasons
        == ["node(s) didn't find available persistent volumes to bind"])
  }

  @Test func `two claims of a pod do not take one volume`() {
    let claims = [Self.claim("x"), Self.claim("y")]
    let one = [Self.volume("v", "6Gi", zone: "1")]
    let pod = SchedulingPod(Self.pod("p", claims: "x", "y"))
    let short = Self.state(Self.nodes, claims: claims, volumes: one)
    #expect(VolumeRule(pod, short).bindings(on: short.nodes[0]) == nil)
    let enough = Self.state(
      Self.nodes, claims: claims, volumes: one + [Self.volume("w", "7Gi", zone: "1")])
    #expect(VolumeRule(pod, enough).bindings(on: enough.nodes[0])?.count == 2)
  }

  @Test func `a claim that was promised to a node goes to no other`() {
    let claim = Self.claim("data") {
      $0.metadata.annotations["volume.kubernetes.io/selected-node"] = "b"
    }
    let state = Self.state(Self.nodes, claims: [claim], provisioner: "ebs.csi.aws.com")
    #expect(
      refusal(Self.pod("p", claims: "data"), Self.state([Self.nodes[0]], claims: [claim]))
        == "0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind.")
    #expect(refusal(Self.pod("p", claims: "data"), state) == nil)
  }

  @Test func `a claim for one pod alone keeps others from every node`() {
    let claim = Self.claim("data") { $0.spec.accessModes = ["ReadWriteOncePod"] }
    let state = Self.state(
      Self.nodes, [(Self.pod("holder", claims: "data"), "a")], claims: [claim], provisioner: "x.csi")
    #expect(
      refusal(Self.pod("p", claims: "data"), state)
        == "0/2 nodes are available: 2 node has pod using PersistentVolumeClaim with the same name and "
        + "ReadWriteOncePod access mode.")
  }

  @Test func `the zone that is written on a volume counts`() {
    let claim = Self.claim("data") {
      $0.spec.volumeName = "v"
      $0.metadata.annotations["pv.kubernetes.io/bind-completed"] = "yes"
    }
    let volume = Self.volume("v", "6Gi", zone: "1") {
      $0.spec.nodeAffinity = nil
      $0.metadata.labels["topology.kubernetes.io/zone"] = "eu-1a__eu-1b"
    }
    let node = makeNode("a", labels: ["topology.kubernetes.io/zone": "eu-1c"])
    let state = Self.state([node], claims: [claim], volumes: [volume])
    #expect(
      refusal(Self.pod("p", claims: "data"), state)
        == "0/1 nodes are available: 1 node(s) had no available volume zone.")
  }
}
