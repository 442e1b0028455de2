/// How an answer is to be written.
struct ResponseForm: Hashable {
  /// What the objects are shown as.
  enum Shape: Hashable {
    case object
    case table(version: String)
    case partialMetadata(version: String)
    /// Aggregated discovery.
    case aggregatedDiscovery(version: String)
  }

  enum Encoding: Hashable { case json, yaml }

  var shape = Shape.object
  var encoding = Encoding.json

  static let json = ResponseForm()

  /// Chooses the first form of an `Accept` header that is served; `nil` when none is.
  ///
  /// Kubernetes: `apiserver/pkg/endpoints/handlers/negotiation.MediaTypesForSerializer`.
  init?(accept: String?, allowsYAML: Bool = true) {
    guard let accept, accept != "application/json", accept != "*/*" else {
      self = .json
      return
    }
    for part in accept.utf8.split(separator: UInt8(ascii: ",")) {
      if let form = ResponseForm(MediaRange(Substring(part)), allowsYAML: allowsYAML) {
        self = form
        return
      }
    }
    return nil
  }

  init() {}

  private init?(_ range: MediaRange, allowsYAML: Bool) {
    switch range.type {
    case "application/json", "*/*", "application/*", "text/json", "text/*": encoding = .json
    case "application/yaml", "text/yaml", "application/x-yaml":
      guard allowsYAML else { return nil }
      encoding = .yaml
    default: return nil
    }
    guard let name = range["as"] else { return }
    let version = range["v"] ?? "v1"
    switch (name, range["g"] ?? "meta.k8s.io") {
    case ("Table", "meta.k8s.io") where version == "v1" || version == "v1beta1":
      shape = .table(version: version)
    case ("PartialObjectMetadata", "meta.k8s.io"), ("PartialObjectMetadataList", "meta.k8s.io"):
      guard version == "v1" || version == "v1beta1" else { return nil }
      shape = .partialMetadata(version: version)
    case ("APIGroupDiscoveryList", "apidiscovery.k8s.io"):
      guard version == "v2" else { return nil }
      shape = .aggregatedDiscovery(version: version)
    default: return nil
    }
  }

  /// The form of an error, or of an answer that has one form only.
  static func plain(accept: String?) -> ResponseForm {
    var form = ResponseForm(accept: accept) ?? .json
    form.shape = .object
    return form
  }
}
