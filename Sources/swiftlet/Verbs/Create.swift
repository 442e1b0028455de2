import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet create`: creates the objects of a file, or a simple one from flags.
struct Create: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Create objects from a file, or a namespace, deployment, configmap, secret or serviceaccount by flags.",
    subcommands: [
      CreateFromFile.self, CreateNamespace.self, CreateDeployment.self, CreateConfigMap.self,
      CreateSecret.self,
      CreateServiceAccount.self,
    ],
    defaultSubcommand: CreateFromFile.self)
}

/// What all forms of `create` share.
struct CreationOptions: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @Option(name: [.short, .long], help: "name, json or yaml instead of a sentence.") var output: String?
  @Option(name: .long, help: "strict, warn or ignore unknown fields.") var validate = "strict"

  func create(_ items: [ManifestReader.Item]) async throws {
    let validation = try FieldValidation(flag: validate)
    try await connection.withSession { session in
      var failures = FailureList()
      for item in items {
        do { try await create(item, validation, session) } catch { failures.add(error, of: item) }
      }
      try failures.report()
    }
  }

  private func create(_ item: ManifestReader.Item, _ validation: FieldValidation, _ session: Session)
    async throws
  {
    let target = try await ObjectTarget(item, session, allowsGeneratedName: true)
    var created = session.isNamespaceExplicit ? target.object : item.object
    if dryRun != .client {
      let options = WriteOptions(
        fieldManager: "kubectl-create", fieldValidation: validation, isDryRun: dryRun == .server)
      do {
        created = try await session.client.create(
          target.resource.groupVersionResource, target.key, subresource: nil, object: target.object,
          options: options)
      } catch {
        throw item.source == nil
          ? CommandError("failed to create \(target.resource.singular): \(error.message)")
          : error.when("creating", item.file)
      }
    }
    if let output {
      Terminal.write(try ObjectPrinter(format: OutputFormat(output)).text([created], isSingle: true))
    } else {
      Terminal.writeLine("\(ObjectPrinter.name(of: created)) created\(dryRun.suffix)")
    }
  }
}

struct CreateFromFile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "Create the objects of a file.")
  @OptionGroup var options: CreationOptions
  @OptionGroup var files: FileOptions

  func run() async throws { try await options.create(files.items()) }
}

struct CreateNamespace: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "namespace", aliases: ["ns"])
  @OptionGroup var options: CreationOptions
  @Argument var name: String

  func run() async throws {
    try await options.create([
      .flags(["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": .string(name)]])
    ])
  }
}

struct CreateServiceAccount: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "serviceaccount", aliases: ["sa"])
  @OptionGroup var options: CreationOptions
  @Argument var name: String

  func run() async throws {
    try await options.create([
      .flags(["apiVersion": "v1", "kind": "ServiceAccount", "metadata": ["name": .string(name)]])
    ])
  }
}

struct CreateDeployment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "deployment", aliases: ["deploy"])
  @OptionGroup var options: CreationOptions
  @Argument var name: String
  @Option(name: .long, help: "The image of the container.") var image: String
  @Option(name: [.customShort("r"), .long], help: "How many pods.") var replicas = 1
  @Option(name: .long, help: "The port that the container listens on.") var port: Int?

  func run() async throws {
    let base = image.split(separator: "/").last ?? ""
    let container = base.split(whereSeparator: { $0 == ":" || $0 == "@" }).first.map(String.init) ?? name
    var spec: JSONObject = ["name": .string(container), "image": .string(image)]
    if let port { spec["ports"] = [["containerPort": .int(Int64(port))]] }
    let labels: JSON = ["app": .string(name)]
    try await options.create([
      .flags([
        "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": .string(name), "labels": labels],
        "spec": [
          "replicas": .int(Int64(replicas)), "selector": ["matchLabels": labels],
          "template": ["metadata": ["labels": labels], "spec": ["containers": [.object(spec)]]],
        ],
      ])
    ])
  }
}

/// `key=value` pairs of `--from-literal`.
struct LiteralOptions: ParsableArguments {
  @Option(name: .long, help: "key=value; may be repeated.") var fromLiteral: [String] = []

  func values() throws -> JSONObject {
    var values = JSONObject()
    for literal in fromLiteral {
      guard let equals = literal.firstIndex(of: "=") else {
        throw CommandError("invalid literal source \(literal), expected key=value")
      }
      values[String(literal[..<equals])] = .string(String(literal[literal.index(after: equals)...]))
    }
    return values
  }
}

struct CreateConfigMap: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "configmap", aliases: ["cm"])
  @OptionGroup var options: CreationOptions
  @OptionGroup var literals: LiteralOptions
  @Argument var name: String

  func run() async throws {
    try await options.create([
      .flags([
        "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": .string(name)],
        "data": .object(try literals.values()),
      ])
    ])
  }
}

struct CreateSecret: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secret",
    abstract: "Create a secret of type Opaque: `create secret generic NAME --from-literal=...`.")
  @OptionGroup var options: CreationOptions
  @OptionGroup var literals: LiteralOptions
  @Argument(help: "generic") var type: String
  @Argument var name: String

  func run() async throws {
    guard type == "generic" else { throw CommandError("only generic secrets can be made by flags") }
    try await options.create([
      .flags([
        "apiVersion": "v1", "kind": "Secret", "metadata": ["name": .string(name)], "type": "Opaque",
        "data": .object(JSONObject(uniqueKeysWithValues: try literals.values().map(Self.encoded))),
      ])
    ])
  }
}

extension CreateSecret {
  private static func encoded(_ member: JSONObject.Element) -> JSONObject.Element {
    (member.key, ByteString((member.value.stringValue ?? "").utf8).json)
  }
}

extension ManifestReader.Item {
  /// An object made of flags.
  static func flags(_ fields: JSONObject) -> ManifestReader.Item {
    ManifestReader.Item(object: DynamicObject(fields: fields), file: "flags")
  }
}
