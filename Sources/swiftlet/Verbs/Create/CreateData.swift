import APIMachinery
import ArgumentParser
import Foundation
import KubernetesClient
import RemoteClient

/// Where the keys and values of a ConfigMap or Secret come from.
struct DataOptions: ParsableArguments {
  @Option(name: .long, help: "key=value; may be repeated.") var fromLiteral: [String] = []
  @Option(name: .long, help: "[key=]file, or a folder of files; may be repeated.") var fromFile: [String] = []
  @Option(name: .long, help: "A file of lines key=value; may be repeated.") var fromEnvFile: [String] = []

  /// - Parameter place: What is said behind an error about a key that stands twice.
  func sources(of place: String = "") throws -> DataSources {
    guard fromEnvFile.isEmpty || (fromFile.isEmpty && fromLiteral.isEmpty) else {
      throw CommandError("from-env-file cannot be combined with from-file or from-literal")
    }
    return try DataSources(
      literals: fromLiteral, files: fromFile.flatMap(Self.files), envFiles: fromEnvFile, place: place,
      read: Self.bytes)
  }

  /// The files of a folder, each with its name as the key.
  private static func files(_ source: String) -> [String] {
    var isFolder: ObjCBool = false
    guard !source.contains("="), FileManager.default.fileExists(atPath: source, isDirectory: &isFolder),
      isFolder.boolValue
    else { return [source] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: source)) ?? []
    return names.sorted().map { "\(source)/\($0)" }.filter { path in
      FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandError("error reading \(path): no such file or directory")
    }
    return Array(data)
  }
}

/// Adds the hash of the content to the name.
struct HashOptions: ParsableArguments {
  @Flag(name: .long, help: "Put the hash of the content behind the name.") var appendHash = false

  func named(_ fields: JSONObject) -> JSONObject {
    guard appendHash else { return fields }
    var object = DynamicObject(fields: fields)
    object.metadata.name = "\(object.key.name)-\(KustomizeHash.of(object, name: object.key.name))"
    return object.fields
  }
}

struct CreateConfigMap: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "configmap", abstract: "Create a config map.", aliases: ["cm"])
  @OptionGroup var options: CreationOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var hash: HashOptions
  @Argument var name: String

  func run() async throws {
    var fields: JSONObject = ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": .string(name)]]
    let (texts, binary) = try data.sources(of: " in Data for ConfigMap \"\(name)\"").texts()
    if !texts.isEmpty { fields["data"] = .object(texts) }
    if !binary.isEmpty { fields["binaryData"] = .object(binary) }
    try await options.create(hash.named(fields))
  }
}

struct CreateSecret: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secret", abstract: "Create a secret.",
    subcommands: [CreateGenericSecret.self, CreateTLSSecret.self, CreateRegistrySecret.self])
}

struct CreateGenericSecret: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generic", abstract: "Create a secret from literals and files.")
  @OptionGroup var options: CreationOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var hash: HashOptions
  @Option(name: .long, help: "The type of the secret.") var type: String?
  @Argument var name: String

  func run() async throws {
    var fields: JSONObject = ["apiVersion": "v1", "kind": "Secret", "metadata": ["name": .string(name)]]
    let values = try data.sources().encoded()
    if !values.isEmpty { fields["data"] = .object(values) }
    if let type { fields["type"] = .string(type) }
    try await options.create(hash.named(fields))
  }
}

struct CreateTLSSecret: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tls", abstract: "Create a secret with a certificate and its key.")
  @OptionGroup var options: CreationOptions
  @OptionGroup var hash: HashOptions
  @Option(name: .long, help: "The file of the certificate.") var cert: String
  @Option(name: .long, help: "The file of the key.") var key: String
  @Argument var name: String

  func run() async throws {
    let (certificate, secret) = (try DataOptions.bytes(cert), try DataOptions.bytes(key))
    for (bytes, what) in [(certificate, "certificate"), (secret, "key")] {
      guard String(decoding: bytes, as: UTF8.self).contains("-----BEGIN ") else {
        throw CommandError("tls: failed to find any PEM data in \(what) input")
      }
    }
    let data: JSON = ["tls.crt": ByteString(certificate).json, "tls.key": ByteString(secret).json]
    try await options.create(
      hash.named([
        "apiVersion": "v1", "kind": "Secret", "metadata": ["name": .string(name)], "data": data,
        "type": "kubernetes.io/tls",
      ]))
  }
}

struct CreateRegistrySecret: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docker-registry", abstract: "Create a secret for a registry of images.")
  @OptionGroup var options: CreationOptions
  @OptionGroup var hash: HashOptions
  @Option(name: .long, help: "The registry.") var dockerServer = "https://index.docker.io/v1/"
  @Option(name: .long, help: "The user.") var dockerUsername: String?
  @Option(name: .long, help: "The password.") var dockerPassword: String?
  @Option(name: .long, help: "The address of the user.") var dockerEmail: String?
  @Option(name: .long, help: "The file config.json of a docker client, instead of the flags above.")
  var fromFile: String?
  @Argument var name: String

  func run() async throws {
    try await options.create(
      hash.named([
        "apiVersion": "v1", "kind": "Secret", "metadata": ["name": .string(name)],
        "data": [".dockerconfigjson": ByteString(try config()).json],
        "type": "kubernetes.io/dockerconfigjson",
      ]))
  }

  private func config() throws -> [UInt8] {
    if let fromFile {
      let path = fromFile.split(separator: "=", maxSplits: 1).last.map(String.init) ?? fromFile
      return try DataOptions.bytes(path)
    }
    guard let dockerUsername, let dockerPassword else {
      throw CommandError(
        "either --from-file or the combination of --docker-username, --docker-password and --docker-server is required"
      )
    }
    var entry: JSONObject = ["username": .string(dockerUsername), "password": .string(dockerPassword)]
    if let dockerEmail { entry["email"] = .string(dockerEmail) }
    entry["auth"] = ByteString(text: "\(dockerUsername):\(dockerPassword)").json
    let config: JSON = ["auths": .object([dockerServer: .object(entry)])]
    return config.serialized()
  }
}
