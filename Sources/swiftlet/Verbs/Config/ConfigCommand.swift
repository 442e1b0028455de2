import APIMachinery
import ArgumentParser
import Foundation
import RemoteClient

/// `swiftlet config`: looks at and changes the kubeconfig.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Show and change the kubeconfig.",
    subcommands: [
      ConfigView.self, ConfigGetContexts.self, ConfigCurrentContext.self, ConfigUseContext.self,
      ConfigSetContext.self, ConfigRenameContext.self, ConfigDeleteContext.self, ConfigGetClusters.self,
      ConfigSetCluster.self, ConfigDeleteCluster.self, ConfigGetUsers.self, ConfigSetCredentials.self,
      ConfigDeleteUser.self, ConfigSet.self, ConfigUnset.self,
    ])
}

/// The kubeconfig that a command works on.
struct ConfigFile: ParsableArguments {
  @Option(name: .long, help: "The kubeconfig file to use.") var kubeconfig: String?

  func load() throws -> KubeConfig {
    do {
      return try KubeConfig.load(
        explicit: kubeconfig, environment: ProcessInfo.processInfo.environment,
        dataFolder: DataFolder.standard.path)
    } catch let error where error.code == .notFound {
      return .empty
    }
  }

  /// The file that changes go to.
  var path: String {
    KubeConfig.paths(
      explicit: kubeconfig, environment: ProcessInfo.processInfo.environment,
      dataFolder: DataFolder.standard.path
    ).first ?? ""
  }

  /// Changes the first of the files and writes it back.
  func change(_ body: (inout KubeConfig) throws -> Void) throws {
    let paths = KubeConfig.paths(
      explicit: kubeconfig, environment: ProcessInfo.processInfo.environment,
      dataFolder: DataFolder.standard.path)
    guard let path = paths.first else {
      throw CommandError("no kubeconfig to change: give one with --kubeconfig")
    }
    var config = FileManager.default.fileExists(atPath: path) ? try KubeConfig.read(path: path) : .empty
    try body(&config)
    try config.write(path: path)
  }
}

struct ConfigView: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "view", abstract: "Show the kubeconfig.")
  @OptionGroup var file: ConfigFile
  @Flag(name: .long, help: "Show keys and certificates too.") var raw = false
  @Flag(name: .long, help: "Only what the current context uses.") var minify = false
  @Option(name: [.short, .long], help: "yaml, json or jsonpath=...") var output = "yaml"

  func run() throws {
    var config = try file.load()
    if minify { try Self.minify(&config) }
    if !raw { Self.redact(&config) }
    let object = DynamicObject(fields: config.fields)
    Terminal.write(try ObjectPrinter(format: OutputFormat(output)).text([object], isSingle: true))
  }

  /// Kubernetes: `clientcmd/api ShortenConfig`: keys and certificates are not shown.
  static func redact(_ config: inout KubeConfig) {
    config.clusters = config.clusters.map { entry in
      var entry = entry
      if entry.cluster.certificateAuthorityData != nil {
        entry.cluster.certificateAuthorityData = "DATA+OMITTED"
      }
      return entry
    }
    config.users = config.users.map { entry in
      var entry = entry
      if entry.user.clientCertificateData != nil { entry.user.clientCertificateData = "DATA+OMITTED" }
      if entry.user.clientKeyData != nil { entry.user.clientKeyData = "DATA+OMITTED" }
      if entry.user.token != nil { entry.user.token = "REDACTED" }
      if entry.user.password != nil { entry.user.password = "REDACTED" }
      return entry
    }
  }

  static func minify(_ config: inout KubeConfig) throws {
    let current = config.currentContext ?? ""
    guard let context = config.contexts.first(where: { $0.name == current }) else {
      throw CommandError(
        current.isEmpty ? "current-context must exist in order to minify" : "cannot locate context \(current)"
      )
    }
    config.contexts = [context]
    config.clusters = config.clusters.filter { $0.name == context.context.cluster }
    config.users = config.users.filter { $0.name == context.context.user }
  }
}

struct ConfigGetContexts: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "get-contexts", abstract: "List the contexts.")
  @OptionGroup var file: ConfigFile
  @Argument(help: "Only these.") var names: [String] = []
  @Option(name: [.short, .long], help: "name") var output: String?
  @Flag(name: .long, help: "Leave the header out.") var noHeaders = false

  func run() throws {
    let config = try file.load()
    let missing = names.filter { name in !config.contexts.contains { $0.name == name } }
    let contexts = config.contexts.filter { names.isEmpty || names.contains($0.name) }.sorted {
      $0.name < $1.name
    }
    if output == "name" { return Terminal.write(contexts.map { "\($0.name)\n" }.joined()) }
    let rows = contexts.map { entry in
      [
        entry.name == config.currentContext ? "*" : "", entry.name, entry.context.cluster, entry.context.user,
        entry.context.namespace ?? "",
      ]
    }
    let header = [["CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"]]
    Terminal.write(TextColumns.layOut((noHeaders ? [] : header) + rows))
    if let name = missing.first { throw CommandError("context \(name) not found") }
  }
}

struct ConfigCurrentContext: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "current-context", abstract: "Show the name of the current context.")
  @OptionGroup var file: ConfigFile

  func run() throws {
    guard let name = try file.load().currentContext, !name.isEmpty else {
      throw CommandError("current-context is not set")
    }
    Terminal.writeLine(name)
  }
}

struct ConfigUseContext: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "use-context", abstract: "Make a context the current one.", aliases: ["use"])
  @OptionGroup var file: ConfigFile
  @Argument var name: String

  func run() throws {
    guard try file.load().contexts.contains(where: { $0.name == name }) else {
      throw CommandError("no context exists with the name: \"\(name)\"")
    }
    try file.change { $0.currentContext = name }
    Terminal.writeLine("Switched to context \"\(name)\".")
  }
}

struct ConfigSetContext: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-context", abstract: "Change or add a context.")
  @OptionGroup var file: ConfigFile
  @Argument(help: "The name of the context.") var name: String?
  @Flag(name: .long, help: "The current context.") var current = false
  @Option(name: .long, help: "The cluster it uses.") var cluster: String?
  @Option(name: .long, help: "The user it uses.") var user: String?
  @Option(name: [.short, .long], help: "The namespace that is meant when none is given.") var namespace:
    String?

  func run() throws {
    var word = "modified"
    var changed = name ?? ""
    try file.change { config in
      if current { changed = config.currentContext ?? "" }
      guard !changed.isEmpty else {
        throw CommandError(
          current ? "no current context is set" : "you must specify a non-empty context name or --current")
      }
      if !config.contexts.contains(where: { $0.name == changed }) {
        if current { throw CommandError("no context exists with the name: \"\(changed)\"") }
        config.contexts.append(KubeConfig.NamedContext { $0.name = changed })
        word = "created"
      }
      config.contexts = config.contexts.map { $0.name == changed ? updated($0) : $0 }
    }
    Terminal.writeLine("Context \"\(changed)\" \(word).")
  }

  private func updated(_ entry: KubeConfig.NamedContext) -> KubeConfig.NamedContext {
    var entry = entry
    if let cluster { entry.context.cluster = cluster }
    if let user { entry.context.user = user }
    if let namespace { entry.context.namespace = namespace }
    return entry
  }
}
