/// One thing that goes wrong in a run.
///
/// A fault names its place by what the controllers under test do themselves: their n-th write, the n-th event that
/// reaches them (counted from 1). So a plan means the same in every run of one seed, and a place can be chosen where
/// something happens. Each fault happens once. Writes of events and of leases are not counted.
///
/// Sieve (Sun et al., OSDI 2022): *intermediate states* are ``crash(_:write:downFor:)``, *stale states*
/// ``travelBack(afterEvent:toEvent:lasting:)``, *unobserved states* ``hideEvents(of:from:lasting:)``.
public enum Fault: Hashable, Sendable {
  /// The process dies at its n-th write, and comes back with empty memory.
  case crash(Side, write: Int, downFor: Duration = .zero)
  /// After its n-th event the process dies, and comes back to an API server whose watch cache still shows the
  /// cluster as it was after the process' event `toEvent` (0: at the start) and catches up only later. Reads that ask for the
  /// newest state are not affected.
  ///
  /// Kubernetes: a list with `resourceVersion=0` may be older than what the client has seen before.
  case travelBack(afterEvent: Int, toEvent: Int, lasting: Duration)
  /// From the n-th event of a resource on the watch is silent; then its history is gone, and the process lists anew.
  /// What came and went meanwhile was never seen.
  case hideEvents(of: String, from: Int, lasting: Duration)
  /// The n-th event of a resource, and those behind it, come late.
  case delayEvents(of: String, from: Int, lasting: Duration)
  /// The n-th event of a resource comes twice.
  case duplicateEvent(of: String, number: Int)
  /// The n-th write happens, but its answer is lost: the process sees a time-out.
  case loseResponse(write: Int)
  /// The n-th write does not happen.
  case failWrite(Int, APIFailure)
  /// The n-th read past the caches fails.
  case failRead(Int, APIFailure)
  /// At the n-th write the clock of the process jumps. Its timers run as before.
  case jumpClock(write: Int, by: Duration)
  /// A time after the start the n-th node, in the order of the names, is lost: its instance is terminated.
  case killNode(Int, after: Duration)
  /// The n-th call to the cloud fails.
  case failCloudCall(Int, CloudFailure)

  /// Which side of a write something happens on.
  public enum Side: String, Hashable, Sendable { case before, after }

  /// How the API refuses a request.
  public enum APIFailure: Hashable, Sendable {
    /// 409: somebody wrote first. A creation gets ``unavailable`` instead.
    case conflict
    /// 429, with the time after which to come again.
    case tooManyRequests(retryAfterSeconds: Int)
    /// 500.
    case internalError
    /// 503.
    case unavailable
  }

  /// How the cloud refuses a call.
  public enum CloudFailure: String, Hashable, Sendable {
    /// EC2: `InsufficientInstanceCapacity`.
    case noCapacity
    /// EC2: `RequestLimitExceeded`.
    case throttled
    /// EC2: `InsufficientFreeAddressesInSubnet`.
    case noFreeAddresses
  }
}

// MARK: As Swift

extension Fault: CustomStringConvertible {
  /// The fault as a Swift literal.
  public var description: String {
    switch self {
    case .crash(let side, let write, let pause):
      let end = pause == .zero ? "" : ", downFor: \(pause.literal)"
      return ".crash(.\(side), write: \(write)\(end))"
    case .travelBack(let after, let to, let time):
      return ".travelBack(afterEvent: \(after), toEvent: \(to), lasting: \(time.literal))"
    case .hideEvents(let resource, let from, let time):
      return ".hideEvents(of: \"\(resource)\", from: \(from), lasting: \(time.literal))"
    case .delayEvents(let resource, let from, let time):
      return ".delayEvents(of: \"\(resource)\", from: \(from), lasting: \(time.literal))"
    case .duplicateEvent(let resource, let number):
      return ".duplicateEvent(of: \"\(resource)\", number: \(number))"
    case .loseResponse(let write): return ".loseResponse(write: \(write))"
    case .failWrite(let write, let failure): return ".failWrite(\(write), \(failure))"
    case .failRead(let read, let failure): return ".failRead(\(read), \(failure))"
    case .jumpClock(let write, let time): return ".jumpClock(write: \(write), by: \(time.literal))"
    case .killNode(let number, let time): return ".killNode(\(number), after: \(time.literal))"
    case .failCloudCall(let call, let failure): return ".failCloudCall(\(call), .\(failure))"
    }
  }
}

extension Fault.APIFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .conflict: ".conflict"
    case .tooManyRequests(let seconds): ".tooManyRequests(retryAfterSeconds: \(seconds))"
    case .internalError: ".internalError"
    case .unavailable: ".unavailable"
    }
  }
}

extension Duration {
  /// The time in the largest unit that it is a whole number of.
  var literal: String {
    let (seconds, attoseconds) = components
    if attoseconds == 0 { return ".seconds(\(seconds))" }
    if attoseconds % 1_000_000_000_000_000 == 0 {
      return ".milliseconds(\(seconds * 1000 + attoseconds / 1_000_000_000_000_000))"
    }
    return ".nanoseconds(\(seconds * 1_000_000_000 + attoseconds / 1_000_000_000))"
  }
}
