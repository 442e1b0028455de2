/// Writes figures in the text format of Prometheus.
struct MetricsText {
  private(set) var text = ""
  private let controllers: [(name: String, figures: ControllerMetrics.Snapshot)]

  init(_ controllers: [(name: String, figures: ControllerMetrics.Snapshot)]) {
    self.controllers = controllers.sorted { $0.name < $1.name }
    write("controller_runtime_reconcile_total", .counter, "Total number of reconciliations per controller") {
      [
        ("controller", ",result=\"error\"", $0.error),
        ("controller", ",result=\"requeue_after\"", $0.requeueAfter),
        ("controller", ",result=\"success\"", $0.success),
      ]
    }
    write(
      "controller_runtime_reconcile_errors_total", .counter,
      "Total number of reconciliation errors per controller"
    ) { [("controller", "", $0.error)] }
    write(
      "controller_runtime_terminal_reconcile_errors_total", .counter,
      "Total number of terminal reconciliation errors per controller"
    ) { [("controller", "", $0.terminalErrors)] }
    write(
      "controller_runtime_reconcile_timeouts_total", .counter,
      "Total number of reconciliation timeouts per controller"
    ) { [("controller", "", $0.timeouts)] }
    write(
      "controller_runtime_max_concurrent_reconciles", .gauge,
      "Maximum number of concurrent reconciles per controller"
    ) { [("controller", "", UInt64($0.workers))] }
    write(
      "controller_runtime_active_workers", .gauge, "Number of currently used workers per controller"
    ) { [("controller", "", UInt64($0.activeWorkers))] }
    write(
      "controller_runtime_reconcile_time_seconds", "controller",
      "Length of time per reconciliation per controller", \.reconcileTime)
    write("workqueue_depth", .gauge, "Current depth of workqueue") { [("name", "", UInt64($0.depth))] }
    write("workqueue_adds_total", .counter, "Total number of adds handled by workqueue") {
      [("name", "", $0.additions)]
    }
    write("workqueue_retries_total", .counter, "Total number of retries handled by workqueue") {
      [("name", "", $0.retries)]
    }
    write(
      "workqueue_queue_duration_seconds", "name",
      "How long in seconds an item stays in workqueue before being requested", \.queueTime)
    write(
      "workqueue_work_duration_seconds", "name",
      "How long in seconds processing an item from workqueue takes", \.workTime)
    write(
      "workqueue_unfinished_work_seconds",
      "How many seconds of work has been done that is in progress and hasn't been observed by work_duration",
      \.unfinishedWork)
    write(
      "workqueue_longest_running_processor_seconds",
      "How many seconds has the longest running processor for workqueue been running", \.longestRunning)
  }

  /// Which leases the process competes for, and which it holds.
  mutating func write(leases: [(key: String, value: Bool)]) {
    guard !leases.isEmpty else { return }
    head(
      "leader_election_master_status", .gauge,
      "Gauge of if the reporting system is master of the relevant lease, 0 indicates backup, 1 indicates master. "
        + "'name' is the string used to identify the lease. Please make sure to group by name.")
    for (name, leads) in leases {
      text += "leader_election_master_status{name=\"\(name)\"} \(leads ? 1 : 0)\n"
    }
  }

  private mutating func write(
    _ name: String, _ help: String, _ duration: KeyPath<ControllerMetrics.Snapshot, Duration>
  ) {
    head(name, .gauge, help)
    for (controller, figures) in controllers {
      text += "\(name){name=\"\(controller)\"} \(figures[keyPath: duration].seconds)\n"
    }
  }

  private enum MetricType: String { case counter, gauge, histogram }

  private mutating func head(_ name: String, _ type: MetricType, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type.rawValue)\n"
  }

  private mutating func write(
    _ name: String, _ type: MetricType, _ help: String,
    _ samples: (ControllerMetrics.Snapshot) -> [(label: String, more: String, value: UInt64)]
  ) {
    head(name, type, help)
    for (controller, figures) in controllers {
      for sample in samples(figures) {
        text += "\(name){\(sample.label)=\"\(controller)\"\(sample.more)} \(sample.value)\n"
      }
    }
  }

  private mutating func write(
    _ name: String, _ label: String, _ help: String,
    _ histogram: KeyPath<ControllerMetrics.Snapshot, Histogram>
  ) {
    head(name, .histogram, help)
    for (controller, figures) in controllers {
      let histogram = figures[keyPath: histogram]
      var count: UInt64 = 0
      for (bound, bucket) in zip(histogram.bounds.map { "\($0)" } + ["+Inf"], histogram.counts) {
        count += bucket
        text += "\(name)_bucket{\(label)=\"\(controller)\",le=\"\(bound)\"} \(count)\n"
      }
      text += "\(name)_sum{\(label)=\"\(controller)\"} \(histogram.sum)\n"
      text += "\(name)_count{\(label)=\"\(controller)\"} \(count)\n"
    }
  }
}
