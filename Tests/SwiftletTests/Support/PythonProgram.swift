import Foundation

/// The programs in `Clients`, which use the clients of Python.
enum PythonProgram {
  /// The interpreter that has the clients: `$CLIENTS_PYTHON`, or the one that `scripts/clients` makes.
  static let interpreter: String? = {
    let made = root.appendingPathComponent(".build/clients-environment/bin/python").path
    let named = ProcessInfo.processInfo.environment["CLIENTS_PYTHON"]
    return [named, made].compactMap(\.self).first { hasClients($0) }
  }()

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func hasClients(_ interpreter: String) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: interpreter) else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: interpreter)
    process.arguments = ["-c", "import kopf, kubernetes"]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// The path of a program.
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Clients/\(name)").path
  }
}
