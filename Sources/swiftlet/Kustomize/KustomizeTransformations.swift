import APIMachinery
import EKSAPI
import KubernetesAPI

/// Applies what a kustomization says to all objects of a folder.
struct KustomizeTransformations {
  let kustomization: Kustomization
  let folder: KustomizeFolder

  init(_ kustomization: Kustomization, _ folder: KustomizeFolder) {
    self.kustomization = kustomization
    self.folder = folder
  }

  static let catalog = SchemaCatalog.kubernetes.merging(.eks)

  func run(on set: inout KustomizeSet) throws {
    for patch in kustomization.patches { try KustomizePatch(patch, folder).apply(to: &set) }
    for index in set.resources.indices {
      setNamespace(&set.resources[index])
      rename(&set.resources[index])
      for labels in kustomization.labels { KustomizeLabels.add(labels, to: &set.resources[index].object) }
      KustomizeLabels.annotate(kustomization.annotations, &set.resources[index].object)
    }
    for patch in kustomization.latePatches { try KustomizePatch(patch, folder).apply(to: &set) }
    for (name, count) in kustomization.replicas { try setReplicas(name, count, &set) }
    for image in kustomization.images {
      for index in set.resources.indices { KustomizeImages.replace(image, in: &set.resources[index].object) }
    }
  }

  // MARK: Names

  private func setNamespace(_ resource: inout KustomizeResource) {
    guard let namespace = kustomization.namespace, !namespace.isEmpty else { return }
    if resource.object.kind == "Namespace", resource.group.isEmpty {
      resource.rename { _ in namespace }
    } else if Self.isNamespaced(resource.object) {
      resource.object.metadata.namespace = namespace
      resource.names.append(resource.object.key)
    }
    if ["RoleBinding", "ClusterRoleBinding"].contains(resource.object.kind) {
      resource.object.visit("subjects") { subject in
        guard case .array(let subjects) = subject else { return }
        subject = .array(subjects.map { Self.subject($0, in: namespace) })
      }
    }
  }

  private static func subject(_ subject: JSON, in namespace: String) -> JSON {
    guard var fields = subject.objectValue, fields["kind"] == "ServiceAccount",
      fields["name"] == "default" || fields["namespace"] == nil
    else { return subject }
    fields["namespace"] = .string(namespace)
    return .object(fields)
  }

  /// A kind that nobody knows is taken for one with namespaces.
  private static func isNamespaced(_ object: DynamicObject) -> Bool {
    let version = GroupVersion(apiVersion: object.apiVersion)
    let kind = GroupVersionKind(
      group: version?.group ?? "", version: version?.version ?? "", kind: object.kind)
    if let known = catalog.kind(kind) { return known.definition.isNamespaced }
    return !clusterScoped.contains(object.kind)
  }

  private static let clusterScoped = [
    "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "StorageClass", "APIService",
    "IngressClass",
    "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "CSIDriver", "RuntimeClass",
  ]

  private static let unprefixed = ["Namespace", "CustomResourceDefinition", "APIService"]

  private func rename(_ resource: inout KustomizeResource) {
    guard !kustomization.prefix.isEmpty || !kustomization.suffix.isEmpty,
      !Self.unprefixed.contains(resource.object.kind)
    else { return }
    resource.rename { "\(kustomization.prefix)\($0)\(kustomization.suffix)" }
  }

  // MARK: Replicas

  private static let scaled = ["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"]

  private func setReplicas(_ name: String, _ count: Int64, _ set: inout KustomizeSet) throws {
    var isFound = false
    for index in set.resources.indices
    where Self.scaled.contains(set.resources[index].object.kind) && set.resources[index].isKnown(as: name) {
      isFound = true
      set.resources[index].object.visit("spec/replicas", creates: true) { $0 = .int(count) }
    }
    if !isFound {
      throw CommandError(
        "resource with name \(name) does not match a config with the following GVK \(Self.scaled)")
    }
  }
}

/// Labels and annotations, and the selectors and templates that must have them too.
///
/// Kubernetes: kustomize's `builtinpluginconsts` `commonLabels`, `commonAnnotations`.
enum KustomizeLabels {
  static func add(_ set: Kustomization.LabelSet, to object: inout DynamicObject) {
    merge(set.pairs, "metadata/labels", creates: true, &object)
    if set.selectors || set.templates { addToTemplates(set.pairs, &object) }
    if set.selectors { addToSelectors(set.pairs, &object) }
  }

