internal import APIMachinery
internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// The body of an answer as it comes, for one consumer.
///
/// Bounded: when 256 KiB wait for the consumer the connection is not read any more, so the server feels how slow
/// its reader is.
final class ResponseStream: HTTPClientResponseDelegate, Sendable {
  typealias Response = Void

  private static let highWaterBytes = 256 << 10

  private enum End {
    case finished
    case failed(any Error)
  }

  /// What a lock holder has to do once the lock is released.
  private typealias Resumption = @Sendable () -> Void

  private struct State {
    var head: HTTPResponseHead?
    var headWaiter: CheckedContinuation<Void, Never>?
    var parts = ByteBuffer()
    var demand: EventLoopPromise<Void>?
    var waiter: CheckedContinuation<Void, Never>?
    var end: End?
    var task: HTTPClient.Task<Void>?
    var isCancelled = false
  }

  private let state = Mutex(State())
  private let address: String
  /// Called when the connection is no longer needed.
  private let onEnd: @Sendable () -> Void

  init(address: String, onEnd: @escaping @Sendable () -> Void = {}) {
    self.address = address
    self.onEnd = onEnd
  }

  func start(_ task: HTTPClient.Task<Void>) {
    let isCancelled = state.withLock { state in
      state.task = task
      return state.isCancelled
    }
    if isCancelled { task.cancel() }
  }

  // MARK: The consumer's side

  /// Waits for the head of the answer.
  ///
  /// - Throws: What the connection says when there is none, as it is: the transport decides by it whether to try again.
  func head() async throws -> HTTPResponseHead {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isReady = state.withLock { state in
          if state.head != nil || state.end != nil { return true }
          state.headWaiter = continuation
          return false
        }
        if isReady { continuation.resume() }
      }
    } onCancel: {
      cancel()
    }
    let (head, end) = state.withLock { ($0.head, $0.end) }
    if let head { return head }
    if case .failed(let error)? = end { throw error }
    throw HTTPClientError.remoteConnectionClosed
  }

  /// All bytes that are there, at least one; `nil` at the end.
  func next() async throws(StatusError) -> ByteBuffer? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isReady = state.withLock { state in
          if state.parts.readableBytes > 0 || state.end != nil { return true }
          state.waiter = continuation
          return false
        }
        if isReady { continuation.resume() }
      }
    } onCancel: {
      cancel()
    }
    let (bytes, demand, end) = state.withLock { state in
      let bytes = state.parts
      state.parts = ByteBuffer()
      let demand = state.demand
      state.demand = nil
      return (bytes, demand, state.end)
    }
    demand?.succeed()
    if bytes.readableBytes > 0 { return bytes }
    if case .failed(let error)? = end { throw StatusError(transport: error, address: address) }
    return nil
  }

  /// Gives the connection up.
  func cancel() {
    finish(.finished, isCancelled: true)
  }

  private func finish(_ end: End, isCancelled: Bool) {
    let (waiters, demand, task, isFirst) = state.withLock { state in
      let isFirst = state.end == nil
      if isFirst { state.end = end }
      if isCancelled { state.isCancelled = true }
      let waiters = [state.headWaiter, state.waiter].compactMap { $0 }
      state.headWaiter = nil
      state.waiter = nil
      let demand = state.demand
      state.demand = nil
      return (waiters, demand, isCancelled ? state.task : nil, isFirst)
    }
    if isFirst { onEnd() }
    for waiter in waiters { waiter.resume() }
    demand?.succeed()
    task?.cancel()
  }

  // MARK: The connection's side

  func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
    let waiter = state.withLock { state in
      state.head = head
      let waiter = state.headWaiter
      state.headWaiter = nil
      return waiter
    }
    waiter?.resume()
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
    let (waiter, demand) = state.withLock { state in
      var buffer = buffer
      if state.parts.readableBytes == 0 { state.parts = buffer } else { state.parts.writeBuffer(&buffer) }
      let waiter = state.waiter
      state.waiter = nil
      if waiter == nil, state.parts.readableBytes > Self.highWaterBytes, state.end == nil {
        state.demand = task.eventLoop.makePromise()
      }
      return (waiter, state.demand)
    }
    waiter?.resume()
    return demand?.futureResult ?? task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveError(task: HTTPClient.Task<Void>, _ error: any Error) {
    finish(.failed(error), isCancelled: false)
  }

  func didFinishRequest(task: HTTPClient.Task<Void>) throws {
    finish(.finished, isCancelled: false)
  }
}
