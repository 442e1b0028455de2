import APIMachinery
import ArgumentParser
import KubernetesClient

/// `swiftlet apply`: makes the cluster have the objects of a file.
struct Apply: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Apply manifests: Kubernetes objects, or an eksctl ClusterConfig.",
    discussion: """
      Creates what is missing and changes what differs. Fields that were applied before and are gone from the file are \
      removed; fields that others set stay.
      """)

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var files: ManifestOptions
  @Flag(name: .long, help: "Let the server merge and track who owns which field.") var serverSide = false
  @Flag(name: .long, help: "With --server-side: take fields over from other managers.") var forceConflicts =
    false
  @Option(name: .long, help: "With --server-side: the name of the manager.") var fieldManager = "kubectl"
  @Option(name: .long, help: "none, client or server.") var dryRun: DryRun = .none
  @Flag(name: .long, help: "Delete objects that were applied before with these labels and are gone now.")
  var prune = false
  @Option(name: [.customShort("l"), .long], help: "Only objects with these labels.") var selector: String?
  @Option(name: .long, help: "strict, warn or ignore unknown fields and keys that stand twice.")
  var validate: String?
  @OptionGroup var print: PrintOptions

  func run() async throws {
    if forceConflicts, !serverSide { throw CommandError("--force-conflicts only works with --server-side") }
    if serverSide, dryRun == .client {
      throw CommandError(
        "--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)")
    }
    let items = try await files.items(validation: validate)
    if prune, selector == nil {
      throw CommandError(
        "all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. If you did not mean to prune all resources, specify a label selector"
      )
    }
    let wanted = try selector.map { try Selector(parsing: $0) }
    let chosen = items.filter { wanted?.matches($0.object.metadata.labels) ?? true }
    guard !chosen.isEmpty || prune else { throw CommandError("no objects passed to apply") }
    try await connection.withSession { session in
      var failures = FailureList()
      var applied: [DynamicObject] = []
      for item in chosen {
        do { applied.append(try await apply(item, session)) } catch { failures.add(error, of: item) }
      }
      if prune {
        try await Pruner(session: session, selector: selector ?? "", dryRun: dryRun).prune(keeping: applied)
      }
      try failures.report()
    }
  }

  private func apply(_ item: ManifestReader.Item, _ session: Session) async throws -> DynamicObject {
    let target = try await ObjectTarget(item, session)
    let options = WriteOptions(
      fieldManager: serverSide ? fieldManager : "kubectl-client-side-apply",
      fieldValidation: try FieldValidation(flag: validate ?? "strict"), isDryRun: dryRun == .server,
      isForced: forceConflicts)
    let applier = Applier(session: session, options: options)
    let result =
      dryRun == .client
      ? try await applier.preview(target)
      : serverSide ? try await applier.applyOnServer(target) : try await applier.apply(target)
    try print.say(result.object, result.change.rawValue + dryRun.suffix)
    return result.object
  }
}

/// `--dry-run`.
enum DryRun: String, ExpressibleByArgument {
  case none, client, server

  /// What is said after the verb.
  var suffix: String {
    switch self {
    case .none: ""
    case .client: " (dry run)"
    case .server: " (server dry run)"
    }
  }
}

extension FieldValidation {
  init(flag: String) throws {
    switch flag.lowercased() {
    case "strict", "true": self = .strict
    case "warn": self = .warn
    case "ignore", "false": self = .ignore
    default:
      throw CommandError(
        "invalid - validate option \"\(flag)\"; must be one of: strict (or true), warn, ignore (or false)")
    }
  }
}
