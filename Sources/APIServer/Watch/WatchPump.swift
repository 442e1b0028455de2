internal import NIOCore
internal import Synchronization

/// Serves the watches of one event loop, together and in turns.
///
/// A watch that has been quiet is served at once. After that it rests until the loop's next turn, when all that came
/// meanwhile goes out together: one write, one TLS record for many events. The pause between turns grows with the
/// time that a turn takes, so that requests on the same loop keep most of it however many watches there are; it is
/// bounded, so that events never wait for long.
///
/// `@unchecked`: everything but ``woken`` is used on the event loop's thread only.
final class WatchPump: @unchecked Sendable {
  /// How long a watch rests at least.
  private static let shortestPause = TimeAmount.milliseconds(5)
  /// How long it rests at most.
  private static let longestPause = TimeAmount.milliseconds(30)
  /// A turn that took a millisecond is followed by a pause of so many.
  private static let pauseFactor: Int64 = 4
  /// A turn lets other work of the loop go ahead after so long.
  private static let slice = TimeAmount.milliseconds(2)

  private struct Woken {
    var streams: [WatchStream] = []
    var isScheduled = false
  }

  private let eventLoop: any EventLoop
  /// Streams that have something to write after a quiet time; any thread adds to them.
  private let woken = Mutex(Woken())
  private var resting: [WatchStream] = []
  /// The streams of this turn that are still to be served, last first.
  private var turn: [WatchStream] = []
  private var turnTook = TimeAmount.zero
  private var isTurnScheduled = false
  /// The last lines that were made, for the watches that get the same ones.
  var lines = WatchLines()

  init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

  /// Has a stream served soon. Any thread may call it.
  func wake(_ stream: WatchStream) {
    let isFirst = woken.withLock { woken in
      woken.streams.append(stream)
      defer { woken.isScheduled = true }
      return !woken.isScheduled
    }
    if isFirst { eventLoop.execute { self.serveWoken() } }
  }

  /// Has a stream served at the next turn.
  func rest(_ stream: WatchStream) {
    resting.append(stream)
    scheduleTurn()
  }

  private func serveWoken() {
    while true {
      let streams = woken.withLock { woken in
        let streams = woken.streams
        woken.streams = []
        woken.isScheduled = !streams.isEmpty
        return streams
      }
      if streams.isEmpty { break }
      for stream in streams { stream.advance() }
    }
    lines = WatchLines()
  }

  private func scheduleTurn() {
    guard !isTurnScheduled else { return }
    isTurnScheduled = true
    let pause = max(Self.shortestPause, min(turnTook * Self.pauseFactor, Self.longestPause))
    _ = eventLoop.scheduleTask(in: pause) {
      self.turn = self.resting.reversed()
      self.resting.removeAll(keepingCapacity: true)
      self.turnTook = .zero
      self.serveTurn()
    }
  }

  private func serveTurn() {
    let start = NIODeadline.now()
    var took = TimeAmount.zero
    while took < Self.slice, let stream = turn.popLast() {
      stream.advance()
      took = .now() - start
    }
    lines = WatchLines()
    turnTook = turnTook + took
    guard turn.isEmpty else {
      // A moment later, so that the loop looks at its sockets in between.
      _ = eventLoop.scheduleTask(in: .microseconds(50)) { self.serveTurn() }
      return
    }
    isTurnScheduled = false
    if !resting.isEmpty { scheduleTurn() }
  }
}
