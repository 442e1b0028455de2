import APIMachinery
import Foundation

/// Builds the objects that a `kustomization.yaml` describes.
///
/// Kubernetes: kustomize 5 as `kubectl kustomize` runs it: resources and components are gathered, generators run, then
/// patches, the namespace, prefix and suffix, labels, annotations, JSON patches, replicas and images are applied, in
/// this order, folder by folder; at last generated names get the hash of their content and references follow the names.
/// A field that is not supported is an error that names it.
struct Kustomizer {
  /// The objects of a folder, in the order in which kubectl applies them.
  ///
  /// - Throws: ``CommandError`` with the folder, the file and the field.
  static func build(_ folder: String) async throws -> [DynamicObject] {
    var kustomizer = Kustomizer()
    let root = KustomizeFolder(path: folder)
    guard root.isFolder else {
      throw CommandError("must build at directory: '\(root.path)': file is not directory")
    }
    var set = try await kustomizer.accumulate(root, onto: KustomizeSet())
    set.addHashes()
    KustomizeReferences.rewrite(&set)
    return set.ordered(kustomizer.order).map(\.object)
  }

  private var order = Kustomization.Order.legacy
  /// The folders that are being built, to find circles.
  private var open: [String] = []

  /// Adds what a folder describes to `set`: all of it is seen by the folder's own transformations only when the
  /// folder is a component.
  private mutating func accumulate(_ folder: KustomizeFolder, onto set: KustomizeSet) async throws
    -> KustomizeSet
  {
    guard !open.contains(folder.path) else {
      throw CommandError(
        "cycle detected: candidate root '\(folder.path)' contains visited root '\(folder.path)'")
    }
    let kustomization = try folder.kustomization()
    if open.isEmpty, let wanted = kustomization.order { order = wanted }
    open.append(folder.path)
    var own = try await gather(
      kustomization, of: folder, onto: kustomization.isComponent ? set : KustomizeSet())
    open.removeLast()
    try KustomizeTransformations(kustomization, folder).run(on: &own)
    own.enter(folder.path)
    if kustomization.isComponent { return own }
    var result = set
    try result.add(own)
    return result
  }

  /// The resources, what generators make, and the components, in this order.
  private mutating func gather(
    _ kustomization: Kustomization, of folder: KustomizeFolder, onto set: KustomizeSet
  ) async throws -> KustomizeSet {
    var own = set
    for path in kustomization.resources { own = try await adding(path, of: folder, to: own) }
    try KustomizeGenerators(kustomization, folder).run(on: &own)
    for path in kustomization.components { own = try await component(path, of: folder, own) }
    return own
  }

  private mutating func component(
    _ path: String, of folder: KustomizeFolder, _ set: KustomizeSet
  ) async throws -> KustomizeSet {
    let child = folder.child(path)
    guard child.isFolder, try child.kustomization().isComponent else {
      throw CommandError(
        "accumulating components: accumulateDirectory: \"expected kind 'Component' for path '\(path)'\"")
    }
    return try await accumulate(child, onto: set)
  }

  private mutating func adding(
    _ path: String, of folder: KustomizeFolder, to set: KustomizeSet
  ) async throws -> KustomizeSet {
    if path.hasPrefix("http://") || path.hasPrefix("https://"),
      path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    {
      return try set.adding(try Self.objects(in: try await ManifestDownload.bytes(of: path), named: path))
    }
    guard !path.contains("://"), !path.hasPrefix("github.com/"), !path.hasPrefix("git@") else {
      throw CommandError(
        "accumulating resources from '\(path)': repositories are not supported, only files by URL")
    }
    let child = folder.child(path)
    if child.isFolder { return try await accumulate(child, onto: set) }
    let objects: [DynamicObject]
    do { objects = try Self.objects(in: try folder.bytes(path), named: path) } catch {
      throw CommandError(
        "accumulating resources: accumulation err='accumulating resources from '\(path)': \(error)'")
    }
    return try set.adding(objects)
  }

  private static func objects(in bytes: [UInt8], named path: String) throws -> [DynamicObject] {
    var reader = ManifestReader()
    try reader.read(bytes, name: path)
    return reader.items.map(\.object)
  }
}
