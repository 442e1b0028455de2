import APIMachinery

/// The content of a `kustomization.yaml`.
///
/// Kubernetes: `kustomize.config.k8s.io/v1beta1 Kustomization`, `v1alpha1 Component`.
struct Kustomization {
  /// How the objects are ordered at the end.
  enum Order { case legacy, asGiven }

  let isComponent: Bool
  let resources: [String]
  let components: [String]
  let namespace: String?
  let prefix: String
  let suffix: String
  let labels: [LabelSet]
  let annotations: JSONObject
  let images: [Image]
  let replicas: [(name: String, count: Int64)]
  /// In the order of their application: strategic merge patches first, JSON patches after the labels.
  let patches: [Patch]
  let latePatches: [Patch]
  let configMaps: [Generator]
  let secrets: [Generator]
  let order: Order?

  struct LabelSet {
    var pairs: JSONObject
    var selectors = false
    var templates = false
  }

  struct Image {
    var name: String
    var newName: String?
    var newTag: String?
    var digest: String?
    var tagSuffix: String?
  }

  /// A patch: inline or in a file.
  struct Patch {
    var text: String?
    var path: String?
    var target: Target?
    var allowsNameChange = false
    var allowsKindChange = false
  }

  /// What a patch is for; each part is a regular expression for the whole text.
  struct Target {
    var group, version, kind, name, namespace: String?
    var labelSelector, annotationSelector: String?
  }

  struct Generator {
    var isSecret: Bool
    var name: String
    var namespace: String?
    var behavior = "create"
    var literals: [String] = []
    var files: [String] = []
    var envs: [String] = []
    var type: String?
    var labels = JSONObject()
    var annotations = JSONObject()
    var hasHash = true
    var isImmutable = false
  }

  private static let unsupported = [
    "vars", "replacements", "helmCharts", "helmGlobals", "helmChartInflationGenerator", "crds",
    "configurations",
    "generators", "transformers", "validators", "openapi", "buildMetadata", "inventory", "imageTags",
  ]

  /// - Throws: ``CommandError`` that names the file and the field that is not known, not supported or of another type.
  init(_ fields: JSONObject, file: String) throws {
    let reader = KustomizeFields(fields, file: file)
    let kind = try reader.text("kind") ?? "Kustomization"
    guard ["Kustomization", "Component"].contains(kind) else {
      throw CommandError("\(file): kind should be Kustomization or Component, not \(kind)")
    }
    isComponent = kind == "Component"
    _ = (try reader.text("apiVersion"), reader.value("metadata"))
    for field in Self.unsupported where fields[field] != nil {
      throw CommandError("\(file): the field \(field) is not supported here")
    }
    resources = try reader.texts("resources") + reader.texts("bases")
    components = try reader.texts("components")
    namespace = try reader.text("namespace")
    prefix = try reader.text("namePrefix") ?? ""
    suffix = try reader.text("nameSuffix") ?? ""
    labels = try Self.labels(reader)
    annotations = try reader.object("commonAnnotations") ?? [:]
    images = try Self.images(reader)
    replicas = try reader.list("replicas").map {
      let entry = (name: try $0.required("name"), count: try $0.integer("count") ?? 0)
      try $0.finish()
      return entry
    }
    patches = try Self.mergePatches(reader) + Self.patches(reader, "patches")
    latePatches = try Self.patches(reader, "patchesJson6902")
    let options = try Self.options(reader, "generatorOptions") ?? Generator(isSecret: false, name: "")
    configMaps = try Self.generators(reader, "configMapGenerator", isSecret: false, options)
    secrets = try Self.generators(reader, "secretGenerator", isSecret: true, options)
    order = try Self.order(reader)
    try reader.finish()
  }

  private static func order(_ reader: KustomizeFields) throws -> Order? {
    guard let options = try reader.child("sortOptions") else { return nil }
    let word = try options.text("order") ?? ""
    guard options.value("legacySortOptions") == nil else {
      throw CommandError("\(reader.file): the field sortOptions.legacySortOptions is not supported here")
    }
    guard ["legacy", "fifo"].contains(word) else {
      throw CommandError("\(reader.file): sortOptions.order must be legacy or fifo, not \(word)")
    }
    return word == "legacy" ? .legacy : .asGiven
  }

