import APIMachinery

/// The defaults of a pod's spec that follow from other fields.
///
/// Kubernetes: `pkg/apis/core/v1/defaults.go`.
enum PodDefaults {
  /// Completes the spec of a pod or of a template.
  static func setSpec(_ spec: inout JSONObject) {
    for list in ["containers", "initContainers", "ephemeralContainers"] {
      change(list, of: &spec, where: needsPullPolicy) { container in
        container["imagePullPolicy"] = .string(pullPolicy(container.string("image") ?? ""))
      }
    }
    if spec["hostNetwork"] == true { setHostPorts(&spec) }
    if let account = spec["serviceAccountName"], spec["serviceAccount"] != account {
      spec["serviceAccount"] = account
    } else if let account = spec["serviceAccount"], spec["serviceAccountName"] == nil {
      spec["serviceAccountName"] = account
    }
    change("volumes", of: &spec, where: { $0.count == 1 }) { $0["emptyDir"] = [:] }
  }

  private static func needsPullPolicy(_ container: JSONObject) -> Bool {
    container.string("imagePullPolicy").isNilOrEmpty
  }

  /// Kubernetes: `latest`, which is also what an image without a tag means, is pulled always.
  static func pullPolicy(_ image: String) -> String {
    if image.utf8.contains(UInt8(ascii: "@")) { return "IfNotPresent" }
    let slash = image.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = image.utf8[(slash.map { image.utf8.index(after: $0) } ?? image.utf8.startIndex)...]
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return "Always" }
    return name[name.index(after: colon)...].elementsEqual("latest".utf8) ? "Always" : "IfNotPresent"
  }

  /// Kubernetes: in the node's network a port of a container is the same port of the node.
  private static func setHostPorts(_ spec: inout JSONObject) {
    for list in ["containers", "initContainers"] {
      change(list, of: &spec, where: { $0.contains("ports") }) { container in
        change("ports", of: &container, where: { $0["hostPort"] == nil }) {
          $0["hostPort"] = $0["containerPort"]
        }
      }
    }
  }

  /// Kubernetes: a resource that has a limit and no request is requested up to its limit. Pods only, not templates.
  static func setRequests(_ spec: inout JSONObject) {
    for list in ["containers", "initContainers"] {
      change(list, of: &spec, where: lacksRequest) { container in
        container.withObject("resources") { resources in
          let limits = resources.object("limits") ?? JSONObject()
          resources.withObject("requests") { requests in
            for (name, value) in limits { requests.setDefault(name, value) }
          }
        }
      }
    }
  }

  private static func lacksRequest(_ container: JSONObject) -> Bool {
    guard let resources = container.object("resources"), let limits = resources.object("limits") else {
      return false
    }
    let requests = resources.object("requests") ?? JSONObject()
    return limits.contains { !requests.contains($0.key) }
  }

  /// Changes those elements of a list that meet a condition. Nothing is copied if none does.
  static func change(
    _ list: String, of object: inout JSONObject, where condition: (JSONObject) -> Bool,
    _ body: (inout JSONObject) -> Void
  ) {
    guard let position = object.position(of: list), case .array(let elements) = object[position].value,
      elements.contains(where: { $0.objectValue.map(condition) ?? false })
    else { return }
    var changed = elements
    for index in changed.indices {
      guard case .object(var element) = changed[index], condition(element) else { continue }
      changed[index] = .null
      body(&element)
      changed[index] = .object(element)
    }
    object.setValue(.array(changed), at: position)
  }
}
