// Generated from Sources/KubernetesAPI/Schemas/RbacV1.swift by scripts/generate-kinds. Do not edit.

// swift-format-ignore-file

public import APIMachinery

/// What may be done in one namespace.
///
/// Kubernetes: `rbac.authorization.k8s.io/v1 Role`.
public struct Role: Resource {
  public static let definition = ResourceDefinition(
    group: "rbac.authorization.k8s.io", version: "v1", kind: "Role", plural: "roles")

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// What may be done; rules only ever add up.
  public var rules: [PolicyRule] {
    get { fields[list: "rules"] }
    set { fields[list: "rules"] = newValue }
  }
}

/// What may be done in the whole cluster, or in the namespaces of the bindings that refer to it.
///
/// Kubernetes: `rbac.authorization.k8s.io/v1 ClusterRole`.
public struct ClusterRole: Resource {
  public static let definition = ResourceDefinition(
    group: "rbac.authorization.k8s.io", version: "v1", kind: "ClusterRole", plural: "clusterroles", scope:
    .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// Chooses other cluster roles, whose rules are this one's. A controller overwrites its rules.
  public var aggregationRule: AggregationRule? {
    get { fields[optional: "aggregationRule"] }
    set { fields[optional: "aggregationRule"] = newValue }
  }

  /// What may be done; rules only ever add up.
  public var rules: [PolicyRule] {
    get { fields[list: "rules"] }
    set { fields[list: "rules"] = newValue }
  }
}

/// Gives subjects what a role allows, in one namespace.
///
/// Kubernetes: `rbac.authorization.k8s.io/v1 RoleBinding`.
public struct RoleBinding: Resource {
  public static let definition = ResourceDefinition(
    group: "rbac.authorization.k8s.io", version: "v1", kind: "RoleBinding", plural: "rolebindings")

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The Role of the namespace, or the ClusterRole. It never changes.
  public var roleRef: RoleRef {
    get { fields[view: "roleRef"] }
    set { fields[view: "roleRef"] = newValue }
    _modify { yield &fields[view: "roleRef"] }
  }

  /// Who gets it.
  public var subjects: [Subject] {
    get { fields[list: "subjects"] }
    set { fields[list: "subjects"] = newValue }
  }
}

/// Gives subjects what a cluster role allows, everywhere.
///
/// Kubernetes: `rbac.authorization.k8s.io/v1 ClusterRoleBinding`.
public struct ClusterRoleBinding: Resource {
  public static let definition = ResourceDefinition(
    group: "rbac.authorization.k8s.io", version: "v1", kind: "ClusterRoleBinding", plural:
    "clusterrolebindings", scope: .cluster)

  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The ClusterRole. It never changes.
  public var roleRef: RoleRef {
    get { fields[view: "roleRef"] }
    set { fields[view: "roleRef"] = newValue }
    _modify { yield &fields[view: "roleRef"] }
  }

  /// Who gets it.
  public var subjects: [Subject] {
    get { fields[list: "subjects"] }
    set { fields[list: "subjects"] = newValue }
  }
}

/// Verbs on resources or on paths.
///
/// Kubernetes: `rbac.authorization.k8s.io/v1 PolicyRule`.
public struct PolicyRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The groups of the resources; the empty one is core, * stands for all.
  public var apiGroups: [String] {
    get { fields[list: "apiGroups"] }
    set { fields[list: "apiGroups"] = newValue }
  }

  /// Paths that are no resources; a * may stand at the end.
  public var nonResourceURLs: [String] {
    get { fields[list: "nonResourceURLs"] }
    set { fields[list: "nonResourceURLs"] = newValue }
  }

  /// The names that are meant; all, when none is given.
  public var resourceNames: [String] {
    get { fields[list: "resourceNames"] }
    set { fields[list: "resourceNames"] = newValue }
  }

  /// Resources and subresources, such as pods/log; * stands for all.
  public var resources: [String] {
    get { fields[list: "resources"] }
    set { fields[list: "resources"] = newValue }
  }

  /// The verbs; * stands for all.
  public var verbs: [String] {
    get { fields[list: "verbs"] }
    set { fields[list: "verbs"] = newValue }
  }
}

/// How the rules of a cluster role are put together.
///
/// Kubernetes: `rbac.authorization.k8s.io/v1 AggregationRule`.
public struct AggregationRule: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// A cluster role that any of them chooses gives its rules.
  public var clusterRoleSelectors: [LabelSelector] {
    get { fields[list: "clusterRoleSelectors"] }
    set { fields[list: "clusterRoleSelectors"] = newValue }
  }
}

/// A user, a group or a service account.
///
/// Kubernetes: `rbac.authorization.k8s.io/v1 Subject`.
public struct Subject: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// User, Group or ServiceAccount.
  public var kind: String {
    get { fields[required: "kind", empty: ""] }
    set { fields[required: "kind", empty: ""] = newValue }
  }

  /// The group of the kind: empty for service accounts.
  public var apiGroup: String? {
    get { fields[optional: "apiGroup"] }
    set { fields[optional: "apiGroup"] = newValue }
  }

  /// Its name.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }

  /// The namespace of a service account.
  public var namespace: String? {
    get { fields[optional: "namespace"] }
    set { fields[optional: "namespace"] = newValue }
  }
}

/// The role that a binding gives.
///
/// Kubernetes: `rbac.authorization.k8s.io/v1 RoleRef`.
public struct RoleRef: ObjectView {
  public var fields: JSONObject

  @inlinable public init(fields: JSONObject) { self.fields = fields }

  /// The group of the role.
  public var apiGroup: String? {
    get { fields[optional: "apiGroup"] }
    set { fields[optional: "apiGroup"] = newValue }
  }

  /// Role or ClusterRole.
  public var kind: String {
    get { fields[required: "kind", empty: ""] }
    set { fields[required: "kind", empty: ""] = newValue }
  }

  /// Its name.
  public var name: String {
    get { fields[required: "name", empty: ""] }
    set { fields[required: "name", empty: ""] = newValue }
  }
}
