internal import Glibc
internal import NIOCore

/// What the connections of one event loop share. Used on that loop only.
///
/// `@unchecked`: the event loop's thread is the only one that touches the date line.
final class LoopContext: @unchecked Sendable {
  let executor: EventLoopExecutor
  let metrics: RequestMetrics
  let pump: WatchPump
  private var second: time_t = 0
  private var line: [UInt8] = []
  private var text = ""

  init(_ eventLoop: any EventLoop, metrics: RequestMetrics) {
    executor = EventLoopExecutor(eventLoop)
    self.metrics = metrics
    pump = WatchPump(eventLoop)
  }

  /// The `Date` header line, made once a second.
  var dateLine: [UInt8] {
    update()
    return line
  }

  /// The value of the `Date` header.
  var date: String {
    update()
    return text
  }

  private func update() {
    let now = time(nil)
    guard now != second else { return }
    second = now
    text = HTTPDate.text(secondsSince1970: Int64(now))
    line = Array("Date: \(text)\r\n".utf8)
  }
}

/// The contexts of all event loops of a group.
struct LoopContexts: Sendable {
  private let contexts: [ObjectIdentifier: LoopContext]
  let all: [LoopContext]

  init(_ group: any EventLoopGroup) {
    var contexts: [ObjectIdentifier: LoopContext] = [:]
    var all: [LoopContext] = []
    for eventLoop in group.makeIterator() {
      let context = LoopContext(eventLoop, metrics: RequestMetrics())
      contexts[ObjectIdentifier(eventLoop)] = context
      all.append(context)
    }
    self.contexts = contexts
    self.all = all
  }

  subscript(eventLoop: any EventLoop) -> LoopContext {
    contexts[ObjectIdentifier(eventLoop)] ?? LoopContext(eventLoop, metrics: RequestMetrics())
  }
}
