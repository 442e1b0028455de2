internal import Glibc

/// Runs a command and gathers what it prints.
enum ChildProcess {
  /// - Throws: `KubeConfigError` when the command is not found or fails.
  static func output(
    command: String, arguments: [String], environment: [String], hint: String?
  ) async throws(KubeConfigError) -> [UInt8] {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw KubeConfigError(code: .credentials, message: "exec plugin: no pipe: \(errorText(errno))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var process = pid_t()
    let failure = spawn(
      &process, command: command, arguments: arguments, environment: environment, output: ends[1])
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
    _ process: inout pid_t, command: String, arguments: [String], environment: [String], output: Int32
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
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
