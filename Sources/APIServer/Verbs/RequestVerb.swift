internal import NIOHTTP1

/// What a request does to a resource.
///
/// Kubernetes: `apiserver/pkg/endpoints/request.RequestInfo.Verb`.
enum RequestVerb: String {
  case get, list, watch, create, update, patch, delete
  case deleteCollection = "deletecollection"

  init?(_ method: HTTPMethod, _ url: ResourceURL, _ query: Query) {
    switch method {
    case .GET, .HEAD:
      if url.name != nil { self = .get } else { self = query.flag("watch") == true ? .watch : .list }
    case .POST: self = .create
    case .PUT: self = .update
    case .PATCH: self = .patch
    case .DELETE: self = url.name != nil ? .delete : .deleteCollection
    default: return nil
    }
  }

  /// As the metrics name it.
  var label: String {
    switch self {
    case .create: "POST"
    case .update: "PUT"
    default: rawValue.uppercased()
    }
  }
}
