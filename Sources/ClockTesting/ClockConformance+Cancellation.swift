import APIMachinery

extension ClockConformance {
  static let cancellationChecks: [Check] = [
    Check("a sleeper that is cancelled throws at once") { time in
      try await requireCancellation(of: .seconds(3600), on: time)
    },
    Check("a sleep of a century can be begun and cancelled") { time in
      try await requireCancellation(of: .seconds(100 * 365 * 86_400), on: time)
    },
    Check("who is cancelled before does not sleep") { time in
      let start = time.now()
      try await withThrowingTaskGroup(of: Bool.self) { group in
        group.cancelAll()
        group.addTask { await Self.isRefused(.seconds(3600), on: time) }
        let isRefused = try await group.next() ?? false
        try require(isRefused, "the sleep did not throw CancellationError")
      }
      try require(time.now() - start < .seconds(3600), "it slept all the same")
    },
    Check("one sleeper's cancellation leaves the others asleep") { time in
      let deadline = time.now() + .milliseconds(20)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<10 {
          group.addTask {
            try await time.sleep(until: deadline)
            try require(time.now() >= deadline, "another sleeper of the deadline woke early")
          }
        }
        await withTaskGroup(of: Bool.self) { cancelled in
          for _ in 0..<10 { cancelled.addTask { (try? await time.sleep(until: deadline)) != nil } }
          for _ in 0..<10 { await Task.yield() }
          cancelled.cancelAll()
        }
        try await group.waitForAll()
      }
    },
    Check("who was cancelled can be followed by others") { time in
      for _ in 0..<20 { try await requireCancellation(of: .milliseconds(50), on: time, isEarly: false) }
      let start = time.now()
      try await time.sleep(for: .milliseconds(5))
      try require(time.now() - start >= .milliseconds(5), "a sleep after cancelled ones ended early")
    },
  ]

  private static func isRefused(_ duration: Duration, on time: any TimeSource) async -> Bool {
    do {
      try await time.sleep(for: duration)
      return false
    } catch {
      return error is CancellationError
    }
  }

  /// - Parameter isEarly: Whether the sleep must throw, and before its time; a short one may have ended by itself.
  private static func requireCancellation(
    of duration: Duration, on time: any TimeSource, isEarly: Bool = true
  ) async throws {
    let start = time.now()
    let isRefused = await withTaskGroup(of: Bool.self) { group in
      group.addTask { await Self.isRefused(duration, on: time) }
      for _ in 0..<10 { await Task.yield() }
      group.cancelAll()
      return await group.next() ?? false
    }
    guard isEarly else { return }
    try require(isRefused, "the sleep did not throw CancellationError")
    try require(time.now() - start < duration, "the sleep lasted to its end")
  }
}
