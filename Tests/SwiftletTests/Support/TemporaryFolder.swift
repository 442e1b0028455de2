import Foundation

/// A folder of files that is gone when nobody holds it any more.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String]) throws {
    path =
      URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("swiftlet-\(UUID().uuidString)")
      .standardizedFileURL.path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = URL(fileURLWithPath: path).appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
