import APIMachinery
import ClockTesting
import ControllerRuntime
import Simulation
import Testing

@testable import ControllerTesting

/// Our clocks, and clocks that are wrong.
@Suite struct ClockTests {
  private static let all = ClockConformance.checks
  private static let ofRealTime = all.filter { $0.traits.isEmpty }

  @Test(arguments: ofRealTime) func `the real time`(check: ClockConformance.Check) async throws {
    try await check.run(on: SystemTime())
  }

  @Test(arguments: all) func `the virtual time`(check: ClockConformance.Check) throws {
    for seed in UInt64(0)...9 {
      try Simulation.run(seed: seed) { try await check.run(on: $0.world.time) }
    }
  }

  @Test(arguments: all) func `the clock of one process, which is off`(check: ClockConformance.Check) throws {
    for offset in [Duration.seconds(3600), .seconds(-600)] {
      try Simulation.run(seed: 3) { simulation in
        let time = SkewedTime(simulation.world.time)
        time.jump(by: offset)
        try await check.run(on: time)
      }
    }
  }

  @Test(arguments: all) func `a clock that can be stopped`(check: ClockConformance.Check) throws {
    try Simulation.run(seed: 5) { simulation in
      let time = StoppableTime(simulation.world.time)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await time.run() }
        try await check.run(on: time)
        group.cancelAll()
      }
    }
  }

  @Test func `a clock that can be stopped, over the real time`() async throws {
    let time = StoppableTime(SystemTime())
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await time.run() }
      try await ClockConformance.run(on: time)
      group.cancelAll()
    }
  }

  // MARK: Clocks that are wrong

  /// A clock with one mistake.
  private struct WrongTime: TimeSource {
    enum Mistake { case wakesEarly, ignoresCancellation, goesBack, wakesLate }

    let base: any TimeSource
    let mistake: Mistake

    func now() -> Timestamp {
      mistake == .goesBack ? Timestamp(nanosecondsSince1970: -base.now().nanosecondsSince1970) : base.now()
    }

    func sleep(until deadline: Timestamp) async throws {
      switch mistake {
      case .wakesEarly: try await base.sleep(until: deadline - .milliseconds(1))
      case .wakesLate: try await base.sleep(until: deadline + .milliseconds(1))
      case .ignoresCancellation: try? await base.sleep(until: deadline)
      case .goesBack: try await base.sleep(until: base.now() + .milliseconds(10))
      }
    }
  }

  private func verdict(on mistake: WrongTime.Mistake) -> String? {
    do {
      try Simulation.run { simulation in
        try await ClockConformance.run(
          on: WrongTime(base: simulation.world.time, mistake: mistake), traits: .virtual)
      }
      return nil
    } catch {
      return String(describing: error)
    }
  }

  @Test func `mistakes are found and named`() throws {
    let early = try #require(verdict(on: .wakesEarly))
    #expect(early.hasPrefix("a sleep does not end before its deadline: a sleep of 1 ms ended early"))
    let deaf = try #require(verdict(on: .ignoresCancellation))
    #expect(deaf.contains("the sleep did not throw CancellationError"))
    let back = try #require(verdict(on: .goesBack))
    #expect(back.contains("ended early"))
    let late = try #require(verdict(on: .wakesLate))
    #expect(late.contains("a sleep ends at its deadline exactly"))
  }
}
