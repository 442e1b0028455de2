internal import Glibc

/// A folder of files that only their owner reads.
struct SecretFolder {
  let path: String

  func create() throws(ServerSecurityError) {
    var prefix = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      prefix += "/\(part)"
      if access(prefix, F_OK) != 0, mkdir(prefix, 0o700) != 0, errno != EEXIST {
        throw failure("create the folder", prefix)
      }
    }
  }

  /// A key and its certificate: those in the folder, unless they are missing, stale, damaged or about to expire.
  func keyPair(
    _ name: String, isStale: Bool = false, secondsSince1970 now: Int64,
    make: () throws(ServerSecurityError) -> KeyPair
  ) throws(ServerSecurityError) -> (pair: KeyPair, isNew: Bool) {
    if !isStale, let certificate = read("\(name).crt"), let key = read("\(name).key"),
      let pair = try? KeyPair(certificatePEM: certificate, keyPEM: key), pair.isValid(secondsSince1970: now)
    {
      return (pair, false)
    }
    let pair = try make()
    try write("\(name).key", pair.keyPEM)
    try write("\(name).crt", try pair.certificatePEM)
    return (pair, true)
  }

  /// A one-line text: the one in the folder, or a new one.
  func text(_ name: String, make: () -> String) throws(ServerSecurityError) -> String {
    if let text = read(name)?.split(whereSeparator: \.isWhitespace).first { return String(text) }
    let text = make()
    try write(name, text)
    return text
  }

  /// Whether the server's certificate was made for these hosts.
  func hasSameHosts(_ hosts: [String]) -> Bool { read("hosts") == hosts.joined(separator: "\n") }

  func read(_ name: String) -> String? {
    let descriptor = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return count >= 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }

  /// Replaces a file in one step.
  func write(_ name: String, _ text: String) throws(ServerSecurityError) {
    if read(name) == text { return }
    let file = "\(path)/\(name)"
    let temporary = "\(file).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("write", file) }
    let bytes = Array(text.utf8)
    let count = Glibc.write(descriptor, bytes, bytes.count)
    close(descriptor)
    guard count == bytes.count, rename(temporary, file) == 0 else {
      let error = failure("write", file)
      unlink(temporary)
      throw error
    }
  }

  private func failure(_ action: String, _ file: String) -> ServerSecurityError {
    ServerSecurityError("cannot \(action) \(file): \(String(cString: strerror(errno)))")
  }
}
