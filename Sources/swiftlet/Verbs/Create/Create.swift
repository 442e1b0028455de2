import APIMachinery
import ArgumentParser
import Foundation
import KubernetesClient
import RemoteClient

/// `swiftlet create`: creates the objects of a file, or a simple one from flags.
struct Create: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Create objects from a file, or a simple one by flags.",
    discussion: "Examples: `create -f web.yaml`, `create deployment web --image=nginx`, `create ns shop`.",
    subcommands: [
      CreateFromFile.self, CreateNamespace.self, CreateDeployment.self, CreateJob.self, CreateCronJob.self,
      CreateService.self,
      CreateConfigMap.self, CreateSecret.self, CreateServiceAccount.self, CreateToken.self, CreateQuota.self,
      CreatePodDisruptionBudget.self, CreatePriorityClass.self, CreateIngress.self,
      CreateRole.self, CreateClusterRole.self, CreateRoleBinding.self, CreateClusterRoleBinding.self,
    ],
    defaultSubcommand: CreateFromFile.self)
}

/// What all forms of `create` share.
struct CreationOptions: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @OptionGroup var print: PrintOptions
  @Option(name: .long, help: "strict, warn or ignore unknown fields and keys that stand twice.")
  var validate: String?
  @Option(name: .long, help: "The name of the manager of the fields.") var fieldManager = "kubectl-create"
  @Flag(name: .long, help: "Note the configuration for a later apply.") var saveConfig = false

  /// Creates one object that was made of flags.
  func create(_ fields: JSONObject) async throws {
    try await create([ManifestReader.Item(object: DynamicObject(fields: fields), file: "flags")])
  }

  func create(_ items: [ManifestReader.Item]) async throws {
    let validation = try FieldValidation(flag: validate ?? "strict")
    try await connection.withSession { session in
      var failures = FailureList()
      for item in items {
        do { try await create(item, validation, session) } catch { failures.add(error, of: item) }
      }
      try failures.report()
    }
  }

  private func create(
    _ item: ManifestReader.Item, _ validation: FieldValidation, _ session: Session
  ) async throws {
    let target = try await ObjectTarget(item, session, allowsGeneratedName: true)
    var created = session.isNamespaceExplicit ? target.object : item.object
    if dryRun != .client {
      let wanted = saveConfig ? Applier.annotated(target.object) : target.object
      let options = WriteOptions(
        fieldManager: fieldManager, fieldValidation: validation, isDryRun: dryRun == .server)
      do {
        created = try await session.client.create(
          target.resource.groupVersionResource, target.key, subresource: nil, object: wanted, options: options
        )
      } catch {
        if item.source != nil { throw error.when("creating", item.file) }
        if target.resource.plural == "namespaces" || error.code == 0 { throw error }
        throw CommandError("failed to create \(target.resource.singular): \(error.message)")
      }
    }
    try print.say(created, "created\(dryRun.suffix)")
  }
}

struct CreateFromFile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "Create the objects of a file.")
  @OptionGroup var options: CreationOptions
  @OptionGroup var files: ManifestOptions

  func run() async throws { try await options.create(await files.items(validation: options.validate)) }
}

struct CreateNamespace: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "namespace", abstract: "Create a namespace.", aliases: ["ns"])
  @OptionGroup var options: CreationOptions
  @Argument var name: String

  func run() async throws {
    try await options.create([
      "apiVersion": "v1", "kind": "Namespace", "metadata": ["name": .string(name)], "spec": [:],
      "status": [:],
    ])
  }
}

struct CreateServiceAccount: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serviceaccount", abstract: "Create a service account.", aliases: ["sa"])
  @OptionGroup var options: CreationOptions
  @Argument var name: String

  func run() async throws {
    try await options.create([
      "apiVersion": "v1", "kind": "ServiceAccount", "metadata": ["name": .string(name)],
    ])
  }
}

/// `key=value,key=value`.
enum KeyValueList {
  /// - Throws: ``CommandError`` when a part has no equals sign.
  static func parse(_ text: String, _ what: String) throws -> JSONObject {
    var members = JSONObject()
    for part in text.split(separator: ",") {
      guard let equals = part.firstIndex(of: "="), equals != part.startIndex else {
        throw CommandError("Invalid argument syntax \(part), expected <\(what)>=<value>")
      }
      members[String(part[..<equals])] = .string(String(part[part.index(after: equals)...]))
    }
    return members
  }
}
