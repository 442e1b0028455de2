import APIMachinery

/// What service accounts demand: that the admission of pods finds what it needs beside the object's bytes.
struct ServiceAccountRules: ResourceRules {
  func indexedFields(_ object: JSONObject) -> [(field: String, value: String)] {
    var fields: [(field: String, value: String)] = []
    if object["automountServiceAccountToken"] == false {
      fields.append(("automountServiceAccountToken", "false"))
    }
    if !object.array("imagePullSecrets").isEmpty { fields.append(("imagePullSecrets", "true")) }
    return fields
  }
}
