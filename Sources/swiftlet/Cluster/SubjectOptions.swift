import APIMachinery
import ArgumentParser
import KubernetesClient

/// The flags that name manifests, where objects can be named in other ways too.
struct ManifestOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .long],
    help: "A file, a folder, a URL, or - for standard input; may be repeated.")
  var filename: [String] = []
  @Option(name: [.customShort("k"), .long], help: "A folder with a kustomization.yaml.") var kustomize:
    String?
  @Flag(name: [.customShort("R"), .long], help: "Look into subfolders too.") var recursive = false

  var areGiven: Bool { !filename.isEmpty || kustomize != nil }

  /// The objects of all manifests; what has no meaning is said on standard error.
  ///
  /// A key that stands twice is warned of and its last value counts; `--validate=strict` refuses it, and
  /// `--validate=ignore` says nothing of it.
  ///
  /// - Parameter validation: The value of `--validate`, where that was given.
  func items(validation: String? = nil) async throws -> [ManifestReader.Item] {
    guard areGiven else { throw CommandError("must specify one of -f and -k") }
    guard filename.isEmpty || kustomize == nil else {
      throw CommandError("only one of -f or -k can be specified")
    }
    let strictness = try validation.map { try FieldValidation(flag: $0) }
    var reader = ManifestReader(
      isRecursive: recursive, duplicates: strictness == .strict ? .refused : .lastCounts)
    for name in filename { try await reader.read(name) }
    if let kustomize { try await reader.readKustomization(kustomize) }
    if strictness != .ignore {
      for warning in reader.warnings { Terminal.writeError("Warning: \(warning)") }
    }
    return reader.items
  }
}

/// The objects that a command is about: by type and name, by label, or by manifest.
struct SubjectOptions: ParsableArguments {
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var manifests: ManifestOptions
  @Option(name: [.customShort("l"), .long], help: "Label selector.") var selector: String?
  @Option(name: .long, help: "Field selector.") var fieldSelector: String?
  @Flag(name: .long, help: "All objects of the type.") var all = false
  @Flag(name: [.customShort("A"), .long], help: "All namespaces.") var allNamespaces = false

  /// What the arguments or the manifests name.
  func named(_ arguments: [String], _ session: Session) async throws -> ResourceArguments {
    let mapper = try await session.mapper()
    if manifests.areGiven {
      return try ResourceArguments(items: try await manifests.items(), mapper)
    }
    let named = try ResourceArguments(arguments, mapper)
    guard named.hasNames || all || allNamespaces || selector != nil || fieldSelector != nil else {
      throw CommandError("resource(s) were provided, but no name was specified")
    }
    return named
  }

  /// Runs `body` for each object that the arguments, the selectors or the manifests name.
  func forEach(
    _ arguments: [String], _ body: (Session, ResourceDefinition, DynamicObject) async throws -> Void
  ) async throws {
    try await connection.withSession { session in
      for target in try await named(arguments, session).targets {
        let objects = try await session.objects(
          target, labelSelector: selector, fieldSelector: fieldSelector, allNamespaces: allNamespaces)
        for object in objects { try await body(session, target.resource, object) }
      }
    }
  }
}
