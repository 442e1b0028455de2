import APIMachinery
import KubernetesAPI
import Testing

@testable import EndpointSliceController

@Suite struct SlicePlanTests {
  private func endpoints(_ range: Range<Int>) -> [Endpoint] {
    range.map { number in
      Endpoint {
        $0.addresses = ["10.0.0.\(number)"]
        $0.targetRef = ObjectReference { $0.uid = "u\(number)" }
      }
    }
  }

  private func slice(_ name: String, _ range: Range<Int>) -> EndpointSlice {
    EndpointSlice {
      $0.metadata.name = name
      $0.endpoints = endpoints(range)
    }
  }

  @Test func `250 endpoints make three slices`() {
    let plan = SlicePlan(existing: [], wanted: endpoints(0..<250), limit: 100)
    #expect(plan.creates.map(\.count) == [100, 100, 50])
  }

  @Test func `nothing to do writes nothing`() {
    let plan = SlicePlan(existing: [slice("a", 0..<10)], wanted: endpoints(0..<10), limit: 100)
    #expect(plan.creates.isEmpty && plan.updates.isEmpty && plan.deletes.isEmpty)
  }

  @Test func `a new endpoint goes into the fullest slice with room`() {
    let plan = SlicePlan(
      existing: [slice("a", 0..<3), slice("b", 3..<9)], wanted: endpoints(0..<10), limit: 10)
    #expect(plan.updates.map(\.0.metadata.name) == ["b"])
    #expect(plan.updates.first?.1.count == 7)
  }

  @Test func `a slice that changes anyway takes new endpoints first`() {
    let plan = SlicePlan(
      existing: [slice("a", 0..<5), slice("b", 5..<10)], wanted: endpoints(1..<11), limit: 5)
    #expect(plan.updates.map(\.0.metadata.name) == ["a"])
    #expect(plan.updates.first?.1.map(\.addresses) == endpoints(1..<5).map(\.addresses) + [["10.0.0.10"]])
    #expect(plan.creates.isEmpty)
  }

  @Test func `an empty slice goes`() {
    let plan = SlicePlan(existing: [slice("a", 0..<5)], wanted: [], limit: 100)
    #expect(plan.deletes.map(\.metadata.name) == ["a"])
  }

  @Test func `a named port is looked up on each pod`() {
    let service = Service {
      $0.spec.ports = [
        ServicePort {
          $0.name = "http"; $0.port = 80; $0.targetPort = "web"
        },
        ServicePort {
          $0.name = "admin"; $0.port = 81
        },
      ]
    }
    let pod = Pod {
      $0.spec.containers = [
        Container {
          $0.ports = [
            ContainerPort {
              $0.name = "web"; $0.containerPort = 8080
            }
          ]
        }
      ]
    }
    let ports = EndpointPorts(service, on: pod).ports
    #expect(ports.map(\.port) == [81, 8080])
    #expect(ports.map(\.name) == ["admin", "http"])
  }
}
