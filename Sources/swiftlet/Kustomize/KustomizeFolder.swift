import APIMachinery
import Foundation

/// A folder with a kustomization, and the files that it may read.
struct KustomizeFolder {
  let path: String

  init(path: String) {
    self.path = URL(fileURLWithPath: path).standardizedFileURL.path
  }

  var isFolder: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  func child(_ name: String) -> KustomizeFolder {
    KustomizeFolder(path: name.hasPrefix("/") ? name : "\(path)/\(name)")
  }

  /// The bytes of a file of the folder.
  ///
  /// Kubernetes: kustomize's `LoadRestrictionsRootOnly`: files outside of the folder are not read.
  func bytes(_ name: String) throws -> [UInt8] {
    let file = child(name).path
    guard file.hasPrefix("\(path)/") else {
      throw CommandError("security; file '\(file)' is not in or below '\(path)'")
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandError("open \(file): no such file or directory")
    }
    return Array(data)
  }

  private static let names = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

  /// - Throws: ``CommandError`` when there is none, or it is not understood.
  func kustomization() throws -> Kustomization {
    let found = Self.names.filter { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
    guard let name = found.first else {
      throw CommandError(
        "unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '\(path)'"
      )
    }
    guard found.count == 1 else { throw CommandError("Found multiple kustomization files under: \(path)") }
    let documents: [YAMLDocument]
    do { documents = try YAML.parse(try bytes(name), file: "\(path)/\(name)", limits: .file) } catch let error
      as YAMLError
    {
      throw CommandError("invalid Kustomization: \(error)")
    }
    guard let fields = documents.first?.value.objectValue, documents.count == 1 else {
      throw CommandError("kustomization.yaml is empty")
    }
    return try Kustomization(fields, file: "\(path)/\(name)")
  }
}
