import APIMachinery
import ArgumentParser
import Foundation
import RemoteClient

struct ConfigGetClusters: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "get-clusters", abstract: "List the clusters.")
  @OptionGroup var file: ConfigFile

  func run() throws {
    Terminal.write(
      (["NAME"] + (try file.load().clusters.map(\.name).sorted())).joined(separator: "\n") + "\n")
  }
}

struct ConfigSetCluster: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-cluster", abstract: "Change or add a cluster.")
  @OptionGroup var file: ConfigFile
  @Argument(help: "The name of the cluster.") var name: String
  @Option(name: .long, help: "Its address.") var server: String?
  @Option(name: .long, help: "A file with the certificates of its authorities.") var certificateAuthority:
    String?
  @Flag(name: .long, help: "Copy that file into the kubeconfig.") var embedCerts = false
  @Option(name: .long, help: "true: take any certificate.") var insecureSkipTlsVerify: Bool?
  @Option(name: .long, help: "The name to expect in its certificate.") var tlsServerName: String?
  @Option(name: .long, help: "The proxy to reach it through.") var proxyUrl: String?

  func run() throws {
    try file.change { config in
      if !config.clusters.contains(where: { $0.name == name }) {
        config.clusters.append(KubeConfig.NamedCluster { $0.name = name })
      }
      config.clusters = try config.clusters.map { $0.name == name ? try updated($0) : $0 }
    }
    Terminal.writeLine("Cluster \"\(name)\" set.")
  }

  private func updated(_ entry: KubeConfig.NamedCluster) throws -> KubeConfig.NamedCluster {
    var entry = entry
    if let server { entry.cluster.server = server }
    if let insecureSkipTlsVerify { entry.cluster.insecureSkipTLSVerify = insecureSkipTlsVerify }
    if let tlsServerName { entry.cluster.tlsServerName = tlsServerName }
    if let proxyUrl { entry.cluster.proxyURL = proxyUrl }
    if let certificateAuthority {
      entry.cluster.certificateAuthorityData =
        embedCerts ? try ConfigFile.embedded(certificateAuthority) : nil
      entry.cluster.certificateAuthority = embedCerts ? nil : ConfigFile.absolute(certificateAuthority)
    }
    return entry
  }
}

struct ConfigDeleteCluster: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete-cluster", abstract: "Delete a cluster from the kubeconfig.")
  @OptionGroup var file: ConfigFile
  @Argument(help: "The name of the cluster.") var name: String

  func run() throws {
    let path = file.path
    try file.change { config in
      guard config.clusters.contains(where: { $0.name == name }) else {
        throw CommandError("cannot delete cluster \(name), not in \(path)")
      }
      config.clusters.removeAll { $0.name == name }
    }
    Terminal.writeLine("deleted cluster \(name) from \(path)")
  }
}

extension ConfigFile {
  static func embedded(_ path: String) throws -> String {
    Data(try DataOptions.bytes(path)).base64EncodedString()
  }

  static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
