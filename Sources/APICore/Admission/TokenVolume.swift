import APIMachinery

/// The volume with a service account's token, the cluster's CA and the pod's namespace.
///
/// Kubernetes: plug-in `ServiceAccount`, `TokenVolumeSource`.
enum TokenVolume {
  static let path = "/var/run/secrets/kubernetes.io/serviceaccount"

  static func add(to spec: inout JSONObject, _ random: any RandomSource) {
    let isNeeded = ["containers", "initContainers"].contains { list in
      spec.array(list).contains { !hasMount($0) }
    }
    guard isNeeded else { return }
    let name = "kube-api-access-" + random.nameSuffix()
    for list in ["initContainers", "containers"] {
      guard let position = spec.position(of: list) else { continue }
      spec.withValue(at: position) { value in
        guard case .array(var containers) = value else { return }
        value = .null
        for index in containers.indices { addMount(to: &containers[index], name) }
        value = .array(containers)
      }
    }
    spec["volumes"] = .array(spec.array("volumes") + [.object(volume(name))])
  }

  private static func hasMount(_ container: JSON) -> Bool {
    (container["volumeMounts"]?.arrayValue ?? []).contains { $0["mountPath"]?.stringValue == path }
  }

  private static func addMount(to container: inout JSON, _ name: String) {
    guard !hasMount(container), case .object(var object) = container else { return }
    container = .null
    object["volumeMounts"] = .array(
      object.array("volumeMounts") + [["name": .string(name), "readOnly": true, "mountPath": .string(path)]])
    container = .object(object)
  }

  private static func volume(_ name: String) -> JSONObject {
    var volume = JSONObject(minimumCapacity: 2)
    volume.append("name", .string(name))
    volume.append("projected", projection)
    return volume
  }

  private static let projection: JSON = [
    "sources": [
      ["serviceAccountToken": ["expirationSeconds": 3607, "path": "token"]],
      ["configMap": ["name": "kube-root-ca.crt", "items": [["key": "ca.crt", "path": "ca.crt"]]]],
      [
        "downwardAPI": [
          "items": [
            ["path": "namespace", "fieldRef": ["apiVersion": "v1", "fieldPath": "metadata.namespace"]]
          ]
        ]
      ],
    ], "defaultMode": 420,
  ]
}
