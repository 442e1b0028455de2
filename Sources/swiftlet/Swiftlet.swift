import ArgumentParser
import Foundation

/// The tool: a cluster in one process, and the verbs that people know from kubectl.
@main
struct Swiftlet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swiftlet",
    abstract: "A Kubernetes control plane modelled on Amazon EKS, and a tool to talk to it.",
    discussion: """
      `swiftlet up` starts a cluster. The other commands talk to it, or to any cluster that a kubeconfig names.
      """,
    subcommands: [
      Get.self, Describe.self, Apply.self, Create.self, Delete.self, Patch.self, Label.self, Annotate.self,
      Scale.self, Rollout.self, Wait.self, Logs.self, Events.self, Explain.self, Diff.self, APIResources.self,
      Cordon.self, Uncordon.self, Drain.self, TaintNodes.self, ConfigCommand.self, Version.self,
    ],
    groupedSubcommands: [
      CommandGroup(name: "Cluster", subcommands: [Up.self, Controllers.self])
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Failure.exit(with: error)
    }
  }
}

/// Ends the process as kubectl does: `error: ...` on standard error and code 1.
enum Failure {
  static func exit(with error: any Error) -> Never {
    switch error {
    case let error as CommandError:
      if !error.description.isEmpty { Terminal.writeError("error: \(error)") }
      Foundation.exit(error.exitCode)
    case let error as any StatusErrorLike:
      Terminal.writeError(error.commandLineText)
      Foundation.exit(1)
    case is CleanExit, is ExitCode, is ValidationError: Swiftlet.exit(withError: error)
    default:
      let code = Swiftlet.exitCode(for: error)
      if code != .failure || "\(type(of: error))" == "CommandError" { Swiftlet.exit(withError: error) }
      Terminal.writeError("error: \(error)")
      Foundation.exit(1)
    }
  }
}
