import APIMachinery
import Testing

@testable import ControllerRuntime

@Suite struct WorkQueueStateTests {
  private let start = Timestamp(secondsSince1970: 1_000_000)
  private let a = ObjectKey(namespace: "default", name: "a")
  private let b = ObjectKey(namespace: "default", name: "b")

  private func cause(_ revision: Int) -> Cause {
    let pods = GroupVersionResource(group: "", version: "v1", resource: "pods")
    return Cause(.modified, pods, a, resourceVersion: "\(revision)")
  }

  private func drain(_ state: inout WorkQueueState, at now: Timestamp) -> [String] {
    var names: [String] = []
    while let item = state.take(now: now) {
      names.append("\(item.key)")
      state.finish(item.key, .success, now: now)
    }
    return names
  }

  @Test func `a key that was added often is in the queue once, with all causes`() {
    var state = WorkQueueState(limits: RateLimits())
    for revision in 1...3 { state.add(a, cause(revision), .normal, now: start) }
    #expect(state.readyCount == 1)
    #expect(state.take(now: start)?.causes.map(\.resourceVersion) == ["1", "2", "3"])
    #expect(state.take(now: start) == nil)
  }

  @Test func `causes beyond the limit are counted`() {
    var state = WorkQueueState(limits: RateLimits())
    for revision in 1...20 { state.add(a, cause(revision), .normal, now: start) }
    let item = state.take(now: start)
    #expect(item?.causes.count == WorkItem.causeLimit)
    #expect(item?.droppedCauses == 4)
  }

  @Test func `a key that changes while it is worked on comes back once, after`() {
    var state = WorkQueueState(limits: RateLimits())
    state.add(a, cause(1), .normal, now: start)
    _ = state.take(now: start)
    state.add(a, cause(2), .normal, now: start)
    state.add(a, cause(3), .normal, now: start)
    #expect(state.take(now: start) == nil)
    state.finish(a, .success, now: start)
    #expect(state.take(now: start)?.causes.map(\.resourceVersion) == ["2", "3"])
    state.finish(a, .success, now: start)
    #expect(state.take(now: start) == nil)
  }

  @Test func `the earlier of two times wins`() {
    var state = WorkQueueState(limits: RateLimits())
    state.add(a, cause(1), at: start + .seconds(10))
    state.add(a, cause(2), at: start + .seconds(5))
    state.add(a, cause(3), at: start + .seconds(7))
    #expect(state.nextDeadline == start + .seconds(5))
    state.advance(to: start + .seconds(4))
    #expect(state.take(now: start) == nil)
    state.advance(to: start + .seconds(5))
    #expect(state.take(now: start)?.key == a)
    state.finish(a, .success, now: start + .seconds(5))
    state.advance(to: start + .seconds(20))
    #expect(state.take(now: start) == nil)
    #expect(state.nextDeadline == nil)
  }

  @Test func `a change makes a waiting key ready at once and voids the wait`() {
    var state = WorkQueueState(limits: RateLimits())
    state.add(a, Cause(.requeue), at: start + .seconds(10))
    state.add(a, cause(1), .normal, now: start)
    let item = state.take(now: start)
    #expect(item?.causes.map(\.kind) == [.modified])
    state.finish(a, .success, now: start)
    state.advance(to: start + .seconds(60))
    #expect(state.take(now: start) == nil)
  }

  @Test func `a wait that begins while the key is worked on starts when it is given back`() {
    var state = WorkQueueState(limits: RateLimits())
    state.add(a, cause(1), .normal, now: start)
    _ = state.take(now: start)
    state.add(a, cause(2), at: start + .seconds(1))
    state.advance(to: start + .seconds(2))
    #expect(state.take(now: start) == nil)
    state.finish(a, .success, now: start + .seconds(2))
    state.advance(to: start + .seconds(2))
    #expect(state.take(now: start)?.key == a)
  }

  @Test func `failures wait 5 ms, doubling, up to 1000 s, and a success begins anew`() {
    var state = WorkQueueState(limits: RateLimits(rate: 1e9))
    var now = start
    var waits: [Duration] = []
    state.add(a, cause(1), .normal, now: now)
    for _ in 0..<20 {
      _ = state.take(now: now)
      state.finish(a, .failure, now: now)
      let deadline = state.nextDeadline ?? now
      waits.append(deadline - now)
      now = deadline
      state.advance(to: now)
    }
    #expect(waits.prefix(4) == [.milliseconds(5), .milliseconds(10), .milliseconds(20), .milliseconds(40)])
    #expect(waits[17] == .milliseconds(5 << 17))
    #expect(waits[18] == .seconds(1000))
    #expect(state.take(now: now)?.failures == 20)
    state.finish(a, .success, now: now)
    state.add(a, cause(2), .normal, now: now)
    #expect(state.take(now: now)?.failures == 0)
  }

