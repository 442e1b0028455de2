#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A data folder that this process, and no other, may use: held from `init` to the end of the object's life.
final class DataFolder {
  let path: String
  private let lock: Int32

  /// Makes the folder if it is not there, and locks it.
  ///
  /// - Throws: `locked` if another process, or another store of this one, holds it; `rejected` if it cannot
  ///   be made.
  init(path: String) throws(BackendError) {
    self.path = path
    try Self.make(path)
    let lockPath = path + "/store.lock"
    lock = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw Self.failure("cannot open \(lockPath)") }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(lock)
      close(lock)
      throw BackendError(
        code: .locked,
        message: "the data folder \(path) is in use by \(holder); stop it, or choose another folder")
    }
    writeHolder()
  }

  deinit {
    // A child that this process is just starting has the descriptor, too, until it runs a program of its own: closing it
    // here would leave the lock to the child.
    flock(lock, LOCK_UN)
    close(lock)
  }

  /// Makes a folder and those above it.
  private static func make(_ path: String) throws(BackendError) {
    var end = path.utf8.startIndex
    while end < path.utf8.endIndex {
      end = path.utf8[path.utf8.index(after: end)...].firstIndex(of: UInt8(ascii: "/")) ?? path.utf8.endIndex
      let part = String(path[..<end])
      if mkdir(part, 0o700) != 0, errno != EEXIST, access(part, F_OK) != 0 {
        throw failure("cannot make \(part)")
      }
    }
  }

  private func writeHolder() {
    let text = Array("\(getpid())\n".utf8)
    guard ftruncate(lock, 0) == 0 else { return }
    _ = pwrite(lock, text, text.count, 0)
  }

  private static func holder(_ lock: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 20)
    let count = pread(lock, &text, text.count, 0)
    guard count > 1 else { return "another process" }
    return "process " + String(decoding: text[..<(count - 1)], as: UTF8.self)
  }

  private static func failure(_ action: String) -> BackendError {
    BackendError(code: .rejected, message: "\(action): \(String(cString: strerror(errno)))")
  }
}
