import APIMachinery

/// One patch of a kustomization: strategic merge, or JSON 6902.
struct KustomizePatch {
  private let patch: Kustomization.Patch
  private let folder: KustomizeFolder

  init(_ patch: Kustomization.Patch, _ folder: KustomizeFolder) {
    self.patch = patch
    self.folder = folder
  }

  private enum Change {
    case operations(JSONPatch)
    case merge(JSONObject)
  }

  func apply(to set: inout KustomizeSet) throws {
    for change in try changes() {
      switch change {
      case .operations(let operations):
        guard let target = patch.target else {
          throw CommandError("must specify a target for JSON patch \(source)")
        }
        for index in try matches(target, set) { try apply(operations, to: &set.resources[index]) }
      case .merge(let fields): try merge(fields, &set)
      }
    }
    set.resources.removeAll { $0.object.fields.isEmpty }
  }

  private var source: String { patch.path ?? "\"\(patch.text ?? "")\"" }

  private func changes() throws -> [Change] {
    do {
      let bytes = try patch.path.map { try folder.bytes($0) } ?? Array((patch.text ?? "").utf8)
      let documents = try YAML.parse(bytes, file: patch.path ?? "patch", limits: .file)
      return try documents.filter { !$0.value.isNull }.map { document in
        if case .object(let fields) = document.value { return .merge(fields) }
        return .operations(try JSONPatch(json: document.value))
      }
    } catch {
      throw CommandError(
        "unable to parse SM or JSON patch from \(source): \(error)")
    }
  }

  // MARK: JSON patches

  private func apply(_ operations: JSONPatch, to resource: inout KustomizeResource) throws {
    do {
      let result = try operations.apply(to: .object(resource.object.fields), limits: .file)
      take(DynamicObject(fields: result.objectValue ?? [:]), &resource)
    } catch {
      throw CommandError("add operation does not apply: \(source) on \(resource.id): \(error)")
    }
  }

  // MARK: Strategic merge patches

  private func merge(_ fields: JSONObject, _ set: inout KustomizeSet) throws {
    let wanted = DynamicObject(fields: fields)
    var indices: [Int]
    if let target = patch.target {
      indices = try matches(target, set)
    } else {
      indices = set.resources.indices.filter { index in
        let resource = set.resources[index]
        return resource.object.kind == wanted.kind && resource.object.apiVersion == wanted.apiVersion
          && resource.names.contains {
            $0.name == wanted.metadata.name
              && (wanted.metadata.namespace == nil || $0.namespace == wanted.metadata.namespace)
          }
      }
      guard indices.count == 1 else {
        let id = KustomizeResource(wanted).id
        throw CommandError(
          indices.isEmpty
            ? "no matches for Id \(id); failed to find unique target for patch \(id)"
            : "multiple matches for Id \(id); failed to find unique target for patch \(id)")
      }
    }
    for index in indices { try merge(fields, into: &set.resources[index]) }
  }

  private func merge(_ fields: JSONObject, into resource: inout KustomizeResource) throws {
    let version = GroupVersion(apiVersion: resource.object.apiVersion)
    let kind = GroupVersionKind(
      group: version?.group ?? "", version: version?.version ?? "", kind: resource.object.kind)
    do {
      let merged =
        if let schema = KustomizeTransformations.catalog.kind(kind)?.schema {
          try StrategicMergePatch.apply(fields, to: resource.object.fields, type: Self.compiled(schema))
        } else {
          JSONMergePatch.apply(.object(fields), to: .object(resource.object.fields)).objectValue ?? [:]
        }
      take(DynamicObject(fields: merged), &resource)
    } catch {
      throw CommandError("patch \(source) on \(resource.id): \(error)")
    }
  }

  private static func compiled(_ schema: ObjectSchema) -> ObjectNode {
    var compiler = SchemaCompiler()
    return compiler.compile(schema)
  }

  /// Kubernetes: a patch changes neither the name nor the kind, unless the options allow it.
  private func take(_ result: DynamicObject, _ resource: inout KustomizeResource) {
    if result.fields.isEmpty || result.fields["$patch"] == "delete" {
      resource.object = DynamicObject(fields: [:])
      return
    }
    var result = result
    if !patch.allowsNameChange || patch.target == nil { result.metadata.name = resource.object.metadata.name }
    if !patch.allowsKindChange {
      result.fields["kind"] = resource.object.fields["kind"]
      if patch.target != nil { result.fields["apiVersion"] = resource.object.fields["apiVersion"] }
    }
    if patch.target != nil, result.metadata.namespace != resource.object.metadata.namespace,
      patch.text?.contains("/metadata/namespace") != true
    {
      result.metadata.namespace = resource.object.metadata.namespace
    }
    resource.object = result
    if resource.names.last != result.key { resource.names.append(result.key) }
  }

  // MARK: Targets

  private func matches(_ target: Kustomization.Target, _ set: KustomizeSet) throws -> [Int] {
    let matcher = try TargetMatcher(target)
    return set.resources.indices.filter { matcher.matches(set.resources[$0]) }
  }
}

/// What the target of a patch asks of an object.
private struct TargetMatcher {
  private let name, namespace: Regex<AnyRegexOutput>?
  private let target: Kustomization.Target
  private let labels, annotations: Selector?

  init(_ target: Kustomization.Target) throws {
    self.target = target
    name = try Self.whole(target.name)
    namespace = try Self.whole(target.namespace)
    labels = try target.labelSelector.map { try Selector(parsing: $0) }
    annotations = try target.annotationSelector.map { try Selector(parsing: $0) }
  }

  private static func whole(_ text: String?) throws -> Regex<AnyRegexOutput>? {
    guard let text, !text.isEmpty else { return nil }
    do { return try Regex("^(?:\(text))$") } catch {
      throw CommandError("invalid target: \"\(text)\" is no regular expression")
    }
  }

  func matches(_ resource: KustomizeResource) -> Bool {
    let metadata = resource.object.metadata
    return isSame(target.group, resource.group) && isSame(target.version, resource.version)
      && isSame(target.kind, resource.object.kind)
      && resource.names.contains { key in
        (name.map { key.name.wholeMatch(of: $0) != nil } ?? true)
          && (namespace.map { key.namespace.wholeMatch(of: $0) != nil } ?? true)
      }
      && (labels?.matches(metadata.labels) ?? true) && (annotations?.matches(metadata.annotations) ?? true)
  }

  private func isSame(_ wanted: String?, _ value: String) -> Bool {
    guard let wanted, !wanted.isEmpty else { return true }
    return (try? Self.whole(wanted)).flatMap { $0 }.map { value.wholeMatch(of: $0) != nil } ?? false
  }
}
