import APIMachinery
import ArgumentParser
import Foundation
import KubernetesClient
import RemoteClient

/// `swiftlet diff`: shows what `apply` would change.
///
/// Kubernetes: `kubectl diff`: exit code 0 without differences, 1 with some, greater for errors.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what apply would change, as a unified diff.",
    discussion:
      "The exit code is 0 when nothing would change, 1 when something would, and greater for errors.")

  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var files: ManifestOptions
  @Flag(name: .long, help: "As apply --server-side would.") var serverSide = false
  @Flag(name: .long, help: "With --server-side: take fields over from other managers.") var forceConflicts =
    false
  @Option(name: .long, help: "With --server-side: the name of the manager.") var fieldManager = "kubectl"
  @Option(name: [.customShort("l"), .long], help: "Only objects with these labels.") var selector: String?

  func run() async throws {
    var isDifferent = false
    do {
      let wanted = try selector.map { try Selector(parsing: $0) }
      let items = try await files.items().filter { wanted?.matches($0.object.metadata.labels) ?? true }
      try await connection.withSession { session in
        let folders = try DiffFolders()
        defer { folders.remove() }
        for item in items { try await add(item, to: folders, session) }
        isDifferent = try folders.compare()
      }
    } catch {
      throw CommandError(Failure.text(of: error), exitCode: 2, isPlain: true)
    }
    if isDifferent { throw CommandError("", exitCode: 1) }
  }

  private func add(_ item: ManifestReader.Item, to folders: DiffFolders, _ session: Session) async throws {
    let target = try await ObjectTarget(item, session)
    let live = try await session.find(target)
    let options = WriteOptions(
      fieldManager: serverSide ? fieldManager : "kubectl-client-side-apply", isDryRun: true,
      isForced: forceConflicts)
    let applier = Applier(session: session, options: options)
    let merged =
      serverSide
      ? try await applier.applyOnServer(target).object : try await applier.applied(target, isNoted: false)
    let name = Self.fileName(of: target)
    if let live { try folders.write(live, name, isLive: true) }
    try folders.write(merged, name, isLive: false)
  }

  /// `apps.v1.Deployment.default.web`.
  private static func fileName(of target: ObjectTarget) -> String {
    let resource = target.resource
    let group = resource.group.isEmpty ? "" : "\(resource.group)."
    return "\(group)\(resource.version).\(resource.kind).\(target.key.namespace).\(target.key.name)"
  }
}

/// Two folders of files that the `diff` program compares.
struct DiffFolders {
  private let live: String
  private let merged: String

  init() throws {
    live = try Self.makeFolder("LIVE")
    merged = try Self.makeFolder("MERGED")
  }

  private static func makeFolder(_ name: String) throws -> String {
    var template = Array("\(NSTemporaryDirectory())/\(name)-XXXXXX".replacing("//", with: "/").utf8CString)
    guard let path = mkdtemp(&template) else { throw CommandError("cannot make a temporary folder") }
    return String(cString: path)
  }

  /// Writes an object without what only the server's bookkeeping changes.
  func write(_ object: DynamicObject, _ name: String, isLive: Bool) throws {
    var object = object
    object.metadata.fields["managedFields"] = nil
    if object.kind == "Secret" { object = Self.masked(object) }
    let path = "\(isLive ? live : merged)/\(name)"
    guard FileManager.default.createFile(atPath: path, contents: Data(YAML.text(of: object.json).utf8)) else {
      throw CommandError("cannot write \(path)")
    }
  }

  private static func masked(_ object: DynamicObject) -> DynamicObject {
    var object = object
    for field in ["data", "stringData"] {
      guard let members = object.fields[field]?.objectValue else { continue }
      object.fields[field] = .object(
        JSONObject(uniqueKeysWithValues: members.map { ($0.key, .string("***")) }))
    }
    return object
  }

  /// Runs `$KUBECTL_EXTERNAL_DIFF`, or `diff -u -N`, whose text goes to standard output.
  func compare() throws -> Bool {
    let custom = ProcessInfo.processInfo.environment["KUBECTL_EXTERNAL_DIFF"] ?? ""
    let words = custom.split(separator: " ").map(String.init)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = (words.isEmpty ? ["diff", "-u", "-N"] : words) + [live, merged]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus <= 1 else {
      throw CommandError("the diff program failed with exit code \(process.terminationStatus)")
    }
    return process.terminationStatus == 1
  }

  func remove() {
    for folder in [live, merged] { try? FileManager.default.removeItem(atPath: folder) }
  }
}
