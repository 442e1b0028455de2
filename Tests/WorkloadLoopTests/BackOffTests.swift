import APIMachinery
import Testing

@testable import PodLifecycleController

/// The back-offs of the kubelet, as Kubernetes' tables have them.
@Suite struct BackOffTests {
  @Test func `a container that ends soon waits ten seconds, doubling to five minutes`() {
    var backOff = CrashLoopBackOff()
    let waits = (0..<9).map { _ in backOff.noteExit(ran: .seconds(1)) }
    #expect(waits == [0, 10, 20, 40, 80, 160, 300, 300, 300].map { .seconds($0) })
    #expect(backOff.noteExit(ran: .seconds(599)) == .seconds(300))
    #expect(backOff.noteExit(ran: .seconds(600)) == .zero, "ten minutes of work clear it")
    #expect(backOff.noteExit(ran: .seconds(1)) == .seconds(10))
  }

  @Test(arguments: [(1, 0), (2, 10), (3, 20), (6, 160), (7, 300), (40, 300)])
  func `without a record the restarts tell the back-off`(exits: Int, wait: Int) {
    var backOff = CrashLoopBackOff(restartCount: exits - 1)
    #expect(backOff.noteExit(ran: .seconds(1)) == .seconds(wait))
  }

  @Test(arguments: [(1, 10), (2, 20), (3, 40), (4, 80), (5, 160), (6, 300), (7, 300), (100, 300)])
  func `a pull is tried again after ten seconds, doubling to five minutes`(failed: Int, wait: Int) {
    let time = Timestamp(secondsSince1970: 1000)
    let pulls = PullAttempts(failed: failed, failedAt: time)
    #expect(pulls.retryAt == time + .seconds(wait))
    #expect(PullAttempts().retryAt == nil)
  }
}
