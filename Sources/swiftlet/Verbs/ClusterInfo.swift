import APIMachinery
import ArgumentParser
import KubernetesAPI
import KubernetesClient
import RemoteClient

/// `swiftlet cluster-info`: where the control plane and its services are.
struct ClusterInfo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Show where the control plane runs.")
  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    try await connection.withSession { session in
      let server = session.client.configuration.server
      let services = try await session.client.list(
        Service.self, namespace: "kube-system",
        options: ListOptions(labelSelector: "kubernetes.io/cluster-service=true"))
      Self.say("Kubernetes control plane", server)
      for service in services.items {
        let name = service.metadata.labels["kubernetes.io/name"] ?? service.key.name
        Self.say(name, "\(server)/api/v1/namespaces/kube-system/services/\(service.key.name)/proxy")
      }
      Terminal.writeLine(
        "\nTo further debug and diagnose cluster problems, use 'swiftlet events -A' and 'swiftlet trace'.")
    }
  }

  private static func say(_ name: String, _ address: String) {
    guard Terminal.isInteractive else { return Terminal.writeLine("\(name) is running at \(address)") }
    Terminal.writeLine("\u{1B}[0;32m\(name)\u{1B}[0m is running at \u{1B}[0;33m\(address)\u{1B}[0m")
  }
}

/// `swiftlet api-versions`: the versions of the API that the server speaks.
struct APIVersions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api-versions", abstract: "List the versions of the API.")
  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    try await connection.withSession { session in
      let versions = Set(try await session.mapper().resources.map(\.apiVersion))
      for version in versions.sorted() { Terminal.writeLine(version) }
    }
  }
}

/// `swiftlet completion`: a script that completes the tool's words in a shell.
struct Completion: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the completion script of a shell.",
    discussion: "Example: `source <(swiftlet completion bash)`.")
  @Argument(help: "bash, zsh or fish") var shell: String

  func run() throws {
    let shells: [String: CompletionShell] = ["bash": .bash, "zsh": .zsh, "fish": .fish]
    guard let shell = shells[self.shell] else {
      throw CommandError("Unsupported shell type \"\(self.shell)\".")
    }
    Terminal.writeLine(Swiftlet.completionScript(for: shell))
  }
}
