import Glibc

/// A folder of a test's own.
struct TestFolder {
  let path = "/tmp/swiftlet-remote-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

  init() { mkdir(path, 0o700) }

  /// Writes a file.
  @discardableResult
  func write(_ name: String, _ text: String, isExecutable: Bool = false) -> String {
    let path = "\(path)/\(name)"
    let file = fopen(path, "w")
    fputs(text, file)
    fclose(file)
    if isExecutable { chmod(path, 0o700) }
    return path
  }

  func read(_ name: String) -> String {
    guard let file = fopen("\(path)/\(name)", "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}
