import APIMachinery
import KubernetesAPI
import Testing

@testable import PodLifecycleController

/// Probes in their rhythm, with what the kubelet does and says.
@Suite struct ProbeTests {
  private static func run(
    _ behaviour: String, _ fill: @escaping (inout Container) -> Void
  ) -> PodRun {
    var run = PodRun {
      $0.spec.containers[0].ports = [
        ContainerPort {
          $0.name = "http"
          $0.containerPort = 8080
        }
      ]
      fill(&$0.spec.containers[0])
    }
    run.latencies = ContainerLatencies(scale: 1)
    run.latencies.sandbox = .zero
    run.latencies.imagePull = .zero
    run.latencies.start = .zero
    run.annotate("app", behaviour)
    return run
  }

  private static func http(_ fill: (inout Probe) -> Void = { _ in }) -> Probe {
    var probe = Probe {
      $0.httpGet = HTTPGetAction {
        $0.path = "/healthz"
        $0.port = .string("http")
      }
    }
    fill(&probe)
    return probe
  }

  /// The seconds at which the pod becomes ready or unready, watched every second.
  private static func changes(_ run: inout PodRun, seconds: Int) -> [String] {
    var changes: [String] = []
    var last = false
    for second in 0...seconds {
      run.run(for: second == 0 ? .zero : .seconds(1))
      if run.container.ready != last {
        last = run.container.ready
        changes.append("\(second) \(last ? "ready" : "unready")")
      }
    }
    return changes
  }

  @Test(arguments: [
    // initialDelay, period, failureThreshold, successThreshold, behaviour, changes
    (0, 10, 3, 1, "ready after 25s", ["30 ready"]),
    (5, 10, 3, 1, "ready after 25s", ["25 ready"]),
    (0, 5, 3, 3, "ready after 12s", ["25 ready"]),
    (0, 10, 3, 1, "unready after 15s", ["0 ready", "40 unready"]),
    (0, 5, 1, 1, "unready after 15s for 10s", ["0 ready", "15 unready", "25 ready"]),
    (0, 5, 3, 2, "unready after 15s for 20s", ["5 ready", "25 unready", "40 ready"]),
    (0, 5, 3, 1, "unready after 16s for 9s", ["0 ready"]),
    (3, 10, 3, 1, "never ready", []),
  ])
  func `readiness changes when an answer came as often as its threshold says`(
    delay: Int, period: Int, failures: Int, successes: Int, behaviour: String, expected: [String]
  ) {
    var run = Self.run(behaviour) {
      $0.readinessProbe = Self.http {
        $0.initialDelaySeconds = delay
        $0.periodSeconds = period
        $0.failureThreshold = failures
        $0.successThreshold = successes
      }
    }
    #expect(Self.changes(&run, seconds: 60) == expected)
    #expect(run.container.restartCount == 0)
  }

