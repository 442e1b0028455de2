import APIMachinery
import ArgumentParser

/// `swiftlet create role`.
struct CreateRole: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Create a role with one rule.",
    discussion: "Example: `create role reader --verb=get,list,watch --resource=pods,pods/log`.")
  @OptionGroup var options: CreationOptions
  @OptionGroup var rule: RoleRuleOptions
  @Argument var name: String

  func run() async throws {
    guard !rule.verbs.isEmpty else { throw CommandError("at least one verb must be specified") }
    rule.warnOfUnknownVerbs()
    guard !rule.resources.isEmpty else { throw CommandError("at least one resource must be specified") }
    let mapper = try await options.connection.withSession { try await $0.mapper() }
    try await options.create([
      "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": ["name": .string(name)],
      "rules": .array(try rule.rules(mapper)),
    ])
  }
}

/// `swiftlet create clusterrole`.
struct CreateClusterRole: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusterrole", abstract: "Create a cluster role.",
    discussion: "Example: `create clusterrole health --verb=get --non-resource-url='/healthz/*'`.")
  @OptionGroup var options: CreationOptions
  @OptionGroup var rule: RoleRuleOptions
  @Option(name: .customLong("non-resource-url"), help: "Paths that are no resources; may be repeated.")
  var paths: [String] = []
  @Option(name: .long, help: "The labels of the cluster roles whose rules it takes over: a=b,c=d.")
  var aggregationRule: String?
  @Argument var name: String

  func run() async throws {
    var fields: JSONObject = [
      "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole",
      "metadata": ["name": .string(name)],
    ]
    if let aggregationRule {
      guard paths.isEmpty, rule.isEmpty else {
        throw CommandError(
          "aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames")
      }
      let labels = try KeyValueList.parse(aggregationRule, "label")
      fields["aggregationRule"] = ["clusterRoleSelectors": [["matchLabels": .object(labels)]]]
      fields["rules"] = .null
    } else {
      fields["rules"] = .array(try await rules())
    }
    try await options.create(fields)
  }

  private func rules() async throws -> [JSON] {
    guard !rule.verbs.isEmpty else { throw CommandError("at least one verb must be specified") }
    let paths = paths.flatMap { $0.split(separator: ",").map(String.init) }
    guard !rule.resources.isEmpty || !paths.isEmpty else {
      throw CommandError("one of resource or nonResourceURL must be specified")
    }
    var rules: [JSON] = []
    if !rule.resources.isEmpty {
      rule.warnOfUnknownVerbs()
      let mapper = try await options.connection.withSession { try await $0.mapper() }
      rules = try rule.rules(mapper)
    }
    guard !paths.isEmpty else { return rules }
    try rule.check(paths: paths)
    return rules + [
      ["nonResourceURLs": .array(paths.map { .string($0) }), "verbs": .array(rule.verbs.map { .string($0) })]
    ]
  }
}

/// `swiftlet create rolebinding`.
struct CreateRoleBinding: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rolebinding", abstract: "Give a role, or a cluster role, to somebody in a namespace.",
    discussion: "Example: `create rolebinding ops --clusterrole=edit --user=jane --serviceaccount=shop:web`.")
  @OptionGroup var options: CreationOptions
  @OptionGroup var subjects: SubjectNames
  @Option(name: .customLong("role"), help: "The role.") var role: String?
  @Option(name: .customLong("clusterrole"), help: "The cluster role.") var clusterRole: String?
  @Argument var name: String

  func run() async throws {
    guard (role == nil) != (clusterRole == nil) else {
      throw CommandError("exactly one of clusterrole or role must be specified")
    }
    let reference = clusterRole.map { ("ClusterRole", $0) } ?? ("Role", role ?? "")
    try await subjects.bind("RoleBinding", name, to: reference, options)
  }
}

/// `swiftlet create clusterrolebinding`.
struct CreateClusterRoleBinding: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusterrolebinding", abstract: "Give a cluster role to somebody in all namespaces.")
  @OptionGroup var options: CreationOptions
  @OptionGroup var subjects: SubjectNames
  @Option(name: .customLong("clusterrole"), help: "The cluster role.") var clusterRole: String
  @Argument var name: String

  func run() async throws {
    try await subjects.bind("ClusterRoleBinding", name, to: ("ClusterRole", clusterRole), options)
  }
}

/// Whom a role is given to. The users stand in `--user`, which is the user of the kubeconfig elsewhere.
struct SubjectNames: ParsableArguments {
  private static let group = "rbac.authorization.k8s.io"

  @Option(name: .long, help: "A group; may be repeated.") var group: [String] = []
  @Option(name: .customLong("serviceaccount"), help: "NAMESPACE:NAME; may be repeated.")
  var serviceAccount: [String] = []

  func bind(
    _ kind: String, _ name: String, to role: (kind: String, name: String), _ options: CreationOptions
  ) async throws {
    var own = options
    own.connection.users = []
    try await own.create(try binding(kind, name, to: role, users: options.connection.users))
  }

  private func binding(
    _ kind: String, _ name: String, to role: (kind: String, name: String), users: [String]
  ) throws -> JSONObject {
    var fields: JSONObject = [
      "apiVersion": .string("\(Self.group)/v1"), "kind": .string(kind), "metadata": ["name": .string(name)],
      "roleRef": [
        "apiGroup": .string(Self.group), "kind": .string(role.kind), "name": .string(role.name),
      ],
    ]
    let subjects =
      users.map { Self.subject("User", $0) } + group.map { Self.subject("Group", $0) }
      + (try serviceAccount.map(Self.account))
    if !subjects.isEmpty { fields["subjects"] = .array(subjects) }
    return fields
  }

  private static func subject(_ kind: String, _ name: String) -> JSON {
    ["apiGroup": .string(group), "kind": .string(kind), "name": .string(name)]
  }

  private static func account(_ text: String) throws -> JSON {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw CommandError("serviceaccount must be <namespace>:<name>")
    }
    return ["kind": "ServiceAccount", "name": .string(parts[1]), "namespace": .string(parts[0])]
  }
}
