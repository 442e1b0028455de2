import APIMachinery
import ArgumentParser
import Foundation
import RemoteClient

struct ConfigGetUsers: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "get-users", abstract: "List the users.")
  @OptionGroup var file: ConfigFile

  func run() throws {
    Terminal.write(
      (["NAME"] + (try file.load().users.map(\.name).sorted())).joined(separator: "\n") + "\n")
  }
}

struct ConfigSetCredentials: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-credentials", abstract: "Change or add a user.")
  @OptionGroup var file: ConfigFile
  @Argument(help: "The name of the user.") var name: String
  @Option(name: .long, help: "A bearer token.") var token: String?
  @Option(name: .long, help: "A name, for a password.") var username: String?
  @Option(name: .long, help: "The password.") var password: String?
  @Option(name: .long, help: "A file with a certificate.") var clientCertificate: String?
  @Option(name: .long, help: "A file with its key.") var clientKey: String?
  @Flag(name: .long, help: "Copy those files into the kubeconfig.") var embedCerts = false

  func run() throws {
    guard token == nil || username == nil else {
      throw CommandError(
        "you cannot specify more than one authentication method at the same time: --token or --username")
    }
    try file.change { config in
      if !config.users.contains(where: { $0.name == name }) {
        config.users.append(KubeConfig.NamedUser { $0.name = name })
      }
      config.users = try config.users.map { $0.name == name ? try updated($0) : $0 }
    }
    Terminal.writeLine("User \"\(name)\" set.")
  }

  private func updated(_ entry: KubeConfig.NamedUser) throws -> KubeConfig.NamedUser {
    var entry = entry
    if let token { entry.user.token = token }
    if let username { entry.user.username = username }
    if let password { entry.user.password = password }
    if let clientCertificate {
      entry.user.clientCertificateData = embedCerts ? try ConfigFile.embedded(clientCertificate) : nil
      entry.user.clientCertificate = embedCerts ? nil : ConfigFile.absolute(clientCertificate)
    }
    if let clientKey {
      entry.user.clientKeyData = embedCerts ? try ConfigFile.embedded(clientKey) : nil
      entry.user.clientKey = embedCerts ? nil : ConfigFile.absolute(clientKey)
    }
    return entry
  }
}

struct ConfigDeleteUser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete-user", abstract: "Delete a user from the kubeconfig.")
  @OptionGroup var file: ConfigFile
  @Argument(help: "The name of the user.") var name: String

  func run() throws {
    let path = file.path
    try file.change { config in
      guard config.users.contains(where: { $0.name == name }) else {
        throw CommandError("cannot delete user \(name), not in \(path)")
      }
      config.users.removeAll { $0.name == name }
    }
    Terminal.writeLine("deleted user \(name) from \(path)")
  }
}
