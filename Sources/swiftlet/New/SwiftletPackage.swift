import Foundation

/// Where the Swiftlet package is that a new one depends on.
struct SwiftletPackage {
  private let place: String

  /// - Parameter place: A folder, from the current one, or the URL of a repository. If not said, the current folder when it
  ///   is Swiftlet's, else the clone that this tool was built in.
  init(_ place: String?) { self.place = place ?? Self.nearest() ?? "." }

  private static func nearest() -> String? {
    if isSwiftlet(URL(fileURLWithPath: ".")) { return "." }
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if isSwiftlet(folder) { return folder.path }
    }
    return nil
  }

  private static func isSwiftlet(_ folder: URL) -> Bool {
    let manifest = try? String(contentsOf: folder.appendingPathComponent("Package.swift"), encoding: .utf8)
    return manifest?.contains("Package(\n  name: \"swiftlet\",") == true
  }

  /// The dependency in the manifest of a package in another folder.
  ///
  /// - Throws: ``CommandError`` when there is no package in the folder, or another one.
  func dependency(from folder: URL) throws -> String {
    if place.contains("://") || place.hasSuffix(".git") {
      return ".package(url: \"\(place)\", branch: \"main\")"
    }
    let package = URL(fileURLWithPath: place).standardizedFileURL
    guard FileManager.default.fileExists(atPath: package.appendingPathComponent("Package.swift").path) else {
      throw CommandError("there is no Swift package in \(place); say with --package where Swiftlet is")
    }
    guard Self.isSwiftlet(package) else {
      throw CommandError("the Swift package in \(place) is another one; say with --package where Swiftlet is")
    }
    let path = Self.path(of: package, from: folder.standardizedFileURL)
    // The identity of a package in a folder is the folder's name, unless the dependency names it.
    return ".package(name: \"swiftlet\", path: \"\(path)\")"
  }

  /// The way from one folder to another; from the root where they have nothing in common.
  private static func path(of target: URL, from folder: URL) -> String {
    let (to, from) = (target.pathComponents, folder.pathComponents)
    let common = zip(to, from).prefix { $0 == $1 }.count
    guard common > 1 else { return target.path }
    let steps = Array(repeating: "..", count: from.count - common) + to.dropFirst(common)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }
}
