import APIMachinery
import Synchronization

/// The figures of a manager, under the names that controller-runtime gives them.
public final class Metrics: Sendable {
  private struct State {
    var controllers: [ControllerMetrics] = []
    /// Whether the process leads, by the name of the lease.
    var leases: [String: Bool] = [:]
  }

  private let time: any TimeSource
  private let state = Mutex(State())

  init(time: any TimeSource) {
    self.time = time
  }

  func controller(_ name: String, workers: Int) -> ControllerMetrics {
    let metrics = ControllerMetrics(name: name, workers: workers, time: time)
    state.withLock { $0.controllers.append(metrics) }
    return metrics
  }

  func competes(for lease: ObjectKey) { leads(lease, false) }

  func leads(_ lease: ObjectKey, _ leads: Bool) {
    state.withLock { $0.leases[lease.name] = leads }
  }

  /// The figures of one controller.
  public func snapshot(of controller: String) -> ControllerMetrics.Snapshot? {
    state.withLock { $0.controllers.first { $0.name == controller } }?.snapshot
  }

  /// All figures in the text format of Prometheus.
  public func prometheusText() -> String {
    let (controllers, leases) = state.withLock { ($0.controllers, $0.leases) }
    var text = MetricsText(controllers.map { ($0.name, $0.snapshot) })
    text.write(leases: leases.sorted { $0.key < $1.key })
    return text.text
  }
}