  static func annotate(_ annotations: JSONObject, _ object: inout DynamicObject) {
    merge(annotations, "metadata/annotations", creates: true, &object)
    for path in templates(object.kind) { merge(annotations, "\(path)/annotations", creates: true, &object) }
  }

  private static let workloads = [
    "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job", "ReplicationController",
  ]

  /// The metadata of the templates in an object of a kind.
  private static func templates(_ kind: String) -> [String] {
    if kind == "CronJob" { return ["spec/jobTemplate/metadata", "spec/jobTemplate/spec/template/metadata"] }
    return workloads.contains(kind) ? ["spec/template/metadata"] : []
  }

  private static func addToTemplates(_ labels: JSONObject, _ object: inout DynamicObject) {
    for path in templates(object.kind) { merge(labels, "\(path)/labels", creates: true, &object) }
    if object.kind == "StatefulSet" {
      merge(labels, "spec/volumeClaimTemplates/metadata/labels", creates: true, &object)
    }
  }

  private static func addToSelectors(_ labels: JSONObject, _ object: inout DynamicObject) {
    switch object.kind {
    case "Service", "ReplicationController":
      guard object.apiVersion == "v1" else { return }
      merge(labels, "spec/selector", creates: true, &object)
    case "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet":
      merge(labels, "spec/selector/matchLabels", creates: true, &object)
      if object.kind == "Deployment" || object.kind == "StatefulSet" {
        for path in placements {
          merge(labels, "spec/template/spec/\(path)/labelSelector/matchLabels", &object)
        }
      }
    case "Job", "PodDisruptionBudget": merge(labels, "spec/selector/matchLabels", &object)
    case "CronJob": merge(labels, "spec/jobTemplate/spec/selector/matchLabels", &object)
    case "NetworkPolicy":
      for path in ["", "ingress/from/", "egress/to/"] {
        merge(labels, "spec/\(path)podSelector/matchLabels", &object)
      }
    default: return
    }
  }

  private static let placements =
    ["podAffinity", "podAntiAffinity"].flatMap { affinity in
      [
        "affinity/\(affinity)/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm",
        "affinity/\(affinity)/requiredDuringSchedulingIgnoredDuringExecution",
      ]
    } + ["topologySpreadConstraints"]

  private static func merge(
    _ pairs: JSONObject, _ path: String, creates: Bool = false, _ object: inout DynamicObject
  ) {
    guard !pairs.isEmpty else { return }
    object.visit(path, creates: creates) { value in
      var members = value.objectValue ?? [:]
      for (key, text) in pairs { members[key] = text }
      value = .object(members)
    }
  }
}

/// Image names, wherever there are containers.
enum KustomizeImages {
  static func replace(_ image: Kustomization.Image, in object: inout DynamicObject) {
    var json = JSON.object(object.fields)
    replace(image, in: &json)
    if let fields = json.objectValue { object.fields = fields }
  }

  private static func replace(_ image: Kustomization.Image, in json: inout JSON) {
    switch json {
    case .array(let elements):
      json = .array(
        elements.map { element in
          var element = element
          replace(image, in: &element)
          return element
        })
    case .object(var members):
      for (position, member) in members.enumerated() {
        var value = member.value
        if ["containers", "initContainers"].contains(member.key) {
          value.visit(["image"], creates: false) { text in
            if let old = text.stringValue { text = .string(changed(old, image)) }
          }
        }
        replace(image, in: &value)
        members.setValue(value, at: position)
      }
      json = .object(members)
    default: return
    }
  }

  /// Kubernetes: kustomize's `imagetag`: a new tag or digest takes the place of both old ones.
  static func changed(_ text: String, _ image: Kustomization.Image) -> String {
    let parts = text.split(separator: "@", maxSplits: 1)
    let named = parts.first.map(String.init) ?? text
    let slash = named.lastIndex(of: "/") ?? named.startIndex
    let colon = named[slash...].lastIndex(of: ":")
    var (name, tag, digest) = (
      colon.map { String(named[..<$0]) } ?? named,
      colon.map { String(named[named.index(after: $0)...]) } ?? "",
      parts.count > 1 ? String(parts[1]) : ""
    )
    guard name == image.name else { return text }
    name = image.newName ?? name
    if image.newTag != nil || image.digest != nil {
      (tag, digest) = (image.newTag ?? "", image.digest ?? "")
    } else if let suffix = image.tagSuffix {
      (tag, digest) = (tag + suffix, "")
    }
    return name + (tag.isEmpty ? "" : ":\(tag)") + (digest.isEmpty ? "" : "@\(digest)")
  }
}
