import Foundation

/// The folder `../shared` beside the package, which is not part of it; `SWIFTLET_REAL_MANIFESTS` names another place.
enum SharedFolder {
  static let realManifests =
    ProcessInfo.processInfo.environment["SWIFTLET_REAL_MANIFESTS"]
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/real-manifests").standardized.path

  static var isThere: Bool { FileManager.default.fileExists(atPath: realManifests) }
}
