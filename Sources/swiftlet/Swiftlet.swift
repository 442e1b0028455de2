import APIMachinery
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
      Get.self, Describe.self, Apply.self, Create.self, Delete.self, Replace.self, Edit.self, Patch.self,
      Label.self, Annotate.self, SetCommand.self,
      Run.self, Expose.self,
      Scale.self, Rollout.self, Wait.self, Logs.self, Events.self, Explain.self, Diff.self, APIResources.self,
      Kustomize.self, Cordon.self, Uncordon.self, Drain.self, TaintNodes.self, ConfigCommand.self, Auth.self,
      ClusterInfo.self, APIVersions.self, Completion.self, Version.self, Exec.self, Attach.self,
      PortForward.self, Copy.self, Debug.self, Top.self,
    ],
    groupedSubcommands: [
      CommandGroup(
        name: "Cluster",
        subcommands: [Up.self, Controllers.self, TraceCommand.self, Pause.self, Step.self, Resume.self]),
      CommandGroup(name: "Development", subcommands: [CRDCommand.self, New.self]),
    ])

  static func main() async {
    do {
      let arguments = ArgumentSpelling.normalized(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot(arguments)
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
    guard isOwn(error) else {
      if Swiftlet.exitCode(for: error) == .success {
        Terminal.write(Swiftlet.fullMessage(for: error) + "\n")
        Foundation.exit(isAsked(CommandLine.arguments.dropFirst()) ? 0 : 1)
      }
      Terminal.writeError(UsageError.text(Swiftlet.fullMessage(for: error)))
      Foundation.exit(1)
    }
    let text = text(of: error)
    if !text.isEmpty { Terminal.writeError(text) }
    Foundation.exit((error as? CommandError)?.exitCode ?? 1)
  }

  /// Whether help is what was asked for; a group of commands without a command shows it too, as a mistake.
  private static func isAsked(_ arguments: ArraySlice<String>) -> Bool {
    arguments.isEmpty || arguments.contains { ["-h", "--help", "help", "--version"].contains($0) }
      || arguments.contains { $0.hasPrefix("--help") || $0.hasPrefix("--generate-completion") }
  }

  /// Errors of the argument parser know themselves how to be shown.
  private static func isOwn(_ error: any Error) -> Bool {
    error is CommandError || error is StatusError || Swiftlet.exitCode(for: error) == .failure
  }

  /// The sentence that kubectl's users know.
  static func text(of error: any Error) -> String {
    switch error {
    case let error as CommandError:
      error.isPlain || error.description.isEmpty ? error.description : "error: \(error)"
    case let error as StatusError: error.commandLineText
    default: "error: \(error)"
    }
  }

  /// One line among others.
  static func briefText(of error: any Error) -> String {
    (error as? StatusError)?.briefText ?? "\(error)"
  }
}
