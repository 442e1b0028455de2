import APIMachinery
import EKSAPI
import Foundation

/// Reads objects from files, folders and standard input.
///
/// Kubernetes: `cli-runtime/resource FilenameOptions`: `.yaml`, `.yml` and `.json` files of a folder in the order of
/// their names, its subfolders with `-R`; `-` is standard input; a `List` is taken apart. An eksctl `ClusterConfig`
/// is replaced by the objects that it describes.
struct ManifestReader {
  /// One object and where it stands.
  struct Item {
    var object: DynamicObject
    /// `web.yaml`, or `STDIN`.
    var file: String
    /// Where it stands in the file, if it was not made of something else there.
    var source: Source?

    /// `web.yaml:12`.
    var origin: String { source.map { "\(file):\($0.document.start.line)" } ?? file }

    /// Where a field stands in the file.
    func position(of field: String) -> YAMLDocument.Position? {
      guard let source else { return nil }
      let path = source.path.isEmpty ? field : "\(source.path).\(field)"
      return source.document.position(of: path)
    }
  }

  /// A document, and the path of an object in it.
  struct Source {
    let document: YAMLDocument
    /// `items[2]`; empty for the document itself.
    var path = ""
  }

  var isRecursive = false
  var duplicates = YAML.DuplicateKeys.lastCounts
  private(set) var items: [Item] = []
  /// What was understood but has no meaning here, and keys that stand twice.
  private(set) var warnings: [String] = []

  /// - Parameter duplicates: What a key means that stands twice in a mapping.
  init(isRecursive: Bool = false, duplicates: YAML.DuplicateKeys = .lastCounts) {
    self.isRecursive = isRecursive
    self.duplicates = duplicates
  }

  mutating func read(_ path: String) async throws {
    if path.hasPrefix("http://") || path.hasPrefix("https://") {
      try read(try await ManifestDownload.bytes(of: path), name: path)
      return
    }
    if path == "-" {
      try read(Array(FileHandle.standardInput.readDataToEndOfFile()), name: "STDIN")
      return
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandError("the path \"\(path)\" does not exist")
    }
    if isFolder.boolValue {
      try readFolder(path)
    } else {
      try read(try Self.bytes(of: path), name: path)
    }
  }

  /// Adds the objects that the kustomization of a folder makes.
  mutating func readKustomization(_ folder: String) async throws {
    for object in try await Kustomizer.build(folder) { items.append(Item(object: object, file: folder)) }
  }

  private mutating func readFolder(_ path: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
      let child = "\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\(name)"
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: child, isDirectory: &isFolder)
      if isFolder.boolValue {
        if isRecursive { try readFolder(child) }
      } else if [".yaml", ".yml", ".json"].contains(where: name.hasSuffix) {
        try read(try Self.bytes(of: child), name: child)
      }
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    // A pipe, such as the shell's `<(...)`, is read like a file.
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.readToEnd() ?? Data() else {
      throw CommandError("open \(path): permission denied")
    }
    return Array(data)
  }

  /// Reads all documents of one file.
  mutating func read(_ bytes: [UInt8], name: String) throws {
    do {
      for document in try YAML.parse(bytes, file: name, limits: .file, duplicates: duplicates) {
        if document.value.isNull { continue }
        warnings += document.duplicates.map { Self.warning($0, name) }
        try add(document.value, name, Source(document: document))
      }
    } catch let error as YAMLError {
      throw CommandError("error parsing \(name): \(error)")
    }
  }

  private static func warning(_ duplicate: YAMLDocument.Duplicate, _ file: String) -> String {
    let (first, last) = (duplicate.first, duplicate.last)
    return first == last
      ? "\(file):\(last.line): \(duplicate.path) is set twice: the last one counts"
      : "\(file):\(last.line):\(last.column): \(duplicate.path) is set in line \(first.line) already:"
        + " the one in line \(last.line) counts"
  }

  private mutating func add(_ json: JSON, _ file: String, _ source: Source) throws {
    let origin = "\(file):\(source.document.position(of: source.path).line)"
    guard case .object(let fields) = json else {
      throw CommandError("error parsing \(origin): the document is \(json.typeName), not an object")
    }
    let object = DynamicObject(fields: fields)
    guard !object.apiVersion.isEmpty else { throw Self.missing("apiVersion", origin) }
    guard !object.kind.isEmpty else { throw Self.missing("kind", origin) }
    if object.kind.hasSuffix("List"), case .array(let elements)? = fields["items"] {
      for (position, element) in elements.enumerated() {
        try add(element, file, Source(document: source.document, path: "items[\(position)]"))
      }
    } else if object.apiVersion == ClusterConfig.apiVersion, object.kind == "ClusterConfig" {
      try addCluster(fields, file, source)
    } else {
      items.append(Item(object: object, file: file, source: source))
    }
  }

  private mutating func addCluster(_ fields: JSONObject, _ file: String, _ source: Source) throws {
    do {
      let config = try ClusterConfig(fields)
      items += config.objects.map { Item(object: $0, file: file) }
      warnings += config.warnings
    } catch {
      let line = source.document.position(of: error.field).line
      throw CommandError("\(file):\(line): \(error)")
    }
  }

  private static func missing(_ field: String, _ origin: String) -> CommandError {
    CommandError("error validating \"\(origin)\": error validating data: \(field) not set")
  }
}
