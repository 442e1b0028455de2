import APIMachinery
import KubernetesAPI
import Testing

@testable import PodLifecycleController

/// Runs one pod without an API, from one step to the next.
struct PodRun {
  var pod: Pod
  var memory = PodMemory()
  var now = Timestamp(secondsSince1970: 1_000_000)
  var latencies = ContainerLatencies(scale: 0)
  var images: Set<String> = []
  /// The instance behind the node.
  var machine = ""
  var room = ResizeRoom(allocatable: ["cpu": "4", "memory": "8Gi"], taken: ["cpu": "3", "memory": "1Gi"])
  var events: [String] = []
  var isFinished = false

  init(_ fill: (inout Pod) -> Void) {
    pod = Pod {
      $0.metadata.name = "web"
      $0.metadata.namespace = "shop"
      $0.metadata.uid = "u-1"
      $0.spec.nodeName = "n1"
      $0.spec.containers = [
        Container {
          $0.name = "app"; $0.image = "nginx:1.29"
        }
      ]
      $0.status.phase = "Pending"
      $0.status.podIP = "10.0.0.5"
    }
    fill(&pod)
  }

  /// Lets `duration` pass, with a look at each moment that the worker asks for.
  mutating func run(for duration: Duration = .zero) {
    let end = now + duration
    var wake = look()
    for _ in 0..<1000 {
      guard let time = wake, time <= end else { break }
      now = max(now, time)
      wake = look()
    }
    now = end
    _ = look()
  }

  private mutating func look() -> Timestamp? {
    let (images, room) = (images, room)
    var worker = PodWorker(
      pod, host: .init(name: "n1", addresses: ["10.0.0.1"], machine: machine) { room }, memory: memory,
      now: now,
      latencies: latencies
    ) { images.contains($0) }
    worker.advance()
    pod.status = worker.status
    memory = worker.memory
    self.images.formUnion(worker.fetchedImages)
    events += worker.events.map { "\($0.reason): \($0.message)" }
    isFinished = worker.isFinished
    return worker.wakeAt
  }

  var container: ContainerStatus { pod.status.containerStatuses.first ?? ContainerStatus() }

  var reasons: [String] { events.map { String($0.prefix { $0 != ":" }) } }

  mutating func annotate(_ container: String, _ text: String) {
    pod.metadata.annotations[ContainerBehaviour.annotation(for: container)] = text
  }

  /// Forgets everything but the status, as a kubelet that restarts.
  mutating func restartKubelet() { memory = PodMemory() }
}

@Suite struct PodWorkerTests {
  @Test func `a pod that runs has its sandbox, though the clock jumps back before the sandbox was made`() {
    var run = PodRun { _ in }
    run.latencies = ContainerLatencies(scale: 1)
    run.run(for: .seconds(60))
    func sandbox() -> String? {
      run.pod.status.conditions.first { $0.type == "PodReadyToStartContainers" }?.status
    }
    #expect(sandbox() == "True" && run.memory.sandboxReadyAt != nil)
    run.now = run.now - .seconds(600)
    run.run()
    #expect(sandbox() == "True")
  }

  @Test func `a look asks once whether the node has an image`() {
    let run = PodRun { _ in }
    var (memory, asked) = (PodMemory(), 0)
    for time in [run.now, run.now + .seconds(10)] {
      var worker = PodWorker(
        run.pod, host: .init(name: "n1", addresses: ["10.0.0.1"]), memory: memory, now: time,
        latencies: ContainerLatencies(scale: 1)
      ) { _ in
        asked += 1
        return false
      }
      worker.advance()
      memory = worker.memory
    }
    #expect(asked == 1)
  }

