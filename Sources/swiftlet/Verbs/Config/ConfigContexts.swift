import APIMachinery
import ArgumentParser
import RemoteClient

struct ConfigRenameContext: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename-context", abstract: "Give a context another name.")
  @OptionGroup var file: ConfigFile
  @Argument(help: "Its name.") var name: String
  @Argument(help: "Its new name.") var newName: String

  func run() throws {
    let path = file.path
    try file.change { config in
      guard config.contexts.contains(where: { $0.name == name }) else {
        throw CommandError("cannot rename the context \"\(name)\", it's not in \(path)")
      }
      guard !config.contexts.contains(where: { $0.name == newName }) else {
        throw CommandError(
          "cannot rename the context \"\(name)\", the context \"\(newName)\" already exists in \(path)")
      }
      config.contexts = config.contexts.map { entry in
        var entry = entry
        if entry.name == name { entry.name = newName }
        return entry
      }
      if config.currentContext == name { config.currentContext = newName }
    }
    Terminal.writeLine("Context \"\(name)\" renamed to \"\(newName)\".")
  }
}

struct ConfigDeleteContext: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete-context", abstract: "Delete a context from the kubeconfig.")
  @OptionGroup var file: ConfigFile
  @Argument(help: "The name of the context.") var name: String

  func run() throws {
    let path = file.path
    try file.change { config in
      guard config.contexts.contains(where: { $0.name == name }) else {
        throw CommandError("cannot delete context \(name), not in \(path)")
      }
      if config.currentContext == name {
        Terminal.writeError(
          "warning: this removed your active context, use \"swiftlet config use-context\" to select a different one"
        )
      }
      config.contexts.removeAll { $0.name == name }
    }
    Terminal.writeLine("deleted context \(name) from \(path)")
  }
}
