import APIMachinery
import ArgumentParser
import KubernetesClient
import RemoteClient

/// `swiftlet replace`: puts objects of a file in the place of those that are there.
struct Replace: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Replace objects by those of a file.")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var files: ManifestOptions
  @Flag(name: .long, help: "Delete the objects and create them anew.") var force = false
  @Option(name: .long, help: "With --force: seconds given to a pod to end.")
  var gracePeriod: Int?
  @Option(name: .long, help: "How long to wait for a deletion.") var timeout = "0s"
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @Option(name: .long, help: "strict, warn or ignore unknown fields.") var validate: String?
  @Option(name: .long, help: "The name of the manager of the fields.") var fieldManager = "kubectl-replace"
  @Option(name: .long, help: "status, scale, ...") var subresource: String?
  @Flag(name: .long, help: "Note the configuration for a later apply.") var saveConfig = false
  @OptionGroup var print: PrintOptions

  func run() async throws {
    let items = try await files.items(validation: validate)
    guard !items.isEmpty else { throw CommandError("no objects passed to replace") }
    try await connection.withSession { session in
      var failures = FailureList()
      for item in items {
        do { try await replace(item, session) } catch { failures.add(error, of: item) }
      }
      try failures.report()
    }
  }

  private func replace(_ item: ManifestReader.Item, _ session: Session) async throws {
    var target = try await ObjectTarget(item, session)
    if saveConfig { target.object = Applier.annotated(target.object) }
    let options = WriteOptions(
      fieldManager: fieldManager, fieldValidation: try FieldValidation(flag: validate ?? "strict"),
      isDryRun: dryRun == .server)
    let resource = target.resource.groupVersionResource
    var result = target.object
    if dryRun != .client {
      if force { try await delete(target, session) }
      do {
        result =
          force
          ? try await session.client.create(
            resource, target.key, subresource: nil, object: target.object, options: options)
          : try await session.client.update(
            resource, target.key, subresource: subresource, object: target.object, options: options)
      } catch {
        throw error.when(force ? "creating" : "replacing", item.file)
      }
    }
    try print.say(result, "replaced\(dryRun.suffix)")
  }

  private func delete(_ target: ObjectTarget, _ session: Session) async throws {
    guard let old = try await session.find(target) else { return }
    _ = try await session.client.delete(
      target.resource.groupVersionResource, target.key,
      options: DeleteOptions(gracePeriodSeconds: gracePeriod))
    Terminal.writeLine("\(ObjectPrinter.name(of: old).replacing("/", with: " \""))\" deleted")
    let limit = try Duration(goDuration: timeout == "0" ? "0s" : timeout)
    try await ConditionWaiter(session: session, resource: target.resource, key: target.key)
      .wait(until: .deleted(uid: old.metadata.uid), timeout: limit == .zero ? nil : limit)
  }
}
