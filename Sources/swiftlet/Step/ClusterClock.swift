import APIMachinery
import ControllerRuntime

/// The time of a cluster and the gate of its loops, which are stopped together.
struct ClusterClock: Sendable {
  let time: StoppableTime
  let gate: ReconcileGate

  init(_ base: any TimeSource = SystemTime()) {
    time = StoppableTime(base)
    gate = ReconcileGate()
  }

  func stop() {
    gate.close()
    time.stop()
  }

  func go() {
    time.go()
    gate.open()
  }

  /// What one step did.
  struct Outcome {
    /// The reconcile that ran.
    var record: ReconcileRecord?
    /// How far the clock went, because nothing waited.
    var moved: Duration?
  }

  /// Lets one reconcile run; when none waits, moves the clock to the next time that something is due.
  ///
  /// - Parameter controller: Only a reconcile of this loop.
  func step(controller: String?) async -> Outcome {
    if let record = await gate.step(where: { controller == nil || $0.controller == controller }) {
      await settle()
      return Outcome(record: record)
    }
    guard controller == nil, let next = time.nextDeadline else { return Outcome() }
    return Outcome(moved: await advance(to: next))
  }

  /// - Returns: How far the clock went.
  func advance(to deadline: Timestamp) async -> Duration {
    let start = time.now()
    time.advance(to: deadline)
    await settle()
    return time.now() - start
  }

  /// Waits until what was written has come to the loops that watch it: until none has come to the gate for a while.
  private func settle() async {
    var (last, quiet) = (gate.arrivals, 0)
    for _ in 0..<100 where quiet < 4 {
      try? await Task.sleep(for: .milliseconds(5))
      let arrivals = gate.arrivals
      quiet = arrivals == last ? quiet + 1 : 0
      last = arrivals
    }
  }
}
