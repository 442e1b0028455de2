import APIMachinery
import Synchronization

/// The figures of a manager, under the names that controller-runtime gives them.
public final class Metrics: Sendable {
  private let controllers = Mutex<[ControllerMetrics]>([])

  public init() {}

  func controller(_ name: String, workers: Int) -> ControllerMetrics {
    let metrics = ControllerMetrics(name: name, workers: workers)
    controllers.withLock { $0.append(metrics) }
    return metrics
  }

  /// The figures of one controller.
  public func snapshot(of controller: String) -> ControllerMetrics.Snapshot? {
    controllers.withLock { $0.first { $0.name == controller } }?.snapshot
  }

  /// All figures in the text format of Prometheus.
  public func prometheusText() -> String {
    MetricsText(controllers.withLock { $0 }.map { ($0.name, $0.snapshot) }).text
  }
}
