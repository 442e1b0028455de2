import APIMachinery
import ControllerRuntime
import KubernetesClient
import Simulation
import Synchronization
import Testing

@Suite struct HealthTests {
  private struct Broken: Error, CustomStringConvertible {
    var description: String { "the disk is full" }
  }

  @Test func `a process is ready when its caches are filled`() throws {
    let reports = try withManager([ShelfReconciler.controller]) { bench in
      let before = bench.manager.readiness
      await bench.settle()
      return [before, bench.manager.readiness]
    }
    #expect(!reports[0].isHealthy)
    #expect(
      reports[0].text == """
        [+]ping ok
        [-]informer-sync failed: waiting for the caches of shelf
        readyz check failed

        """)
    #expect(reports[1].isHealthy)
    #expect(reports[1].only("informer-sync")?.text == "[+]informer-sync ok\nreadyz check passed\n")
    #expect(reports[1].only("none") == nil)
  }

  @Test func `checks of a user's own count`() throws {
    let isBroken = Mutex(false)
    let reports = try withManager([ShelfReconciler.controller]) { bench in
      bench.manager.addHealthCheck("disk") { if isBroken.withLock({ $0 }) { throw Broken() } }
      bench.manager.addReadyCheck("disk") { if isBroken.withLock({ $0 }) { throw Broken() } }
      await bench.settle()
      let good = [bench.manager.liveness, bench.manager.readiness]
      isBroken.withLock { $0 = true }
      return good + [bench.manager.liveness, bench.manager.readiness]
    }
    #expect(reports.map(\.isHealthy) == [true, true, false, false])
    #expect(reports[2].text == "[+]ping ok\n[-]disk failed: the disk is full\nhealthz check failed\n")
  }
}

@Suite struct MetricsTests {
  @Test func `figures bear the names of controller-runtime`() throws {
    let election = LeaderElection(lease: ObjectKey(namespace: "kube-system", name: "shop"), identity: "one")
    let slow = Controller("slow", for: Shelf.self) { _, context in
      try await context.world.time.sleep(for: .seconds(30))
      return .done
    }.timeout(.seconds(8))
    let texts = try withManager(options: ManagerOptions(leaderElection: election), [slow]) { bench in
      let before = bench.manager.metrics.prometheusText()
      await bench.settle()
      try await bench.api.create(Shelf.named("a"))
      try await bench.advance(by: .seconds(5))
      let working = bench.manager.metrics.prometheusText()
      try await bench.advance(by: .milliseconds(3001))
      return [before, working, bench.manager.metrics.prometheusText()]
    }
    #expect(texts[0].contains("leader_election_master_status{name=\"shop\"} 0\n"))
    for line in [
      "leader_election_master_status{name=\"shop\"} 1",
      "controller_runtime_active_workers{controller=\"slow\"} 1",
      "workqueue_unfinished_work_seconds{name=\"slow\"} 5.0",
      "workqueue_longest_running_processor_seconds{name=\"slow\"} 5.0",
      "controller_runtime_max_concurrent_reconciles{controller=\"slow\"} 1",
    ] { #expect(texts[1].contains(line + "\n"), "\(line)") }
    for line in [
      "controller_runtime_reconcile_total{controller=\"slow\",result=\"error\"} 1",
      "controller_runtime_reconcile_errors_total{controller=\"slow\"} 1",
      "controller_runtime_reconcile_timeouts_total{controller=\"slow\"} 1",
      "controller_runtime_reconcile_time_seconds_sum{controller=\"slow\"} 8.0",
      "workqueue_work_duration_seconds_count{name=\"slow\"} 1",
      "workqueue_unfinished_work_seconds{name=\"slow\"} 0.0", "workqueue_retries_total{name=\"slow\"} 1",
    ] { #expect(texts[2].contains(line + "\n"), "\(line)") }
  }

  /// Kubernetes: kubebuilder book, "Default Exported Metrics References".
  @Test func `every figure that a dashboard for controller-runtime reads is there`() throws {
    let text = try withManager([ShelfReconciler.controller]) { bench in
      try await bench.api.create(Shelf.named("a", size: 1))
      await bench.settle()
      return bench.manager.metrics.prometheusText()
    }
    for name in [
      "workqueue_depth", "workqueue_adds_total", "workqueue_queue_duration_seconds_bucket",
      "workqueue_work_duration_seconds_bucket", "workqueue_unfinished_work_seconds",
      "workqueue_longest_running_processor_seconds", "workqueue_retries_total",
      "controller_runtime_reconcile_total", "controller_runtime_reconcile_errors_total",
      "controller_runtime_terminal_reconcile_errors_total",
      "controller_runtime_reconcile_time_seconds_bucket",
      "controller_runtime_max_concurrent_reconciles", "controller_runtime_active_workers",
    ] { #expect(text.contains("\n\(name){"), "\(name)") }
  }
}
