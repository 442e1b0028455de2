import APIMachinery
import KubernetesAPI
import Testing

@testable import PodLifecycleController

@Suite struct PodResizeTests {
  private func running(_ fill: (inout Container) -> Void = { _ in }) -> PodRun {
    var run = PodRun { pod in
      pod.spec.containers[0].resources = ResourceRequirements { $0.requests = ["cpu": "500m"] }
      fill(&pod.spec.containers[0])
    }
    run.run()
    return run
  }

  private func condition(_ run: PodRun, _ type: String) -> PodCondition? {
    run.pod.status.conditions.first { $0.type == type }
  }

  @Test func `a running container shows the resources it was given`() {
    let run = running()
    #expect(run.container.resources?.requests["cpu"] == "500m")
    #expect(run.container.allocatedResources["cpu"] == "500m")
  }

  @Test func `a resize is actuated in place, and shown while it is under way`() {
    var run = running()
    run.latencies = ContainerLatencies(scale: 1)
    run.pod.spec.containers[0].resources?.requests["cpu"] = "700m"
    run.run()
    #expect(condition(run, "PodResizeInProgress")?.status == "True")
    #expect(run.container.allocatedResources["cpu"] == "500m")
    run.run(for: .seconds(1))
    #expect(condition(run, "PodResizeInProgress") == nil)
    #expect(run.container.allocatedResources["cpu"] == "700m")
    #expect(run.container.restartCount == 0)
  }

  @Test func `a container whose policy says so is started again`() {
    var run = running {
      $0.resizePolicy = [
        ContainerResizePolicy { ($0.resourceName, $0.restartPolicy) = ("cpu", "RestartContainer") }
      ]
    }
    run.pod.spec.containers[0].resources?.requests["cpu"] = "700m"
    run.run(for: .seconds(60))
    #expect(run.container.restartCount == 1)
    #expect(run.container.resources?.requests["cpu"] == "700m")
    #expect(run.events.contains("Killing: Container app resize requires restart"))
  }

  @Test func `what the node cannot give stays pending, until it can`() {
    var run = running()
    run.pod.spec.containers[0].resources?.requests["cpu"] = "2"
    run.run()
    #expect(condition(run, "PodResizePending")?.reason == "Deferred")
    #expect(
      condition(run, "PodResizePending")?.message
        == "Node didn't have enough resource: cpu, requested: 2000, used: 3000, capacity: 4000")
    run.room.taken["cpu"] = "1"
    run.run(for: .seconds(31))
    #expect(condition(run, "PodResizePending") == nil)
    #expect(run.container.allocatedResources["cpu"] == "2")
    run.pod.spec.containers[0].resources?.requests["cpu"] = "5"
    run.run()
    #expect(condition(run, "PodResizePending")?.reason == "Infeasible")
    #expect(run.pod.isReady)
  }

  @Test func `an ephemeral container runs beside the others and does not count`() {
    var run = running()
    run.annotate("debug", "exit 1 after 10s")
    run.pod.spec.ephemeralContainers = [EphemeralContainer { ($0.name, $0.image) = ("debug", "busybox") }]
    run.run()
    #expect(run.pod.status.ephemeralContainerStatuses.map(\.name) == ["debug"])
    #expect(run.pod.status.ephemeralContainerStatuses[0].state?.running != nil)
    #expect(run.pod.status.containerStatuses.map(\.name) == ["app"])
    #expect(run.pod.isReady)
    run.run(for: .seconds(60))
    #expect(run.pod.status.ephemeralContainerStatuses[0].state?.terminated?.exitCode == 1)
    #expect(run.pod.status.ephemeralContainerStatuses[0].restartCount == 0)
    #expect(run.pod.status.phase == "Running")
  }
}