  @Test func `without waits a pod is running and ready at once`() {
    var run = PodRun { _ in }
    run.run()
    #expect(run.pod.status.phase == "Running")
    #expect(run.pod.isReady)
    #expect(run.pod.status.hostIP == "10.0.0.1")
    #expect(run.pod.status.qosClass == "BestEffort")
    #expect(run.container.started == true && run.container.ready && run.container.restartCount == 0)
    #expect(run.container.containerID?.hasPrefix("containerd://") == true)
    #expect(run.container.imageID.hasPrefix("docker.io/library/nginx@sha256:"))
    #expect(run.reasons == ["Pulling", "Pulled", "Created", "Started"])
    #expect(
      run.pod.status.conditions.map { "\($0.type)=\($0.status)" } == [
        "PodReadyToStartContainers=True", "Initialized=True", "Ready=True", "ContainersReady=True",
        "PodScheduled=True",
      ])
  }

  @Test func `a pod begins anew when another machine has taken its node's name`() throws {
    var run = PodRun { _ in }
    run.machine = "i-1"
    run.run()
    let first = try #require(run.container.containerID)
    run.restartKubelet()
    run.run(for: .seconds(10))
    #expect(run.container.containerID == first)
    run.machine = "i-2"
    run.run(for: .seconds(10))
    #expect(run.pod.status.podIP == nil)
    #expect(run.reasons.suffix(1) == ["SandboxChanged"])
    #expect(!run.pod.isReady)
    run.pod.status.podIP = "10.0.0.7"
    run.run(for: .seconds(10))
    #expect(run.pod.isReady)
    #expect(run.container.containerID != first)
    #expect(run.container.restartCount == 0)
  }

  @Test func `a leaving pod whose machine is gone has nothing left to stop`() {
    var run = PodRun { _ in }
    run.machine = "i-1"
    run.run()
    run.pod.metadata.deletionTimestamp = run.now + .seconds(30)
    run.machine = "i-2"
    run.run()
    #expect(run.isFinished)
  }

  @Test func `a pod without an address waits with its containers being created`() {
    var run = PodRun { $0.status.podIP = nil }
    run.run(for: .seconds(60))
    #expect(run.pod.status.phase == "Pending")
    #expect(run.container.state?.waiting?.reason == "ContainerCreating")
    #expect(run.pod.condition("Ready")?.message == "containers with unready status: [app]")
    run.pod.status.podIP = "10.0.0.9"
    run.run()
    #expect(run.pod.isReady)
  }

  @Test func `a pod on the host's network has the host's address`() {
    var run = PodRun {
      $0.status.podIP = nil; $0.spec.hostNetwork = true
    }
    run.run()
    #expect(run.pod.status.podIP == "10.0.0.1")
    #expect(run.pod.isReady)
  }

  @Test func `pull and start take their time`() {
    var run = PodRun { _ in }
    run.latencies = ContainerLatencies(scale: 1)
    run.run(for: .milliseconds(2040))
    #expect(run.pod.status.phase == "Pending")
    run.run(for: .milliseconds(10))
    #expect(run.pod.status.phase == "Running")
  }

  @Test func `init containers run in order before the others`() {
    var run = PodRun {
      $0.spec.initContainers = ["first", "second"].map { name in
        Container {
          $0.name = name; $0.image = "busybox:1"
        }
      }
    }
    run.latencies = ContainerLatencies(scale: 1)
    run.run(for: .seconds(3))
    #expect(run.pod.status.initContainerStatuses.map { $0.state?.running != nil } == [true, false])
    #expect(run.pod.condition("Initialized")?.message == "containers with incomplete status: [first second]")
    #expect(run.container.state?.waiting?.reason == "PodInitializing")
    run.run(for: .seconds(4))
    #expect(
      run.pod.status.initContainerStatuses.map { $0.state?.terminated?.reason } == ["Completed", "Completed"])
    #expect(run.pod.status.phase == "Running")
  }

  @Test func `a failing init container of a pod that never restarts fails the pod`() {
    var run = PodRun {
      $0.spec.restartPolicy = "Never"
      $0.spec.initContainers = [
        Container {
          $0.name = "first"; $0.image = "busybox:1"
        }
      ]
    }
    run.annotate("first", "exit 3")
    run.run()
    #expect(run.pod.status.phase == "Failed")
    #expect(run.pod.status.initContainerStatuses.first?.state?.terminated?.exitCode == 3)
  }

  @Test func `a sidecar starts first and stops last`() {
    var run = PodRun {
      $0.spec.restartPolicy = "Never"
      $0.spec.initContainers = [
        Container {
          $0.name = "proxy"; $0.image = "envoy:1"; $0.restartPolicy = "Always"
        }
      ]
    }
    run.annotate("app", "exit 0 after 30s")
    run.run(for: .seconds(29))
    #expect(run.pod.isReady)
    #expect(run.pod.status.initContainerStatuses.first?.ready == true)
    run.run(for: .seconds(2))
    #expect(run.pod.status.phase == "Succeeded")
    #expect(run.pod.status.initContainerStatuses.first?.state?.terminated != nil)
  }

  @Test func `a crashing container backs off`() {
    var run = PodRun { _ in }
    run.annotate("app", "exit 1")
    run.run()
    // The first restart comes at once, the second after ten seconds.
    #expect(run.container.restartCount == 1)
    #expect(run.container.state?.waiting?.reason == "CrashLoopBackOff")
    #expect(
      run.container.state?.waiting?.message
        == "back-off 10s restarting failed container=app pod=web_shop(u-1)")
    #expect(run.container.lastState?.terminated?.exitCode == 1)
    #expect(run.pod.status.phase == "Running")
    run.run(for: .seconds(10))
    #expect(run.container.restartCount == 2)
    run.run(for: .seconds(20))
    #expect(run.container.restartCount == 3)
    run.run(for: .seconds(3600))
    #expect(run.container.restartCount == 3 + 3 + 11)
    #expect(run.container.state?.waiting?.message?.hasPrefix("back-off 5m0s") == true)
  }

  @Test func `a long run clears the back-off`() {
    var run = PodRun { _ in }
    run.annotate("app", "exit 1 after 11m")
    run.run(for: .seconds(661 * 3))
    #expect(run.container.restartCount == 3)
    #expect(run.container.state?.running != nil)
  }

  @Test func `a kubelet that restarts goes on from the status`() {
    var run = PodRun { _ in }
    run.annotate("app", "exit 1")
    run.run(for: .seconds(10))
    run.restartKubelet()
    run.run(for: .seconds(19))
    #expect(run.container.restartCount == 2)
    run.run(for: .seconds(2))
    #expect(run.container.restartCount == 3)
  }

  @Test func `a container that ends for good ends the pod`() {
    var run = PodRun { $0.spec.restartPolicy = "OnFailure" }
    run.annotate("app", "exit 1 after 5s until restart 1")
    run.run(for: .seconds(6))
    #expect(run.container.restartCount == 1 && run.container.state?.running != nil)
    run.annotate("app", "exit 0")
    run.run()
    #expect(run.pod.status.phase == "Succeeded")
    #expect(run.pod.condition("Ready")?.reason == "PodCompleted")
  }

  @Test func `readiness follows the probe and the annotation`() {
    var run = PodRun {
      $0.spec.containers[0].readinessProbe = Probe { $0.initialDelaySeconds = 10 }
    }
    run.latencies = ContainerLatencies(scale: 1)
    run.run(for: .seconds(12))
    #expect(!run.pod.isReady)
    run.run(for: .seconds(1))
    #expect(run.pod.isReady)

    var never = PodRun { $0.spec.containers[0].readinessProbe = Probe() }
    never.annotate("app", "never ready")
    never.run(for: .seconds(60))
    #expect(!never.pod.isReady)
    // One every ten seconds, the first at once.
    #expect(never.reasons.filter { $0 == "Unhealthy" }.count == 7)
  }

  @Test func `a failing liveness probe restarts the container`() {
    var run = PodRun {
      $0.spec.containers[0].livenessProbe = Probe {
        $0.periodSeconds = 5; $0.failureThreshold = 2
      }
    }
    run.annotate("app", "liveness fails after 20s")
    run.run(for: .seconds(26))
    #expect(run.container.restartCount == 1)
    #expect(run.container.lastState?.terminated?.exitCode == 137)
    #expect(run.events.contains("Killing: Container app failed liveness probe, will be restarted"))
  }

  @Test func `a container whose image is changed is replaced`() {
    var run = PodRun { _ in }
    run.run()
    run.pod.spec.containers[0].image = "nginx:1.30"
    run.run()
    #expect(run.container.image == "docker.io/library/nginx:1.30")
    #expect(run.container.restartCount == 1 && run.pod.isReady)
    #expect(run.events.contains("Killing: Container app definition changed, will be restarted"))
  }

  @Test func `readiness gates hold the pod back`() {
    var run = PodRun { $0.spec.readinessGates = [PodReadinessGate { $0.conditionType = "example.com/lb" }] }
    run.run()
    #expect(run.pod.condition("ContainersReady")?.status == "True")
    #expect(run.pod.condition("Ready")?.reason == "ReadinessGatesNotReady")
    run.pod.status.conditions += [
      PodCondition {
        $0.type = "example.com/lb"; $0.status = "True"
      }
    ]
    run.run()
    #expect(run.pod.isReady)
  }

  @Test func `an image that cannot be pulled is tried again ever more slowly`() {
    var run = PodRun { _ in }
    run.annotate("app", "pull-error 2 times")
    run.run()
    #expect(run.container.state?.waiting?.reason == "ErrImagePull")
    run.run(for: .seconds(3))
    #expect(run.container.state?.waiting?.reason == "ImagePullBackOff")
    run.run(for: .seconds(26))
    #expect(run.container.state?.waiting?.reason == "ImagePullBackOff")
    run.run(for: .seconds(2))
    #expect(run.pod.isReady)
  }

  @Test func `a deleted pod stops and can be removed`() {
    var run = PodRun { _ in }
    run.latencies = ContainerLatencies(scale: 1)
    run.run(for: .seconds(10))
    run.pod.metadata.deletionTimestamp = run.now + .seconds(30)
    run.pod.metadata.deletionGracePeriodSeconds = 30
    run.run()
    #expect(run.container.state?.running != nil && !run.isFinished)
    #expect(run.events.last == "Killing: Stopping container app")
    run.run(for: .seconds(1))
    #expect(run.container.state?.terminated?.exitCode == 0)
    #expect(run.isFinished)
  }

  @Test func `a container that ignores the signal is killed when the grace period ends`() {
    var run = PodRun { _ in }
    run.annotate("app", "ignores-sigterm")
    run.run()
    run.pod.metadata.deletionTimestamp = run.now + .seconds(30)
    run.pod.metadata.deletionGracePeriodSeconds = 30
    run.run(for: .seconds(29))
    #expect(!run.isFinished)
    run.run(for: .seconds(1))
    #expect(run.isFinished)
    #expect(run.container.state?.terminated?.exitCode == 137)
  }

  @Test func `a sleep before the stop counts against the grace period`() {
    var run = PodRun {
      $0.spec.containers[0].lifecycle = Lifecycle {
        $0.preStop = LifecycleHandler { $0.exec = ExecAction { $0.command = ["sh", "-c", "sleep 20"] } }
      }
    }
    run.latencies = ContainerLatencies(scale: 1)
    run.run(for: .seconds(10))
    run.pod.metadata.deletionTimestamp = run.now + .seconds(30)
    run.pod.metadata.deletionGracePeriodSeconds = 30
    run.run(for: .seconds(20))
    #expect(!run.isFinished)
    run.run(for: .seconds(1))
    #expect(run.isFinished)
  }

  @Test func `a pod past its deadline fails`() {
    var run = PodRun { $0.spec.activeDeadlineSeconds = 60 }
    run.run(for: .seconds(59))
    #expect(run.pod.status.phase == "Running")
    run.run(for: .seconds(2))
    #expect(run.pod.status.phase == "Failed")
    #expect(run.pod.status.reason == "DeadlineExceeded")
  }

  @Test func `a log tells the container's history`() {
    var run = PodRun { $0.spec.containers[0].ports = [ContainerPort { $0.containerPort = 8080 }] }
    #expect(ContainerLog.lines(of: "app", in: run.pod, now: run.now) == nil)
    run.annotate("app", "log hello, exit 1 after 5s until restart 1")
    run.run(for: .seconds(6))
    let lines = ContainerLog.lines(of: "app", in: run.pod, previous: true, now: run.now)
    #expect(
      lines?.map(\.text) == [
        "starting nginx:1.29", "hello", "listening on port 8080/TCP", "exiting with code 1",
      ])
  }

  @Test(arguments: [
    ("nginx", "docker.io/library/nginx:latest"), ("grafana/loki:3", "docker.io/grafana/loki:3"),
    ("localhost:5000/a", "localhost:5000/a:latest"), ("public.ecr.aws/x/y:1", "public.ecr.aws/x/y:1"),
  ])
  func `an image has its registry and tag`(image: String, name: String) {
    #expect(ContainerIdentity.normalized(image) == name)
  }
}
