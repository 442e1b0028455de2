import APIMachinery
import ArgumentParser
import KubernetesAPI
import KubernetesClient

/// `swiftlet cordon`: keeps new pods off nodes.
struct Cordon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Mark nodes as unschedulable.")
  @OptionGroup var nodes: NodeArguments

  func run() async throws { try await nodes.setUnschedulable(true) }
}

/// `swiftlet uncordon`: lets pods onto nodes again.
struct Uncordon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Mark nodes as schedulable.")
  @OptionGroup var nodes: NodeArguments

  func run() async throws { try await nodes.setUnschedulable(false) }
}

/// The nodes that a command is about: by name or by label.
struct NodeArguments: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions
  @Argument(help: "NODE ... or node/NODE ...") var names: [String] = []
  @Option(name: [.customShort("l"), .long], help: "The nodes with these labels.") var selector: String?
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none

  /// - Parameter verb: The command, for the error when no node is named.
  func nodes(_ session: Session, _ verb: String) async throws -> [Node] {
    guard names.isEmpty || selector == nil else {
      throw CommandError("error: cannot specify both a node name and a --selector option")
    }
    if let selector {
      return try await session.client.list(Node.self, options: ListOptions(labelSelector: selector)).items
    }
    guard !names.isEmpty else {
      throw CommandError(
        "USAGE: \(verb) NODE [flags]\nSee 'swiftlet \(verb) -h' for help and examples")
    }
    var nodes: [Node] = []
    for name in names {
      let bare = name.split(separator: "/").last.map(String.init) ?? name
      nodes.append(try await session.client.get(Node.self, ObjectKey(name: bare)))
    }
    return nodes
  }

  func setUnschedulable(_ isUnschedulable: Bool) async throws {
    try await connection.withSession { session in
      for node in try await nodes(session, isUnschedulable ? "cordon" : "uncordon") {
        try await NodeCordon(session: session, dryRun: dryRun).set(isUnschedulable, on: node)
      }
    }
  }
}

/// Marks a node and says so.
struct NodeCordon {
  let session: Session
  let dryRun: DryRun

  func set(_ isUnschedulable: Bool, on node: Node) async throws {
    let name = node.key.name
    let word = isUnschedulable ? "cordoned" : "uncordoned"
    if (node.spec.unschedulable ?? false) == isUnschedulable {
      return Terminal.writeLine("node/\(name) already \(word)\(dryRun.suffix)")
    }
    if dryRun != .client {
      try await session.client.patch(
        Node.self, node.key, .strategicMerge(["spec": ["unschedulable": isUnschedulable ? true : .null]]),
        options: WriteOptions(fieldManager: "kubectl-cordon", isDryRun: dryRun == .server))
    }
    Terminal.writeLine("node/\(name) \(word)\(dryRun.suffix)")
  }
}
