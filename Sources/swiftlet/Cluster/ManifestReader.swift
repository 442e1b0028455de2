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
    /// `web.yaml:12`.
    var origin: String
  }

  var isRecursive = false
  private(set) var items: [Item] = []
  /// What was understood but has no meaning here.
  private(set) var warnings: [String] = []

  init(isRecursive: Bool = false) { self.isRecursive = isRecursive }

  mutating func read(_ path: String) throws {
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
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandError("error reading \(path): permission denied, or not a file")
    }
    return Array(data)
  }

  /// Reads all documents of one file.
  mutating func read(_ bytes: [UInt8], name: String) throws {
    for document in try YAML.parse(bytes, file: name, limits: .file) {
      try add(document.value, origin: "\(name):\(document.start.line)")
    }
  }

  private mutating func add(_ json: JSON, origin: String) throws {
    guard case .object(let fields) = json else {
      throw CommandError("error parsing \(origin): the document is \(json.typeName), not an object")
    }
    let object = DynamicObject(fields: fields)
    guard !object.kind.isEmpty else { throw Self.missing("kind", origin) }
    guard !object.apiVersion.isEmpty else { throw Self.missing("apiVersion", origin) }
    if object.kind.hasSuffix("List"), case .array(let elements)? = fields["items"] {
      for element in elements { try add(element, origin: origin) }
    } else if object.apiVersion == ClusterConfig.apiVersion, object.kind == "ClusterConfig" {
      try addCluster(fields, origin)
    } else {
      items.append(Item(object: object, origin: origin))
    }
  }

  private mutating func addCluster(_ fields: JSONObject, _ origin: String) throws {
    do {
      let config = try ClusterConfig(fields)
      items += config.objects.map { Item(object: $0, origin: origin) }
      warnings += config.warnings
    } catch {
      throw CommandError("\(origin): \(error)")
    }
  }

  private static func missing(_ field: String, _ origin: String) -> CommandError {
    CommandError("error validating \"\(origin)\": error validating data: \(field) not set")
  }
}