  @Test func `each failure is told as the kubelet does`() {
    var run = Self.run("ready after 25s") { $0.readinessProbe = Self.http() }
    run.run(for: .seconds(60))
    #expect(
      run.events.filter { $0.hasPrefix("Unhealthy") }
        == Array(
          repeating: "Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503", count: 3))
  }

  @Test func `a container that fails its liveness probe is killed and started again, with a back-off`() {
    var run = Self.run("liveness fails after 12s") {
      $0.livenessProbe = Self.http {
        $0.initialDelaySeconds = 3
        $0.periodSeconds = 5
        $0.failureThreshold = 2
        $0.terminationGracePeriodSeconds = 1
      }
    }
    // Asked at 3, 8, 13 and 18 s; the stop takes half a second.
    run.run(for: .seconds(18))
    #expect(
      run.events.suffix(3) == [
        "Unhealthy: Liveness probe failed: HTTP probe failed with statuscode: 503",
        "Unhealthy: Liveness probe failed: HTTP probe failed with statuscode: 503",
        "Killing: Container app failed liveness probe, will be restarted",
      ])
    run.run(for: .seconds(1))
    #expect(run.container.restartCount == 1)
    #expect(run.container.lastState?.terminated?.exitCode == 137)
    run.run(for: .seconds(19))
    #expect(run.container.state?.waiting?.reason == "CrashLoopBackOff")
    #expect(run.reasons.contains("BackOff"))
    run.run(for: .seconds(10))
    #expect(run.container.restartCount == 2)
  }

  @Test func `a liveness probe that fails less often than its threshold does no harm`() {
    var run = Self.run("liveness fails after 12s for 10s") {
      $0.livenessProbe = Self.http {
        $0.periodSeconds = 5
        $0.failureThreshold = 3
      }
    }
    run.run(for: .seconds(120))
    #expect(run.container.restartCount == 0)
    #expect(run.reasons.filter { $0 == "Unhealthy" }.count == 2)
  }

  @Test func `a container that never restarts is killed for good`() {
    var run = Self.run("liveness fails after 5s") { $0.livenessProbe = Self.http { $0.failureThreshold = 1 } }
    run.pod.spec.restartPolicy = "Never"
    run.run(for: .seconds(30))
    #expect(run.events.contains("Killing: Container app failed liveness probe"))
    #expect(run.pod.status.phase == "Failed")
  }

  @Test func `the other probes wait for the startup probe`() {
    var run = Self.run("started after 22s, liveness fails after 5s for 25s") {
      $0.startupProbe = Self.http {
        $0.periodSeconds = 5
        $0.failureThreshold = 30
      }
      $0.readinessProbe = Self.http()
      $0.livenessProbe = Self.http {
        $0.periodSeconds = 4
        $0.failureThreshold = 1
      }
    }
    #expect(Self.changes(&run, seconds: 24) == [])
    #expect(run.container.started == false && run.container.restartCount == 0)
    #expect(run.reasons.filter { $0 == "Unhealthy" }.count == 5, "at 0, 5, 10, 15 and 20 s")
    run.run(for: .seconds(1))
    #expect(run.container.started == true && run.container.ready)
    // The liveness probe keeps its own time: 28 s is its first after that.
    run.run(for: .seconds(2))
    #expect(!run.reasons.contains("Killing"))
    run.run(for: .seconds(1))
    #expect(run.events.last == "Killing: Container app failed liveness probe, will be restarted")
  }

  @Test func `a container that does not start up in time is started again`() {
    var run = Self.run("never started") {
      $0.startupProbe = Self.http {
        $0.initialDelaySeconds = 10
        $0.periodSeconds = 10
        $0.failureThreshold = 3
      }
    }
    run.run(for: .seconds(30))
    #expect(
      run.events.suffix(2) == [
        "Unhealthy: Startup probe failed: HTTP probe failed with statuscode: 503",
        "Killing: Container app failed startup probe, will be restarted",
      ])
    #expect(run.container.ready == false)
    run.run(for: .seconds(1))
    #expect(run.container.restartCount == 1)
  }

  @Test func `an answer that takes too long is a failure`() {
    var slow = Self.run("probes take 3s") {
      $0.readinessProbe = Self.http {
        $0.timeoutSeconds = 2
        $0.periodSeconds = 5
      }
    }
    slow.run(for: .seconds(1))
    #expect(!slow.reasons.contains("Unhealthy"), "the kubelet still waits")
    slow.run(for: .seconds(1))
    #expect(
      slow.events.last
        == "Unhealthy: Readiness probe failed: Get \"http://10.0.0.5:8080/healthz\": context deadline exceeded "
        + "(Client.Timeout exceeded while awaiting headers)")
    slow.run(for: .seconds(60))
    #expect(!slow.container.ready)
    var patient = Self.run("probes take 3s") { $0.readinessProbe = Self.http { $0.timeoutSeconds = 5 } }
    #expect(Self.changes(&patient, seconds: 30) == ["3 ready"])
  }

  @Test func `each kind of probe has its own words`() {
    func words(_ behaviour: String, _ fill: @escaping (inout Probe) -> Void) -> String? {
      var run = Self.run(behaviour) { $0.readinessProbe = Probe(fill) }
      run.run(for: .seconds(2))
      return run.events.last?.replacing("Unhealthy: Readiness probe failed: ", with: "")
    }
    func tcp(_ probe: inout Probe) { probe.tcpSocket = TCPSocketAction { $0.port = .int(5432) } }
    func exec(_ probe: inout Probe) { probe.exec = ExecAction { $0.command = ["cat", "/tmp/ok"] } }
    func grpc(_ probe: inout Probe) { probe.grpc = GRPCAction { $0.port = 9000 } }
    #expect(words("never ready", tcp) == "dial tcp 10.0.0.5:5432: connect: connection refused")
    #expect(words("probes take 5s", tcp) == "dial tcp 10.0.0.5:5432: i/o timeout")
    #expect(words("never ready", exec) == "command \"cat /tmp/ok\" exited with code 1")
    #expect(words("probes take 5s", exec) == "command timed out: \"cat /tmp/ok\" timed out after 1s")
    #expect(words("never ready", grpc) == "service unhealthy (responded with \"NOT_SERVING\")")
    #expect(
      words("probes take 5s", grpc)
        == "timeout: failed to connect service \"10.0.0.5:9000\" within 1s: context deadline exceeded")
  }

  @Test func `a kubelet that restarts comes to the same, and does not tell twice`() {
    var run = Self.run("unready after 15s") { $0.readinessProbe = Self.http { $0.periodSeconds = 5 } }
    run.run(for: .seconds(22))
    let told = run.reasons.filter { $0 == "Unhealthy" }.count
    #expect(told == 2 && run.container.ready)
    run.restartKubelet()
    run.run(for: .seconds(2))
    #expect(run.reasons.filter { $0 == "Unhealthy" }.count == told)
    run.run(for: .seconds(1))
    #expect(!run.container.ready && run.reasons.filter { $0 == "Unhealthy" }.count == told + 1)
  }

  @Test func `a healthy container is not looked at again`() {
    var run = Self.run("") {
      $0.startupProbe = Self.http { $0.initialDelaySeconds = 2 }
      $0.readinessProbe = Self.http { $0.initialDelaySeconds = 5 }
      $0.livenessProbe = Self.http()
    }
    #expect(Self.changes(&run, seconds: 30) == ["5 ready"])
    #expect(run.reasons == ["Pulling", "Pulled", "Created", "Started"])
  }
}
