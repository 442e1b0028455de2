import ArgumentParser

/// Commands that need a process in a container. Containers are simulated, so there is none, and each says what there is
/// instead.
enum Simulated {
  static func refuse(_ verb: String, _ instead: String) -> CommandError {
    CommandError("containers are simulated here: there is no process to \(verb). \(instead)")
  }
}

struct Exec: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Not there: containers are simulated and run no process.")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

  func run() throws {
    throw Simulated.refuse(
      "execute a command in",
      "Steer a container with the annotation swiftlet.dev/run.CONTAINER on its pod; read what it writes with"
        + " `swiftlet logs`.")
  }
}

struct Attach: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Not there: containers are simulated and run no process.")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

  func run() throws {
    throw Simulated.refuse("attach to", "Follow what a container writes with `swiftlet logs -f POD`.")
  }
}

struct PortForward: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "port-forward", abstract: "Not there: containers are simulated and listen on no port.")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

  func run() throws {
    throw Simulated.refuse(
      "forward a port to",
      "`swiftlet get endpointslices` shows the addresses and ports that a service would lead to.")
  }
}

struct Copy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cp", abstract: "Not there: containers are simulated and have no files.")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

  func run() throws {
    throw Simulated.refuse(
      "copy files from or to",
      "What a pod would mount is in `swiftlet get configmaps,secrets` and in `swiftlet describe pod`.")
  }
}

struct Debug: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Not there: containers are simulated and run no process.")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

  func run() throws {
    throw Simulated.refuse(
      "look into",
      "`swiftlet describe`, `swiftlet events` and `swiftlet trace` show what became of an object, and why.")
  }
}

struct Top: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Not there: containers are simulated and use no CPU and no memory.")
  @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

  func run() throws {
    throw CommandError(
      "Metrics API not available: containers are simulated here and use no CPU and no memory. What they ask for stands"
        + " under \"Allocated resources\" in `swiftlet describe node`.")
  }
}