  @Test func `the last back-off is that of the key that waits longest, and no other wait counts`() {
    var state = WorkQueueState(limits: RateLimits())
    #expect(state.lastBackOff == nil)
    for _ in 0..<3 {
      state.add(a, cause(1), .normal, now: start)
      _ = state.take(now: start)
      state.finish(a, .failure, now: start)
    }
    state.add(b, cause(1), .normal, now: start)
    _ = state.take(now: start)
    state.finish(b, .requeue(after: .seconds(60)), now: start)
    #expect(state.lastBackOff == start + .milliseconds(20))
    state.add(a, cause(2), .normal, now: start)
    #expect(state.lastBackOff == nil)
  }

  @Test func `after a burst of 100 failures of any keys the next wait for the rate of 10 a second`() {
    var state = WorkQueueState(limits: RateLimits())
    for number in 0..<103 {
      state.addRateLimited(ObjectKey(name: "\(number)"), Cause(.backoff), now: start)
    }
    var deadlines: [Duration] = []
    var now = start
    while let deadline = state.nextDeadline {
      now = deadline
      state.advance(to: now)
      while let item = state.take(now: now) {
        deadlines.append(now - start)
        state.finish(item.key, .drop, now: now)
      }
    }
    #expect(deadlines.count == 103)
    #expect(deadlines[99] == .milliseconds(5))
    #expect(deadlines[100...] == [.milliseconds(100), .milliseconds(200), .milliseconds(300)])
  }

  @Test func `live changes go before start-up, and a start-up key moves up when it changes`() {
    var state = WorkQueueState(limits: RateLimits())
    for name in ["x", "y", "z"] {
      state.add(ObjectKey(namespace: "default", name: name), cause(1), .low, now: start)
    }
    state.add(b, cause(2), .normal, now: start)
    state.add(ObjectKey(namespace: "default", name: "z"), cause(3), .normal, now: start)
    #expect(state.readyCount == 4)
    #expect(drain(&state, at: start) == ["default/b", "default/z", "default/x", "default/y"])
    #expect(state.readyCount == 0)
  }

  @Test func `namespaces take turns`() {
    var state = WorkQueueState(limits: RateLimits())
    for name in ["1", "2", "3"] {
      state.add(ObjectKey(namespace: "busy", name: name), cause(1), .normal, now: start)
    }
    state.add(ObjectKey(namespace: "calm", name: "1"), cause(1), .normal, now: start)
    state.add(ObjectKey(namespace: "idle", name: "1"), cause(1), .normal, now: start)
    #expect(drain(&state, at: start) == ["busy/1", "calm/1", "idle/1", "busy/2", "busy/3"])
  }

  @Test func `a requeue waits, and a dropped key does not come back`() {
    var state = WorkQueueState(limits: RateLimits())
    state.add(a, cause(1), .normal, now: start)
    state.add(b, cause(1), .normal, now: start)
    _ = state.take(now: start)
    _ = state.take(now: start)
    state.finish(a, .requeue(after: .seconds(30)), now: start)
    state.finish(b, .drop, now: start)
    #expect(state.nextDeadline == start + .seconds(30))
    state.advance(to: start + .seconds(30))
    #expect(state.take(now: start)?.causes == [Cause(.requeue)])
    #expect(state.take(now: start) == nil)
  }

  /// Against a model that cannot be wrong: sets of keys.
  @Test(arguments: 1...40) func `at random, no key is lost, doubled or given to two workers`(seed: Int) {
    var random = SystemLikeGenerator(state: UInt64(seed))
    var state = WorkQueueState(limits: RateLimits(rate: 1e9))
    var now = start
    var owed: Set<ObjectKey> = []
    var working: Set<ObjectKey> = []
    for step in 0..<400 {
      let key = ObjectKey(namespace: "n\(random.next() % 3)", name: "k\(random.next() % 6)")
      switch random.next() % 5 {
      case 0: state.add(key, cause(step), .normal, now: now)
      case 1: state.add(key, cause(step), .low, now: now)
      case 2: state.add(key, cause(step), at: now + .milliseconds(Int64(random.next() % 20)))
      case 3:
        if let item = state.take(now: now) {
          #expect(working.insert(item.key).inserted)
          #expect(!item.causes.isEmpty)
          owed.remove(item.key)
        }
        continue
      default:
        if let done = working.sorted().first {
          working.remove(done)
          let completions: [Completion] = [.success, .failure, .requeue(after: .milliseconds(3)), .drop]
          let completion = completions[Int(random.next() % 4)]
          if completion == .failure || completion == .requeue(after: .milliseconds(3)) { owed.insert(done) }
          state.finish(done, completion, now: now)
        }
        now = now + .milliseconds(Int64(random.next() % 4))
        state.advance(to: now)
        continue
      }
      owed.insert(key)
    }
    for key in working.sorted() { state.finish(key, .success, now: now) }
    var seen: Set<ObjectKey> = []
    for _ in 0..<1000 {
      while let item = state.take(now: now) {
        seen.insert(item.key)
        state.finish(item.key, .success, now: now)
      }
      guard let deadline = state.nextDeadline else { break }
      now = max(now, deadline)
      state.advance(to: now)
    }
    #expect(owed.isSubset(of: seen))
    #expect(state.readyCount == 0)
    #expect(state.nextDeadline == nil)
  }
}

/// A small generator for tests with a seed.
struct SystemLikeGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 29) ^ state >> 3
  }
}
