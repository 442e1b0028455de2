internal import Glibc
internal import NIOPosix

/// Runs a command and gathers what it prints.
enum ChildProcess {
  /// Runs on a thread of its own: a command may ask its user something, or wait for the network.
  ///
  /// - Parameters:
  ///   - takesInput: Whether the command reads what this process would read.
  ///   - hint: What to do when the command is not there.
  /// - Throws: `KubeConfigError` when the command is not found or fails.
  static func output(
    command: String, arguments: [String], environment: [String], takesInput: Bool = false, hint: String?
  ) async throws(KubeConfigError) -> [UInt8] {
    do {
      return try await NIOThreadPool.singleton.runIfActive {
        try run(
          command: command, arguments: arguments, environment: environment, takesInput: takesInput, hint: hint
        )
      }
    } catch let error as KubeConfigError {
      throw error
    } catch {
      throw KubeConfigError(code: .credentials, message: "exec: executable \(command): \(error)")
    }
  }

  private static func run(
    command: String, arguments: [String], environment: [String], takesInput: Bool, hint: String?
  ) throws(KubeConfigError) -> [UInt8] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw KubeConfigError(code: .credentials, message: "exec plugin: no pipe: \(errorText(errno))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var process = pid_t()
    let failure = spawn(
      &process, command: command, arguments: arguments, environment: environment,
      takesInput: takesInput, output: ends[1])
    close(ends[1])
    guard failure == 0 else {
      let suffix = hint.map { "\n\n\($0)" } ?? ""
      throw KubeConfigError(
        code: .credentials, message: "exec: executable \(command): \(errorText(failure))\(suffix)")
    }
    let bytes = readAll(ends[0])
    var status: Int32 = 0
    waitpid(process, &status, 0)
    guard status == 0 else {
      throw KubeConfigError(
        code: .credentials, message: "exec: executable \(command) failed with exit code \(status >> 8 & 0xFF)"
      )
    }
    return bytes
  }

  private static func spawn(
    _ process: inout pid_t, command: String, arguments: [String], environment: [String],
    takesInput: Bool, output: Int32
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    if !takesInput { posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) }
    var words: [UnsafeMutablePointer<CChar>?] = ([command] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer {
      for word in words { free(word) }
      for variable in variables { free(variable) }
    }
    return posix_spawnp(&process, command, &actions, nil, &words, &variables)
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 1 << 20 {
      let count = read(descriptor, &chunk, chunk.count)
      if count <= 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  private static func errorText(_ code: Int32) -> String { String(cString: strerror(code)) }
}
