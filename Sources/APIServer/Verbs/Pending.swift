internal import APICore
internal import APIMachinery

extension APIService {
  var version: JSON { ["major": "1", "minor": "36", "gitVersion": "v1.36.0+swiftlet"] }
  func table(of object: APIObject, _ target: RequestTarget, version: String, includeObject: String) -> JSONObject { object.tree }
  func table(of list: APIList, version: String, includeObject: String) -> JSONObject {
    (try? JSON.parse(Array(list.pieces().joined()), limits: .response))?.objectValue ?? JSONObject()
  }
  func tableLines(of batch: APIWatch.Batch, _ served: ServedResource, version: String, includeObject: String, bookmarks: Bool, hasColumns: Bool) -> [UInt8] {
    batch.lines(of: served, bookmarks: bookmarks)
  }
}
extension APIObject { func partialMetadata(version: String) -> JSONObject { tree } }
extension APIList { func partialMetadata(version: String) -> JSONObject {
    (try? JSON.parse(Array(pieces().joined()), limits: .response))?.objectValue ?? JSONObject()
 } }
extension APIWatch.Batch { func partialMetadataLines(of served: ServedResource, version: String, bookmarks: Bool) -> [UInt8] { lines(of: served, bookmarks: bookmarks) } }
