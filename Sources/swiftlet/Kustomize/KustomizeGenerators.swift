import APIMachinery

/// Makes the ConfigMaps and Secrets that a kustomization describes.
struct KustomizeGenerators {
  private let kustomization: Kustomization
  private let folder: KustomizeFolder

  init(_ kustomization: Kustomization, _ folder: KustomizeFolder) {
    self.kustomization = kustomization
    self.folder = folder
  }

  func run(on set: inout KustomizeSet) throws {
    for generator in kustomization.configMaps + kustomization.secrets { try add(generator, to: &set) }
  }

  private func add(_ generator: Kustomization.Generator, to set: inout KustomizeSet) throws {
    var resource = KustomizeResource(DynamicObject(fields: try fields(generator)))
    resource.needsHash = generator.hasHash
    let kind = resource.object.kind
    let present = set.resources.firstIndex { known in
      known.object.kind == kind && known.isKnown(as: generator.name)
        && (generator.namespace == nil || known.object.key.namespace == generator.namespace)
    }
    guard generator.behavior != "create" else {
      guard present == nil else {
        throw CommandError("\(kind) \(generator.name) exists; behavior must be merge or replace")
      }
      set.resources.append(resource)
      return
    }
    guard let present else {
      throw CommandError("id \(resource.id) does not exist; cannot merge or replace")
    }
    set.resources[present].needsHash = set.resources[present].needsHash || resource.needsHash
    Self.bring(resource.object, into: &set.resources[present].object, merging: generator.behavior == "merge")
  }

  private static func bring(_ new: DynamicObject, into old: inout DynamicObject, merging: Bool) {
    for field in ["data", "binaryData"] {
      var members = merging ? old.fields[field]?.objectValue ?? [:] : [:]
      for (key, value) in new.fields[field]?.objectValue ?? [:] { members[key] = value }
      old.fields[field] = members.isEmpty ? nil : .object(members)
    }
    for (key, value) in new.metadata.labels { old.metadata.labels[key] = value }
    for (key, value) in new.metadata.annotations { old.metadata.annotations[key] = value }
    if let type = new.fields["type"], !merging { old.fields["type"] = type }
    if let immutable = new.fields["immutable"] { old.fields["immutable"] = immutable }
  }

  private func fields(_ generator: Kustomization.Generator) throws -> JSONObject {
    var metadata: JSONObject = ["name": .string(generator.name)]
    if let namespace = generator.namespace { metadata["namespace"] = .string(namespace) }
    if !generator.labels.isEmpty { metadata["labels"] = .object(generator.labels) }
    if !generator.annotations.isEmpty { metadata["annotations"] = .object(generator.annotations) }
    var fields: JSONObject = [
      "apiVersion": "v1", "kind": generator.isSecret ? "Secret" : "ConfigMap", "metadata": .object(metadata),
    ]
    let data = try DataSources(literals: generator.literals, files: generator.files, envFiles: generator.envs)
    {
      try folder.bytes($0)
    }
    if generator.isSecret {
      fields["type"] = .string(generator.type ?? "Opaque")
      if !data.entries.isEmpty { fields["data"] = .object(data.encoded(Self.folded)) }
    } else {
      let (texts, binary) = data.texts(Self.folded)
      if !texts.isEmpty { fields["data"] = .object(texts) }
      if !binary.isEmpty { fields["binaryData"] = .object(binary) }
    }
    if generator.isImmutable { fields["immutable"] = true }
    return fields
  }

  /// Kubernetes: kustomize cuts base64 of 70 characters and more into lines, and hashes it so.
  private static func folded(_ bytes: [UInt8]) -> String {
    let text = Array(ByteString(bytes).base64.utf8)
    guard text.count >= 70 else { return String(decoding: text, as: UTF8.self) }
    return stride(from: 0, to: text.count, by: 70).map {
      String(decoding: text[$0..<min($0 + 70, text.count)], as: UTF8.self) + "\n"
    }.joined()
  }
}
