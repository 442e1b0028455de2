import Glibc

/// The sample manifests of the project.
enum Manifests {
  static func read(_ path: String) throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let name = "/\(root)/manifests/\(path)"
    guard let file = fopen(name, "r") else { throw MissingFile(name: name) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}

struct MissingFile: Error { let name: String }
