import APIMachinery

/// A page that a few servers show.
struct Website: Resource {
  var fields: JSONObject

  static let definition = ResourceDefinition(
    group: "example.com", version: "v1", kind: "Website", plural: "websites", subresources: ["status"])

  struct Spec: ObjectView {
    var fields: JSONObject

    var page: String {
      get { fields[required: "page", empty: ""] }
      set { fields[required: "page", empty: ""] = newValue }
    }
    var replicas: Int {
      get { fields[required: "replicas", empty: 1] }
      set { fields[required: "replicas", empty: 1] = newValue }
    }
    /// Whether the site has a name within the cluster.
    var isNamed: Bool {
      get { fields[required: "named", empty: false] }
      set { fields[required: "named", empty: false] = newValue }
    }
  }

  var spec: Spec {
    get { fields[view: "spec"] }
    set { fields[view: "spec"] = newValue }
    _modify { yield &fields[view: "spec"] }
  }
}
