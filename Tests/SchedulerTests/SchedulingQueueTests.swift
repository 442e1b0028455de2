import APIMachinery
import KubernetesAPI
import Testing

@testable import SchedulerController

@Suite struct SchedulingQueueTests {
  private func time(_ seconds: Int64) -> Timestamp { Timestamp(secondsSince1970: seconds) }

  @Test func `the highest priority goes first, then the one that came first`() {
    var queue = SchedulingQueue()
    for (name, priority) in [("a", 0), ("b", 5), ("c", 0), ("d", 5)] {
      queue.set(SchedulingPod(makePod(name, priority: priority)), mayHelp: false)
    }
    var order: [String] = []
    while let pod = queue.next() { order.append(pod.key.name) }
    #expect(order == ["b", "d", "a", "c"])
  }

  @Test func `a pod that found no node waits for an event, and at most five minutes`() {
    var queue = SchedulingQueue()
    queue.set(SchedulingPod(makePod("a")), mayHelp: false)
    _ = queue.next()
    queue.fail(ObjectKey(namespace: "default", name: "a"), now: time(0))
    #expect(queue.flush(now: time(299)) == time(300))
    #expect(queue.next() == nil)
    #expect(queue.flush(now: time(300)) == nil)
    #expect(queue.next()?.key.name == "a")
  }

  @Test func `an event moves it to its back-off, which doubles up to ten seconds`() {
    var queue = SchedulingQueue()
    let key = ObjectKey(namespace: "default", name: "a")
    queue.set(SchedulingPod(makePod("a")), mayHelp: false)
    var now: Int64 = 0
    for wait: Int64 in [1, 2, 4, 8, 10, 10] {
      #expect(queue.next() != nil)
      queue.fail(key, now: time(now))
      queue.moveAll()
      #expect(queue.flush(now: time(now)) == time(now + wait))
      now += wait
      #expect(queue.flush(now: time(now)) == nil)
    }
  }

  @Test func `an event during the try is not lost`() {
    var queue = SchedulingQueue()
    queue.set(SchedulingPod(makePod("a")), mayHelp: false)
    _ = queue.next()
    queue.moveAll()
    queue.fail(ObjectKey(namespace: "default", name: "a"), now: time(0))
    #expect(queue.flush(now: time(0)) == time(1))
  }

  @Test func `a pod that is gone is not handed out`() {
    var queue = SchedulingQueue()
    queue.set(SchedulingPod(makePod("a")), mayHelp: false)
    queue.set(SchedulingPod(makePod("b")), mayHelp: false)
    queue.remove(ObjectKey(namespace: "default", name: "a"))
    #expect(queue.next()?.key.name == "b")
    #expect(queue.next() == nil)
    queue.set(SchedulingPod(makePod("a")), mayHelp: false)
    #expect(queue.next()?.key.name == "a")
  }
}
