import APIMachinery
import Simulation

extension SimulatedCluster {
  /// Lets the next thing happen: one event reaches the controllers under test, or one reconcile ends. Time passes up to it.
  ///
  /// - Parameter limit: How much time may pass.
  /// - Returns: What has happened, with the commits and faults on the way; empty when nothing did. More than one step is in
  ///   it where several fell together.
  @discardableResult
  public func step(within limit: Duration = .seconds(3600)) async -> [Timeline.Entry] {
    let (position, steps) = (timeline.entries.count, timeline.steps)
    let deadline = now + limit
    let (timeline, time) = (timeline, world.time)
    await simulation.run { timeline.steps > steps || time.now() >= deadline }
    return Array(timeline.entries[position...])
  }
}
