import Foundation
import Testing

/// A cluster of `swiftlet up` in a process of its own, and the tool's commands against it.
struct TestCluster {
  /// What a command wrote, and how it ended.
  struct Outcome {
    var output: String
    var errors: String
    var code: Int32
  }

  /// A folder of the cluster's own.
  let folder: String
  private var kubeconfig: String { "\(folder)/kubeconfig" }

  static let kubectl = "/usr/bin/kubectl"

  /// The executable beside the test bundle.
  static var tool: String {
    let bundle = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0])
    return bundle.deletingLastPathComponent().appendingPathComponent("swiftlet").path
  }

  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: tool) }

  /// Starts a cluster, runs `body` with it and stops it.
  ///
  /// - Parameter flags: Further flags of `up`.
  static func run(_ flags: [String] = [], _ body: (TestCluster) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "/swiftlet-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cluster = TestCluster(folder: folder)
    try cluster.serving(["--ephemeral"] + flags) { _ in try body(cluster) }
  }

  /// Runs a server beside `body`, and stops it.
  ///
  /// - Parameter flags: Those of `up` that say where its data are, and further ones. `@` stands for the cluster's folder.
  func serving(_ flags: [String], _ body: (Process) throws -> Void) throws {
    let standard = ["up", "--listen", "127.0.0.1:0", "--latency-scale", "0", "--kubeconfig", kubeconfig]
    try running(standard + flags.map { $0.replacing("@", with: folder) }, until: "ready", body)
  }

  /// Runs the tool beside `body` from the time on when it has said `word`, and stops it.
  func running(_ arguments: [String], until word: String, _ body: (Process) throws -> Void) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.tool)
    process.arguments = arguments
    process.environment = ["KUBECONFIG": kubeconfig, "HOME": folder, "PATH": "/usr/bin:/bin", "TZ": "UTC"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    defer {
      process.terminate()
      process.waitUntilExit()
    }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    try #require(line.contains(word), "the process said: \(line)")
    try body(process)
  }

  /// Runs a command, its words separated by single spaces.
  func tool(
    _ command: String, input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(Self.tool, command, input, environment)
  }

  func kubectl(_ command: String, input: String? = nil) throws -> Outcome {
    try run(Self.kubectl, command, input)
  }

  /// Runs a program in Python.
  func python(_ interpreter: String, _ arguments: String...) throws -> Outcome {
    try run(interpreter, arguments.joined(separator: " "), nil)
  }

  /// Starts a program beside the test, which must end it with ``end(_:)``.
  ///
  /// - Parameter log: Where its output and errors go.
  func start(_ program: String, _ arguments: [String], log: String) throws -> Process {
    let process = process(program, arguments)
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    process.standardOutput = FileHandle(forWritingAtPath: log)
    process.standardError = process.standardOutput
    try process.run()
    return process
  }

  /// Ends a program that was started. Asking it would not do: it has all signals blocked that this thread has.
  static func end(_ process: Process) {
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Runs kubectl beside `body`, which begins when kubectl has written `mark`; then waits for kubectl to end.
  ///
  /// - Returns: What it wrote, and whether it ended by itself.
  func beside(
    _ command: String, until mark: String, _ body: () throws -> Void
  ) throws -> (output: String, hasEnded: Bool) {
    let log = "\(folder)/\(UUID().uuidString).log"
    let process = try start(Self.kubectl, command.split(separator: " ").map(String.init), log: log)
    defer { Self.end(process) }
    func text() -> String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }
    try #require(Self.wait { text().contains(mark) }, "\(command): \(text())")
    try body()
    return (text(), Self.wait { !process.isRunning })
  }

  /// Waits for a condition, half a minute at most.
  ///
  /// - Returns: Whether it came true.
  static func wait(for condition: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<300 {
      if try condition() { return true }
      Thread.sleep(forTimeInterval: 0.1)
    }
    return false
  }

  private func process(
    _ program: String, _ arguments: [String], _ environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let standard = ["KUBECONFIG": kubeconfig, "HOME": folder, "PATH": "/usr/bin:/bin", "TZ": "UTC"]
    process.environment = standard.merging(environment) { $1 }
    return process
  }

  private func run(
    _ program: String, _ command: String, _ input: String?, _ environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = process(program, command.split(separator: " ").map(String.init), environment)
    let name = "\(folder)/\(UUID().uuidString)"
    for file in ["in", "out", "err"] {
      let text = file == "in" ? input ?? "" : ""
      _ = FileManager.default.createFile(atPath: "\(name).\(file)", contents: Data(text.utf8))
    }
    process.standardInput = FileHandle(forReadingAtPath: "\(name).in")
    process.standardOutput = FileHandle(forWritingAtPath: "\(name).out")
    process.standardError = FileHandle(forWritingAtPath: "\(name).err")
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: try String(contentsOfFile: "\(name).out", encoding: .utf8),
      errors: try String(contentsOfFile: "\(name).err", encoding: .utf8), code: process.terminationStatus)
  }
}
