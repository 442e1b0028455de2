internal import Glibc

/// Files by their paths, without Foundation.
public enum FilePath {
  /// The variables of this process' environment.
  public static func environment() -> [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let equals = pair.firstIndex(of: "=") {
        variables[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      entry += 1
    }
    return variables
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// What stands before the last slash: the folder that a file lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Reads a file of at most 16 MiB.
  static func read(_ path: String) throws(KubeConfigError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= 16 << 20 {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 { throw failure("read", path) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
    throw KubeConfigError(code: .file, message: "\(path): the file is larger than 16 MiB")
  }

  /// Replaces a file in one step, readable by its owner only. Its folder is made when it is not there.
  static func write(_ bytes: [UInt8], to path: String) throws(KubeConfigError) {
    let folder = folder(of: path)
    if !exists(folder), mkdir(folder, 0o700) != 0 { throw failure("create the folder of", path) }
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("write", path) }
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      offset += count
    }
    let isWritten = offset == bytes.count && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(temporary, path) == 0 else {
      let error = failure("write", path)
      unlink(temporary)
      throw error
    }
  }

  private static func failure(_ action: String, _ path: String) -> KubeConfigError {
    KubeConfigError(code: .file, message: "cannot \(action) \(path): \(String(cString: strerror(errno)))")
  }
}