  private static func labels(_ reader: KustomizeFields) throws -> [LabelSet] {
    var sets: [LabelSet] = []
    if let common = try reader.object("commonLabels") {
      sets.append(LabelSet(pairs: common, selectors: true, templates: true))
    }
    for entry in try reader.list("labels") {
      guard entry.value("fields") == nil else {
        throw CommandError("\(reader.file): the field \(entry.path).fields is not supported here")
      }
      sets.append(
        LabelSet(
          pairs: try entry.object("pairs") ?? [:], selectors: try entry.flag("includeSelectors") ?? false,
          templates: try entry.flag("includeTemplates") ?? false))
      try entry.finish()
    }
    return sets
  }

  private static func images(_ reader: KustomizeFields) throws -> [Image] {
    try reader.list("images").map { entry in
      let image = Image(
        name: try entry.required("name"), newName: try entry.text("newName"),
        newTag: try entry.text("newTag"),
        digest: try entry.text("digest"), tagSuffix: try entry.text("tagSuffix"))
      try entry.finish()
      return image
    }
  }

  /// Files, or patches written in the list itself.
  private static func mergePatches(_ reader: KustomizeFields) throws -> [Patch] {
    try reader.texts("patchesStrategicMerge").map { text in
      text.contains("\n") ? Patch(text: text) : Patch(path: text)
    }
  }

  private static func patches(_ reader: KustomizeFields, _ field: String) throws -> [Patch] {
    try reader.list(field).map { entry in
      var patch = Patch(text: try entry.text("patch"), path: try entry.text("path"))
      if let target = try entry.child("target") { patch.target = try Self.target(target) }
      if let options = try entry.child("options") {
        patch.allowsNameChange = try options.flag("allowNameChange") ?? false
        patch.allowsKindChange = try options.flag("allowKindChange") ?? false
      }
      guard (patch.text == nil) != (patch.path == nil) else {
        throw CommandError("\(reader.file): \(entry.path) must have one of patch and path")
      }
      try entry.finish()
      return patch
    }
  }

  private static func target(_ reader: KustomizeFields) throws -> Target {
    let target = Target(
      group: try reader.text("group"), version: try reader.text("version"), kind: try reader.text("kind"),
      name: try reader.text("name"), namespace: try reader.text("namespace"),
      labelSelector: try reader.text("labelSelector"),
      annotationSelector: try reader.text("annotationSelector"))
    try reader.finish()
    return target
  }
}

// MARK: - Generators

extension Kustomization {
  private static func options(_ reader: KustomizeFields, _ field: String) throws -> Generator? {
    guard let options = try reader.child(field) else { return nil }
    var result = Generator(isSecret: false, name: "")
    result.labels = try options.object("labels") ?? [:]
    result.annotations = try options.object("annotations") ?? [:]
    result.hasHash = !(try options.flag("disableNameSuffixHash") ?? false)
    result.isImmutable = try options.flag("immutable") ?? false
    try options.finish()
    return result
  }

  private static func generators(
    _ reader: KustomizeFields, _ field: String, isSecret: Bool, _ common: Generator
  ) throws -> [Generator] {
    try reader.list(field).map { entry in
      var result = common
      result.isSecret = isSecret
      result.name = try entry.required("name")
      result.namespace = try entry.text("namespace")
      result.behavior = try entry.text("behavior") ?? "create"
      result.literals = try entry.texts("literals")
      result.files = try entry.texts("files")
      result.envs = try entry.texts("envs") + [try entry.text("env")].compactMap(\.self)
      if isSecret { result.type = try entry.text("type") }
      if let own = try options(entry, "options") {
        for (key, value) in own.labels { result.labels[key] = value }
        for (key, value) in own.annotations { result.annotations[key] = value }
        result.hasHash = result.hasHash && own.hasHash
        result.isImmutable = result.isImmutable || own.isImmutable
      }
      guard ["create", "merge", "replace"].contains(result.behavior) else {
        throw CommandError("\(reader.file): \(entry.path).behavior must be create, merge or replace")
      }
      try entry.finish()
      return result
    }
  }
}
