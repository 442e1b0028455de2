import Foundation

/// The folder `../shared` beside the package, which is not part of it.
enum SharedFolder {
  static let realManifests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/real-manifests").standardized.path

  static var isThere: Bool { FileManager.default.fileExists(atPath: realManifests) }
}
