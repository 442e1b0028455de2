import APIMachinery
import Synchronization

extension ClockConformance {
  static let virtualChecks: [Check] = [
    Check("a sleep ends at its deadline exactly", for: .virtual) { time in
      for duration in [Duration.nanoseconds(1), .milliseconds(7), .seconds(600)] {
        let deadline = time.now() + duration
        try await time.sleep(until: deadline)
        try require(time.now() == deadline, "a sleep of \(duration) ended \(time.now() - deadline) late")
      }
    },
    Check("time stands still while there is work", for: .virtual) { time in
      let start = time.now()
      await withTaskGroup { group in
        group.addTask { try? await time.sleep(for: .seconds(1)) }
        for _ in 0..<100 { await Task.yield() }
        group.cancelAll()
      }
      try require(time.now() == start, "it went on by \(time.now() - start)")
    },
    Check("sleepers wake in the order of their deadlines", for: .virtual) { time in
      let start = time.now()
      let order = Order()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in [40, 10, 30, 50, 20] {
          group.addTask {
            try await time.sleep(until: start + .seconds(number))
            order.add(number)
          }
        }
        try await group.waitForAll()
      }
      try require(order.numbers == [10, 20, 30, 40, 50], "they woke in the order \(order.numbers)")
    },
    Check("a deadline that has passed takes no time", for: .virtual) { time in
      let start = time.now()
      try await time.sleep(for: .zero)
      try await time.sleep(until: start - .seconds(1))
      try require(time.now() == start, "it took \(time.now() - start)")
    },
  ]

  private final class Order: Sendable {
    private let list = Mutex<[Int]>([])

    var numbers: [Int] { list.withLock { $0 } }

    func add(_ number: Int) { list.withLock { $0.append(number) } }
  }
}
