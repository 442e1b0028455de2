import ArgumentParser

/// `swiftlet up`: starts a cluster.
struct Up: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Start a cluster.")
}

/// `swiftlet controllers`: runs the loops against a server.
struct Controllers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run the loops against a server.")
}
