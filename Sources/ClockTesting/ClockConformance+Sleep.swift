import APIMachinery

extension ClockConformance {
  static let nowChecks: [Check] = [
    Check("time does not go back") { time in
      var last = time.now()
      for _ in 0..<1000 {
        let now = time.now()
        try require(now >= last, "it went from \(last.rfc3339Micro) back to \(now.rfc3339Micro)")
        last = now
      }
    }
  ]

  static let sleepChecks: [Check] = [
    Check("a sleep does not end before its deadline") { time in
      for milliseconds in [1, 5, 20] {
        let deadline = time.now() + .milliseconds(milliseconds)
        try await time.sleep(until: deadline)
        try require(time.now() >= deadline, "a sleep of \(milliseconds) ms ended early")
      }
    },
    Check("a sleep lasts as long as it says") { time in
      let start = time.now()
      try await time.sleep(for: .milliseconds(10))
      try require(time.now() - start >= .milliseconds(10), "a sleep of 10 ms ended early")
    },
    Check("a deadline that has passed is not waited for") { time in
      try await time.sleep(until: time.now() - .seconds(3600))
      try await time.sleep(until: time.now())
      try await time.sleep(for: .zero)
      try await time.sleep(for: .seconds(-5))
    },
    Check("sleeps one after the other add up") { time in
      let start = time.now()
      for _ in 0..<10 { try await time.sleep(for: .milliseconds(2)) }
      try require(time.now() - start >= .milliseconds(20), "ten sleeps of 2 ms took less than 20 ms")
    },
    Check("all sleepers of one deadline wake, and none before it") { time in
      let deadline = time.now() + .milliseconds(20)
      try await withThrowingTaskGroup(of: Timestamp.self) { group in
        for _ in 0..<100 {
          group.addTask {
            try await time.sleep(until: deadline)
            return time.now()
          }
        }
        var count = 0
        for try await wake in group {
          try require(wake >= deadline, "one of them woke early")
          count += 1
        }
        try require(count == 100, "\(count) of 100 woke")
      }
    },
    Check("a long sleep does not hold up a short one") { time in
      let start = time.now()
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try? await time.sleep(for: .seconds(3600)) }
        for _ in 0..<10 { await Task.yield() }
        try await time.sleep(for: .milliseconds(10))
        group.cancelAll()
      }
      try require(time.now() - start < .seconds(3600), "the short one ended with the long one")
    },
    Check("sleepers with other deadlines wake at their own") { time in
      let start = time.now()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in [7, 3, 9, 1, 5] {
          group.addTask {
            let deadline = start + .milliseconds(number * 4)
            try await time.sleep(until: deadline)
            try require(time.now() >= deadline, "the sleeper of \(number * 4) ms woke early")
          }
        }
        try await group.waitForAll()
      }
    },
  ]
}
