import APIMachinery
import KubernetesAPI
import Testing

@testable import SchedulerController

@Suite struct FilterTests {
  @Test func `a pod without demands fits an empty node`() {
    #expect(refusal(makePod("p"), makeState([makeNode("a")])) == nil)
  }

  @Test func `without nodes there is nothing to choose from`() {
    #expect(refusal(makePod("p"), makeState([])) == "no nodes available to schedule pods")
  }

  @Test func `reasons are counted over the nodes in the order of their text`() {
    let nodes = [
      makeNode("a", cpu: "1"), makeNode("b", cpu: "1"),
      makeNode("c") {
        $0.spec.taints = [
          Taint {
            $0.key = "dedicated"; $0.effect = "NoSchedule"
          }
        ]
      },
    ]
    #expect(
      refusal(makePod("p", cpu: "2"), makeState(nodes))
        == "0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 Insufficient cpu.")
  }

  @Test func `a node may lack several resources at once`() {
    let state = makeState([makeNode("a", cpu: "1", memory: "1Gi", pods: "1")], [(makePod("x"), "a")])
    #expect(
      refusal(makePod("p", cpu: "2", memory: "2Gi"), state)
        == "0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory, 1 Too many pods.")
  }

  @Test func `what runs on a node is taken from it`() {
    let state = makeState([makeNode("a")], [(makePod("x", cpu: "3"), "a")])
    #expect(refusal(makePod("p", cpu: "1"), state) == nil)
    #expect(
      refusal(makePod("p", cpu: "1001m"), state) == "0/1 nodes are available: 1 Insufficient cpu.")
  }

  @Test func `an unschedulable node takes only pods that tolerate it`() {
    let state = makeState([makeNode("a") { $0.spec.unschedulable = true }])
    #expect(refusal(makePod("p"), state) == "0/1 nodes are available: 1 node(s) were unschedulable.")
    let tolerant = makePod("p") {
      $0.tolerations = [
        Toleration {
          $0.key = "node.kubernetes.io/unschedulable"; $0.operator = "Exists"
        }
      ]
    }
    #expect(refusal(tolerant, state) == nil)
  }

  @Test(arguments: [
    ("Equal", "db", "gold", "NoSchedule", true), ("Equal", "db", "silver", "NoSchedule", false),
    ("Exists", "db", nil, nil, true), ("Exists", nil, nil, nil, true),
    ("Equal", "db", "gold", "NoExecute", false),
    ("Exists", "other", nil, nil, false),
  ])
  func `a toleration accepts a taint by key, value and effect`(
    operation: String, key: String?, value: String?, effect: String?, fits: Bool
  ) {
    let state = makeState([
      makeNode("a") {
        $0.spec.taints = [
          Taint {
            $0.key = "db"; $0.value = "gold"; $0.effect = "NoSchedule"
          }
        ]
      }
    ])
    let pod = makePod("p") {
      $0.tolerations = [
        Toleration {
          $0.operator = operation; $0.key = key; $0.value = value; $0.effect = effect
        }
      ]
    }
    #expect((refusal(pod, state) == nil) == fits)
  }

  @Test func `a node selector and required node affinity must both match`() {
    let state = makeState([makeNode("a", labels: ["disk": "ssd", "cores": "8"])])
    func pod(_ operation: String, _ key: String, _ values: [String]) -> Pod {
      makePod("p") { spec in
        spec.nodeSelector = ["disk": "ssd"]
        spec.fields["affinity"] = [
          "nodeAffinity": [
            "requiredDuringSchedulingIgnoredDuringExecution": [
              "nodeSelectorTerms": [
                [
                  "matchExpressions": [
                    ["key": .string(key), "operator": .string(operation), "values": values.json]
                  ]
                ]
              ]
            ]
          ]
        ]
      }
    }
    #expect(refusal(pod("Gt", "cores", ["4"]), state) == nil)
    #expect(refusal(pod("In", "disk", ["hdd", "ssd"]), state) == nil)
    #expect(refusal(pod("DoesNotExist", "gpu", []), state) == nil)
    #expect(
      refusal(pod("Lt", "cores", ["4"]), state)
        == "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.")
    #expect(refusal(makePod("p") { $0.nodeSelector = ["disk": "hdd"] }, state) != nil)
  }

  @Test func `host ports clash when port, protocol and address do`() {
    func pod(_ name: String, _ port: Int, ip: String? = nil, transport: String? = nil) -> Pod {
      makePod(name) {
        $0.containers[0].ports = [
          ContainerPort {
            $0.containerPort = 80; $0.hostPort = port; $0.hostIP = ip; $0.protocol = transport
          }
        ]
      }
    }
    let state = makeState([makeNode("a")], [(pod("x", 8080, ip: "10.0.0.1"), "a")])
    #expect(
      refusal(pod("p", 8080), state)
        == "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.")
    #expect(refusal(pod("p", 8080, ip: "10.0.0.2"), state) == nil)
    #expect(refusal(pod("p", 8080, transport: "UDP"), state) == nil)
    #expect(refusal(pod("p", 8081), state) == nil)
  }

  @Test func `required anti-affinity keeps a pod's kin away, in both directions`() {
    let zones = ["a": "1", "b": "2"].sorted { $0.key < $1.key }
    let nodes = zones.map { makeNode($0.key, labels: ["zone": $0.value]) }
    func lonely(_ name: String) -> Pod {
      makePod(name, labels: ["app": "db"]) {
        $0.fields["affinity"] = [
          "podAntiAffinity": [
            "requiredDuringSchedulingIgnoredDuringExecution": [
              ["labelSelector": ["matchLabels": ["app": "db"]], "topologyKey": "zone"]
            ]
          ]
        ]
      }
    }
    let one = makeState(nodes, [(lonely("x"), "a")])
    #expect(refusal(lonely("p"), one) == nil)
    let both = makeState(nodes, [(lonely("x"), "a"), (lonely("y"), "b")])
    #expect(
      refusal(lonely("p"), both) == "0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules."
    )
    #expect(
      refusal(makePod("q", labels: ["app": "db"]), both)
        == "0/2 nodes are available: 2 node(s) didn't satisfy existing pods anti-affinity rules.")
  }

  @Test func `required affinity follows its kin, and the first of a kind goes anywhere`() {
    let nodes = [makeNode("a", labels: ["zone": "1"]), makeNode("b", labels: ["zone": "2"]), makeNode("c")]
    func social(_ name: String, app: String, wants: String) -> Pod {
      makePod(name, labels: ["app": app]) {
        $0.fields["affinity"] = [
          "podAffinity": [
            "requiredDuringSchedulingIgnoredDuringExecution": [
              ["labelSelector": ["matchLabels": ["app": .string(wants)]], "topologyKey": "zone"]
            ]
          ]
        ]
      }
    }
    let empty = makeState(nodes)
    #expect(refusal(social("p", app: "web", wants: "web"), empty) == nil)
    #expect(
      refusal(social("p", app: "web", wants: "cache"), empty)
        == "0/3 nodes are available: 3 node(s) didn't match pod affinity rules.")
    var state = makeState(nodes, [(makePod("x", labels: ["app": "cache"]), "b")])
    let cycle = Cycle(SchedulingPod(social("p", app: "web", wants: "cache")), &state)
    let fitting = state.nodes.enumerated().filter { cycle.rejection(of: $1, at: $0) == nil }.map(
      \.element.name)
    #expect(fitting == ["b"])
  }

  @Test func `a hard spread constraint keeps the skew`() {
    let nodes = [makeNode("a", labels: ["zone": "1"]), makeNode("b", labels: ["zone": "2"]), makeNode("c")]
    func spread(_ name: String, minDomains: Int? = nil) -> Pod {
      makePod(name, labels: ["app": "web"]) {
        $0.topologySpreadConstraints = [
          TopologySpreadConstraint {
            $0.maxSkew = 1
            $0.topologyKey = "zone"
            $0.whenUnsatisfiable = "DoNotSchedule"
            $0.labelSelector = LabelSelector { $0.matchLabels = ["app": "web"] }
            $0.minDomains = minDomains
          }
        ]
      }
    }
    var state = makeState(nodes, [(spread("x"), "a")])
    let cycle = Cycle(SchedulingPod(spread("p")), &state)
    #expect(cycle.rejection(of: state.nodes[0], at: 0) == .spread)
    #expect(cycle.rejection(of: state.nodes[1], at: 1) == nil)
    #expect(cycle.rejection(of: state.nodes[2], at: 2) == .spreadLabel)
    let balanced = makeState(nodes, [(spread("x"), "a"), (spread("y"), "b")])
    #expect(refusal(spread("p"), balanced) == nil)
    #expect(refusal(spread("p", minDomains: 3), balanced) != nil)
  }
}
