import APIMachinery
import ControllerRuntime

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Says on stderr which controller was at work, at which key and under which plan, when a trap ends the process.
///
/// The handler takes nothing but what the task's own values hold, allocates nothing, and leaves the end of the process to
/// whoever would have had the signal without it.
enum CrashNote {
  /// Handles the signals of crashes from now on, for the whole process.
  static func install() {
    _ = isInstalled
    useOwnStack()
    listen()
  }

  private static let isInstalled: Bool = {
    for (place, signal) in signals.enumerated() {
      var action = sigaction()
      action.setHandler(noteCrash)
      action.sa_flags = Int32(SA_SIGINFO | SA_ONSTACK)
      sigaction(signal, &action, former + place)
    }
    var action = sigaction()
    action.setHandler(noteBusyLoop)
    action.sa_flags = Int32(SA_SIGINFO | SA_ONSTACK)
    sigaction(SIGXCPU, &action, nil)
    return true
  }()

  static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]
  /// Who had the signals before.
  nonisolated(unsafe) static let former = UnsafeMutablePointer<sigaction>.allocate(capacity: 6)

  /// A stack that has run over is no place for a handler: gives the thread another one for it.
  private static func useOwnStack() {
    var present = stack_t()
    guard sigaltstack(nil, &present) == 0, present.ss_flags & Int32(SS_DISABLE) != 0 else { return }
    let size = 64 << 10
    var own = stack_t()
    own.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    own.ss_size = size
    sigaltstack(&own, nil)
  }

  /// Dispatch's threads hear of no signals but those of the processor.
  private static func listen() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGXCPU)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Writes who is at work; `false` when nobody is.
  static func tell(_ event: StaticString) -> Bool {
    guard let activity = ControllerActivity.current else { return false }
    write("\nswiftlet: ")
    write(event)
    write(" controller \"")
    write(activity.controller)
    switch activity.kind {
    case .reconcile(let key):
      write("\" at ")
      if !key.namespace.isEmpty {
        write(key.namespace)
        write("/")
      }
      write(key.name)
    case .mapping(let resource):
      write("\" at changes of ")
      write(resource.resource)
    case .source: write("\" at a source of its own")
    }
    if let scene = Scene.current {
      write(", in ")
      write(scene.plan)
    }
    write("\n")
    return true
  }

  private static func write(_ text: StaticString) { put(text.utf8Start, text.utf8CodeUnitCount) }

  private static func write(_ text: String) {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      if let start = bytes.baseAddress { put(start, bytes.count) }
    }
  }

  private static func put(_ start: UnsafePointer<UInt8>, _ count: Int) {
    #if canImport(Glibc)
      _ = Glibc.write(2, start, count)
    #elseif canImport(Darwin)
      _ = Darwin.write(2, start, count)
    #endif
  }
}

extension sigaction {
  fileprivate mutating func setHandler(
    _ handler:
      @escaping @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) ->
      Void
  ) {
    #if canImport(Glibc)
      __sigaction_handler.sa_sigaction = handler
    #elseif canImport(Darwin)
      __sigaction_u.__sa_sigaction = handler
    #endif
  }
}

/// What happens at the signal of a crash.
private func noteCrash(
  _ signal: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
) {
  _ = CrashNote.tell("the process was ended by")
  guard let place = CrashNote.signals.firstIndex(of: signal) else { return }
  sigaction(signal, CrashNote.former + place, nil)
  // What the processor raised it raises again, at the same instruction; what a program sent is sent again.
  if let code = info?.pointee.si_code, code <= 0 { raise(signal) }
}

/// What happens when ``BusyWatch`` has lost patience.
private func noteBusyLoop(
  _ number: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
) {
  guard CrashNote.tell("the processor was kept busy without a pause by") else { return }
  signal(SIGABRT, SIG_DFL)
  abort()
}
